"""A time of day as people say it, alone or in a part of the day."""

import re
from datetime import time, timedelta

from reviewlog.domain.time.daywords import number_of
from reviewlog.domain.time.moment import CLOCK_CHANGES, PARTS

_TIME = re.compile(r"(?:at )?(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?")
_UNITS = {"min": 1, "mins": 1, "minute": 1, "minutes": 1, "h": 60, "hour": 60, "hours": 60}
_GOING = {"morning": (0, 12), "afternoon": (12, 19), "evening": (16, 24), "night": (18, 29)}
"""Hours that may be said with a part of the day: more than those it is taken for alone."""


def time_of_day(said: str) -> time | None:
    """Return `15:00`, `3pm`, `3.30 pm`, `noon` as a time; a bare number is no time."""
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


def clock_distance(said: str, *, future: bool) -> timedelta | None:
    """Return how far from now `now`, `10 min ago`, `in 2 hours` is."""
    if said in ("now", "just now"):
        return timedelta()
    words = said.split()
    back = words[-1:] == ["ago"]
    bare = words[:-1] if back else words[1:] if words[:1] == ["in"] else words
    if not back and not future:
        return None
    if bare == ["half", "an", "hour"]:
        bare = ["30", "min"]
    if len(bare) != 2 or bare[1] not in _UNITS:
        return None
    number = number_of(bare[0])
    if number is None:
        return None
    return timedelta(minutes=_UNITS[bare[1]] * (-number if back else number))


def minutes_in(part: str, said: str) -> int | None:
    """Return the minutes from midnight of a time in a part of the day, which settles am and pm.

    `at 9` in the morning is 9:00, `1:30` at night is past midnight.
    """
    found = _TIME.fullmatch(said)
    at = time_of_day(said) or _bare_hour(said)
    if at is None:
        return None
    hours = [at.hour, at.hour + 24]
    if found is not None and not found[3] and 1 <= at.hour <= 12:
        hours.append(at.hour + 12)
    first, last = _GOING[part]
    return next((hour * 60 + at.minute for hour in hours if first <= hour < last), None)


def _bare_hour(said: str) -> time | None:
    hour = said.removeprefix("at ")
    return time(int(hour)) if hour.isascii() and hour.isdecimal() and int(hour) < 24 else None


def part_of_day(words: list[str]) -> tuple[list[str], str, list[str]] | None:
    """Cut the words at the part of the day that they name: before it, its name, after it.

    Of `this`, `last`, `tonight` and of nothing at all the day is said before it as a word.
    """
    for place, word in enumerate(words):
        if word == "tonight":
            return [*words[:place], "today"], "evening", words[place + 1 :]
        if word not in PARTS:
            continue
        before, after = words[:place], words[place + 1 :]
        if before[-1:] == ["this"] and word != "night":
            return [*before[:-1], "today"], word, after
        if before[-1:] == ["last"] and word in ("evening", "night"):
            return [*before[:-1], "yesterday"], word, after
        if before[-2:] == ["in", "the"] and word != "night":
            before = before[:-2]
        elif before[-1:] == ["at"] and word == "night":
            before = before[:-1]
        return before, word, after
    return None


def which_hour(said: str) -> tuple[str, int | None]:
    """Cut off which of two equal times is meant: 0 the first, 1 the second, None unsaid."""
    for words, fold in CLOCK_CHANGES.items():
        if said.endswith(f" {words}"):
            return said.removesuffix(words).strip(), fold
    return said, None
