"""Unwise times: waits without end, steps due before they open, more contacts than are allowed."""

from reviewlog.domain.agenda.never import CONTACT_KINDS
from reviewlog.domain.playbook import Step
from reviewlog.domain.time.durations import Duration
from reviewlog.playbook.unwise.reach import open_words, root_of, together
from reviewlog.playbook.unwise.view import Found, View

_MINUTES = {
    "minute": 1,
    "working minute": 1,
    "hour": 60,
    "working hour": 60,
    "day": 1440,
    "working day": 2016,
    "week": 10080,
}
"""Of a working day: a seventh of a week with five of them."""
_SILENCE = ("unanswered", "outbound")
"""What a step counts from that follows a contact of ours, with no word from them."""


def undated(view: View) -> Found:
    """A step without `within` is never due, so it never stands in the daily list as late."""
    for seat in view.judged():
        if seat.step.within is None and seat.step.kind != "wait":
            said = f"“{seat.step.id}” is never due; write “within:”."
            yield view.place(seat), said


def endless_wait(view: View) -> Found:
    """A wait without `within` never ends unless they say something."""
    for seat in view.judged():
        if seat.step.kind == "wait" and seat.step.within is None:
            said = f"Nothing ends the wait “{seat.step.id}” while they are silent; write “within:”."
            yield view.place(seat), said


def due_too_early(view: View) -> Found:
    """A step that is due before it may begin, or lapses before it is due."""
    for seat in view.judged("within", "not_before", "latest"):
        step = seat.step
        if step.within and step.not_before and _last(step.within) < _minutes(step.not_before):
            said = f"“{step.id}” is due ({step.within}) before it may begin ({step.not_before})."
            yield view.place(seat, "within", "not_before"), said
        ends = step.latest and not step.must
        if ends and step.within and step.latest and _minutes(step.latest) < _minutes(step.within):
            said = f"“{step.id}” lapses ({step.latest}) before it is due ({step.within})."
            yield view.place(seat, "latest", "within"), said
        elif ends and step.not_before and step.latest and _last(step.latest) < _minutes(step.not_before):  # fmt: skip
            said = f"“{step.id}” lapses ({step.latest}) before it may begin ({step.not_before})."
            yield view.place(seat, "latest", "not_before"), said


def lasting_must(view: View) -> Found:
    """`latest` says nothing in a step that must be done: only what may be done lapses."""
    for seat in view.judged("latest", "weight"):
        if seat.step.must and seat.step.latest:
            said = f"“{seat.step.id}” must be done, so it never lapses; leave “latest:” out."
            yield view.place(seat, "latest", "weight"), said


def over_budget(view: View) -> Found:
    """More contacts than the budget allows while they say nothing.

    The first contact counts, then each step of kind call, write or request that follows an
    unanswered one, as often as it may repeat. The engine bars what is too much; the file
    should not plan it.
    """
    steps = {seat.step.id: seat.step for seat in view.seats}
    allowed = view.playbook.budget.unanswered
    contacts = [s for s in view.seats if s.step.kind in CONTACT_KINDS]
    silent = [s for s in contacts if root_of(s.step, steps) in _SILENCE]
    mine = {seat.step.id for seat in view.judged("kind", "after", "repeat")}
    for index, seat in enumerate(silent):
        before = [s for s in silent[:index] if _both(s.step, seat.step, steps)]
        count = 1 + sum(_times(s.step) for s in (*before, seat))
        if count > allowed and seat.step.id in mine:
            said = f"“{seat.step.id}” would be contact {count} without an answer; the budget is"
            yield view.place(seat, "repeat", "after"), f"{said} {allowed}."
    for seat in contacts:
        if seat not in silent and _times(seat.step) > allowed and seat.step.id in mine:
            said = f"“{seat.step.id}” comes up to {_times(seat.step)} times; without an answer the"
            yield view.place(seat, "repeat"), f"{said} budget is {allowed}."


def small_gap(view: View) -> Found:
    """Contacts that follow each other, without an answer, sooner than the budget's gap.

    The engine holds them back until the gap is over; the file should say so itself.
    """
    steps = {seat.step.id: seat.step for seat in view.seats}
    gap = view.playbook.budget.gap
    for seat in view.judged("not_before", "after", "kind", "repeat"):
        step = seat.step
        if step.kind not in CONTACT_KINDS:
            continue
        silent = root_of(step, steps) == "unanswered" and step.after == "unanswered"
        if silent and (step.not_before is None or _minutes(step.not_before) < _minutes(gap)):
            said = (
                f"“{step.id}” may begin before the gap of {gap} is over; write “not_before: {gap}”."
            )
            yield view.place(seat, "not_before", "after"), said
        if step.repeat and _minutes(step.repeat.every) < _minutes(gap):
            said = f"“{step.id}” comes again after {step.repeat.every}; the smallest gap is {gap}."
            yield view.place(seat, "repeat"), said


def _both(one: Step, other: Step, steps: dict[str, Step]) -> bool:
    return together(open_words(one, steps), open_words(other, steps))


def _times(step: Step) -> int:
    return step.repeat.at_most if step.repeat else 1


def _minutes(length: Duration) -> int:
    return length.amount * _MINUTES[length.unit]


def _last(length: Duration) -> int:
    """Return the last minute of a length: days end with their evening."""
    return _minutes(length) + (0 if length.is_clock_time else _MINUTES["day"] - 1)
