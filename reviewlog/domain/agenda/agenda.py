"""The agenda: a pure function of playbook, facts and calendar.

It never asks what time it is. An item has a window and a due date; `due` shows the items
whose window holds on the day it is asked for.
"""

from collections.abc import Iterable
from datetime import date

from reviewlog.domain.agenda.holds import holds_of
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.agenda.offers import offers
from reviewlog.domain.agenda.standing import FIRST, standing_items
from reviewlog.domain.agenda.ticks import still_open
from reviewlog.domain.agenda.traces import Traces
from reviewlog.domain.agenda.walk import Walk
from reviewlog.domain.entry import EntryId
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Cover, Playbook
from reviewlog.domain.time.calendar import Calendar


def agenda(
    playbook: Playbook | None,
    facts: Facts,
    calendar: Calendar,
    shelf: Iterable[Cover] = (),
) -> list[Item]:
    """Return the open items of an incident, in the order in which an owner would take them.

    `shelf` are the playbooks that may be offered when a new fact makes one of them fit.
    """
    traces = Traces(facts)
    items = [*standing_items(facts, calendar, holds_of(playbook, facts, calendar))]
    if facts.hold is not None or (facts.closed and calendar.retention is not None):
        # Few logbooks ask for it: the others need not load it.
        from reviewlog.domain.agenda.keeping import keeping_items

        items += keeping_items(facts, calendar)
    if playbook is not None:
        walk = Walk(playbook, facts, calendar, traces)
        for rank, step in enumerate(playbook.steps, 1):
            items += [item._replace(rank=rank) for item in walk.open_items(step)]
        if any(item.step == "re-read" for item in items):
            from reviewlog.domain.agenda.rereading import in_one_line

            items = in_one_line(items, facts, calendar)
    offered = still_open(offers(shelf, playbook, facts, calendar), facts, calendar, traces)
    kept = sorted(still_open(items, facts, calendar, traces), key=_urgency)
    first = [item for item in kept if item.rank == FIRST]
    return first + offered + kept[len(first) :]


def _urgency(item: Item) -> tuple[bool, date, int, str, EntryId]:
    """Safety before everything; then by day, and within a day as the playbook has it."""
    return (item.rank != FIRST, item.due_on or date.max, item.rank, item.step, item.anchor)
