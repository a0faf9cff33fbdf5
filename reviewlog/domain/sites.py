"""What a review site allows, as far as advice depends on it; `playbooks/sites/` holds the facts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

UNKNOWN = "unknown"
RULE_FACTS = ("asking", "inviting", "early_report")
"""The facts about sites that playbooks may ask for; `SiteRule` says what each means."""


class SiteRule(NamedTuple):
    """What one site says, in the words of playbooks."""

    asking: str = UNKNOWN
    """Whether the author may be asked to update a review: `allowed`, `forbidden`, `unknown`."""
    inviting: str = UNKNOWN
    """Whether customers may be asked for reviews at all: `allowed`, `forbidden`, `unknown`."""
    early_report: str = UNKNOWN
    """Whether it takes a report before the review is there: `taken`, `refused`, `unknown`."""
    checked: str = ""
    """Month of the oldest of these facts, `2026-11`."""


def over_all(sites: Iterable[str], rules: Mapping[str, SiteRule], name: str) -> str:
    """Return what all sites concerned say about one thing; the strictest wins."""
    said = {getattr(rules.get(site, SiteRule()), name) for site in sites} or {UNKNOWN}
    if name == "early_report":
        order = ("taken", UNKNOWN, "refused")
    else:
        order = ("forbidden", UNKNOWN, "allowed")
    return next(word for word in order if word in said)


def is_old(checked: str, today: date) -> bool:
    """Whether nobody has looked at a fact for more than a year; `checked` is a month or nothing."""
    return bool(checked) and checked < f"{today.year - 1:04}-{today.month:02}"


def old_sites(
    sites: Iterable[str], rules: Mapping[str, SiteRule], today: date
) -> tuple[tuple[str, str], ...]:
    """Return those of some sites whose facts are old, each with the month of the last look."""
    months = ((site, rules.get(site, SiteRule()).checked) for site in sites)
    return tuple((site, month) for site, month in months if is_old(month, today))
