"""What was probably meant by words that are no date: the fault, and what works instead.

Loaded only when something is refused. What is offered has been tried: it works at that moment.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import timedelta

from reviewlog.domain.time.clocktimes import time_of_day
from reviewlog.domain.time.dates import LONGEST, Reader
from reviewlog.domain.time.dayreader import NAMED, NUMERIC, month_of
from reviewlog.domain.time.daywords import MONTHS, WEEKDAYS, weekday_of
from reviewlog.domain.time.moment import PARTS
from reviewlog.domain.time.refused.miscounted import fraction, several, short_year
from reviewlog.domain.time.refused.mistimed import (
    Found,
    Misread,
    at_midnight,
    bare_hour,
    half_hour,
    hours_of,
    no_such_time,
    short_name,
    skipped,
)
from reviewlog.domain.time.refused.usual import usual_dates

KINDS = ("unknown", "empty", "stars", "number", "month-missing", "day-missing", "no-such-day", "other-weekday",
         "no-such-time", "skipped", "hour", "half", "midnight", "several-days", "which", "day-of-part",
         "ago", "typo", "fraction", "several", "short-year")  # fmt: skip
_MOST = 3
"""Examples in one refusal."""
_ENDS = {"eom": "month", "eoy": "year", "eow": "week"}
_LONG = ("week", "month", "year", "weekend", "fortnight")
_OTHER = ("today", "tomorrow", "yesterday", "morning", "afternoon", "evening", "night", "tonight",
          "next", "last", "days", "weeks", "hours", "minutes", "about", "working")  # fmt: skip


def misread(said: str, reader: Reader, *, future: bool) -> tuple[str, tuple[str, ...]]:
    """Return what is wrong with words that are no date, one of KINDS, and what works instead."""
    words = Misread(said, reader, future)
    kind, tries = next(found for look in _LOOKS if (found := look(words)) is not None)
    works = [text for text in tries if reader.works(text, future=future)]
    if not works and kind != "stars":
        return kind, usual_dates(reader.today, future=future)
    return kind, tuple(dict.fromkeys(works))[:_MOST]


def _nothing(words: Misread) -> Found:
    if len(words.said) > LONGEST:
        return "unknown", ()
    return None if words.said else ("empty", ())


def _stars(words: Misread) -> Found:
    return ("stars", ()) if re.fullmatch(r"\w+ stars?", words.said) else None


def _month_missing(words: Misread) -> Found:
    """`24`, `the 3rd`: of which month, or at which hour."""
    found = re.fullmatch(r"(?:on )?(?:the )?(\d{1,2})(st|nd|rd|th)?\.?", words.said)
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    number, today = int(found[1]), words.reader.today
    last = today.replace(day=1) - timedelta(days=1)
    following = today.replace(day=28) + timedelta(days=4)
    near = (today, following) if words.future else (today, last)
    fits = [on.month for on in near if number <= monthrange(on.year, on.month)[1]]
    right = [m for m in fits[:1] if (number >= today.day) == words.future or number == today.day]
    months = right or fits[-1:]
    days = tuple(words.dated(number, month) for month in months)
    if found[2] or "the " in words.said or number > 23:
        return "month-missing", days
    return "number", days + words.timed("", *hours_of(number))


def _day_missing(words: Misread) -> Found:
    """`may`, `in may`, `may 2026`: which day of it."""
    found = re.fullmatch(r"(?:in )?([a-z]{3,9})( \d{4})?", words.said)
    month = month_of(found[1]) if found else None
    if found is None or month is None:
        return None
    day = words.reader.today.day if month == words.reader.today.month else 12
    return "day-missing", (words.dated(day, month) + (found[2] or ""),)


def _no_such_day(words: Misread) -> Found:
    """`31 april`, `30/2`, `2026-02-30`; with a time of day behind it or without."""
    said = words.said.split()
    for place in range(len(said), 0, -1):
        before, after = " ".join(said[:place]), said[place:]
        if after and time_of_day(" ".join(after)) is None:
            continue
        for day, month, year in _numbers(words._replace(said=before)):
            length = monthrange(int(year or 2024), month)[1] if 1 <= month <= 12 else day
            if day > length or (day, month) == (29, 2):
                last = [words.dated(length, month), *filter(None, (year,)), *after]
                return "no-such-day", (" ".join(last),)
    return None


def _numbers(words: Misread) -> Iterator[tuple[int, int, str | None]]:
    """Yield the day, the month and the year that were said."""
    if found := NAMED.fullmatch(words.said):
        yield int(found[1] or found[4]), month_of(found[2] or found[3]) or 0, found[5]
    elif found := NUMERIC.fullmatch(words.said):
        day, month = int(found[1]), int(found[3])
        turned = words.reader.order == "month-day"
        yield (month, day, found[4]) if turned else (day, month, found[4])
    elif found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words.said):
        yield int(found[3]), int(found[2]), found[1]


def _other_weekday(words: Misread) -> Found:
    """`mon 24 nov`, which is a Tuesday."""
    name, _, rest = words.said.removeprefix("on ").partition(" ")
    if weekday_of(name) is None:
        return None
    days = [found.local for found in words.reader.readings(rest, future=words.future)]
    names = [short_name(WEEKDAYS[on.weekday()]) for on in days]
    if len(days) == 1:
        return "other-weekday", (f"{names[0]} {rest}",)
    dated = (f"{on.day} {short_name(MONTHS[on.month - 1])} {on.year}" for on in days)
    tries = tuple(" ".join(pair) for pair in zip(names, dated, strict=True))
    return ("other-weekday", tries) if tries else None


def _several_days(words: Misread) -> Found:
    """`eom`, `end of the month`, `last week`, `weekend`: which day of it."""
    found = re.fullmatch(r"(?:the )?end of (?:the |this )?(month|year|week)", words.said)
    ends = _ENDS.get(words.said) or (found[1] if found else None)
    if ends is not None:
        return "several-days", _end_of(words, ends)
    if words.said.split()[-1] not in _LONG or len(words.said.split()) > 3:
        return None
    if words.future:
        return "several-days", ("saturday", "in 2 weeks", "in 1 month")
    return "several-days", ("last tuesday", "last saturday", "2 weeks ago")


def _end_of(words: Misread, what: str) -> tuple[str, ...]:
    today = words.reader.today
    if what == "week":
        return "friday", "sunday"
    if what == "year":
        return ("31 Dec",)
    month = today if words.future else today.replace(day=1) - timedelta(days=1)
    return (words.dated(31, month.month),)


def _which(words: Misread) -> Found:
    """`next`, `last` alone."""
    if words.said not in ("next", "last", "this", "on", "in", "ago", "about", "at"):
        return None
    return "which", ("next friday", "next week") if words.future else ("last friday", "last night")


def _day_of_part(words: Misread) -> Found:
    """`in the morning`, `evening`: of which day."""
    *before, name = words.said.split()
    if name not in PARTS or before not in ([], ["in", "the"], ["at"], ["the"]):
        return None
    return "day-of-part", (f"this {name}", f"{words.side} {name}")


def _ago(words: Misread) -> Found:
    """`3 days`, `in 2 hours`, of what has happened."""
    bare = words.said.removeprefix("in ").replace("working ", "")
    if words.future or not words.reader.works(f"{bare} ago", future=False):
        return None
    return "ago", (f"{bare} ago",)


def _typo(words: Misread) -> Found:
    """`tomorow`, `fryday`, `3 dasy ago`."""
    from difflib import get_close_matches

    known = (*WEEKDAYS, *MONTHS, *_OTHER)
    right = [
        word if not word.isalpha() else (get_close_matches(word, known, 1, 0.75) or [word])[0]
        for word in words.said.split()
    ]
    text = " ".join(right)
    return ("typo", (text,)) if words.reader.works(text, future=words.future) else None


_LOOKS: tuple[Callable[[Misread], Found], ...] = (
    _nothing, _stars, _month_missing, _day_missing, _no_such_day, skipped, _other_weekday, _ago,
    several, fraction, short_year, no_such_time, half_hour, at_midnight, bare_hour, _several_days, _which, _day_of_part, _typo,
    lambda _: ("unknown", ()),
)  # fmt: skip
