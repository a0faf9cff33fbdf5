"""The agenda: a pure function of playbook, facts and calendar.

It never asks what time it is. An item has a window and a due date; `due` shows the items
whose window holds on the day it is asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts import Anchor, Facts, track_key
from reviewlog.domain.item import Item
from reviewlog.domain.never import CONTACT_KINDS, bar
from reviewlog.domain.playbook import Conditions, Playbook, Step
from reviewlog.domain.standing import standing_items
from reviewlog.domain.ticks import is_tick, still_open


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
            items += [replace(item, rank=rank + 1) for item in walk.open_items(step)]
    offers = still_open(_offers(shelf, playbook, facts, calendar), facts, calendar)
    kept = still_open(items, facts, calendar)
    return offers + sorted(kept, key=lambda i: (i.due_on or date.max, i.rank, i.step, i.anchor))


def matches(conditions: Conditions, facts: Facts, *, budget_used: bool) -> bool:
    """Whether every fact has one of the words allowed for it."""
    words = fact_words(facts, budget_used=budget_used)
    return all(set(words[name]) & set(allowed) for name, allowed in conditions.items())


def excludes(conditions: Conditions, facts: Facts, *, budget_used: bool) -> bool:
    """Whether any fact has one of the words that rule it out."""
    words = fact_words(facts, budget_used=budget_used)
    return any(set(words[name]) & set(ruled_out) for name, ruled_out in conditions.items())


def fact_words(facts: Facts, *, budget_used: bool) -> dict[str, tuple[str, ...]]:
    """Return the facts in the words that playbooks use (`playbook.FACT_WORDS`)."""
    return {
        "threat": (facts.threat,),
        "review": (facts.review,),
        "verdict": (facts.verdict,),
        "demand": (facts.demand,),
        "offer": (facts.offer,),
        "quote": ("kept" if facts.quote_kept else "missing",),
        "pleased": ("said" if facts.pleased else "unsaid",),
        "customer": ("known" if facts.customer else "unknown",),
        "budget": ("used" if budget_used else "left",),
    }


_MAKES_IT_FIT = {"review": "review", "budget": "outbound", "threat": "threat"}


def _offers(
    shelf: Iterable[Playbook], current: Playbook | None, facts: Facts, calendar: Calendar
) -> Iterator[Item]:
    """Offer a playbook that a fact newer than the last choice makes fit; never switch silently."""
    if current is None or facts.closed:
        return
    used = facts.contacts.unanswered >= current.budget.unanswered
    chosen = max((e.written_order for e in facts.entries if e.kind == "playbook"), default=None)
    written = {e.id: e.written_order for e in facts.entries}
    for other in shelf:
        if other.id == current.id or not matches(other.use_when, facts, budget_used=used):
            continue
        if excludes(other.not_when, facts, budget_used=used):
            continue
        names = [_MAKES_IT_FIT[n] for n in other.use_when if n in _MAKES_IT_FIT]
        anchors = [a for name in names for a in facts.anchors[name]]
        new = [a for a in anchors if chosen is None or written[a.entry] > chosen]
        if new:
            yield _offer(other, facts, new[-1], calendar)


def _offer(other: Playbook, facts: Facts, anchor: Anchor, calendar: Calendar) -> Item:
    return Item(
        incident=facts.incident,
        playbook="",
        step=f"use-{other.id}",
        anchor=anchor.entry,
        kind="decide",
        title=f"Follow the playbook {other.id} from here on?",
        why=f"What you wrote down fits it better: {other.title}.",
        say=(f"reviewlog playbook use N {other.id}",),
        opens_at=anchor.at.start,
        due_on=calendar.day_of(anchor.at.start),
        done_by="playbook",
    )


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
                again = replace(step, within=step.repeat.every, not_before=step.repeat.every)
                yield self._item(again, anchor, times[-1])

    def _answers(self, step: Step) -> Iterator[Item]:
        """One item for all they said since we got back to them.

        It counts from the first, so that calling twice puts no deadline off, and is keyed by
        the last, so that what they say now brings back what was put off.
        """
        fresh: list[Anchor] = []
        for anchor in self._anchors("inbound"):
            fresh = [] if self._fulfilments(step, anchor) else [*fresh, anchor]
        if fresh:
            yield self._item(step, fresh[-1], fresh[0])

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
