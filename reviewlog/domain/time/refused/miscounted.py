"""Words that are no date: numbers that are two, that are no whole one, or a year cut short."""

import re

from reviewlog.domain.time.refused.mistimed import Found, Misread

_TWO = re.compile(r"\b(\d{1,4}) ?(?:-|\u2013|to|or) ?(\d{1,4})(?= [a-z])")
_PART = re.compile(r"\b(\d{1,3})([./])(\d{1,3}) ?(h|hours?|days?|weeks?)\b")
_SMALLER = {"h": (60, "min"), "d": (24, "hours"), "w": (7, "days")}
_SHORT_YEAR = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d\d)(?= |$)")


def several(words: Misread) -> Found:
    """`2-3 days ago`, `1 or 2 weeks`: which of the two."""
    found = _TWO.search(words.said)
    if found is None:
        return None
    tries = [_TWO.sub(number, words.said, 1) for number in found.groups()]
    return "several", _either_way(words, tries)


def fraction(words: Misread) -> Found:
    """`1.5 hours ago`, `1/2 hour ago`: in the next smaller unit it is a whole number."""
    found = _PART.search(words.said)
    if found is None:
        return None
    below = int(found[3]) if found[2] == "/" else 0
    amount = int(found[1]) / below if below else float(f"{found[1]}.{found[3]}")
    times, unit = _SMALLER[found[4][0]]
    smaller = f"{round(amount * times)} {unit}"
    return "fraction", _either_way(words, [_PART.sub(smaller, words.said, 1)])


def short_year(words: Misread) -> Found:
    """`3/4/26`: the year in full, and the month by its name."""
    found = _SHORT_YEAR.search(words.said)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), f"20{found[4]}"
    pairs = {"day-month": (one, other), "month-day": (other, one)}
    orders = (words.reader.order,) if words.reader.order else tuple(pairs)
    days = dict.fromkeys(pairs[order] for order in orders)
    return "short-year", tuple(
        _SHORT_YEAR.sub(f"{words.dated(day, month)} {year}", words.said, 1)
        for day, month in days
        if 1 <= month <= 12 and day
    )


def _either_way(words: Misread, tries: list[str]) -> tuple[str, ...]:
    """Return what is to come as it is, and what has happened with the word that says so."""
    back = "" if words.future or words.said.endswith(" ago") else " ago"
    return tuple(f"{text}{back}" for text in tries)
