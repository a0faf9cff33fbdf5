"""The pieces of the drawn timeline, each in its place: shapes, words, lanes and lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewlog.bundle.drawing.timeline import (
    ANSWER,
    CONTACT,
    DEED,
    REVIEW,
    SEVERAL,
    TIED,
    WORDS,
    Column,
    Mark,
)

SHAPES = {
    TIED: "M0-10 10 8-10 8z",
    REVIEW: "M0-11 3-4 11-3 5 3 7 10 0 6-7 10-5 3-11-3-3-4z",
    CONTACT: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    DEED: "M-7-7H7V7H-7z",
    ANSWER: "M0-9 9 0 0 9-9 0z",
    SEVERAL: "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
}
"""The outline of each shape around its middle."""
LETTER = 8
"""Width of a letter of the drawing: few words are wider, whatever the typeface."""


class Placed(NamedTuple):
    """A mark in its place."""

    mark: Mark
    x: int
    y: int
    label: "Label | None"
    number: "Label | None"
    """How many entries it stands for, where its label does not say so."""

    @property
    def path(self) -> str:
        """The outline of the mark."""
        return SHAPES[self.mark.shape]


class Label(NamedTuple):
    """A few words somewhere in the drawing."""

    words: str
    x: int
    y: int
    anchor: str = "start"


class Box(NamedTuple):
    """The ground of a lane."""

    x: int
    y: int
    width: int
    height: int


class Line(NamedTuple):
    """A line between two spans; dashed where days are left out."""

    x1: int
    y1: int
    x2: int
    y2: int
    dashed: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing, ready to be written down."""

    id: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    names: tuple[Label, ...]
    """Of the lanes."""
    days: tuple[Label, ...]
    years: tuple[Label, ...]
    gaps: tuple[Label, ...]
    marks: tuple[Placed, ...]
    told: str


class Legend(NamedTuple):
    """A shape and what it stands for."""

    path: str
    shape: str
    words: str


def legend(every: Sequence[Column]) -> list[Legend]:
    """Return the shapes that a drawing uses, with their words."""
    used = {mark.shape for column in every for mark in column.marks}
    return [Legend(SHAPES[shape], shape, words) for shape, words in WORDS.items() if shape in used]
