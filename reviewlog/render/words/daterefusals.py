"""Why words are no date, and what to write instead."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain import usage_errors
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.time.refused.usual import usual_dates
from reviewlog.render.words.days import distance, short_date
from reviewlog.render.words.moments import moment_words

FAULTS = {
    "unknown": "“{said}” is no date I know.",
    "typo": "“{said}” is no date I know.",
    "empty": "That says no date.",
    "stars": "“{said}” is no date. Stars go with --stars, when you write down a review.",
    "number": "“{said}” could be a day or an hour. Say the month, or am or pm.",
    "month-missing": "“{said}” of which month?",
    "day-missing": "“{said}” is a whole month. Say the day.",
    "no-such-day": "There is no “{said}”.",
    "other-weekday": "“{said}” does not fit together: that day is another weekday.",
    "no-such-time": "“{said}” is no time of day.",
    "skipped": "There is no “{said}”: the clocks go forward over it.",
    "hour": "“{said}” could be morning or afternoon. Say am or pm, or write the minutes.",
    "half": "Please write the time of “{said}” in figures.",
    "midnight": "“{said}” lies between two days. Say which side.",
    "several-days": "“{said}” can mean more than one day. Name the day.",
    "which": "“{said}” alone is no date.",
    "day-of-part": "“{said}” of which day?",
    "several": "“{said}” is more than one time. Say one of them.",
    "fraction": "Please say “{said}” in whole numbers.",
    "short-year": "Please write the year of “{said}” in full.",
    "ago": "“{said}” looks ahead, but this has happened.",
}
MOST_SAID = 60
"""Characters of what was said that are said again."""


def day_meant(meant: Moment, now: datetime) -> str:
    """Return a moment with its distance before it: `yesterday, Fri 20 Nov 17:50`."""
    day, today = meant.local.date().isoformat(), now.date().isoformat()
    return f"{distance(day, today)}, {moment_words(meant, now)}"


def either_day(error: usage_errors.AmbiguousDateError, today: str) -> tuple[str, str]:
    """Return the two days that a date could be, the reading with the day first before the other."""
    days = error.day_first, error.month_first
    return short_date(days[0].isoformat(), today), short_date(days[1].isoformat(), today)


def still_to_come(error: "usage_errors.FutureError | usage_errors.PastError") -> str:
    """Return what stands against a moment, as it was understood."""
    when = f"“{_said(error.text)}” ({moment_words(error.understood, error.now)})"
    over = isinstance(error, usage_errors.PastError)
    return f"{when} is over." if over else f"{when} is still to come."


def _bad(e: usage_errors.BadDateError) -> str:
    return f"{FAULTS[e.kind].format(said=_said(e.text))}{_try(e.tries)}"


def _ambiguous(e: usage_errors.AmbiguousDateError) -> str:
    first, other = either_day(e, "")
    return (
        f"“{_said(e.text)}” could be {first} or {other}. Write it like that; or set"
        " “dates: day-month” (or month-day) in config.yaml."
    )


def _wrong_side(e: "usage_errors.FutureError | usage_errors.PastError") -> str:
    """Say which way this looks, and the command that says the day that was probably meant."""
    over = isinstance(e, usage_errors.PastError)
    side = "This needs a time to come." if over else "This needs a time in the past."
    first = f"{still_to_come(e)} {side}"
    if e.meant is None:
        return first + _try(usual_dates(e.now.date(), future=over))
    if e.line is None:
        return first + _try([moment_words(e.meant, e.now)])
    return f"{first}\nIf you mean {day_meant(e.meant, e.now)}:\n  {harmless_line(e.line)}"


def _long_ago(e: usage_errors.LongAgoError) -> str:
    return f"“{_said(e.text)}” is before 1900.{_try(usual_dates(e.now.date(), future=False))}"


def _said(text: str) -> str:
    """Return what was said, harmless, and its beginning where it was no date by far."""
    return harmless_line(text if len(text) <= MOST_SAID else f"{text[:MOST_SAID]}…")


def _try(examples: Sequence[str]) -> str:
    return f" Try: {', '.join(examples)}" if examples else ""


DATES: dict[type[ReviewlogError], Callable[[Any], str]] = {
    usage_errors.BadDateError: _bad,
    usage_errors.AmbiguousDateError: _ambiguous,
    usage_errors.FutureError: _wrong_side,
    usage_errors.LongAgoError: _long_ago,
    usage_errors.PastError: _wrong_side,
}
