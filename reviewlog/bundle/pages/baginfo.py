"""What a bag says about itself in bag-info.txt: all that the pages need besides the entries.

So whoever has a bundle can make its pages again and compare them.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.story import business_of, customer_of
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.version import VERSION

LAYOUT = 2
"""Raised whenever a page changes in anything: older ones are then compared field by field only."""
INCIDENT = "Internal-Sender-Identifier"
"""The line of bag-info.txt that holds the incident's id in the log."""
ZONE = "Time-Zone"
AGENT, NUMBER, CUSTOMER = "Bag-Software-Agent", "External-Identifier", "External-Description"
BUSINESS, READER, SITE = "Source-Organization", "Made-For", "Review-Site"
ASKED, REPORT_LAYOUT = "Time-Stamps-Asked-For", "Report-Layout"
OXUM = "Payload-Oxum"
COUNTRY = "Country"
"""Where the business is: the declaration that fits comes first."""
_COUNTRIES = {"GBP": "GB", "USD": "US"}
"""Where the currency tells it."""


def info_lines(dossier: Dossier, zone: ZoneInfo, oxum: str) -> Iterator[str]:
    """Yield the lines of bag-info.txt; `oxum` tells how much payload there is."""
    newest = max(sealed.entry.recorded_at for sealed in dossier.sealed)
    known = {
        BUSINESS: business_of(dossier) if dossier.settings.get("business") else "",
        "Bagging-Date": f"{newest.astimezone(zone):%Y-%m-%d}",
        AGENT: f"reviewlog {agent_of(dossier)}",
        NUMBER: harmless_line(dossier.number),
        CUSTOMER: customer_of(dossier),
        INCIDENT: dossier.facts.incident,
        ZONE: dossier.zone,
        COUNTRY: country_of(dossier.settings),
        READER: dossier.reader,
        SITE: dossier.site or "",
        ASKED: "yes" if dossier.settings.get("time_stamps") else "",
        REPORT_LAYOUT: str(LAYOUT),
        OXUM: oxum,
    }
    yield from (f"{name}: {value}\n" for name, value in known.items() if value)


def country_of(settings: Mapping[str, Any]) -> str:
    """Return the country of the business as two letters, by its currency where it is not said."""
    said = str(settings.get("country") or "").upper()
    if re.fullmatch(r"[A-Z]{2}", said):
        return "GB" if said == "UK" else said
    return _COUNTRIES.get(str(settings.get("currency")), "")


def agent_of(dossier: Dossier) -> str:
    """Return the version that makes the pages, or that made them."""
    return str(dossier.settings.get("made_by") or VERSION)


def info_from(text: str) -> Mapping[str, str]:
    """Return the lines of bag-info.txt by their names."""
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}
