"""Being away: our own dates move behind it, what others set does not."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from reviewlog.domain.entry import Draft
from reviewlog.domain.time.calendar import LONGEST_BREAK
from reviewlog.domain.usage_errors import BadPeriodError
from reviewlog.logbook.base import Book, checked_text
from reviewlog.logbook.opening.surroundings import Absence, absences


class Moved(NamedTuple):
    """A step of ours with the date it had and the one it has now."""

    item: dict[str, Any]
    before: date
    after: date


class Leave(NamedTuple):
    """The answer to being away."""

    absence: Absence
    moved: tuple[Moved, ...]
    stays: tuple[dict[str, Any], ...]
    """What is due in that time and waits for nobody: their dates, promises, reminders."""


class Away(Book):
    """The verb away."""

    def away(self, first: date, last: date, why: str | None) -> Leave:
        """Note that the owner is away; the dates they set for themselves move behind it.

        Raises BadPeriodError.
        """
        checked_text(why, "the reason")
        if last < first:
            raise BadPeriodError(first, last, "turned")
        if (last - first).days >= LONGEST_BREAK:
            raise BadPeriodError(first, last, "long")
        fields = {"away_from": first.isoformat(), "away_to": last.isoformat(), "text": why}
        with self.store.writing():
            before = {_key(item): item["due_on"] for item in self.store.projections.dated()}
            (entry,) = self.record([Draft("setting", fields)]).entries
            self.date_anew()
            after = self.store.projections.dated()
        stays = _staying(after, first, last)
        return Leave(Absence(entry, first, last, why), tuple(_moved(before, after)), tuple(stays))

    def absences(self) -> list[Absence]:
        """Return when the owner is away or was, by the first day."""
        with self.store.reading():
            return absences(self.store.log.general())


def _key(item: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(item[name] for name in ("incident", "playbook", "step", "anchor"))


def _moved(before: dict[tuple[Any, ...], str], after: list[dict[str, Any]]) -> Iterator[Moved]:
    for item in after:
        was, on = before.get(_key(item)), item["due_on"]
        if was is not None and was != on:
            yield Moved(item, date.fromisoformat(was), date.fromisoformat(on))


def _staying(items: list[dict[str, Any]], first: date, last: date) -> Iterator[dict[str, Any]]:
    for item in items:
        inside = first.isoformat() <= item["due_on"] <= last.isoformat()
        if inside and not item["playbook"] and item["kind"] != "wait":
            yield item
