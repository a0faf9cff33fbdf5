"""A day as it is said aloud: `Thursday, 26 November`."""

from datetime import datetime

from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.daywords import MONTHS, WEEKDAYS
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import Moment, exactly, part_words

TWO_DAYS = Duration(2, "working day")


def day_words(moment: Moment, now: datetime) -> str:
    """Return a day with its weekday, and with the year when it is not this one."""
    on = moment.local.date()
    text = f"{WEEKDAYS[on.weekday()].capitalize()}, {on.day} {MONTHS[on.month - 1].capitalize()}"
    return (text if on.year == now.year else f"{text} {on.year}") + part_words(moment)


def proposed_day(calendar: Calendar, now: datetime) -> str:
    """Return a day that can be promised: it is the owner's to choose another."""
    return day_words(calendar.day(calendar.date_after(exactly(now), TWO_DAYS)), now)
