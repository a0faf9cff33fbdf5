"""When something happened: an interval, because people remember intervals."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

ABOUT = timedelta(minutes=30)
PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (21, 29)}
"""The parts of a day: the hours at which they start and end, from midnight on."""
CLOCK_CHANGES = {"before the clocks went back": 0, "after the clocks went back": 1}
"""Which of two equal times is meant in the night in which the clocks go back."""


class Moment(NamedTuple):
    """A claim about time: from `start` until `end`, both aware and in UTC."""

    start: datetime
    end: datetime
    precision: str = "exact"
    """`exact` (start equals end), `about` (half an hour either way) or `day` (or a part of one)."""
    offset_min: int = 0
    """The local offset from UTC in minutes that was in force at the start."""

    @property
    def local(self) -> datetime:
        """The moment to show: the time that "about" was said of, else the start, in local time."""
        shown = self.start + ABOUT if self.precision == "about" else self.start
        return shown.astimezone(timezone(timedelta(minutes=self.offset_min)))

    @property
    def part(self) -> str | None:
        """The part of the day that was said, one of PARTS; None for a whole day or a time."""
        if self.precision != "day":
            return None
        hour = self.local.hour
        return next((name for name, (starts, _) in PARTS.items() if starts == hour), None)


def exactly(at: datetime) -> Moment:
    """Return the moment of an aware datetime, keeping its offset."""
    utc = at.astimezone(UTC)
    return Moment(utc, utc, "exact", offset_minutes(at))


def about(at: datetime) -> Moment:
    """Return the half hour on either side of an aware datetime."""
    utc = at.astimezone(UTC)
    return Moment(utc - ABOUT, utc + ABOUT, "about", offset_minutes(at))


def whole_day(first: datetime, last: datetime) -> Moment:
    """Return the day between two local midnights, or the part of it between two hours."""
    return Moment(first.astimezone(UTC), last.astimezone(UTC), "day", offset_minutes(first))


def part_words(moment: Moment) -> str:
    """Return what follows a day when a part of it was said: ` in the morning`, ` at night`."""
    if moment.part is None:
        return ""
    return " at night" if moment.part == "night" else f" in the {moment.part}"


def change_words(local: datetime) -> str:
    """Return which of two equal times an instant in a zone is; empty on any other night."""
    if not is_doubled(local):
        return ""
    return next(words for words, fold in CLOCK_CHANGES.items() if fold == local.fold)


def is_doubled(local: datetime) -> bool:
    """Whether the clock on the wall shows this time twice."""
    first, second = (local.replace(fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    return first > second


def is_skipped(local: datetime) -> bool:
    """Whether the clock on the wall never shows this time: it was put forward over it."""
    there_and_back = local.astimezone(UTC).astimezone(local.tzinfo)
    return there_and_back.replace(tzinfo=None) != local.replace(tzinfo=None)


def typed_words(moment: Moment) -> str:
    """Return a moment as it is typed, without a word that depends on the day it is typed."""
    local = moment.local
    if moment.precision == "day":
        return f"{local:%Y-%m-%d}{part_words(moment)}"
    return f"{'about ' if moment.precision == 'about' else ''}{local:%Y-%m-%d %H:%M}"


def offset_minutes(at: datetime) -> int:
    """Return the offset from UTC of an aware datetime in whole minutes.

    The seconds that offsets had a century ago are rounded up: a day must not begin on the one before.
    """
    offset = at.utcoffset()
    return -(int(offset.total_seconds()) // -60) if offset else 0


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
