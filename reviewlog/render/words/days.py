"""A day in words, near and absolute at once; light enough for the fast door."""

from datetime import date

from reviewlog.domain.time.daywords import MONTHS as MONTH_NAMES
from reviewlog.domain.time.daywords import WEEKDAYS

DAYS = tuple(name[:3].capitalize() for name in WEEKDAYS)
MONTHS = tuple(name[:3].capitalize() for name in MONTH_NAMES)
DAYS_COUNTED = 60
"""Beyond so many days nobody counts days any more."""
MONTHS_COUNTED = 24
CLOSE = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def short_date(iso: str, today: str) -> str:
    """Return `Tue 24 Nov`, with the year when it is not this one."""
    on = date.fromisoformat(iso)
    text = f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return text if iso[:4] == today[:4] else f"{text} {on.year}"


def near_date(iso: str, today: str) -> str:
    """Return the day, and how far it is from today: `Tue 24 Nov, in 3 days`."""
    return f"{short_date(iso, today)}, {distance(iso, today)}"


def distance(iso: str, today: str) -> str:
    """Return how far a day is from today: `today`, `in 3 days`, `10 days ago`, `in 3 months`."""
    days = (date.fromisoformat(iso) - date.fromisoformat(today)).days
    if days in CLOSE:
        return CLOSE[days]
    amount = _amount(abs(days))
    return f"in {amount}" if days > 0 else f"{amount} ago"


def _amount(days: int) -> str:
    if days <= DAYS_COUNTED:
        return f"{days} days"
    months = round(days * 12 / 365.25)
    return f"{months} months" if months <= MONTHS_COUNTED else f"{round(days / 365.25)} years"
