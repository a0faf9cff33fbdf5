"""The days that words name: relative, with their weekday, by number or by the month's name.

No reader of others does: `dateutil` takes "32 nov" for the year 2032, and its fuzzy mode "3 days
ago" for the 3rd.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.daywords import MONTHS, day_from_words, number_of, weekday_of
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import exactly

SLACK = timedelta(minutes=2)
"""What a clock may be off: so far ahead of now something may still have happened."""
NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?")
NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?)(?: (\d{4}))?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})")


class DayReader(NamedTuple):
    """Reads days as said at a moment, in a calendar."""

    now: datetime
    calendar: Calendar
    order: str | None
    """`day-month` or `month-day`; without one a pair is read that can be only one of them."""

    def read(self, words: list[str], *, future: bool) -> date | None:
        """Return the date that the words name; a weekday before it must agree with it."""
        words = words[1:] if words[:1] == ["on"] else words
        if (said := day_from_words(words, self._today, future=future)) is not None:
            return said
        weekday = weekday_of(words[0]) if len(words) > 1 else None
        if weekday is not None:
            on = self.read(words[1:], future=future)
            return on if on is not None and on.weekday() == weekday else None
        return (
            self._working_days(words, future=future)
            or self._months(words, future=future)
            or self._numeric(" ".join(words), future=future)
            or _year_first(" ".join(words))
            or self._named(" ".join(words), future=future)
        )

    @property
    def _today(self) -> date:
        return self.calendar.day_of(self.now)

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

    def _numeric(self, said: str, *, future: bool) -> date | None:
        """`21/11`, `21.11.2026`: by the order, or the only way in which it is a date."""
        found = NUMERIC.fullmatch(said)
        if found is None:
            return None
        first, second, year = int(found[1]), int(found[3]), found[4]
        if found[2] == "." and second > 12 and self.order != "month-day":
            return None  # `9.30` is a time: dots stand between day and month, in that order
        month_first = self.order == "month-day" if first <= 12 and second <= 12 else second > 12
        day, month = (second, first) if month_first else (first, second)
        return self._in_year(day, month, int(year) if year else None, future=future)

    def _named(self, said: str, *, future: bool) -> date | None:
        """`21 Nov`, `November 21st 2026`."""
        found = NAMED.fullmatch(said)
        if found is None:
            return None
        name, day, year = found[2] or found[3], int(found[1] or found[4]), found[5]
        month = month_of(name)
        if month is None:
            return None
        return self._in_year(day, month, int(year) if year else None, future=future)

    def _in_year(self, day: int, month: int, year: int | None, *, future: bool) -> date | None:
        """Without a year: the last such date for what happened, the next one for what is due."""
        today = self._today if future else self.calendar.day_of(self.now.astimezone(UTC) + SLACK)
        years = [year] if year is not None else range(today.year - 8, today.year + 9)
        dates = [found for y in years if (found := _date(y, month, day)) is not None]
        if year is not None:
            return dates[0] if dates else None
        if future:
            return next((d for d in dates if d >= today), None)
        return next((d for d in reversed(dates) if d <= today), None)


def month_of(name: str) -> int | None:
    """Return the number of a month's name or its first three letters or more."""
    return next((n for n, full in enumerate(MONTHS, 1) if full.startswith(name)), None)


def _year_first(said: str) -> date | None:
    """`2026/11/20`, `2026-3-4`: with the year first the month is the next."""
    found = _YEAR_FIRST.fullmatch(said)
    return _date(int(found[1]), int(found[3]), int(found[4])) if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
