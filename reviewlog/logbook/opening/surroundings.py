"""What the agenda depends on besides the entries of incidents: calendar, absences, sites' rules."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.relations import standing
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import parse_retention

AWAY = "away"
"""The absences among the settings that the logbook keeps."""


class Absence(NamedTuple):
    """A time in which the owner is away."""

    entry: Entry
    first: date
    last: date
    text: str | None


def calendar_of(settings: Mapping[str, Any]) -> Calendar:
    """Return the calendar that the settings describe."""
    on = date.fromisoformat
    return Calendar(
        zone=settings["time_zone"],
        working_days=tuple(settings["working_days"]),
        days_off=frozenset(map(on, settings.get("days_off") or ())),
        hours=tuple(tuple((a, b) for a, b in spans) for spans in settings.get("hours") or ()),
        away=tuple((on(first), on(last)) for first, last in settings.get(AWAY) or ()),
        retention=parse_retention(kept) if (kept := settings.get("retention")) else None,
    )


def site_rules_of(settings: Mapping[str, Any]) -> dict[str, SiteRule]:
    """Return the rules of review sites that the settings hold."""
    return {site: SiteRule(**rule) for site, rule in (settings.get("sites") or {}).items()}


def is_absence(entry: Entry) -> bool:
    """Whether an entry says that the owner is away."""
    return entry.kind == "setting" and "away_from" in entry.fields


def absences(general: Iterable[Entry]) -> list[Absence]:
    """Return the absences that stand, by their first day, out of the entries of no incident."""
    entries = list(general)
    _, dead = standing(entries)
    found = [_absence(e) for e in entries if is_absence(e) and e.id not in dead]
    return sorted(found, key=lambda a: (a.first, a.last, a.entry.id))


def _absence(entry: Entry) -> Absence:
    fields = entry.fields
    first, last = (date.fromisoformat(fields[name]) for name in ("away_from", "away_to"))
    return Absence(entry, first, last, fields.get("text"))
