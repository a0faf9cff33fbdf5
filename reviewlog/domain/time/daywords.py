"""The words for a day that need no calendar: today, friday, in 3 days, 2026-11-27.

Light enough for the fast door; `dates.py` builds the rest of the grammar on it.
"""

from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Before and after these nothing happens that anybody writes down."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
_NEAR = {"day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
         "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
         "day after tomorrow": 2}  # fmt: skip
_UNITS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "fortnight": 14}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
            "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip


# One case a line reads better than a table of functions.
def day_from_words(  # noqa: C901, PLR0911
    words: list[str], today: date, *, future: bool
) -> date | None:
    """Return the date that the words (in lower case) name, or None when they name none.

    `future` decides which way a bare weekday looks: a follow-up on "friday" is to come, a
    call on "friday" has been.
    """
    if (apart := _NEAR.get(" ".join(words).removeprefix("the "))) is not None:
        return today + timedelta(days=apart)
    match words:
        case [name] if (weekday := weekday_of(name)) is not None:
            return _coming(today, weekday) if future else _past(today, weekday)
        case ["last", name] if (weekday := weekday_of(name)) is not None:
            return _past(today - timedelta(days=1), weekday)
        case ["next", name] | [name, "next", "week"] if (weekday := weekday_of(name)) is not None:
            return today + timedelta(days=7 - today.weekday() + weekday)
        case [name, "last", "week"] if (weekday := weekday_of(name)) is not None:
            return today - timedelta(days=7 + today.weekday() - weekday)
        case ["next", "week"]:
            return today + timedelta(days=7 - today.weekday())
        case ["in", number, unit]:
            return _shifted(today, number, unit, 1)
        case [number, unit, "ago"]:
            return _shifted(today, number, unit, -1)
        case [number, unit] if future:
            return _shifted(today, number, unit, 1)
        case [word]:
            return _compact(word, today) or _iso(word)
    return None


def weekday_of(name: str) -> int | None:
    """Return the number of a weekday's name or its first three letters, Monday is 0."""
    short = "wed" if name == "weds" else name
    for number, full in enumerate(WEEKDAYS):
        if len(short) >= 3 and full.startswith(short):
            return number
    return None


def number_of(word: str) -> int | None:
    """Return a count in digits or in words, up to four digits."""
    if word.isascii() and word.isdigit() and len(word) < 5:
        return int(word)
    return _NUMBERS.get(word)


def _coming(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _past(today: date, weekday: int) -> date:
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def _shifted(today: date, word: str, unit: str, sign: int) -> date | None:
    number = number_of(word)
    if number is None or unit not in _UNITS:
        return None
    return today + timedelta(days=sign * number * _UNITS[unit])


def _compact(word: str, today: date) -> date | None:
    """`+3d`, `+2w` and `-3d`."""
    if word[:1] not in ("+", "-") or word[-1] not in ("d", "w"):
        return None
    return _shifted(today, word[1:-1], word[-1], 1 if word[0] == "+" else -1)


def _iso(word: str) -> date | None:
    if len(word) != 10 or word[4] != "-" or word[7] != "-":
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
