"""Ticks: what `done`, `skip` and `snooze` do to an item; they bind to its key."""

from collections.abc import Iterable
from datetime import date

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts import Facts
from reviewlog.domain.item import Item
from reviewlog.domain.moment import utc_from_text


def is_tick(entry: Entry, playbook: str, step: str, anchor: EntryId) -> bool:
    """Whether an entry ticks, leaves out or puts off the item of that key."""
    fields = entry.fields
    return (
        entry.kind == "step"
        and fields.get("playbook") == playbook
        and fields.get("step") == step
        and fields.get("anchor") == str(anchor)
    )


def still_open(items: Iterable[Item], facts: Facts, calendar: Calendar) -> list[Item]:
    """Return the items that were not ticked off, those that were put off with their new date."""
    return [put_off for item in items if (put_off := _after_ticks(item, facts, calendar))]


def _after_ticks(item: Item, facts: Facts, calendar: Calendar) -> Item | None:
    """Drop an item that was ticked; put off one that was snoozed, unless they spoke up since.

    Playbook steps were matched against their ticks already, so that a repeat survives.
    """
    ticks = [e for e in facts.entries if is_tick(e, item.playbook, item.step, item.anchor)]
    if not item.playbook and any(t.fields.get("state") in ("done", "skipped") for t in ticks):
        return None
    snoozes = [t for t in ticks if t.fields.get("state") == "snoozed" and t.fields.get("until")]
    if not snoozes:
        return item
    last = max(snoozes, key=lambda e: e.written_order)
    inbound = facts.contacts.last_inbound
    if inbound is not None and inbound.end > last.happened.start:
        return item
    until = utc_from_text(last.fields["until"])
    return item._replace(
        opens_at=max(item.opens_at, until),
        due_on=max(item.due_on or date.min, calendar.day_of(until)),
        due_at=None,
    )
