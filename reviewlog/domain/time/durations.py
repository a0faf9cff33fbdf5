"""How long: `2 hours`, `3 days`, `2 working days`, `4 working hours`, `1 week`; `3 years`."""

from datetime import date, timedelta
from typing import NamedTuple

UNITS = ("minute", "hour", "working minute", "working hour", "day", "working day", "week")
_MINUTES = {"minute": 1, "working minute": 1, "hour": 60, "working hour": 60}


class Duration(NamedTuple):
    """A number of units; days and weeks are counted on the calendar, not in hours."""

    amount: int
    unit: str

    @property
    def is_clock_time(self) -> bool:
        """Whether the end is an instant and not a date."""
        return self.unit in _MINUTES

    @property
    def minutes(self) -> int:
        """How many minutes it lasts; only where it is clock time."""
        return self.amount * _MINUTES[self.unit]

    @property
    def is_working_time(self) -> bool:
        """Whether only the time in which the shop is open counts."""
        return self.unit.startswith("working ")

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"


def parse_duration(text: str) -> Duration:
    """Return the duration that a playbook spells out.

    Raises ValueError for anything but a whole number, up to 9999, and a unit.
    """
    amount, _, unit = " ".join(text.split()).partition(" ")
    singular = unit.removesuffix("s")
    if not amount.isdecimal() or len(amount) > 4 or singular not in UNITS:
        raise ValueError(text)
    return Duration(int(amount), singular)


LONGEST = {"day": 36500, "month": 1200, "year": 100}


class Retention(NamedTuple):
    """How long what is closed is kept, before somebody decides whether it is still needed."""

    amount: int
    unit: str

    def after(self, on: date) -> date:
        """Return the date so long after another; the 31st of a short month is its last day."""
        if self.unit == "day":
            return on + timedelta(days=self.amount)
        months = on.year * 12 + on.month - 1 + self.amount * (12 if self.unit == "year" else 1)
        first = date(months // 12, months % 12 + 1, 1)
        following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
        return min(first + timedelta(days=on.day - 1), following - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"


def parse_retention(text: str) -> Retention:
    """Return how long to keep what is closed: years, months or days.

    Raises ValueError for anything else, for nothing and for more than a hundred years.
    """
    amount, _, unit = " ".join(text.split()).partition(" ")
    singular = unit.removesuffix("s")
    known = amount.isdecimal() and amount.isascii() and len(amount) < 6 and singular in LONGEST
    if not known or not 0 < int(amount) <= LONGEST[singular]:
        raise ValueError(text)
    return Retention(int(amount), singular)
