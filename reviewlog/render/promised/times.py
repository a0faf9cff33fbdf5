"""How days and times are written."""

from typing import Annotated, TypedDict

from reviewlog.render.promised.words import Format, OneOf

Day = Annotated[str, Format("date")]
"""A local day, `2026-11-24`."""
Instant = Annotated[str, Format("date-time")]
"""An instant in UTC, `2026-11-21T16:40:00.000Z`."""


class When(TypedDict):
    """When something happened: somewhere between two instants."""

    start: Instant
    end: Instant
    precision: Annotated[str, OneOf(("exact", "about", "day"))]
    offset_min: int
    """The local offset from UTC then, in minutes."""
