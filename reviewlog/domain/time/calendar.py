"""The shop's calendar: its time zone, its working days and hours, and counting in them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.domain.time.durations import Duration, Retention
from reviewlog.domain.time.moment import Moment, whole_day

Spans = tuple[tuple[int, int], ...]
"""Opening hours of one day: from and to, in minutes from midnight; `to` may lie past midnight."""
USUAL_HOURS: Spans = ((9 * 60, 17 * 60),)
LONGEST_BREAK = 366
"""Days without work after which nobody is expected back: from there on every day counts."""
FARTHEST = 3660
"""Days over which working hours are added up; what takes longer is counted by the clock."""


class Calendar(NamedTuple):
    """What counting needs besides entries; logged as a `setting`, so that it can be replayed."""

    zone: str = "UTC"
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    """Weekdays that count as working days, Monday is 0."""
    days_off: frozenset[date] = frozenset()
    """Holidays and the owner's own days off."""
    hours: tuple[Spans, ...] = ()
    """Opening hours by weekday; USUAL_HOURS where there are none."""
    away: tuple[tuple[date, date], ...] = ()
    """When the owner is away: first and last day."""
    retention: Retention | None = None
    """How long what is closed is kept; None is as long as the owner likes."""

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

    def part(self, on: date, hours: tuple[int, int]) -> Moment:
        """Return a part of a local date; hours past 24 lie in the next one."""
        first, last = (self._shown(on, hour * 60) for hour in hours)
        return whole_day(first, last)

    def is_working(self, on: date) -> bool:
        """Whether the shop works on that date."""
        return on.weekday() in self.working_days and on not in self.days_off

    def is_away(self, on: date) -> bool:
        """Whether the owner is away on that date."""
        return any(first <= on <= last for first, last in self.away)

    def own_target(self, on: date) -> date:
        """Move a date that the owner set for themselves out of the time in which they are away.

        It goes to the first working day that they are back; any other date stays.
        """
        if not self.is_away(on):
            return on
        back = on
        for day in self._days_from(on):
            if self.is_away(day):
                continue
            back = day if back == on else back
            if self.is_working(day):
                return day
            if day - back > timedelta(days=LONGEST_BREAK):
                break
        return back

    def _days_from(self, on: date) -> Iterator[date]:
        """Yield a date and those after it, over what could be away and a long break."""
        last = max((last for _, last in self.away), default=on)
        for distance in range((last - on).days + LONGEST_BREAK + 2):
            yield on + timedelta(days=distance)

    def date_after(self, anchor: Moment, duration: Duration) -> date:
        """Return the local date that lies `duration` after the start of a moment."""
        if duration.is_clock_time:
            return self.day_of(self._clock_after(anchor.start, duration))
        on = self.day_of(anchor.start)
        if duration.is_working_time:
            return self._working_days_after(on, duration.amount)
        return on + timedelta(days=duration.amount * (7 if duration.unit == "week" else 1))

    def instant_after(self, anchor: Moment, duration: Duration) -> datetime:
        """Return the instant that lies `duration` after a moment.

        Minutes and hours count from the end of what happened, days from local midnight.
        """
        if duration.is_clock_time:
            return self._clock_after(anchor.end, duration)
        return max(anchor.start, self.midnight(self.date_after(anchor, duration)))

    def _clock_after(self, at: datetime, duration: Duration) -> datetime:
        length = timedelta(minutes=duration.minutes)
        if not duration.is_working_time or not length:
            return at + length
        left, cursor = length, at
        for opens, closes in self._open_from(at):
            cursor = max(cursor, opens)
            if closes - cursor >= left:
                return cursor + left
            if closes > cursor:
                left -= closes - cursor
                cursor = closes
        return at + length

    def _open_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield when the shop opens and closes, from the day before an instant on.

        What began yesterday may last past midnight. It ends after a long break.
        """
        on = self.day_of(at) - timedelta(days=1)
        rest = 0
        for _ in range(FARTHEST):
            if self.is_working(on):
                yield from ((self._wall(on, a), self._wall(on, b)) for a, b in self._spans(on))
                rest = 0
            rest += 1
            if rest > LONGEST_BREAK:
                return
            on += timedelta(days=1)

    def _spans(self, on: date) -> Spans:
        return (self.hours and self.hours[on.weekday()]) or USUAL_HOURS

    def _wall(self, on: date, minutes: int) -> datetime:
        """Return when the clock on the wall shows so many minutes from midnight, in UTC."""
        return self._shown(on, minutes).astimezone(UTC)

    def _shown(self, on: date, minutes: int) -> datetime:
        days, rest = divmod(minutes, 24 * 60)
        return datetime.combine(on + timedelta(days=days), time(*divmod(rest, 60)), self.tz)

    def _working_days_after(self, on: date, amount: int) -> date:
        if not self.working_days:
            return on + timedelta(days=amount)
        left, rest = amount, 0
        while left:
            on += timedelta(days=1)
            worked = self.is_working(on)
            left -= worked
            rest = 0 if worked else rest + 1
            if rest > LONGEST_BREAK:
                return on + timedelta(days=left - rest)
        return on
