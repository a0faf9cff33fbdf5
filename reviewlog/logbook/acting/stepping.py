"""Act: what to do next, and ticking, skipping and putting off steps."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain.agenda.item import SAFETY, Item
from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import FulfilledByEntryError, SeveralStepsError, UnknownStepError
from reviewlog.domain.time.moment import Moment, exactly, moment_to_field, utc_text
from reviewlog.logbook.base import Book, required_text
from reviewlog.logbook.receipt import Receipt

BY_ENTRY = {
    "interaction": "log --incident {n} --out 'what was said'",
    "assessment": "assess {n} right|partly|mistaken|unfounded|extortion",
    "attempt": "attempt {n} offered|delivered 'what it is'",
    "erasure": "erase --incident {n} --why 'not needed any more'",
    "dispute": "dispute {n}",
    "demand": "demand {n} --grant | --counter 'text' | --decline",
    "evidence": "attach {n} FILE",
    "claim": "claim {n}",
    "lookup": "lookup {n} --where 'order book' --for 'their name' --found nothing",
    "export": "export {n}",
    "outcome": "close {n}",
    "playbook": "playbook use {n} {id}",
    "review": "review {n} --text 'their words'",
    "reply": "reply {n}",
}
"""The verb that writes down the entry that fulfils a step."""
MESSAGE = "re-read-message"
"""The step that stands for the draft of a message to them alone."""
TICKED_TOO = ("", "dispute", "reply")
"""What ends steps that may be ticked as well: not every report or reply is written here."""


class Acting(Book):
    """The verbs next, done, skip and snooze."""

    def done(self, incident: str, step: str | None) -> Receipt:
        """Tick a step that leaves no other trace.

        Raises FulfilledByEntryError for a step that an entry shows, SeveralStepsError and
        UnknownStepError when it is not clear which step is meant.
        """
        return self._tick(incident, step, "done", None, None)

    def skip(self, incident: str, step: str | None, why: str) -> Receipt:
        """Leave a step out, with the reason."""
        return self._tick(incident, step, "skipped", required_text(why, "--why"), None)

    def snooze(self, incident: str, step: str | None, until: Moment) -> Receipt:
        """Put a step off; an inbound contact brings it back at once."""
        return self._tick(incident, step, "snoozed", None, until)

    def step_meant(self, incident: str, step: str | None) -> Item:
        """Return the open step that a word means, the next one for none.

        Raises SeveralStepsError, UnknownStepError.
        """
        with self.store.reading():
            return self._one_item(self.get_incident(incident), step)

    def _tick(
        self, incident: str, step: str | None, state: str, why: str | None, until: Moment | None
    ) -> Receipt:
        with self.store.writing():
            row = self.get_incident(incident)
            item = self._one_item(row, step)
            if state == "done" and item.done_by not in TICKED_TOO:
                raise FulfilledByEntryError(item.step, entry_line(item, str(row["number"])))
            fields = {
                "happened_at": moment_to_field(exactly(self.now())),
                "state": state,
                "playbook": item.playbook,
                "step": item.step,
                "step_kind": item.kind,
                "anchor": str(item.anchor),
                "title": item.title,
                "why": why,
                "until": utc_text(until.start) if until else None,
            }
            return self.receipt(self.record([Draft("step", fields, row["id"])]))

    def _one_item(self, row: dict[str, Any], step: str | None) -> Item:
        """The item meant by STEP or STEP@ENTRY; without it the next one."""
        items = self.store.projections.agenda(row["id"])
        number = str(row["number"])
        if step is None:
            ahead = next_items(items, self.now())
            steps = [i for i in ahead if i.step == ahead[0].step]
        else:
            name, _, entry = step.partition("@")
            steps = [i for i in items if i.step == name and entry in ("", str(i.anchor.seq))]
            if not steps:
                raise UnknownStepError(number, step, tuple(i.step for i in items))
        if len(steps) != 1:
            raise SeveralStepsError(number, tuple((step_label(i, items), i.title) for i in steps))
        return steps[0]


def entry_line(item: Item, number: str) -> str:
    """Return the line to type that writes down the entry which fulfils an item."""
    line = BY_ENTRY.get(item.done_by or item.kind, "note {n} 'what happened'")
    if item.step == MESSAGE:
        line += " --private"
    return f"reviewlog {line.format(n=number, id=item.step.removeprefix('use-'))}"


def open_now(items: Sequence[Item], now: datetime) -> list[Item]:
    """Return the items that can be done at an instant, waits left out, in their order."""
    return [
        item
        for item in items
        if item.kind != "wait"
        and item.opens_at <= now
        and not (item.closes_at is not None and item.closes_at <= now)
    ]


def next_items(items: Sequence[Item], now: datetime) -> list[Item]:
    """Return what to do next: what is open, else what opens first."""
    ready = open_now(items, now)
    if ready:
        return ready
    ahead = [item for item in items if item.closes_at is None or item.closes_at > now]
    return sorted(ahead, key=lambda item: (item.kind != "wait", item.opens_at))


def is_as_before(receipt: Receipt) -> bool:
    """Whether the next step is the one that the last answer about this incident showed already.

    What stands above every playbook is told in full each time.
    """
    written = {entry.id for entry in receipt.entries}
    earlier = [e.recorded_at for e in receipt.facts.entries if e.id not in written]
    if not earlier or not receipt.before:
        return False
    shown = next_items(receipt.before, max(earlier))[:1]
    steps = next_items(receipt.agenda, receipt.main.recorded_at)[:1]
    return bool(steps) and shown == steps and steps[0].step != SAFETY


def step_label(item: Item, items: Sequence[Item]) -> str:
    """Return the word that names one item: its step, with its entry where two share the step."""
    alike = [other for other in items if other.step == item.step]
    return item.step if len(alike) == 1 else f"{item.step}@{item.anchor.seq}"
