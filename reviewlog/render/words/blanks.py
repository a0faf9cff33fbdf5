"""What the log knows fills the blanks of a playbook's lines when they are shown."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.money import money_words
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.domain.vocabulary import SITES
from reviewlog.domain.wording import COMMAND, filled
from reviewlog.render.words.days import short_date

Known = Mapping[str, str | None]

SITE_ID = "site id"
"""What is known besides the variables: only lines to type hold it."""
AGE = "age of site facts"
"""That what a step rests on was not looked up for long; known of the first step only."""
_SITE = r"(--(?:for|site) )SITE\b"
_TYPEABLE = r"[\w .-]+"
"""What a shell takes as it is, inside quotation marks or not."""


def blanks(
    row: Mapping[str, Any], facts: Facts, settings: Mapping[str, Any], now: datetime
) -> dict[str, str | None]:
    """Return what an incident knows of the variables of `say`, harmless to show."""
    demand = latest_demand(facts)
    known = {
        "customer": facts.customer,
        "business": settings.get("business"),
        "site": site_words(facts),
        "sum": demand and sum_words(demand),
        "deadline": demand and deadline_words(demand, now),
        "incident": str(row["number"]),
        SITE_ID: only_site(facts),
    }
    return {name: harmless_line(text) if text else None for name, text in known.items()}


def said(item: Item, known: Known) -> tuple[str, ...]:
    """Return the lines of a step with their blanks filled in."""
    whole = {**known, "entry": str(item.anchor.seq)}
    return tuple(
        _typed(line, whole) if is_typed(line) else filled(line, whole) for line in item.say
    )


def _typed(line: str, known: Known) -> str:
    """Return a line to type; the site's id stands in it where only one can be meant."""
    text, site = filled(line, _typeable(known)), known.get(SITE_ID)
    return re.sub(_SITE, rf"\1{site}", text) if site else text


def is_typed(line: str) -> bool:
    """Whether a line is to be typed, not said."""
    return line.startswith(COMMAND)


def _typeable(known: Known) -> Known:
    """A name with an apostrophe would break the line in a shell: its stand-in stays."""
    return {n: text for n, text in known.items() if text and re.fullmatch(_TYPEABLE, text)}


def latest_demand(facts: Facts) -> Track | None:
    """Return the demand that stands: the last open one, else the last."""
    still_open = [d for d in facts.demands if d.state == "open"]
    return next(reversed(still_open or list(facts.demands)), None)


def sum_words(demand: Track) -> str | None:
    """Return how much they want."""
    amount = demand.fields.get("amount")
    return money_words(amount, demand.fields.get("currency")) if amount else None


def deadline_words(demand: Track, now: datetime) -> str | None:
    """Return the day that they set, with its weekday."""
    due = demand.fields.get("due")
    if not due:
        return None
    return short_date(moment_from_field(due).local.date().isoformat(), now.date().isoformat())


def site_words(facts: Facts) -> str | None:
    """Return the names of the sites concerned: where reviews stand, else those that were named."""
    return " and ".join(SITES.get(site, site) for site in _sites(facts)) or None


def only_site(facts: Facts) -> str | None:
    """Return the id of the site concerned when there is exactly one."""
    sites = _sites(facts)
    return sites[0] if len(sites) == 1 else None


def _sites(facts: Facts) -> list[str]:
    stand = [t.fields.get("site") for t in facts.reviews if t.state != "gone"]
    return [site for site in dict.fromkeys(stand) if site] or list(facts.sites)
