"""The agenda: a pure function of playbook, facts and calendar.

It never asks what time it is. An item has a window and a due date; `due` shows the items
whose window holds on the day it is asked for.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from reviewlog.domain.anchors import Anchor
from reviewlog.domain.calendar import Calendar
from reviewlog.domain.conditions import excludes, matches
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts import Facts
from reviewlog.domain.item import Item
from reviewlog.domain.never import CONTACT_KINDS, bar
from reviewlog.domain.offers import offers
from reviewlog.domain.playbook import Conditions, Playbook, Step
from reviewlog.domain.standing import FIRST, standing_items
from reviewlog.domain.ticks import is_tick, still_open
from reviewlog.domain.tracks import track_key


def agenda(
    playbook: Playbook | None,
    facts: Facts,
    calendar: Calendar,
    shelf: Iterable[Playbook] = (),
) -> list[Item]:
    """Return the open items of an incident, in the order in which an owner would take them.

    `shelf` are the playbooks that may be offered when a new fact makes one of them fit.
    """
    items = [*standing_items(facts, calendar)]
    if playbook is not None:
        walk = _Walk(playbook, facts, calendar)
        for rank, step in enumerate(playbook.steps):
            items += [item._replace(rank=rank + 1) for item in walk.open_items(step)]
    offered = still_open(offers(shelf, playbook, facts, calendar), facts, calendar)
    kept = still_open(items, facts, calendar)
    return offered + sorted(kept, key=_urgency)


def _urgency(item: Item) -> tuple[bool, date, int, str, EntryId]:
    """Safety before everything; then by day, and within a day as the playbook has it."""
    return (item.rank != FIRST, item.due_on or date.max, item.rank, item.step, item.anchor)


class _Walk:
    """One pass over a playbook's steps with one set of facts."""

    def __init__(self, playbook: Playbook, facts: Facts, calendar: Calendar) -> None:
        self.playbook = playbook
        self.facts = facts
        self.calendar = calendar
        self.budget_used = facts.contacts.unanswered >= playbook.budget.unanswered
        self.steps = {step.id: step for step in playbook.steps}

    def open_items(self, step: Step) -> Iterator[Item]:
        if not self._fits(step):
            return
        if step.after == "inbound":
            yield from self._answers(step)
            return
        for anchor in self._anchors(step.after):
            times = self._fulfilments(step, anchor)
            if not times:
                yield self._item(step, anchor, anchor)
            elif step.repeat and len(times) < step.repeat.at_most:
                again = step._replace(within=step.repeat.every, not_before=step.repeat.every)
                yield self._item(again, anchor, times[-1])

    def _answers(self, step: Step) -> Iterator[Item]:
        """One item for all they said since we got back to them, or since it was ticked.

        It counts from the first, so that calling twice puts no deadline off.
        """
        settled: datetime | None = None
        for anchor in self._anchors("inbound"):
            times = self._fulfilments(step, anchor)
            if times:
                settled = max(settled or times[-1].at.end, times[-1].at.end)
            elif settled is None or anchor.at.start > settled:
                yield self._item(step, anchor, anchor)
                return

    def _fits(self, step: Step) -> bool:
        facts, used = self.facts, self.budget_used
        if facts.closed and step.kind not in ("debrief", "watch"):
            return False
        if step.kind == "wait" and facts.contacts.unanswered == 0:
            return False
        if not matches(step.when, facts, budget_used=used):
            return False
        if excludes(step.unless, facts, budget_used=used):
            return False
        return bar(step, facts, budget_used=used) is None

    def _anchors(self, name: str) -> tuple[Anchor, ...]:
        if name in self.facts.anchors:
            return self.facts.anchors[name]
        before = self.steps.get(name)
        if before is None:
            return ()
        ends = [self._fulfilments(before, anchor) for anchor in self._anchors(before.after)]
        return tuple(times[-1] for times in ends if times)

    def _fulfilments(self, step: Step, anchor: Anchor) -> list[Anchor]:
        """When the step was done, by entries that show it and by ticks."""
        ticks = [
            Anchor(e.id, e.happened)
            for e in self.facts.entries
            if is_tick(e, self.playbook.id, step.id, anchor.entry)
            and e.fields.get("state") in ("done", "skipped")
        ]
        elsewhere = self._elsewhere(anchor)
        shown = [
            Anchor(e.id, e.happened)
            for e in self.facts.entries
            if step.done_by and fulfils(e, step.done_by, anchor) and e.id not in elsewhere
        ]
        return sorted(shown + ticks, key=lambda a: (a.at.start, a.entry))

    def _elsewhere(self, anchor: Anchor) -> set[EntryId]:
        """Entries of another demand or attempt than the anchor's: they say nothing about it."""
        entries = self.facts.entries
        ours = next((e for e in entries if e.id == anchor.entry), None)
        if ours is None or ours.kind not in ("demand", "attempt"):
            return set()
        key = track_key(ours)
        return {
            e.id for e in entries if e.kind == ours.kind and key not in (track_key(e), str(e.id))
        }

    def _item(self, step: Step, keyed: Anchor, counted: Anchor) -> Item:
        calendar, at = self.calendar, counted.at
        opens = calendar.instant_after(at, step.not_before) if step.not_before else at.start
        held = self._held_until(step) or opens
        if step.kind != "wait":
            opens = max(opens, held)
        due_on, due_at = self._due(step, counted, max(opens, held))
        latest_at = calendar.instant_after(at, step.latest) if step.latest else None
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

    def _held_until(self, step: Step) -> datetime | None:
        """Cooling and the smallest gap hold back every contact from us, and prolong a wait."""
        if step.kind not in CONTACT_KINDS and step.kind != "wait":
            return None
        contacts = self.facts.contacts
        holds = [contacts.cooling_until]
        if contacts.last_unanswered is not None:
            gap = self.playbook.budget.gap
            holds.append(self.calendar.instant_after(contacts.last_unanswered, gap))
        return max((h for h in holds if h is not None), default=None)

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


def fulfils(entry: Entry, wanted: Conditions, anchor: Anchor) -> bool:
    """Whether an entry shows that a step is done: right kind, right values, not too early.

    A contact that nobody answered uses up budget and fulfils nothing.
    """
    kind, *_ = wanted.get("entry", ("",))
    if entry.kind != kind or entry.id == anchor.entry or entry.fields.get("no_answer"):
        return False
    if entry.happened.end < anchor.at.start:
        return False
    return all(
        str(entry.fields.get(name)) in words for name, words in wanted.items() if name != "entry"
    )


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
