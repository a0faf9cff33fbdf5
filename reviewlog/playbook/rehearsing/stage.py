"""A log of one incident in the making: what an example tells, as the entries the logbook would hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import NOTHING, Entry, EntryId
from reviewlog.domain.facts.facts import Facts, fold
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.playbook import Cover, Playbook
from reviewlog.domain.relations import settle
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import exactly, moment_to_field, offset_minutes, utc_text
from reviewlog.playbook.rehearsing.examples import Given

FIRST_DAY = date(2026, 3, 2)
"""Day 0 of every example: a Monday, four weeks before the clocks change in London."""
LONDON = Calendar(zone="Europe/London")
NOBODY = "nobody"
"""As `who`: the person is not known."""
_LOG, _INCIDENT = "rehearsal", "rehearsal"
USUAL: Mapping[str, Mapping[str, Any]] = {
    "interaction": {"direction": "in", "channel": "phone", "who": "Dana"},
    "review": {"state": "up", "site": "google"},
    "demand": {"state": "open"},
    "attempt": {"state": "offered", "label": "A"},
    "assessment": {"verdict": "unknown"},
    "outcome": {"state": "closed", "outcome": "resolved"},
    "evidence": {"file": {"name": "picture.png", "size": 1, "sha256": "0" * 64, "type": "image/png"}},
    "note": {"text": "A note."},
    "step": {"state": "done"},
}  # fmt: skip
"""What goes without saying in an example, by kind of entry."""


class Stage:
    """One incident that follows one playbook, told entry by entry."""

    def __init__(
        self,
        playbook: Playbook,
        shelf: Iterable[Cover] = (),
        rules: Mapping[str, SiteRule] = NOTHING,
        calendar: Calendar = LONDON,
        first_day: date = FIRST_DAY,
    ) -> None:
        self.playbook, self.calendar, self.first_day = playbook, calendar, first_day
        self.entries: list[Entry] = []
        self._shelf, self._rules = tuple(shelf), rules
        self._facts: Facts | None = None
        self._agenda: list[Item] | None = None

    @property
    def facts(self) -> Facts:
        """What the entries say now."""
        if self._facts is None:
            self._facts = fold(_INCIDENT, settle(self.entries), rules=self._rules)
        return self._facts

    @property
    def agenda(self) -> list[Item]:
        """What is open now, in the agenda's order."""
        if self._agenda is None:
            self._agenda = agenda(self.playbook, self.facts, self.calendar, self._shelf)
        return self._agenda

    def day(self, number: int) -> date:
        """Return the date of a day's number."""
        return self.first_day + timedelta(days=number)

    def instant(self, number: int, at: str) -> datetime:
        """Return a time of day on a numbered day, in the stage's zone."""
        return datetime.combine(self.day(number), time.fromisoformat(at), self.calendar.tz)

    def shown(self, at: datetime) -> list[Item]:
        """Return the agenda without what has lapsed or ended by an instant."""
        return [i for i in self.agenda if i.closes_at is None or i.closes_at > at]

    def tell(self, given: Given) -> Entry | None:
        """Add what an example says; None when it ticks a step that is not open then."""
        at, fields = self.instant(given.day, given.at), dict(given.fields)
        if given.kind == "step":
            item = self.item(str(fields["step"]), at)
            return item and self.tick(item, at, fields.get("state", "done"))
        return self.add(given.kind, at, self.spelled_out(given.kind, fields))

    def item(self, step: str, at: datetime) -> Item | None:
        """Return the item of a step that can be done at an instant, else its first."""
        items = [item for item in self.shown(at) if item.step == step]
        return next((i for i in items if i.opens_at <= at), items[0] if items else None)

    def tick(self, item: Item, at: datetime, state: str = "done") -> Entry:
        """Tick an item off, or leave it out."""
        fields = {"state": state, "playbook": item.playbook, "step": item.step,
                  "step_kind": item.kind, "anchor": str(item.anchor), "title": item.title}  # fmt: skip
        return self.add("step", at, fields)

    def add(self, kind: str, at: datetime, fields: Mapping[str, Any]) -> Entry:
        """Add an entry; of entries at one instant the later told is a second later."""
        while any(e.happened.start == at for e in self.entries if e.kind != "playbook"):
            at += timedelta(seconds=1)
        entry = self._put(kind, at, {"happened_at": moment_to_field(exactly(at)), **fields})
        if len(self.entries) == 1:
            pin = {"id": self.playbook.id, "digest": self.playbook.digest}
            self._put("playbook", at, pin)
        return entry

    def _put(self, kind: str, at: datetime, fields: Mapping[str, Any]) -> Entry:
        """Add it as written when told: what is told late was written down late."""
        number = len(self.entries) + 1
        latest = self.entries[-1].recorded_at if self.entries else at
        entry = Entry(
            id=EntryId(_LOG, number), command=number, incident=_INCIDENT, n=number, kind=kind,
            recorded_at=max(latest, at).astimezone(UTC), offset_min=offset_minutes(at),
            rel=None, refs=(), leaf=f"{number:064x}", header=b"",
            fields={name: value for name, value in fields.items() if value is not None},
        )  # fmt: skip
        self.entries.append(entry)
        self._facts = self._agenda = None
        return entry

    def spelled_out(self, kind: str, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields as an entry keeps them, with what goes without saying."""
        fields = {**USUAL.get(kind, NOTHING), **said}
        fields |= dict.fromkeys(fields.pop("also", ()), True)
        if fields.get("who") == NOBODY:
            fields["who"] = None
        for name, spell in self._spellings().items():
            if name in fields:
                fields[name] = spell(fields[name])
        return fields | self._joined(kind, fields, said)

    def _spellings(self) -> dict[str, Callable[[int], Any]]:
        midnight = self.calendar.midnight
        return {
            "cool_until": lambda day: utc_text(midnight(self.day(day))),
            "due": lambda day: moment_to_field(self.calendar.day(self.day(day))),
        }

    def _joined(self, kind: str, fields: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
        """Say which demand is answered, or which review changed or went: the one that stands."""
        if kind == "demand" and fields["state"] != "open":
            life = _last([t for t in self.facts.demands if t.state == "open"], self.facts.demands)
            return {"of": str(life.first.id)} if life else {}
        if kind == "review" and fields["state"] != "up":
            lives = [t for t in self.facts.reviews if _is_of(t, said)]
            life = _last([t for t in lives if t.state != "gone"], lives)
            return {"of": str(life.first.id), "site": life.fields.get("site")} if life else {}
        return {}


def _is_of(track: Track, said: Mapping[str, Any]) -> bool:
    """Whether a review may be the one meant, by what was said of its site and its author."""
    return all(track.fields.get(n) == said[n] for n in ("site", "nick") if n in said)


def _last(best: Iterable[Track], else_of: Iterable[Track]) -> Track | None:
    return next(reversed([*else_of, *best]), None)
