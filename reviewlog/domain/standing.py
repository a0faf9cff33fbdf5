"""Items that no playbook has to ask for: what was promised, what they set, what was reminded of."""

from collections.abc import Iterator
from typing import Any

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.entry import Entry
from reviewlog.domain.facts import Facts
from reviewlog.domain.item import Item
from reviewlog.domain.moment import Moment, moment_from_field, utc_from_text


def standing_items(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    """Return the items that hold in every incident, whatever its playbook."""
    yield from _said_by_us(facts, calendar)
    if facts.threat == "harm":
        yield _safety(facts, calendar)
    if facts.closed or facts.in_danger:
        return
    if facts.offer not in ("accepted", "delivered"):
        yield from _their_deadlines(facts, calendar)
    yield from _cooling(facts, calendar)
    if facts.go_between:
        yield _go_between(facts, calendar)


def _said_by_us(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    """Reminders we asked for, and promises we gave."""
    for entry in facts.entries:
        due, text = entry.fields.get("due"), entry.fields.get("text")
        if entry.kind == "reminder" and due:
            yield _dated(facts, calendar, entry, "reminder", text or "reminder", due)
        elif entry.kind == "promise" and due and not (facts.in_danger or facts.closed):
            yield _dated(facts, calendar, entry, "promise", f"Keep your promise: {text}", due)


def _their_deadlines(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    for demand in facts.demands:
        due = demand.fields.get("due")
        if demand.state == "open" and due:
            title = "Their deadline runs out."
            yield _dated(facts, calendar, demand.first, "their-deadline", title, due)


WHY = {
    "reminder": "You asked to be reminded.",
    "promise": "You gave your word for this day.",
    "their-deadline": "They set this date. It is theirs, not yours; know it before you answer.",
}
SAY = {
    "their-deadline": (
        "I will not be able to settle this by then.",
        "You will hear from me by (day) with what I can do.",
    )
}
FIRST = -1
AFTER_THE_STEPS = 50
"""Of a deadline of theirs: among items due on one day the playbook's steps come first."""


def _dated(
    facts: Facts, calendar: Calendar, entry: Entry, step: str, title: str, due_field: Any
) -> Item:
    due: Moment = moment_from_field(due_field)
    exact = due.precision == "exact"
    own = step == "reminder"
    return Item(
        incident=facts.incident,
        playbook="",
        step=f"{step}-{entry.id.seq}",
        anchor=entry.id,
        kind="decide",
        title=title,
        why=WHY[step],
        say=SAY.get(step, ()),
        rank=AFTER_THE_STEPS if step == "their-deadline" else 0,
        opens_at=due.start if own else min(due.start, entry.happened.start),
        due_on=calendar.day_of(due.start),
        due_at=due.start if exact else None,
        must=True,
    )


def _safety(facts: Facts, calendar: Calendar) -> Item:
    """Above every playbook, and still there when another one leads."""
    (anchor,) = facts.anchors["threat"]
    return Item(
        incident=facts.incident,
        playbook="",
        step="safety",
        anchor=anchor.entry,
        kind="decide",
        title="Make sure everybody is safe, then tell the police.",
        why="Violence was threatened. Safety comes first, and a police number helps later.",
        say=("To the police: who said it, their exact words, when, and how they reached you.",),
        avoid=("any call, message or offer to them until the police have answered.",),
        source=("T4",),
        opens_at=anchor.at.start,
        due_on=calendar.day_of(anchor.at.start),
        must=True,
        rank=FIRST,
    )


def _cooling(facts: Facts, calendar: Calendar) -> Iterator[Item]:
    """The wait itself, so that `due` says why nothing is asked of the owner."""
    said = [e for e in facts.entries if e.kind == "interaction" and e.fields.get("cool_until")]
    for entry in said[-1:]:
        until = utc_from_text(entry.fields["cool_until"])
        if until != facts.contacts.cooling_until:
            return
        yield Item(
            incident=facts.incident,
            playbook="",
            step="cooling",
            anchor=entry.id,
            kind="wait",
            title="Leave them in peace until then.",
            why="They need time. If they get in touch before, answer at once.",
            opens_at=entry.happened.start,
            due_on=calendar.day_of(until),
            closes_at=until,
        )


def _go_between(facts: Facts, calendar: Calendar) -> Item:
    entry = next(e for e in facts.entries if e.fields.get("on_behalf_of"))
    return Item(
        incident=facts.incident,
        playbook="",
        step="may-speak",
        anchor=entry.id,
        kind="ask",
        title=f"Ask whether {facts.go_between} may speak for {facts.customer}.",
        why="Somebody else spoke for them. Until they agree, nothing about them may be told.",
        say=("I would like to help. May I ring them to make sure they are happy for us to talk?",),
        avoid=("any detail of the order, the bill or the visit.",),
        opens_at=entry.happened.start,
        due_on=calendar.day_of(entry.happened.start),
        must=True,
    )
