"""Words that are no date: what they may have said of the time of day.

What is offered instead lies on a day on which it works.
"""

import re
from calendar import monthrange
from datetime import UTC
from typing import NamedTuple

from reviewlog.domain.time.clocktimes import time_of_day
from reviewlog.domain.time.dates import Reader
from reviewlog.domain.time.daywords import MONTHS, number_of
from reviewlog.domain.time.moment import exactly, is_skipped, typed_words


class Misread(NamedTuple):
    """Words that are no date, as they were said."""

    said: str
    reader: Reader
    future: bool

    @property
    def side(self) -> str:
        """The day next to today on the side that is looked at."""
        return "tomorrow" if self.future else "yesterday"

    def timed(self, day: str, *times: str) -> tuple[str, ...]:
        """Return times of a day that work; where today has none, of the day beside it."""
        said = tuple(f"{day} {at}".strip() for at in times)
        works = tuple(text for text in said if self.reader.works(text, future=self.future))
        return works if works or day else tuple(f"{self.side} {at}" for at in times)

    def dated(self, day: int, month: int) -> str:
        """Return a day of a month as the grammar takes it, the last one where it has fewer."""
        return f"{min(day, monthrange(2023, month)[1])} {short_name(MONTHS[month - 1])}"


Found = tuple[str, tuple[str, ...]] | None


def hours_of(number: int) -> tuple[str, ...]:
    """Return the times that a bare number could be: `3am` and `3pm`, `15:00`."""
    if number > 23:
        return ()
    return (f"{number}am", f"{number}pm") if number <= 12 else (f"{number}:00",)


def no_such_time(words: Misread) -> Found:
    """`25:00`, `13pm`, `12:60`."""
    found = re.fullmatch(
        r"(?:(.*?) )?((?:at )?\d{1,2}(?:[:.]\d\d|(?:[:.]\d\d)? ?[ap]\.?m\.?))", words.said
    )
    if found is None or time_of_day(found[2]) is not None:
        return None
    return "no-such-time", words.timed(found[1] or "", "3:30 pm", "15:30")


def bare_hour(words: Misread) -> Found:
    """`3 o'clock`, `at 3`, `tomorrow at 9`: morning or afternoon."""
    found = re.fullmatch(
        r"(?:(.*?) ?)?(?:(at|about|around) )?\b(\d{1,2})(?: ?o.?clock)?", words.said
    )
    if found is None or not 1 <= int(found[3]) <= 23:
        return None
    day = found[1] or ""
    if day and not words.reader.works(day, future=words.future):
        return None
    near = "about " if found[2] not in (None, "at") else ""
    return "hour", words.timed(day, *(f"{near}{hour}" for hour in hours_of(int(found[3]))))


def half_hour(words: Misread) -> Found:
    """`half past three`, `half 4` (half past four to some, half past three to others)."""
    found = re.fullmatch(r"(?:(.*) )?(half|quarter) ?(past|to)? ([a-z]+|\d{1,2})", words.said)
    hour = _hour_named(found[4]) if found else None
    if found is None or hour is None:
        return None
    before = 1 if found[3] == "to" or (found[2] == "half" and not found[3]) else 0
    minute = 30 if found[2] == "half" else 45 if found[3] == "to" else 15
    hours = [(hour - before - 1) % 12 + 1]
    if not found[3]:
        hours.append(hour)
    return "half", words.timed(
        found[1] or "", *(f"{h}:{minute} {m}" for m in ("pm", "am") for h in hours)
    )


def _hour_named(word: str) -> int | None:
    number = number_of(word)
    return number if number is not None and 1 <= number <= 12 else None


def skipped(words: Misread) -> Found:
    """`1:30` in the night in which the clocks go forward from one to two.

    On a clock that never changes the words are a time: that hour did not come here.
    """
    zone = words.reader.calendar.tz
    steady = words.reader._replace(
        now=words.reader.now.astimezone(zone).replace(tzinfo=UTC),
        calendar=words.reader.calendar._replace(zone="UTC"),
    )
    found = steady.readings(words.said, future=words.future)
    if len(found) != 1 or found[0].precision == "day":
        return None
    local = found[0].local.replace(tzinfo=zone)
    if not is_skipped(local):
        return None
    shown = exactly(local.astimezone(UTC).astimezone(zone))
    return "skipped", (typed_words(shown),)


def at_midnight(words: Misread) -> Found:
    """The midnight before, or the one after."""
    if not words.said.endswith("midnight"):
        return None
    return "midnight", words.timed(words.side, "0:00", "23:59")


def short_name(name: str) -> str:
    """Return the name of a month or a weekday as it is echoed: `Nov`."""
    return name[:3].capitalize()
