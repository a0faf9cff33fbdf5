"""How long: `2 hours`, `3 days`, `2 working days`, `4 working hours`, `1 week`."""

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
