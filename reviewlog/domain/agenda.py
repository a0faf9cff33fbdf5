"""The agenda: a pure function of playbook, facts and calendar.

It never asks what time it is. An item has a window and a due date; `due` shows the items
whose window holds on the day it is asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts import Anchor, Facts
from reviewlog.domain.item import Item
from reviewlog.domain.moment import utc_from_text
from reviewlog.domain.never import CONTACT_KINDS, bar
from reviewlog.domain.playbook import Conditions, Playbook, Step
from reviewlog.domain.standing import standing_items


def agenda(
    playbook: Playbook | None,
    facts: Facts,
    calendar: Calendar,
    shelf: Iterable[Playbook] = (),
) -> list[Item]:
    """Return the open items of an incident, in the order in which an owner would take them.

    `shelf` are the playbooks that may be offered when a new fact makes one of them fit.
    """
    items = [*standing_items(facts, calendar), *_offers(shelf, playbook, facts, calendar)]
    if playbook is not None:
        walk = _Walk(playbook, facts, calendar)
        for rank, step in enumerate(playbook.steps):
            items += [replace(item, rank=rank + 1) for item in walk.open_items(step)]
    kept = [put_off for item in items if (put_off := _after_ticks(item, facts, calendar))]
    return sorted(kept, key=lambda i: (i.due_on or date.max, i.rank, i.step, i.anchor))


def matches(conditions: Conditions, facts: Facts, *, budget_used: bool) -> bool:
    """Whether every fact has one of the words allowed for it."""
    words = fact_words(facts, budget_used=budget_used)
    return all(set(words[name]) & set(allowed) for name, allowed in conditions.items())


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
        if other.not_when and matches(other.not_when, facts, budget_used=used):
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
        for anchor in self._anchors(step.after):
            times = self._fulfilments(step, anchor)
            if not times:
                yield self._item(step, anchor, anchor)
            elif step.repeat and len(times) < step.repeat.at_most:
                again = replace(step, within=step.repeat.every, not_before=step.repeat.every)
                yield self._item(again, anchor, times[-1])

    def _fits(self, step: Step) -> bool:
        facts, used = self.facts, self.budget_used
        if facts.closed and step.kind not in ("debrief", "watch"):
            return False
        if step.kind == "wait" and facts.contacts.unanswered == 0:
            return False
        if not matches(step.when, facts, budget_used=used):
            return False
        if step.unless and any(
            matches({name: words}, facts, budget_used=used) for name, words in step.unless.items()
        ):
            return False
        return bar(step, facts, budget_used=used) is None

    def _anchors(self, name: str) -> tuple[Anchor, ...]:
        if name == "unanswered":
            return self.facts.anchors["outbound"] if self.facts.contacts.unanswered else ()
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
            if _is_tick(e, self.playbook.id, step.id, anchor.entry)
            and e.fields.get("state") in ("done", "skipped")
        ]
        shown = [
            Anchor(e.id, e.happened)
            for e in self.facts.entries
            if step.done_by and fulfils(e, step.done_by, anchor)
        ]
        return sorted(shown + ticks, key=lambda a: (a.at.start, a.entry))

    def _item(self, step: Step, keyed: Anchor, counted: Anchor) -> Item:
        calendar, at = self.calendar, counted.at
        opens = calendar.instant_after(at, step.not_before) if step.not_before else at.start
        opens = max(opens, self._held_until(step) or opens)
        due_on, due_at = self._due(step, counted, opens)
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
            latest_at=calendar.instant_after(at, step.latest) if step.latest else None,
            closes_at=_end_of_wait(step, due_on, due_at, calendar),
            say=step.say,
            avoid=step.avoid,
            source=step.source,
            done_by=(step.done_by.get("entry") or ("",))[0],
            must=step.must,
        )

    def _held_until(self, step: Step) -> datetime | None:
        """Cooling and the smallest gap hold back every contact from us."""
        if step.kind not in CONTACT_KINDS:
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


def _end_of_wait(
    step: Step, due_on: date | None, due_at: datetime | None, calendar: Calendar
) -> datetime | None:
    """A wait ends where the step behind it opens: at the start of its last day."""
    if step.kind != "wait" or due_on is None:
        return None
    return due_at or calendar.midnight(due_on)


def _is_tick(entry: Entry, playbook: str, step: str, anchor: EntryId) -> bool:
    fields = entry.fields
    return (
        entry.kind == "step"
        and fields.get("playbook") == playbook
        and fields.get("step") == step
        and fields.get("anchor") == str(anchor)
    )


def _after_ticks(item: Item, facts: Facts, calendar: Calendar) -> Item | None:
    """Drop an item that was ticked; put off one that was snoozed, unless they spoke up since.

    Playbook steps were matched against their ticks already, so that a repeat survives.
    """
    ticks = [e for e in facts.entries if _is_tick(e, item.playbook, item.step, item.anchor)]
    if not item.playbook and any(t.fields.get("state") in ("done", "skipped") for t in ticks):
        return None
    snoozes = [t for t in ticks if t.fields.get("state") == "snoozed"]
    if not snoozes:
        return item
    last = max(snoozes, key=lambda e: e.written_order)
    inbound = facts.contacts.last_inbound
    if inbound is not None and inbound.start >= last.happened.start:
        return item
    until = utc_from_text(last.fields["until"])
    return replace(
        item,
        opens_at=max(item.opens_at, until),
        due_on=max(item.due_on or date.min, calendar.day_of(until)),
        due_at=None,
    )
