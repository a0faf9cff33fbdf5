"""Shapes of days on which the owner is away, and of what they do to the dates."""

from typing import Annotated, TypedDict

from reviewlog.render.promised.times import Day
from reviewlog.render.promised.words import Says

Span = TypedDict(
    "Span", {"from": Annotated[Day, Says("The first day.")], "to": Annotated[Day, Says("The last day.")]}
)  # fmt: skip


class Absence(Span):
    """Days on which the owner is away."""

    entry: str
    text: str | None


class Absences(TypedDict):
    """All absences that are noted."""

    absences: list[Absence]


class Dated(TypedDict):
    """A step with a date."""

    incident: str
    who: str | None
    step: str
    title: str


class Staying(Dated):
    """A date that falls into an absence."""

    due_on: Day | None


MovedSpan = TypedDict(
    "MovedSpan", {"from": Annotated[Day, Says("Its day before.")], "to": Annotated[Day, Says("Its day now.")]}
)  # fmt: skip


class Moved(MovedSpan, Dated):
    """A date that moved behind an absence."""


class Leave(Absence):
    """An absence that was noted, and what it does to the dates."""

    moved: list[Moved]
    stays: list[Staying]
    """What others set: it does not wait."""
