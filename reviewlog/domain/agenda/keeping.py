"""How long it is kept: the hold that ends, and what is closed long enough to be let go."""

from collections.abc import Iterator
from datetime import timedelta

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.erasing import going
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.time.calendar import Calendar

TICKS = ("step", "hold", "playbook")
"""Kinds that keep nothing alive: else putting the question off would put it off for years."""


def keeping_items(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    """Return the items about keeping and letting go."""
    if facts.hold is not None:
        yield _hold_ends(facts, calendar)
    if calendar.retention is not None and facts.closed and any(map(going, facts.entries)):
        yield from _kept_long_enough(facts, calendar)


def _hold_ends(facts: Facts, calendar: Calendar) -> Item:
    hold, ends = facts.hold, facts.held_until
    if hold is None or ends is None:
        raise ValueError("there is no hold")
    last = calendar.day_of(ends - timedelta(milliseconds=1))
    return Item(
        incident=facts.incident,
        playbook="",
        step="hold-ends",
        anchor=hold.id,
        kind="decide",
        title="The hold ends with this day. Does it need to go on?",
        why="From tomorrow on what you keep about them may be erased again.",
        say=("reviewlog hold {incident} --until 'in 6 months' --why 'what for'",),
        opens_at=calendar.midnight(last),
        due_on=last,
        must=True,
    )


def _kept_long_enough(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    """Counted from the last thing that happened; while a hold runs nobody is asked."""
    told = [entry for entry in facts.entries if entry.kind not in TICKS]
    last = max(told, key=lambda e: (e.happened.end, e.id), default=None)
    if last is None or calendar.retention is None:
        return
    due_on = calendar.retention.after(calendar.day_of(last.happened.end))
    if facts.held_until is not None:
        due_on = max(due_on, calendar.day_of(facts.held_until))
    yield Item(
        incident=facts.incident,
        playbook="",
        step="keep-or-erase",
        anchor=last.id,
        kind="decide",
        title="Decide whether you still need what you keep about them.",
        why=f"It is closed, and you keep such things for {calendar.retention}.",
        say=(
            "reviewlog erase --incident {incident} --why 'not needed any more'",
            "reviewlog snooze {incident} 'in 6 months' --step keep-or-erase",
        ),
        opens_at=calendar.midnight(due_on),
        due_on=due_on,
        done_by="erasure",
    )
