"""The grammar of dates: a small one of our own, echoed back, never guessed.

What it does not know is refused with examples.
"""

import re
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
from reviewlog.domain.time.moment import PARTS, Moment, about, exactly, is_doubled, is_skipped
from reviewlog.domain.time.spoken import ABOUT, PAIR, cuts, plain
from reviewlog.domain.usage_errors import (
    AmbiguousDateError,
    BadDateError,
    FutureError,
    LongAgoError,
    PastError,
)

LONGEST = 100
"""Characters: nobody says a date with more."""
ORDERS = ("day-month", "month-day")
_NEAR = timedelta(days=8)


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
        found = self.readings(text, future=future)
        if len(found) != 1 or found[0].start.year < FIRST_YEAR:
            return False
        return not (self._is_over(found[0]) if future else self._is_ahead(found[0]))

    def readings(self, text: str, *, future: bool) -> list[Moment]:
        """Return what the words may mean: nothing, one moment, or one for each order of dates."""
        if len(text) > LONGEST:
            return []
        said = plain(text, future=future)
        orders = ORDERS if self.order is None and PAIR.search(said) else (self.order,)
        found = [self._replace(order=order)._found(said, future=future) for order in orders]
        return list(dict.fromkeys(moment for moment in found if moment is not None))

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
        said = plain(text, future=future)
        fixed = "last" in said.split() or clock_distance(said, future=True) is not None
        if fixed or moment.local.date() != self.today:
            return None
        there = self.now.astimezone(self.calendar.tz) + timedelta(days=1 if future else -1)
        readings = self._replace(now=there).readings(text, future=future)
        found = readings[0] if len(readings) == 1 else moment
        if found == moment or abs(found.start - self._instant) > _NEAR:
            return None
        if future:
            return None if self._is_over(found) else found
        return None if self._is_ahead(found) else self._until_now(found)

    def _read(self, text: str, *, future: bool) -> Moment:
        found = self.readings(text, future=future)
        if not found:
            from reviewlog.domain.time.refused.misreadings import misread

            said = plain(text, future=future)
            raise BadDateError(text, future, *misread(said, self, future=future))
        if len(found) > 1:
            raise AmbiguousDateError(text, found[0].local.date(), found[1].local.date())
        if found[0].start.year < FIRST_YEAR:
            raise LongAgoError(text, self.now)
        return found[0]

    def _found(self, said: str, *, future: bool) -> Moment | None:
        """Return what plain words mean, None when they mean nothing."""
        return self._meant(said, future=future) or self._near(said, future=future)

    def _near(self, said: str, *, future: bool) -> Moment | None:
        """`Tue 24 Nov, in 3 days`: both must say the same."""
        from reviewlog.domain.time.distances import day_apart, is_distance

        cut = day_apart(said)
        found = self._meant(cut[0], future=future) if cut else None
        if cut is None or found is None:
            return None
        return found if is_distance(cut[1], found.local.date(), self.today) else None

    def _meant(self, words: str, *, future: bool) -> Moment | None:
        said, fold = which_hour(words)
        bare = next((said[len(p) :].strip() for p in ABOUT if said.startswith(p)), None)
        try:
            found = self._moment(bare or said, fold, future=future)
        except (OverflowError, ValueError):  # a day outside the years that a calendar has
            return None
        if found is not None and found.start.year > LAST_YEAR:
            return None
        if found is not None and bare is not None and found.precision == "exact":
            return about(found.start.astimezone(self.calendar.tz))
        return found

    def _moment(self, said: str, fold: int | None, *, future: bool) -> Moment | None:
        at = self._iso_instant(said, fold)
        if at is None and fold is None:
            distance = clock_distance(said, future=future)
            at = None if distance is None else self._instant + distance
        if at is not None:
            return exactly(at.astimezone(self.calendar.tz))
        words = said.split()
        if (cut := part_of_day(words)) is not None:
            return None if fold is not None else self._in_part(*cut, future=future)
        if fold is None and (on := self._day(words, future=future)) is not None:
            return self.calendar.day(on)
        return self._timed(words, fold, future=future)

    def _timed(self, words: list[str], fold: int | None, *, future: bool) -> Moment | None:
        """Try every way to cut the words into a day and a time of day."""
        for day, said, near in cuts(words):
            at = time_of_day(said)
            on = self._day(day, future=future) if day else self.today
            if at is not None and on is not None:
                return self._shown(datetime.combine(on, at), fold, near=near)
        return None

    def _in_part(
        self, before: list[str], part: str, after: list[str], *, future: bool
    ) -> Moment | None:
        """`this morning`, `yesterday evening at 7`, `Fri 20 Nov in the afternoon`."""
        on = None if after else self._day(before, future=future)
        if on is not None:
            return self.calendar.part(on, PARTS[part])
        for day, said, near in cuts([*before, *after]):
            minutes = minutes_in(part, said)
            on = self._day(day, future=future) if day else None
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
        """Return the instant at which the clock shows this, None when it never does.

        Of a time that comes twice the first is meant unless said; one of them is no time that
        comes once.
        """
        local = shown.replace(tzinfo=self.calendar.tz, fold=fold or 0)
        if is_skipped(local) or (fold is not None and not is_doubled(local)):
            return None
        return local

    def _day(self, words: list[str], *, future: bool) -> date | None:
        return DayReader(self.now, self.calendar, self.order).read(words, future=future)

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
