"""When something happened: an interval, because people remember intervals."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

ABOUT = timedelta(minutes=30)


class Moment(NamedTuple):
    """A claim about time: from `start` until `end`, both aware and in UTC."""

    start: datetime
    end: datetime
    precision: str = "exact"
    """`exact` (start equals end), `about` (half an hour either way) or `day`."""
    offset_min: int = 0
    """The local offset from UTC in minutes that was in force at the start."""

    @property
    def local(self) -> datetime:
        """The moment to show: the time that "about" was said of, else the start, in local time."""
        shown = self.start + ABOUT if self.precision == "about" else self.start
        return shown.astimezone(timezone(timedelta(minutes=self.offset_min)))


def exactly(at: datetime) -> Moment:
    """Return the moment of an aware datetime, keeping its offset."""
    utc = at.astimezone(UTC)
    return Moment(utc, utc, "exact", offset_minutes(at))


def about(at: datetime) -> Moment:
    """Return the half hour on either side of an aware datetime."""
    utc = at.astimezone(UTC)
    return Moment(utc - ABOUT, utc + ABOUT, "about", offset_minutes(at))


def whole_day(first: datetime, last: datetime) -> Moment:
    """Return the day between two local midnights."""
    return Moment(first.astimezone(UTC), last.astimezone(UTC), "day", offset_minutes(first))


def offset_minutes(at: datetime) -> int:
    """Return the offset from UTC of an aware datetime in whole minutes."""
    offset = at.utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def moment_to_field(moment: Moment) -> dict[str, str | int]:
    """Return the shape that an entry stores."""
    return {
        "start": utc_text(moment.start),
        "end": utc_text(moment.end),
        "precision": moment.precision,
        "offset_min": moment.offset_min,
    }


def moment_from_field(field: dict[str, str | int]) -> Moment:
    """Return the moment that `moment_to_field` stored."""
    return _moment(field["start"], field["end"], field["precision"], field["offset_min"])


@lru_cache(maxsize=4096)
def _moment(start: object, end: object, precision: object, offset_min: "str | int") -> Moment:
    """An entry is asked for its moment many times over while it is folded."""
    return Moment(
        utc_from_text(str(start)), utc_from_text(str(end)), str(precision), int(offset_min)
    )


def utc_text(at: datetime) -> str:
    """Return an instant as `2026-11-21T16:40:00.000Z` (RFC 3339, milliseconds)."""
    utc = at.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def utc_from_text(text: str) -> datetime:
    """Return the instant that `utc_text` wrote."""
    return datetime.fromisoformat(text)
