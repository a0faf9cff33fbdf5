"""The shop's calendar: its time zone, its working days, and counting in both."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.domain.durations import Duration
from reviewlog.domain.moment import Moment, whole_day

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Calendar(NamedTuple):
    """What counting needs besides entries; logged as a `setting`, so that it can be replayed."""

    zone: str = "UTC"
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    """Weekdays that count as working days, Monday is 0."""
    days_off: frozenset[date] = frozenset()

    @property
    def tz(self) -> ZoneInfo:
        """The time zone as an object (cached by zoneinfo)."""
        return ZoneInfo(self.zone)

    def day_of(self, at: datetime) -> date:
        """Return the local date of an instant."""
        return at.astimezone(self.tz).date()

    def midnight(self, on: date) -> datetime:
        """Return the first instant of a local date, in UTC."""
        return datetime.combine(on, time(), self.tz).astimezone(UTC)

    def day(self, on: date) -> Moment:
        """Return a whole local date as a moment."""
        first = datetime.combine(on, time(), self.tz)
        return whole_day(first, datetime.combine(on + timedelta(days=1), time(), self.tz))

    def is_working(self, on: date) -> bool:
        """Whether the shop works on that date."""
        return on.weekday() in self.working_days and on not in self.days_off

    def date_after(self, anchor: Moment, duration: Duration) -> date:
        """Return the local date that lies `duration` after the start of a moment."""
        if duration.is_clock_time:
            minutes = duration.amount * (60 if duration.unit == "hour" else 1)
            return self.day_of(anchor.start + timedelta(minutes=minutes))
        on = self.day_of(anchor.start)
        if duration.unit == "working day":
            return self._working_days_after(on, duration.amount)
        return on + timedelta(days=duration.amount * (7 if duration.unit == "week" else 1))

    def instant_after(self, anchor: Moment, duration: Duration) -> datetime:
        """Return the instant that lies `duration` after a moment.

        Minutes and hours count from the end of what happened, days from local midnight.
        """
        if duration.unit == "minute":
            return anchor.end + timedelta(minutes=duration.amount)
        if duration.unit == "hour":
            return anchor.end + timedelta(hours=duration.amount)
        return max(anchor.start, self.midnight(self.date_after(anchor, duration)))

    def _working_days_after(self, on: date, amount: int) -> date:
        if not self.working_days:
            return on + timedelta(days=amount)
        left = amount
        while left:
            on += timedelta(days=1)
            left -= self.is_working(on)
        return on
