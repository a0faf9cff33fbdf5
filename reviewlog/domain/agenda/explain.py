"""Why something is due, or why not: every step with what it counts from and what holds it back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.grounds import ground
from reviewlog.domain.agenda.holds import holds_of
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.agenda.never import NeverRule, acts_as
from reviewlog.domain.agenda.standing import held_plans
from reviewlog.domain.agenda.ticks import put_off_until
from reviewlog.domain.agenda.traces import Traces
from reviewlog.domain.agenda.walk import Occurrence, Ruled, Walk
from reviewlog.domain.entry import EntryId
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Cover, Playbook, Step
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import Moment

ASKED = ("open", "later", "held", "waiting", "put off", "lapsed")
"""States of what the agenda holds; each has its item."""
STATES = (*ASKED, "done", "left out", "not asked", "not yet", "worn out")


class Account(NamedTuple):
    """How things stand with one step, for one thing that it counts from."""

    step: str
    """Id of the step; of a standing item what it is called in the agenda."""
    title: str
    state: str
    """One of STATES."""
    item: Item | None = None
    """The item of the agenda, where there is one."""
    rule: Step | None = None
    """The step as the playbook has it; None for what no playbook asks for."""
    after: str = ""
    """What it counts from: a fact or another step."""
    anchor: EntryId | None = None
    anchor_at: Moment | None = None
    until: datetime | None = None
    """When it may be done: of what is later, held, waiting or put off."""
    held_by: str = ""
    """`cooling` or `gap`."""
    done_by: EntryId | None = None
    """The entry that shows it done, or left it out; of a repeat the last time."""
    why: str | None = None
    """The owner's reason for leaving it out."""
    fact: str = ""
    """The fact that rules it out; of a step that is not yet asked for, would rule it out now."""
    word: str = ""
    """What that fact says now."""
    ground: EntryId | None = None
    """The entry that the fact rests on."""
    never: NeverRule | None = None
    """The rule that stands against it."""


def explain(
    playbook: Playbook | None,
    facts: Facts,
    calendar: Calendar,
    shelf: Iterable[Cover] = (),
    step: str | None = None,
) -> tuple[Account, ...]:
    """Return how things stand with every step of an incident, or with the one asked for.

    What is asked for comes first, in the order of the agenda; it agrees with `agenda`.
    """
    items = agenda(playbook, facts, calendar, shelf)
    told = _Telling(playbook, facts, calendar, items)
    accounts = [*told.standing(), *told.plans()]
    for one in playbook.steps if playbook else ():
        accounts += told.step(one)
    place = {(i.playbook, i.step, i.anchor): n for n, i in enumerate(items)}
    accounts.sort(key=lambda a: place[_key(a.item)] if a.item else len(items))
    return tuple(a for a in accounts if step in (None, a.step))


def _key(item: Item) -> tuple[str, str, EntryId]:
    return (item.playbook, item.step, item.anchor)


class _Telling:
    """One pass over a playbook that leaves nothing out."""

    def __init__(
        self, playbook: Playbook | None, facts: Facts, calendar: Calendar, items: list[Item]
    ) -> None:
        self.facts, self.calendar, self.items = facts, calendar, items
        self.traces = Traces(facts)
        self.walk = Walk(playbook, facts, calendar, self.traces) if playbook else None
        self.holds = self.walk.holds if self.walk else holds_of(None, facts, calendar)
        self.entries = {entry.id: entry for entry in facts.entries}

    def standing(self) -> Iterator[Account]:
        """What no playbook asks for."""
        for item in self.items:
            if not item.playbook:
                entry = self.entries[item.anchor]
                yield self._asked(item, None, "", Anchor(entry.id, entry.happened))

    def plans(self) -> Iterator[Account]:
        """What was planned and does not come up because a rule stands against it now."""
        for entry, rule in held_plans(self.facts, self.calendar, self.holds):
            name = f"reminder-{entry.id.seq}"
            title = str(entry.fields.get("text") or "")
            yield Account(
                name, title, "not asked", anchor=entry.id, anchor_at=entry.happened, never=rule
            )

    def step(self, step: Step) -> Iterator[Account]:
        """A step of the playbook: for everything that it counts from."""
        if self.walk is None:
            return
        told = False
        ruled = self.walk.ruled_out(step)
        for occurrence in self.walk.occurrences(step):
            told = True
            if occurrence.worn_out and ruled is None:
                yield self._account(step, "worn out", occurrence.anchor)
            elif occurrence.worn_out and ruled and not occurrence.done:
                yield self._ruled_out(self._account(step, "not asked", occurrence.anchor), ruled)
            elif occurrence.item is None or (ruled and occurrence.done):
                yield self._finished(step, occurrence)
            elif ruled is None:
                yield self._again(step, occurrence, self._in_agenda(occurrence.item))
            else:
                yield self._ruled_out(self._account(step, "not asked", occurrence.anchor), ruled)
        if not told:
            waiting = self._account(step, "not yet", None)
            yield self._ruled_out(waiting, ruled) if ruled else waiting

    def _again(self, step: Step, occurrence: Occurrence, item: Item) -> Account:
        account = self._asked(item, step, step.after, occurrence.anchor)
        return account._replace(done_by=occurrence.done[-1].entry) if occurrence.done else account

    def _in_agenda(self, item: Item) -> Item:
        return next(i for i in self.items if _key(i) == _key(item))

    def _asked(self, item: Item, step: Step | None, after: str, anchor: Anchor) -> Account:
        state, until, by = self._state(item, anchor, step)
        return Account(
            item.step, item.title, state, item, step, after, anchor.entry, anchor.at, until, by
        )

    def _state(
        self, item: Item, anchor: Anchor, step: Step | None
    ) -> tuple[str, datetime | None, str]:
        """Say how an item of the agenda stands, until when, and by what it is held back."""
        if item.kind == "wait":
            return "waiting", item.closes_at, ""
        if item.closes_at is not None and item.closes_at <= item.opens_at:
            return "lapsed", item.closes_at, ""
        put_off = put_off_until(item, self.facts, self.calendar, self.traces)
        if put_off is not None and put_off >= item.opens_at:
            return "put off", put_off, ""
        held_by = self._held_by(item, step)
        if held_by:
            return "held", item.opens_at, held_by
        return ("later" if item.opens_at > anchor.at.start else "open"), item.opens_at, ""

    def _held_by(self, item: Item, step: Step | None) -> str:
        """Say which hold an item opens at: cooling before the smallest gap."""
        kind = acts_as(step) if step else item.kind
        if self.holds.until(kind) != item.opens_at:
            return ""
        return "cooling" if self.holds.cooling_until == item.opens_at else "gap"

    def _finished(self, step: Step, occurrence: Occurrence) -> Account:
        last = self.entries[occurrence.done[-1].entry]
        skipped = last.kind == "step" and last.fields.get("state") == "skipped"
        account = self._account(step, "left out" if skipped else "done", occurrence.anchor)
        return account._replace(done_by=last.id, why=last.fields.get("why") if skipped else None)

    def _ruled_out(self, account: Account, ruled: Ruled) -> Account:
        if ruled.rule:
            return account._replace(never=ruled.rule)
        found = ground(ruled.fact, self.facts)
        return account._replace(
            fact=ruled.fact, word=ruled.word, ground=found.id if found else None
        )

    def _account(self, step: Step, state: str, anchor: Anchor | None) -> Account:
        entry, at = anchor or (None, None)
        return Account(step.id, step.title, state, None, step, step.after, entry, at)
