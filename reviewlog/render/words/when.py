"""When a step is due, and how far that is from today."""

from datetime import datetime

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.time.moment import Moment, exactly, utc_from_text
from reviewlog.render.words.days import distance, near_date, short_date
from reviewlog.render.words.moments import moment_words


def near_moment(moment: Moment, now: datetime) -> str:
    """Return a moment and how far its day is: `Fri 27 Nov 15:00, in 6 days`."""
    day = moment.local.date().isoformat()
    return f"{moment_words(moment, now)}, {distance(day, now.date().isoformat())}"


def until_moment(instant: str, now: datetime) -> Moment:
    """Return the moment until which something holds: the day alone where it begins with it."""
    at = utc_from_text(instant).astimezone(now.tzinfo)
    moment = exactly(at)
    return moment._replace(precision="day") if at.hour == at.minute == 0 else moment


def when_words(item: Item, now: datetime) -> str:
    """Return when an item is due, in the words of today."""
    return ", ".join(when_parts(item, now))


def when_parts(item: Item, now: datetime) -> list[str]:
    """Return when an item is due, the day before which nothing is to be done apart."""
    today = now.date().isoformat()
    opens = item.opens_at.astimezone(now.tzinfo)
    due = item.due_on.isoformat() if item.due_on else None
    if item.kind == "wait" and due:
        return [f"until {near_date(due, today)}"]
    if opens > now:
        return _ahead(opens.date().isoformat(), due, today)
    if item.due_at is not None:
        return [_hour(item.due_at.astimezone(now.tzinfo), now)]
    if due is None:
        return ["when you can"]
    return [f"{'overdue since' if due < today else 'by'} {near_date(due, today)}"]


def _ahead(opens: str, due: str | None, today: str) -> list[str]:
    if due is None:
        return [f"not before {near_date(opens, today)}"]
    if due == opens:
        return [f"on {near_date(due, today)}"]
    return [f"not before {short_date(opens, today)}", f"by {near_date(due, today)}"]


def _hour(due: datetime, now: datetime) -> str:
    day, today = due.date().isoformat(), now.date().isoformat()
    since = "by" if due >= now else "overdue since"
    return f"{since} {short_date(day, today)} {due:%H:%M}, {distance(day, today)}"


def is_late(item: Item, now: datetime) -> bool:
    """Whether the time of an item is over."""
    if item.kind == "wait" or item.opens_at > now:
        return False
    if item.due_at is not None and item.due_at < now:
        return True
    return item.due_on is not None and item.due_on < now.date()
