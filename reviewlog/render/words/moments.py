"""Dates and times as people read them: with the weekday, and how late they were written."""

from datetime import datetime, timedelta

from reviewlog.domain.entry import Entry
from reviewlog.domain.time.moment import Moment, change_words, part_words
from reviewlog.render.words.days import short_date

LATE = timedelta(minutes=2)


def moment_words(moment: Moment, now: datetime) -> str:
    """Return `Sat 21 Nov 16:40`, `Sat 21 Nov about 15:00`, the day alone or a part of it.

    What is returned can be typed: it is read as the same moment. `now` is in the logbook's zone.
    """
    local = moment.local
    day = short_date(local.date().isoformat(), now.date().isoformat())
    if moment.precision == "day":
        return day + part_words(moment)
    about = "about " if moment.precision == "about" else ""
    here = local.astimezone(now.tzinfo)
    which = change_words(here) if here.utcoffset() == local.utcoffset() else ""
    return f"{day} {about}{local:%H:%M}" + (f" ({which})" if which else "")


def written_words(entry: Entry, now: datetime) -> str:
    """Return when an entry was written down, in the offset of that moment."""
    local = entry.recorded_local
    return f"{short_date(local.date().isoformat(), now.date().isoformat())} {local:%H:%M}"


def lateness(entry: Entry) -> str:
    """Return how late an entry was written, empty when it was written at once.

    Counted from the end of what is told: of a whole day in days, of a part of one in hours.
    """
    happened = entry.happened
    if happened.precision == "day" and happened.part is None:
        written = entry.recorded_local
        days = (written.date() - happened.local.date()).days
        return count(days, "day") if days > 0 else ""
    gap = entry.recorded_at - happened.end
    if gap < LATE:
        return ""
    return minutes_words(int(gap.total_seconds() // 60))


def minutes_words(minutes: int) -> str:
    """Return how long, `35 min`, `2 h 10 min`, `3 days`."""
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    if hours < 24:
        return f"{hours} h {minutes % 60} min" if minutes % 60 else f"{hours} h"
    return count(hours // 24, "day")


def times(number: int) -> str:
    """Return `once`, `2 times`."""
    return "once" if number == 1 else f"{number} times"


def count(number: int, noun: str) -> str:
    """Return `1 day`, `2 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
