"""The drawn timeline for a wide page and for paper: the days from left to right."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from reviewlog.bundle.drawing.sketch import LETTER, Box, Label, Line, Placed, Sketch
from reviewlog.bundle.drawing.timeline import LANES, Column, Mark, lanes_told

_LANES = range(len(LANES))
_SHARES = {"start": 1, "middle": 2, "end": 1000}
"""What part of its words stands right of where a label is put."""
_WIDE, _BAND, _STEP = 960, 82, 88
_MARK = 50
"""Where the marks of a lane stand: their words above, their number below."""
APART = 25
"""Between two marks of a lane: neither covers the other, or its number."""


def lying(every: Sequence[Column]) -> Sketch:
    """Return the drawing, as wide as a page."""
    edges = _edges(every)
    foot = len(LANES) * _STEP
    ends = list(_days_below(every, edges, foot))
    return Sketch(
        id="lying",
        width=_WIDE,
        height=foot + 46,
        boxes=tuple(Box(0, lane * _STEP, _WIDE, _BAND) for lane in range(len(LANES))),
        lines=tuple(
            Line(edges[at], 0, edges[at], foot + 6, bool(column.span.gap))
            for at, column in enumerate(every)
            if at
        ),
        names=tuple(Label(name, 12, lane * _STEP + 18) for lane, name in enumerate(LANES)),
        days=tuple(day for day, _ in ends),
        years=tuple(year for _, year in ends),
        gaps=tuple(
            Label(f"after {column.span.gap}", edges[at] + 6, foot + 6)
            for at, column in enumerate(every)
            if column.span.gap and edges[at + 1] - edges[at] > 10 * LETTER
        ),
        marks=tuple(_lying_marks(every, edges)),
        told=lanes_told(every),
    )


def _edges(every: Sequence[Column]) -> list[int]:
    """Return where the columns begin and end: each has room for its marks, then for its words."""
    marks = [APART * max(_in_lane(column, lane) for lane in _LANES) for column in every]
    words = [max(0, _day_width(column) - least) for column, least in zip(every, marks, strict=True)]
    share = min(1.0, (_WIDE - sum(marks)) / (sum(words) or 1))
    least = [known + share * more for known, more in zip(marks, words, strict=True)]
    weights = [len(c.marks) + sum(bool(mark.label) for mark in c.marks) for c in every]
    unit = (_WIDE - sum(least)) / sum(weights)
    widths = [known + unit * weight for known, weight in zip(least, weights, strict=True)]
    return [0, *(round(end) for end in accumulate(widths))]


def _in_lane(column: Column, lane: int) -> int:
    return sum(mark.lane == lane for mark in column.marks)


def _day_width(column: Column) -> int:
    return LETTER * max(len(column.span.top), len(column.span.below)) + 6


def _days_below(
    every: Sequence[Column], edges: list[int], foot: int
) -> Iterator[tuple[Label, Label]]:
    for at, column in enumerate(every):
        middle = (edges[at] + edges[at + 1]) // 2
        yield (
            Label(column.span.top, middle, foot + 24, "middle"),
            Label(column.span.below, middle, foot + 40, "middle"),
        )


def _lying_marks(every: Sequence[Column], edges: list[int]) -> Iterator[Placed]:
    for at, column in enumerate(every):
        begin, end = edges[at], edges[at + 1]
        free = dict.fromkeys(_LANES, begin + 4)
        for mark, x in zip(column.marks, _places(column, begin, end), strict=True):
            y = mark.lane * _STEP + _MARK
            label = _above(mark, x, y - 17, (free[mark.lane], end))
            if label is not None:
                free[mark.lane] = _right_end(label) + 8
            number = Label(str(mark.count), x, y + 25, "middle") if mark.count > 1 else None
            yield Placed(mark, x, y, label, number)


def _places(column: Column, begin: int, end: int) -> list[int]:
    """Return where the marks stand: in their order, and in each lane far enough apart."""
    count = len(column.marks)
    pitch = min((end - begin) // count, 130)
    first = begin + (end - begin - pitch * (count - 1)) // 2
    least = dict.fromkeys(_LANES, begin + APART // 2)
    left = {lane: _in_lane(column, lane) for lane in _LANES}
    found = []
    for place, mark in enumerate(column.marks):
        left[mark.lane] -= 1
        most = end - APART // 2 - APART * left[mark.lane]
        found.append(min(max(first + pitch * place, least[mark.lane]), most))
        least[mark.lane] = found[-1] + APART
    return found


def _right_end(label: Label) -> int:
    return label.x + len(label.words) * LETTER // _SHARES[label.anchor]


def _above(mark: Mark, x: int, y: int, room: tuple[int, int]) -> Label | None:
    """Return the words over a mark, None where there is no room for them in its span."""
    words, (start, end) = _words(mark), room
    width = len(words) * LETTER
    if not words or width > end - start - 4:
        return None
    left = min(max(x - width // 2, start), end - 4 - width)
    if not left <= x <= left + width:
        return None
    if left == x - width // 2:
        return Label(words, x, y, "middle")
    return Label(words, left, y) if left == start else Label(words, end - 6, y, "end")


def _words(mark: Mark) -> str:
    return f"{mark.label}, {mark.time}" if mark.time else mark.label
