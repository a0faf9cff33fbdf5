"""One pass over a playbook's steps with one set of facts."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from reviewlog.domain.agenda.holds import holds_of
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.agenda.never import NeverRule, acts_as, bar
from reviewlog.domain.agenda.traces import Traces
from reviewlog.domain.agenda.wear import Wear
from reviewlog.domain.entry import EntryId
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.conditions import fact_words
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Playbook, Step
from reviewlog.domain.time.calendar import Calendar

AFTER_CLOSING = ("debrief", "watch")


class Ruled(NamedTuple):
    """Why a step is not asked for."""

    fact: str = ""
    """The fact that rules it out, in the words of playbooks."""
    word: str = ""
    """What that fact says now."""
    rule: NeverRule | None = None


class Occurrence(NamedTuple):
    """A step and one thing that it counts from."""

    anchor: Anchor
    done: tuple[Anchor, ...] = ()
    """The last times that it was done or left out since."""
    item: Item | None = None
    """What is still to be done; after a repeat was done once, the next one."""
    worn_out: bool = False
    """Whether it is not asked again because it came up often enough since there was news."""


class Walk:
    """A playbook, and how things stand with each of its steps."""

    def __init__(
        self, playbook: Playbook, facts: Facts, calendar: Calendar, traces: Traces | None = None
    ) -> None:
        self.playbook, self.facts, self.calendar = playbook, facts, calendar
        self.traces = traces or Traces(facts)
        self.holds = holds_of(playbook, facts, calendar)
        self.words = fact_words(facts, budget_used=self.holds.budget_used)
        self._steps = {step.id: step for step in playbook.steps}
        self._ends: dict[str, tuple[Anchor, ...]] = {}
        self._wear = Wear(playbook, facts)
        self._asked: bool | None = None

    def open_items(self, step: Step) -> Iterator[Item]:
        """Return what is to be done of a step."""
        if self.ruled_out(step) is None:
            yield from (o.item for o in self.occurrences(step) if o.item is not None)

    def ruled_out(self, step: Step) -> Ruled | None:
        """Return why a step does not come up as things stand, or None."""
        if self.facts.closed and acts_as(step) not in AFTER_CLOSING:
            return Ruled("outcome", self.words["outcome"])
        for name, allowed in step.when.items():
            if self.words[name] not in allowed:
                return Ruled(name, self.words[name])
        for name, ruled_out in step.unless.items():
            if self.words[name] in ruled_out:
                return Ruled(name, self.words[name])
        rule = bar(
            step,
            self.facts,
            budget_used=self.holds.budget_used,
            asked=step.kind == "request" and self._was_asked(),
        )
        return rule and Ruled(rule=rule)

    def occurrences(self, step: Step) -> Iterator[Occurrence]:
        """Return how things stand with a step, for everything that it counts from."""
        if step.kind == "wait" and self.facts.contacts.unanswered == 0:
            return
        if step.after == "inbound":
            yield from self._answers(step)
            return
        enough = step.repeat.at_most if step.repeat else 1
        for anchor in self.anchors(step.after):
            times, answer = self._times(step, anchor, enough), self._answered(step, anchor)
            if len(times) >= enough or answer:
                yield Occurrence(anchor, tuple(times or answer))
            elif self._wear.is_worn_out(step, anchor.entry):
                yield Occurrence(anchor, tuple(times), worn_out=True)
            elif step.repeat and times:
                again = step._replace(within=step.repeat.every, not_before=step.repeat.every)
                yield Occurrence(anchor, tuple(times), self._item(again, anchor, times[-1]))
            else:
                yield Occurrence(anchor, (), self._item(step, anchor, anchor))

    def _answers(self, step: Step) -> Iterator[Occurrence]:
        """One item for all they said since we got back to them, or since it was ticked.

        It counts from the first, so that calling twice puts no deadline off.
        """
        settled: datetime | None = None
        for anchor in self.anchors("inbound"):
            times = self._times(step, anchor, 1)
            if times:
                settled = max(settled or times[-1].at.end, times[-1].at.end)
                yield Occurrence(anchor, tuple(times))
            elif settled is None or anchor.at.start > settled:
                yield Occurrence(anchor, (), self._item(step, anchor, anchor))
                return

    def anchors(self, name: str) -> tuple[Anchor, ...]:
        """Return what a step counts from: a fact, or the times that another step was done."""
        if name in self.facts.anchors:
            return self.facts.anchors[name]
        if name not in self._steps:
            return ()
        if name not in self._ends:
            before = self._steps[name]
            ends = (
                self.traces.end(self.playbook.id, before, anchor, same=self._in_one(before))
                for anchor in self.anchors(before.after)
            )
            self._ends[name] = tuple(end for end in ends if end)
        return self._ends[name]

    def _times(self, step: Step, anchor: Anchor, enough: int) -> list[Anchor]:
        same = self._in_one(step)
        return self.traces.fulfilments(self.playbook.id, step, anchor, enough, same=same)

    def _answered(self, step: Step, anchor: Anchor) -> list[Anchor]:
        """Return the answer to its review, where the step is asked for because of another one."""
        if "missing" not in step.when.get("reply", ()) or self.words["reply"] != "missing":
            return []
        reviews = [t for t in self.facts.standing_reviews if t.last.id == anchor.entry]
        found = [reply for t in reviews if (reply := self.facts.replies.answer(t))]
        return [Anchor(reply.id, reply.happened) for reply in found]

    def _in_one(self, step: Step) -> bool:
        """Whether one report may show a step done and the one before it, which asks for less."""
        before = self._steps.get(step.after)
        wanted = step.done_by
        if before is None or wanted.get("entry") != ("dispute",):
            return False
        known = set(before.done_by.get("state", ()))
        return before.done_by.get("entry") == ("dispute",) and known > set(wanted.get("state", ()))

    def _was_asked(self) -> bool:
        if self._asked is None:
            requests = [s for s in self.playbook.steps if s.kind == "request"]
            self._asked = any(
                self.traces.is_shown(s, anchor)
                for s in requests
                for anchor in self.anchors(s.after)
            )
        return self._asked

    def _item(self, step: Step, keyed: Anchor, counted: Anchor) -> Item:
        calendar, at = self.calendar, counted.at
        opens = calendar.instant_after(at, step.not_before) if step.not_before else at.start
        held = self.holds.until(acts_as(step)) or opens
        if step.kind != "wait":
            opens = max(opens, held)
        due_on, due_at = self._due(step, counted, max(opens, held))
        latest_at = calendar.instant_after(at, step.latest) if step.latest else None
        due_on, due_at, latest_at = self._not_while_away(step, due_on, due_at, latest_at)
        return Item(
            incident=self.facts.incident,
            playbook=self.playbook.id,
            step=step.id,
            anchor=keyed.entry,
            kind=step.kind,
            title=step.title,
            why=step.why,
            opens_at=opens,
            due_on=due_on,
            due_at=due_at,
            latest_at=latest_at,
            closes_at=_closes(step, due_on, due_at or held, latest_at, calendar),
            say=step.say,
            avoid=step.avoid,
            source=step.source,
            done_by=(step.done_by.get("entry") or ("",))[0],
            must=step.must,
        )

    def _due(
        self, step: Step, counted: Anchor, opens: datetime
    ) -> tuple[date | None, datetime | None]:
        if step.within is None:
            return None, None
        if step.within.is_clock_time and counted.at.precision != "day":
            due = max(self.calendar.instant_after(counted.at, step.within), opens)
            return self.calendar.day_of(due), due
        due_on = self.calendar.date_after(counted.at, step.within)
        return max(due_on, self.calendar.day_of(opens)), None

    def _not_while_away(
        self, step: Step, due_on: date | None, due_at: datetime | None, latest_at: datetime | None
    ) -> tuple[date | None, datetime | None, datetime | None]:
        """Move our own target to when the owner is back; a wait is no target, safety never moves."""
        calendar = self.calendar
        if due_on is None or step.kind == "wait" or self.facts.in_danger:
            return due_on, due_at, latest_at
        moved = calendar.own_target(due_on)
        if moved == due_on:
            return due_on, due_at, latest_at
        end_of_day = calendar.midnight(moved + timedelta(days=1))
        return moved, None, latest_at and max(latest_at, end_of_day)


def _closes(
    step: Step,
    due_on: date | None,
    ends_at: datetime,
    latest_at: datetime | None,
    calendar: Calendar,
) -> datetime | None:
    """A wait ends where the step behind it opens; what only may be done lapses after `latest`."""
    if step.kind == "wait" and due_on is not None:
        return max(calendar.midnight(due_on), ends_at)
    return None if step.must else latest_at


def key_of(item: Item) -> tuple[str, str, EntryId]:
    """Return what `done`, `skip` and `snooze` bind to."""
    return (item.playbook, item.step, item.anchor)
