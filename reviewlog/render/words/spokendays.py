"""A day as it is said aloud: `Thursday, 26 November`."""

from datetime import datetime

from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import Moment, exactly, part_words

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
TWO_DAYS = Duration(2, "working day")


def day_words(moment: Moment, now: datetime) -> str:
    """Return a day with its weekday, and with the year when it is not this one."""
    on = moment.local.date()
    text = f"{DAYS[on.weekday()]}, {on.day} {MONTHS[on.month - 1]}"
    return (text if on.year == now.year else f"{text} {on.year}") + part_words(moment)


def proposed_day(calendar: Calendar, now: datetime) -> str:
    """Return a day that can be promised: it is the owner's to choose another."""
    return day_words(calendar.day(calendar.date_after(exactly(now), TWO_DAYS)), now)
