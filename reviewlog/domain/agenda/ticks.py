"""Ticks: what `done`, `skip` and `snooze` do to an item; they bind to its key."""

from collections.abc import Iterable
from datetime import date, datetime

from reviewlog.domain.agenda.item import SAFETY, Item
from reviewlog.domain.agenda.traces import Traces
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import utc_from_text


def still_open(
    items: Iterable[Item], facts: Facts, calendar: Calendar, traces: Traces
) -> list[Item]:
    """Return the items that were not ticked off, those that were put off with their new date."""
    return [put_off for item in items if (put_off := after_ticks(item, facts, calendar, traces))]


def after_ticks(item: Item, facts: Facts, calendar: Calendar, traces: Traces) -> Item | None:
    """Drop an item that was ticked; put off one that was snoozed, unless they spoke up since.

    Playbook steps were matched against their ticks already, so that a repeat survives.
    """
    ticks = traces.ticks(item.playbook, item.step, item.anchor)
    if not item.playbook and any(t.fields.get("state") in ("done", "skipped") for t in ticks):
        return None
    until = put_off_until(item, facts, calendar, traces)
    if until is None:
        return item
    if _is_fixed(item):
        return item._replace(opens_at=max(item.opens_at, until))
    return item._replace(
        opens_at=max(item.opens_at, until),
        due_on=max(item.due_on or date.min, calendar.day_of(until)),
        due_at=None,
    )


def _is_fixed(item: Item) -> bool:
    """Whether its day is not ours to move: a date of theirs or of a site, and safety."""
    return item.outside or item.step == SAFETY


def put_off_until(item: Item, facts: Facts, calendar: Calendar, traces: Traces) -> datetime | None:
    """Return until when the owner put an item off; None where they spoke up since.

    What has a day of its own is there on that day, whatever was said.
    """
    ticks = traces.ticks(item.playbook, item.step, item.anchor)
    snoozes = [t for t in ticks if t.fields.get("state") == "snoozed" and t.fields.get("until")]
    if not snoozes:
        return None
    last = max(snoozes, key=lambda e: e.written_order)
    inbound = facts.contacts.last_inbound
    if inbound is not None and inbound.end > last.happened.start:
        return None
    until = utc_from_text(last.fields["until"])
    if item.due_on is not None and _is_fixed(item):
        return min(until, calendar.midnight(item.due_on))
    return until
