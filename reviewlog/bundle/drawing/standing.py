"""The drawn timeline for a telephone: the days from top to bottom."""

from collections.abc import Iterator, Sequence

from reviewlog.bundle.drawing.sketch import Box, Label, Line, Placed, Sketch
from reviewlog.bundle.drawing.spans import Span
from reviewlog.bundle.drawing.timeline import US, Column, Mark, lanes_told

_NARROW, _ROW = 344, 30
_LANE_AT = (78, 188, 326)
_LANE_BOX = (Box(62, 0, 106, 0), Box(172, 0, 106, 0), Box(282, 0, 62, 0))
_HEAD = 30
_LETTERS = 8
"""In a line beside the lanes."""
_BELOW = 16
"""Between the last mark of a span and the line under it."""


def standing(every: Sequence[Column]) -> Sketch:
    """Return the drawing, as narrow as a telephone."""
    tops = [_HEAD]
    for column in every:
        tops.append(tops[-1] + _ROW * len(column.marks) + _BELOW)
    height = tops[-1] + 6
    return Sketch(
        id="standing",
        width=_NARROW,
        height=height,
        boxes=tuple(box._replace(height=height) for box in _LANE_BOX),
        lines=tuple(
            Line(0, tops[at], _NARROW, tops[at], bool(column.span.gap))
            for at, column in enumerate(every)
        ),
        names=tuple(
            Label(name, box.x + 6, 19)
            for name, box in zip(("They", "The site", "We"), _LANE_BOX, strict=True)
        ),
        days=tuple(Label(_words_of(c.span)[0], 0, tops[at] + 20) for at, c in enumerate(every)),
        years=tuple(Label(_words_of(c.span)[1], 0, tops[at] + 36) for at, c in enumerate(every)),
        gaps=(),
        marks=tuple(_standing_marks(every, tops)),
        told=lanes_told(every),
    )


def _words_of(span: Span) -> tuple[str, str]:
    """Return the words of a span on two short lines, so that they end before the lanes."""
    first, dash, last = span.top.partition("–")  # noqa: RUF001
    if ":" in first:
        return first, span.below.rpartition(" ")[0]
    return (first + dash, last) if len(span.top) > _LETTERS else (span.top, span.below)


def _standing_marks(every: Sequence[Column], tops: list[int]) -> Iterator[Placed]:
    for at, column in enumerate(every):
        for place, mark in enumerate(column.marks):
            x, y = _LANE_AT[mark.lane], tops[at] + 22 + _ROW * place
            label = _beside(mark, x, y)
            yield Placed(mark, x, y, label, None)


def _beside(mark: Mark, x: int, y: int) -> Label | None:
    """The last lane has no room on its right."""
    number = str(mark.count) if mark.count > 1 else ""
    words = f"{mark.label} ({number})" if mark.label and number else mark.label or number
    if not words:
        return None
    return Label(words, x - 14, y + 4, "end") if mark.lane == US else Label(words, x + 14, y + 4)
