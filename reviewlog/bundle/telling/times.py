"""Times in words, in the logbook's zone.

`verify` compares pages with these words, so a bundle made years ago depends on them: add
words, do not change any.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.domain.time.moment import Moment, exactly, moment_from_field, part_words

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def happened(fields: Mapping[str, Any], recorded_at: datetime) -> Moment:
    """Return when something happened by the fields that are told, else when it was written."""
    claim = fields.get("happened_at")
    return moment_from_field(claim) if claim else exactly(recorded_at)


def instant_words(at: datetime, zone: ZoneInfo) -> str:
    """Return an instant as `Sat 21 Nov 2026, 16:45 (UTC+00:00)`."""
    local = at.astimezone(zone)
    offset = f"{local:%z}"
    return f"{local:%a %d %b %Y, %H:%M} (UTC{offset[:3]}:{offset[3:5]})"


def moment_words(moment: Moment, zone: ZoneInfo) -> str:
    """Return when something happened, with how well it is known."""
    if moment.precision == "day":
        # A day is a day of its own offset: another zone must not turn it into the one before.
        day = f"{moment.local:%a %d %b %Y}"
        return day + (part_words(moment) or " (time of day not noted)")
    near = "about " if moment.precision == "about" else ""
    return near + instant_words(moment.local, zone)


def date_words(moment: Moment, zone: ZoneInfo) -> str:
    """Return the day of a moment, `Sat 21 Nov 2026`."""
    local = moment.local if moment.precision == "day" else moment.local.astimezone(zone)
    return f"{local:%a %d %b %Y}"


def late_words(moment: Moment, recorded_at: datetime) -> str:
    """Return how long after it happened something was written down."""
    if moment.precision == "day":
        written = recorded_at.astimezone(moment.local.tzinfo).date()
        days = (written - moment.local.date()).days
        return "written the same day" if days == 0 else _days_later(days)
    seconds = int((recorded_at - moment.local).total_seconds())
    return _distance(seconds, "about " if moment.precision == "about" else "")


def _distance(seconds: int, near: str) -> str:
    if seconds < -30 * _MINUTE:
        return "written before the time it names"
    if seconds < _MINUTE:
        return "written at once"
    if seconds < _HOUR:
        return f"written {near}{seconds // _MINUTE} min later"
    if seconds < 2 * _DAY:
        return f"written {near}{seconds // _HOUR} h later"
    return f"written {near}{seconds // _DAY} days later"


def _days_later(days: int) -> str:
    if days < 0:
        return "written before the day it names"
    return "written the day after" if days == 1 else f"written {days} days later"
