"""The grammar of dates: a small one of our own, echoed back, never guessed.

What it does not know is refused with examples.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.clocktimes import (
    clock_distance,
    minutes_in,
    part_of_day,
    time_of_day,
    which_hour,
)
from reviewlog.domain.time.dayreader import SLACK, DayReader
from reviewlog.domain.time.daywords import FIRST_YEAR, LAST_YEAR
from reviewlog.domain.time.moment import PARTS, Moment, about, exactly, is_doubled
from reviewlog.domain.usage_errors import (
    AmbiguousDateError,
    BadDateError,
    FutureError,
    LongAgoError,
    PastError,
)

LONGEST = 100
"""Characters: nobody says a date with more."""
_NEAR = timedelta(days=8)
_ABOUT = ("about ", "around ", "ca. ", "ca ", "~")
_Cut = tuple[list[str], str, bool]


class Reader(NamedTuple):
    """Reads dates as said at a moment, in a calendar."""

    now: datetime
    """Aware, in any zone."""
    calendar: Calendar
    order: str | None = None
    """`day-month` or `month-day`; None refuses what could be both."""

    def past(self, text: str) -> Moment:
        """Return when something happened. Raises BadDateError, LongAgoError, FutureError."""
        moment = self._read(text, future=False)
        if self._is_ahead(moment):
            raise FutureError(text, moment, self.now, self._a_day_off(text, moment, future=False))
        return self._until_now(moment)

    def future(self, text: str) -> Moment:
        """Return when something is due. Raises BadDateError, PastError."""
        moment = self._read(text, future=True)
        if self._is_over(moment):
            raise PastError(text, moment, self.now, self._a_day_off(text, moment, future=True))
        return moment

    def either(self, text: str) -> Moment:
        """Return a date that was to come when it was set; it may be over by now."""
        return self._read(text, future=True)

    def day(self, text: str) -> date:
        """Return a date, past or to come, as `--on` takes it. Raises BadDateError."""
        return self.calendar.day_of(self._read(text, future=True).start)

    def works(self, text: str, *, future: bool) -> bool:
        """Whether the words can be said of what is due, or of what happened."""
        try:
            found = self._found(text, future=future)
        except AmbiguousDateError:
            return False
        if found is None or found.start.year < FIRST_YEAR:
            return False
        return not (self._is_over(found) if future else self._is_ahead(found))

    @property
    def today(self) -> date:
        """The local date."""
        return self.calendar.day_of(self.now)

    @property
    def _instant(self) -> datetime:
        """Now, fit for sums: those of a local time count what the clock on the wall shows."""
        return self.now.astimezone(UTC)

    def _until_now(self, moment: Moment) -> Moment:
        """End what has happened here: "today" answers only what came before."""
        return moment._replace(end=max(moment.start, min(moment.end, self._instant)))

    def _is_ahead(self, moment: Moment) -> bool:
        return moment.start > self._instant + SLACK

    def _is_over(self, moment: Moment) -> bool:
        """A day lasts until midnight, a part of today until it ends, a minute until the next."""
        if moment.local.date() < self.today:
            return True
        if moment.precision == "day" and moment.part is None:
            return False
        return moment.end < self._instant.replace(second=0, microsecond=0)

    def _a_day_off(self, text: str, moment: Moment, *, future: bool) -> Moment | None:
        """Return what the words mean said a day earlier (or later), where that can be meant.

        A time of today that is still to come was yesterday; a weekday with such a time was a
        week ago. A distance and a date of the calendar mean what they say.
        """
        said = _plain(text)
        fixed = "last" in said.split() or clock_distance(said, future=True) is not None
        if fixed or moment.local.date() != self.today:
            return None
        there = self.now.astimezone(self.calendar.tz) + timedelta(days=1 if future else -1)
        found = self._replace(now=there)._found(text, future=future)
        if found is None or found == moment or abs(found.start - self._instant) > _NEAR:
            return None
        if future:
            return None if self._is_over(found) else found
        return None if self._is_ahead(found) else self._until_now(found)

    def _read(self, text: str, *, future: bool) -> Moment:
        found = self._found(text, future=future)
        if found is None:
            from reviewlog.domain.time.misreadings import misread

            raise BadDateError(text, future, *misread(_plain(text), self, future=future))
        if found.start.year < FIRST_YEAR:
            raise LongAgoError(text, self.now)
        return found

    def _found(self, text: str, *, future: bool) -> Moment | None:
        """Return what the words mean, None when they mean nothing. Raises AmbiguousDateError."""
        if len(text) > LONGEST:
            return None
        said = _plain(text)
        return self._meant(said, text, future=future) or self._near(said, text, future=future)

    def _near(self, said: str, text: str, *, future: bool) -> Moment | None:
        """`Tue 24 Nov, in 3 days`: both must say the same."""
        from reviewlog.domain.time.distances import day_apart, is_distance

        cut = day_apart(said)
        found = self._meant(cut[0], text, future=future) if cut else None
        if cut is None or found is None:
            return None
        return found if is_distance(cut[1], found.local.date(), self.today) else None

    def _meant(self, words: str, text: str, *, future: bool) -> Moment | None:
        said, fold = which_hour(words)
        bare = next((said[len(p) :].strip() for p in _ABOUT if said.startswith(p)), None)
        try:
            found = self._moment(bare or said, fold, text, future=future)
        except (OverflowError, ValueError):  # a day outside the years that a calendar has
            return None
        if found is not None and found.start.year > LAST_YEAR:
            return None
        if found is not None and bare is not None and found.precision == "exact":
            return about(found.start.astimezone(self.calendar.tz))
        return found

    def _moment(self, said: str, fold: int | None, text: str, *, future: bool) -> Moment | None:
        at = self._iso_instant(said, fold)
        if at is None and fold is None:
            distance = clock_distance(said, future=future)
            at = None if distance is None else self._instant + distance
        if at is not None:
            return exactly(at.astimezone(self.calendar.tz))
        words = said.split()
        if (cut := part_of_day(words)) is not None:
            return None if fold is not None else self._in_part(*cut, text, future=future)
        if fold is None and (on := self._day(words, text, future=future)) is not None:
            return self.calendar.day(on)
        return self._timed(words, fold, text, future=future)

    def _timed(
        self, words: list[str], fold: int | None, text: str, *, future: bool
    ) -> Moment | None:
        """Try every way to cut the words into a day and a time of day."""
        for day, said, near in _cuts(words):
            at = time_of_day(said)
            on = self._day(day, text, future=future) if day else self.today
            if at is not None and on is not None:
                return self._shown(datetime.combine(on, at), fold, near=near)
        return None

    def _in_part(
        self, before: list[str], part: str, after: list[str], text: str, *, future: bool
    ) -> Moment | None:
        """`this morning`, `yesterday evening at 7`, `Fri 20 Nov in the afternoon`."""
        on = None if after else self._day(before, text, future=future)
        if on is not None:
            return self.calendar.part(on, PARTS[part])
        for day, said, near in _cuts([*before, *after]):
            minutes = minutes_in(part, said)
            on = self._day(day, text, future=future) if day else None
            if minutes is not None and on is not None:
                wall = datetime.combine(on, time()) + timedelta(minutes=minutes)
                return self._shown(wall, None, near=near)
        return None

    def _shown(self, wall: datetime, fold: int | None, *, near: bool) -> Moment | None:
        local = self._on_the_wall(wall, fold)
        if local is None:
            return None
        return about(local) if near else exactly(local)

    def _on_the_wall(self, shown: datetime, fold: int | None) -> datetime | None:
        """Return the instant at which the clock shows this; one that it skips is an hour on.

        Of a time that comes twice the first is meant unless said; None when it comes once.
        """
        local = shown.replace(tzinfo=self.calendar.tz, fold=fold or 0)
        if fold is not None and not is_doubled(local):
            return None
        return local.astimezone(UTC).astimezone(self.calendar.tz)

    def _day(self, words: list[str], text: str, *, future: bool) -> date | None:
        return DayReader(self.now, self.calendar, self.order).read(words, text, future=future)

    def _iso_instant(self, said: str, fold: int | None) -> datetime | None:
        if not re.match(r"\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}", said):
            return None
        try:
            at = datetime.fromisoformat(said.upper())
        except ValueError:
            return None
        if at.tzinfo:
            return at if fold is None else None
        return self._on_the_wall(at, fold)


def _plain(text: str) -> str:
    """Return the words in small letters, without commas and brackets, single blanks between."""
    return " ".join(re.sub(r"[,()]", " ", text.casefold()).split())


def _cuts(words: list[str]) -> Iterator[_Cut]:
    """Yield every way to cut words into a day, a time, and whether "about" stands between."""
    pairs = [(words[:i], words[i:]) for i in range(len(words))]
    pairs += [(words[i:], words[:i]) for i in range(1, len(words))]
    for day, tail in pairs:
        near = day[-1:] in (["about"], ["around"])
        yield day[:-1] if near else day, " ".join(tail), near
