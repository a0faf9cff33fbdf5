"""How far a day is, said behind it as the screen does: `Tue 24 Nov, in 3 days`."""

import re
from datetime import date

_FAR = re.compile(r"(.+) (today|tomorrow|yesterday|in (\d{1,4}) (\w+)|(\d{1,4}) (\w+) ago)")
_CLOSE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_UNITS = {"days": (1, 0), "months": (30.44, 16), "years": (365.25, 184)}
"""Days in a unit, and how many days a rounded number of them may be off."""


def day_apart(said: str) -> tuple[str, str] | None:
    """Cut a moment from the distance that is said behind it."""
    found = _FAR.fullmatch(said)
    return (found[1], found[2]) if found else None


def is_distance(words: str, on: date, today: date) -> bool:
    """Whether a day is as far off as the words say; rounded numbers are near enough."""
    days = (on - today).days
    if words in _CLOSE:
        return days == _CLOSE[words]
    *_, number, unit = words.removesuffix(" ago").split()
    if unit not in _UNITS:
        return False
    length, off = _UNITS[unit]
    distance = int(number) * length * (-1 if words.endswith(" ago") else 1)
    return abs(days - distance) <= off
