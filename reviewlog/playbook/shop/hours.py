"""Opening hours as an owner writes them: `09:00-12:30`, also past midnight, `18:00-02:00`."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from reviewlog.domain.time.calendar import Spans
from reviewlog.domain.time.daywords import SHORT_WEEKDAYS
from reviewlog.playbook.faults import TAG
from reviewlog.playbook.language.words import OneOf

DAY = 24 * 60
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
_LOOSE = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\s*(?:-|\u2013|to)\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?"
)


def wrong(said: str) -> PydanticCustomError:
    """Return a fault whose sentence is told as it stands."""
    return PydanticCustomError("word", "{said}", {"said": said})


def _is_a_span(text: str) -> str:
    if minutes(text) is None:
        right = _likely(text)
        hint = f" Did you mean “{right}”?" if right else " Write “09:00-12:30”."
        raise wrong(f"“{text}” are no opening hours.{hint}")
    return text


def _in_order(texts: list[str]) -> list[str]:
    spans = [minutes(text) or (0, 0) for text in texts]
    for one, two, text in zip(spans, spans[1:], texts[1:], strict=False):
        if two[0] < one[1]:
            raise wrong(f"“{text}” begins before the hours in front of it end.")
    return texts


Span = Annotated[str, AfterValidator(_is_a_span)]
DayHours = Annotated[list[Span], Field(min_length=1), AfterValidator(_in_order)]
Weekday = Annotated[str, OneOf(SHORT_WEEKDAYS)]
Hours = Annotated[
    Annotated[DayHours, Tag(f"{TAG}every")] | Annotated[dict[Weekday, DayHours], Tag(f"{TAG}each")],
    Discriminator(lambda said: f"{TAG}each" if isinstance(said, dict) else f"{TAG}every"),
]
"""One list for every working day, or a mapping of weekdays to lists."""


def minutes(text: str) -> tuple[int, int] | None:
    """Return from and to in minutes from midnight; what ends before it begins ends tomorrow."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    opens = int(found[1]) * 60 + int(found[2])
    closes = int(found[3]) * 60 + int(found[4])
    if closes > DAY or closes == opens:
        return None
    return opens, closes + (DAY if closes < opens else 0)


def by_weekday(hours: list[str] | dict[str, list[str]] | None) -> list[Spans]:
    """Return the spans of each weekday from Monday on; nothing at all where nothing was said."""
    if hours is None:
        return []
    said: Any = hours if isinstance(hours, dict) else dict.fromkeys(SHORT_WEEKDAYS, hours)
    return [
        tuple(span for text in said.get(day, ()) if (span := minutes(text)) is not None)
        for day in SHORT_WEEKDAYS
    ]


def _likely(text: str) -> str | None:
    """Return the right way to write hours that a person would understand, `9-17` or `9am to 5pm`."""
    found = _LOOSE.fullmatch(text.strip().lower())
    if found is None:
        return None
    ends = (found[1], found[2], found[3]), (found[4], found[5], found[6])
    right = "-".join(_clock(*end) for end in ends)
    return right if minutes(right) is not None else None


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour)
    if half is not None:
        number = number % 12 + (12 if half == "pm" else 0)
    return f"{number:02d}:{minute or '00'}"
