"""What a review site allows, as far as advice depends on it; `playbooks/sites/` holds the facts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from reviewlog.domain.entry import Entry

UNKNOWN = "unknown"
RULE_FACTS = ("asking", "inviting", "early_report")
"""The facts about sites that playbooks may ask for; `SiteRule` says what each means."""
SITE_FACTS = (*RULE_FACTS, "report")
"""The facts of playbooks that rest on what sites allow: a report is final where no other is taken."""


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
    tries: int | None = None
    """How many reports of one review it takes; None where nobody knows."""
    appeals: int | None = None
    """How many more after it said no; None where nobody knows."""


def over_all(sites: Iterable[str], rules: Mapping[str, SiteRule], name: str) -> str:
    """Return what all sites concerned say about one thing; the strictest wins."""
    said = {getattr(rules.get(site, SiteRule()), name) for site in sites} or {UNKNOWN}
    if name == "early_report":
        order = ("taken", UNKNOWN, "refused")
    else:
        order = ("forbidden", UNKNOWN, "allowed")
    return next(word for word in order if word in said)


def sites_named(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the sites that an incident is about, in the order in which they came up."""
    return tuple(dict.fromkeys(site for entry in entries for site in sites_in(entry)))


def sites_in(entry: Entry) -> tuple[str, ...]:
    """Return the sites that somebody named, where a review stands, or was warned of a threat."""
    fields = entry.fields
    is_early = entry.kind == "dispute" and fields.get("state") == "early"
    told = fields.get("site") if entry.kind == "review" or is_early else None
    return (*(fields.get("sites") or ()), *((told,) if told else ()))


def reports_left(
    tries: int | None, appeals: int | None, sent: int, after_no: int | None
) -> int | None:
    """Return how many reports of a review a site still takes; None where nobody knows.

    `after_no` are those since its first no, None before there is one. Where only the appeals
    are limited they count from there.
    """
    if tries is not None:
        return max(0, tries + (appeals or 0) - sent)
    if appeals is None or after_no is None:
        return None
    return max(0, appeals - after_no)


def is_old(checked: str, today: date) -> bool:
    """Whether nobody has looked at a fact for more than a year; `checked` is a month or nothing."""
    return bool(checked) and checked < f"{today.year - 1:04}-{today.month:02}"


def old_sites(
    sites: Iterable[str], rules: Mapping[str, SiteRule], today: date
) -> tuple[tuple[str, str], ...]:
    """Return those of some sites whose facts are old, each with the month of the last look."""
    months = ((site, rules.get(site, SiteRule()).checked) for site in sites)
    return tuple((site, month) for site, month in months if is_old(month, today))
