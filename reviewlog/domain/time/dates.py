"""The grammar of dates: a small one of our own, echoed back, never guessed.

What it does not know is refused with examples. `dateutil` only counts months: its reader
would take "32 nov" for the year 2032, and its fuzzy mode "3 days ago" for the 3rd.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.daywords import day_from_words, number_of, weekday_of
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import Moment, about, exactly
from reviewlog.domain.usage_errors import (
    AmbiguousDateError,
    BadDateError,
    FutureError,
    LongAgoError,
    PastError,
)

_TIME = re.compile(r"(?:at )?(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?")
_CLOCK_UNITS = {"min": 1, "mins": 1, "minute": 1, "minutes": 1, "h": 60, "hour": 60, "hours": 60}
_FIRST_YEAR = 1900
_ABOUT = ("about ", "around ", "ca. ", "ca ", "~")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?"
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip


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
        if moment.start > self.now + timedelta(minutes=2):
            raise FutureError(text, f"{moment.local:%a %d %b %Y %H:%M}")
        # What has happened cannot last beyond now: "today" ends here, so that it answers
        # only what came before.
        return moment._replace(end=max(moment.start, min(moment.end, self.now.astimezone(UTC))))

    def future(self, text: str) -> Moment:
        """Return when something is due. Raises BadDateError, PastError."""
        moment = self._read(text, future=True)
        whole_day = moment.precision == "day"
        if moment.end <= (self.calendar.midnight(self._today) if whole_day else self.now):
            raise PastError(text, f"{moment.local:%a %d %b %Y %H:%M}")
        return moment

    def either(self, text: str) -> Moment:
        """Return a date that was to come when it was set; it may be over by now."""
        return self._read(text, future=True)

    def day(self, text: str) -> date:
        """Return a date, past or to come, as `--on` takes it. Raises BadDateError."""
        return self.calendar.day_of(self._read(text, future=True).start)

    @property
    def _today(self) -> date:
        return self.calendar.day_of(self.now)

    def _read(self, text: str, *, future: bool) -> Moment:
        said = " ".join(text.casefold().replace(",", " ").split())
        bare = next((said[len(p) :].strip() for p in _ABOUT if said.startswith(p)), None)
        try:
            found = self._moment(bare or said, text, future=future)
        except (OverflowError, ValueError):  # a day outside the years that a calendar has
            found = None
        if found is None:
            raise BadDateError(text, future)
        if found.start.year < _FIRST_YEAR:
            raise LongAgoError(text)
        if bare is not None and found.precision == "exact":
            return about(found.local)
        return found

    def _moment(self, said: str, text: str, *, future: bool) -> Moment | None:
        if said in ("now", "just now"):
            return exactly(self._local(self.now))
        if (at := self._clock_distance(said, future=future)) is not None:
            return exactly(self._local(at))
        if (at := self._iso_instant(said)) is not None:
            return exactly(self._local(at))
        return self._day_and_time(said, text, future=future)

    def _day_and_time(self, said: str, text: str, *, future: bool) -> Moment | None:
        """Try every way to cut the words into a day and a time of day, whichever comes first."""
        words = said.split()
        if (on := self._day(words, text, future=future)) is not None:
            return self.calendar.day(on)
        cuts = [(words[:i], words[i:]) for i in range(len(words))]
        cuts += [(words[i:], words[:i]) for i in range(1, len(words))]
        for head, tail in cuts:
            at = _time_of_day(" ".join(tail))
            near = head[-1:] in (["about"], ["around"])
            day = head[:-1] if near else head
            on = self._day(day, text, future=future) if day else self._today
            if at is not None and on is not None:
                local = datetime.combine(on, at, self.calendar.tz)
                return about(local) if near else exactly(local)
        return None

    def _day(self, words: list[str], text: str, *, future: bool) -> date | None:
        """The date that the words name; a weekday before it must agree with it."""
        words = words[1:] if words[:1] == ["on"] else words
        weekday = weekday_of(words[0]) if len(words) > 1 else None
        if weekday is not None:
            on = self._day(words[1:], text, future=future)
            return on if on is not None and on.weekday() == weekday else None
        return (
            day_from_words(words, self._today, future=future)
            or self._working_days(words, future=future)
            or self._months(words, future=future)
            or self._numeric(" ".join(words), text, future=future)
            or self._named(" ".join(words), future=future)
        )

    def _working_days(self, words: list[str], *, future: bool) -> date | None:
        bare = words[1:] if words[:1] == ["in"] else words
        if not future or len(bare) != 3 or bare[1] != "working" or bare[2] not in ("day", "days"):
            return None
        number = number_of(bare[0])
        if number is None:
            return None
        return self.calendar.date_after(exactly(self.now), Duration(number, "working day"))

    def _months(self, words: list[str], *, future: bool) -> date | None:
        """`in 2 months`, `2 months ago`, `1 year`: the end of a shorter month stays inside it."""
        back = words[-1:] == ["ago"]
        bare = words[:-1] if back else words[1:] if words[:1] == ["in"] else words
        if len(bare) != 2 or bare[1] not in ("month", "months", "year", "years"):
            return None
        number = number_of(bare[0])
        if number is None or (not back and not future):
            return None
        from dateutil.relativedelta import relativedelta

        months = number * (12 if bare[1].startswith("year") else 1)
        shifted: date = self._today + relativedelta(months=-months if back else months)
        return shifted

    def _numeric(self, said: str, text: str, *, future: bool) -> date | None:
        """`21/11`, `21.11.2026`: by the configured order, or when only one reading exists."""
        found = _NUMERIC.fullmatch(said)
        if found is None:
            return None
        first, second, year = int(found[1]), int(found[3]), found[4]
        if found[2] == "." and second > 12 and self.order != "month-day":
            return None  # `9.30` is a time: dots stand between day and month, in that order
        if first <= 12 and second <= 12 and first != second and self.order is None:
            raise AmbiguousDateError(text)
        month_first = self.order == "month-day" if first <= 12 and second <= 12 else second > 12
        day, month = (second, first) if month_first else (first, second)
        return self._in_year(day, month, int(year) if year else None, future=future)

    def _named(self, said: str, *, future: bool) -> date | None:
        """`21 Nov`, `November 21st 2026`."""
        found = _NAMED.fullmatch(said)
        if found is None:
            return None
        name, day, year = found[2] or found[3], int(found[1] or found[4]), found[5]
        month = next((n for n, full in enumerate(_MONTHS, 1) if full.startswith(name)), None)
        if month is None:
            return None
        return self._in_year(day, month, int(year) if year else None, future=future)

    def _in_year(self, day: int, month: int, year: int | None, *, future: bool) -> date | None:
        """Without a year: the last such date for what happened, the next one for what is due."""
        today = self._today
        years = [year] if year else range(today.year - 8, today.year + 9)
        dates = [found for y in years if (found := _date(y, month, day)) is not None]
        if year:
            return dates[0] if dates else None
        if future:
            return next((d for d in dates if d >= today), None)
        return next((d for d in reversed(dates) if d <= today), None)

    def _clock_distance(self, said: str, *, future: bool) -> datetime | None:
        """`10 min ago`, `2 hours ago`, `in 2 hours`."""
        words = said.split()
        back = words[-1:] == ["ago"]
        bare = words[:-1] if back else words[1:] if words[:1] == ["in"] else words
        if len(bare) != 2 or bare[1] not in _CLOCK_UNITS or (not back and not future):
            return None
        number = number_of(bare[0])
        if number is None:
            return None
        # In UTC: hours are hours, also in the night in which the clocks change.
        now, distance = self.now.astimezone(UTC), timedelta(minutes=number * _CLOCK_UNITS[bare[1]])
        return now - distance if back else now + distance

    def _iso_instant(self, said: str) -> datetime | None:
        if not re.match(r"\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}", said):
            return None
        try:
            at = datetime.fromisoformat(said.upper())
        except ValueError:
            return None
        return at if at.tzinfo else at.replace(tzinfo=self.calendar.tz)

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.calendar.tz)


def _time_of_day(said: str) -> time | None:
    """`15:00`, `3pm`, `3.30 pm`, `noon`; a bare number is no time."""
    if said.removeprefix("at ") in ("noon", "midday"):
        return time(12)
    found = _TIME.fullmatch(said)
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
