"""What a bag says about itself in bag-info.txt: all that the pages need besides the entries.

So whoever has a bundle can make its pages again and compare them.
"""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from reviewlog.bundle.telling.staying import is_public_only
from reviewlog.bundle.telling.story import business_of, customer_of
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing import Dossier
from reviewlog.version import VERSION

LAYOUT = 2
"""Raised whenever a page changes in anything: older ones are then compared field by field only."""
INCIDENT = "Internal-Sender-Identifier"
"""The line of bag-info.txt that holds the incident's id in the log."""
ZONE = "Time-Zone"
AGENT, NUMBER, CUSTOMER = "Bag-Software-Agent", "External-Identifier", "External-Description"
BUSINESS, READER, SITE = "Source-Organization", "Made-For", "Review-Site"
STRICT, ASKED, REPORT_LAYOUT = "Public-Facts-Only", "Time-Stamps-Asked-For", "Report-Layout"
OXUM = "Payload-Oxum"


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
        READER: dossier.reader,
        SITE: dossier.site or "",
        STRICT: "yes" if is_public_only(dossier) else "",
        ASKED: "yes" if dossier.settings.get("time_stamps") else "",
        REPORT_LAYOUT: str(LAYOUT),
        OXUM: oxum,
    }
    yield from (f"{name}: {value}\n" for name, value in known.items() if value)


def agent_of(dossier: Dossier) -> str:
    """Return the version that makes the pages, or that made them."""
    return str(dossier.settings.get("made_by") or VERSION)


def info_from(text: str) -> Mapping[str, str]:
    """Return the lines of bag-info.txt by their names."""
    pairs = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}
