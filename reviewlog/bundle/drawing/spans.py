"""The days of a drawing, put together until they are few: days, weeks, months, quarters, years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

MOST = 10
"""Columns that fit beside each other and can still be read."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, with its words."""

    first: date
    last: date
    """The last day of it on which anything happened."""
    top: str
    below: str
    gap: str = ""
    """How long nothing happened before it, where that is worth saying."""

    def holds(self, day: date) -> bool:
        """Whether a day falls into it."""
        return self.first <= day <= self.last


def spans_of(days: Sequence[date]) -> list[Span]:
    """Return the days of a drawing as few spans as can be read, in their order."""
    known = sorted(set(days))
    for key, words in _WAYS:
        parts: dict[object, list[date]] = {}
        for day in known:
            parts.setdefault(key(day), []).append(day)
        if len(parts) <= MOST:
            return _with_gaps([words(part[0], part[-1]) for part in parts.values()])
    size = -(-len(known) // MOST)
    slices = [known[at : at + size] for at in range(0, len(known), size)]
    return _with_gaps([_years(part[0], part[-1]) for part in slices])


_MINUTES = (10, 20, 30, 60, 120, 180, 240, 360, 720)
"""Stretches that a busy day is divided into."""


_Times = Sequence[tuple[date, time | None]]


def hours_of(times: _Times) -> list[tuple[Span, list[int]]]:
    """Return what happened within few days as few stretches of hours, each with its places."""
    ways = (_stretches(times, minutes) for minutes in _MINUTES)
    parts = next((way for way in ways if len(way) <= MOST), None) or [list(range(len(times)))]
    return [(_stretch([times[place] for place in places]), places) for places in parts]


def _stretches(times: _Times, minutes: int) -> list[list[int]]:
    """Return the places of what falls into the same stretch; what has no time stands by itself."""
    parts: dict[tuple[date, int], list[int]] = {}
    for place, (day, at) in enumerate(times):
        stretch = -1 if at is None else (60 * at.hour + at.minute) // minutes
        parts.setdefault((day, stretch), []).append(place)
    return list(parts.values())


def _stretch(times: _Times) -> Span:
    day = times[0][0]
    known = [f"{at:%H:%M}" for _, at in times if at is not None] or ["no time"]
    first, last = min(known), max(known)
    words = first if first == last else f"{first}–{last}"  # noqa: RUF001
    return Span(day, day, words, f"{day.day} {day:%b %Y}")


def _with_gaps(spans: list[Span]) -> list[Span]:
    """Say how many days lie between two spans, where these are single days."""
    found = spans[:1]
    for before, span in pairwise(spans):
        between = (span.first - before.last).days
        single = before.first == before.last and span.first == span.last
        gap = f"{between} days" if single and between > 1 else ""
        found.append(Span(span.first, span.last, span.top, span.below, gap))
    return found


def _day(first: date, last: date) -> Span:
    return Span(first, last, f"{first.day} {first:%b}", f"{first:%a %Y}")


def _week(first: date, last: date) -> Span:
    if first == last:
        return _day(first, last)
    same = first.month == last.month
    begin = f"{first.day}" if same else f"{first.day} {first:%b}"
    return Span(first, last, f"{begin}–{last.day} {last:%b}", f"{last:%Y}")  # noqa: RUF001


def _month(first: date, last: date) -> Span:
    return Span(first, last, f"{first:%b}", f"{first:%Y}")


def _quarter(first: date, last: date) -> Span:
    begin = first.replace(month=first.month - (first.month - 1) % 3, day=1)
    end = begin.replace(month=begin.month + 2)
    return Span(first, last, f"{begin:%b}–{end:%b}", f"{first:%Y}")  # noqa: RUF001


def _years(first: date, last: date) -> Span:
    same = first.year == last.year
    return Span(first, last, f"{first:%Y}" if same else f"{first:%Y}–{last:%Y}", "")  # noqa: RUF001


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_Key = Callable[[date], object]
_WAYS: tuple[tuple[_Key, Callable[[date, date], Span]], ...] = (
    (lambda day: day, _day),
    (_monday, _week),
    (lambda day: (day.year, day.month), _month),
    (lambda day: (day.year, (day.month - 1) // 3), _quarter),
    (lambda day: day.year, _years),
)
