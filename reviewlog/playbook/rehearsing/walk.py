"""Walking a playbook with a fake clock: an owner who does what is due, and others by a script."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import NOTHING, Entry
from reviewlog.domain.playbook import Step
from reviewlog.domain.vocabulary import SPOKEN
from reviewlog.playbook.rehearsing.examples import Given
from reviewlog.playbook.rehearsing.rehearse import is_offer
from reviewlog.playbook.rehearsing.stage import NOBODY, USUAL, Stage

CAP_DAYS = 400
"""A walk that is not over by then has no end."""
_AT_WORK, _NIGHT = "11:00", "23:59"
_A_WHILE = timedelta(minutes=5)
_CHANNELS = {"call": "phone", "ask": "phone"}
_ASSUMED_VERDICT = "partly"


class Event(NamedTuple):
    """One thing in a walk: `told` by the script, `done` by the owner, a `wait` or an `offer`."""

    what: str
    at: datetime
    entry: Entry | None
    item: Item | None
    unanswered: int
    """Contacts of ours without an answer, after it."""


class Walk(NamedTuple):
    """What became of an incident."""

    events: tuple[Event, ...]
    first_day: date
    last_day: date
    left: tuple[Item, ...]
    """What was still open when the walk was stopped; empty when it came to its end."""
    untold: tuple[Given, ...]
    """Ticks of the script whose step was not open."""

    @property
    def days(self) -> int:
        """How many days it took."""
        return (self.last_day - self.first_day).days

    @property
    def most_unanswered(self) -> int:
        """How many contacts of ours in a row had no answer."""
        return max((event.unanswered for event in self.events), default=0)


def walk(
    stage: Stage, script: Sequence[Given], *, silent: bool = False, cap: int = CAP_DAYS
) -> Walk:
    """Return what happens when an owner does everything on the day it is due.

    `script` is what happens besides, in days from the first; what it says an owner does later
    is not done before. `silent`: after the first day they never answer, not even a call.
    """
    return _Walker(stage, script, silent=silent).to_the_end(cap)


class _Walker:
    """The owner, the script, and the clock between them."""

    def __init__(self, stage: Stage, script: Sequence[Given], *, silent: bool) -> None:
        told = sorted(script, key=lambda given: (given.day, given.at))
        self.stage, self.silent = stage, silent
        self.ahead = [g for g in told if g.day == told[0].day] if silent else told
        self.steps = {step.id: step for step in stage.playbook.steps}
        self.events: list[Event] = []
        self.untold: list[Given] = []
        self.seen: set[tuple[Any, ...]] = set()

    def to_the_end(self, cap: int) -> Walk:
        start = self.ahead[0].day if self.ahead else 0
        day, left = start, list[Item]()
        for day in range(start, start + cap + 1):
            self._live(day)
            left = self._left(self.stage.instant(day, _NIGHT))
            if not left and not self.ahead:
                break
        first, last = self.stage.day(start), self.stage.day(day)
        return Walk(tuple(self.events), first, last, tuple(left), tuple(self.untold))

    def _left(self, at: datetime) -> list[Item]:
        return [item for item in self.stage.shown(at) if not is_offer(item)]

    def _live(self, day: int) -> None:
        """One day: what the script tells at its time, and between it whatever is due."""
        now, tried = self.stage.instant(day, _AT_WORK), set[tuple[Any, ...]]()
        while True:
            ready = self._ready(day, now, tried)
            told = self._told_until(day, ready[0] if ready else None)
            if told is not None:
                now = max(now, self._tell(told))
            elif ready is not None:
                now, item = ready
                tried.add(_key(item))
                self._do(item, now)
                now += _A_WHILE
            else:
                return

    def _told_until(self, day: int, until: datetime | None) -> Given | None:
        """What the script tells next, when that is today and not after what the owner does next."""
        if not self.ahead or self.ahead[0].day > day:
            return None
        at = self.stage.instant(self.ahead[0].day, self.ahead[0].at)
        return self.ahead[0] if until is None or at <= until else None

    def _tell(self, given: Given) -> datetime:
        self.ahead.remove(given)
        entry = self.stage.tell(given)
        at = self.stage.instant(given.day, given.at)
        if entry is None:
            self.untold.append(given)
        else:
            self._keep("told", at, entry, None)
        return at

    def _ready(self, day: int, now: datetime, tried: set[Any]) -> tuple[datetime, Item] | None:
        """The item to do next on a day, and when."""
        today, night = self.stage.day(day), self.stage.instant(day, _NIGHT)
        ready = [
            (max(now, item.opens_at), place, item)
            for place, item in enumerate(self.stage.shown(now))
            if item.opens_at <= night
            and (item.due_on is None or item.due_on <= today)
            and item.kind != "wait"
            and not is_offer(item)
            and _key(item) not in tried
            and not self._comes_later(item)
        ]
        if not ready:
            return None
        at, _, item = min(ready)
        return at, item

    def _comes_later(self, item: Item) -> bool:
        """Whether the script says when it is done, or only they can do it and never will."""
        wanted = self._wanted(item)
        if self.silent and wanted.get("direction") == ("in",):
            return True
        return any(
            given.fields.get("step") == item.step if given.kind == "step" else _shows(given, wanted)
            for given in self.ahead
        )

    def _wanted(self, item: Item) -> Any:
        step = self.steps.get(item.step) if item.playbook else None
        return step.done_by if step else NOTHING

    def _do(self, item: Item, at: datetime) -> None:
        wanted = self._wanted(item)
        if not wanted:
            entry = self.stage.tick(item, at)
        else:
            kind = wanted["entry"][0]
            said = self._said(self.steps[item.step], item)
            entry = self.stage.add(kind, at, self.stage.spelled_out(kind, said))
        self._keep("done", at, entry, item)

    def _said(self, step: Step, item: Item) -> dict[str, Any]:
        """The fields of the entry that shows a step: what `done_by` asks for, else the usual."""
        said: dict[str, Any] = {n: words[0] for n, words in step.done_by.items() if n != "entry"}
        kind = step.done_by["entry"][0]
        if kind == "interaction":
            return self._contact(step, said)
        if kind in ("assessment", "outcome"):
            return self._view() | said
        return {"label": self._letter(item, said)} | said if kind == "attempt" else said

    def _view(self) -> dict[str, Any]:
        """What an owner would say of it where the script says nothing."""
        facts = self.stage.facts
        is_well = facts.pleased or facts.offer == "delivered"
        outcome = "resolved" if is_well else "walked-away"
        return {"verdict": _ASSUMED_VERDICT, "outcome": outcome}

    def _contact(self, step: Step, said: dict[str, Any]) -> dict[str, Any]:
        usual = {
            "direction": "out",
            "channel": _CHANNELS.get(step.kind, "email"),
            "who": self.stage.facts.customer or NOBODY,
        } | said
        ours = usual["direction"] == "out" and usual["channel"] in SPOKEN
        return usual | {"no_answer": True} if self.silent and ours else usual

    def _letter(self, item: Item, said: dict[str, Any]) -> str:
        """The attempt that an item is about; a new offer takes the next letter."""
        anchor = next((e for e in self.stage.entries if e.id == item.anchor), None)
        if anchor is not None and anchor.kind == "attempt":
            return str(anchor.fields.get("label"))
        attempts = self.stage.facts.attempts
        if said.get("state", "offered") == "offered":
            return chr(ord("A") + len(attempts))
        return attempts[-1].label if attempts else "A"

    def _keep(self, what: str, at: datetime, entry: Entry, item: Item | None) -> None:
        """Keep what happened, and the waits and offers that stand there since."""
        unanswered = self.stage.facts.contacts.unanswered
        self.events.append(Event(what, at, entry, item, unanswered))
        for new in self.stage.shown(at):
            what = "wait" if new.kind == "wait" else "offer" if is_offer(new) else ""
            if what and (key := (*_key(new), new.due_on)) not in self.seen:
                self.seen.add(key)
                self.events.append(Event(what, at, None, new, unanswered))


def _key(item: Item) -> tuple[Any, ...]:
    return (item.playbook, item.step, item.anchor)


def _shows(given: Given, wanted: Any) -> bool:
    """Whether what the script tells is the entry that shows a step."""
    fields = {**USUAL.get(given.kind, NOTHING), **given.fields}
    if wanted.get("entry") != (given.kind,) or "no_answer" in fields.get("also", ()):
        return False
    return all(str(fields.get(name)) in words for name, words in wanted.items() if name != "entry")
