"""The drawn timeline for a wide page and for paper: the days from left to right."""

from collections.abc import Iterator, Sequence

from reviewlog.bundle.drawing.sketch import LETTER, Box, Label, Line, Placed, Sketch
from reviewlog.bundle.drawing.timeline import LANES, Column, Mark, lanes_told

_SHARES = {"start": 1, "middle": 2, "end": 1000}
"""What part of its words stands right of where a label is put."""
_WIDE, _BAND, _STEP = 960, 78, 84


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
    """Return where the columns begin and end: busy ones are wider."""
    weights = [
        max(2, len(column.marks)) + sum(bool(mark.label) for mark in column.marks)
        for column in every
    ]
    whole, edges = sum(weights), [0]
    for at in range(len(weights)):
        edges.append(_WIDE * sum(weights[: at + 1]) // whole)
    return edges


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
    free = dict.fromkeys(range(len(LANES)), 0)
    for at, column in enumerate(every):
        width, count = edges[at + 1] - edges[at], len(column.marks)
        pitch = min(width // count, 130)
        begin = edges[at] + (width - pitch * (count - 1)) // 2
        for place, mark in enumerate(column.marks):
            x, y = begin + pitch * place, mark.lane * _STEP + 58
            label = _above(mark, x, y - 16, (max(free[mark.lane], edges[at] + 4), edges[at + 1]))
            if label is not None:
                free[mark.lane] = _right_end(label) + 8
            number = Label(str(mark.count), x + 11, y + 13) if mark.count > 1 else None
            yield Placed(mark, x, y, label, number)


def _right_end(label: Label) -> int:
    return label.x + len(label.words) * LETTER // _SHARES[label.anchor]


def _above(mark: Mark, x: int, y: int, room: tuple[int, int]) -> Label | None:
    """Return the words over a mark, None where there is no room for them in its span."""
    words, (start, end) = _words(mark), room
    width = len(words) * LETTER
    if not words or width > end - start - 4:
        return None
    left = min(max(x - width // 2, start), end - 4 - width)
    if left == x - width // 2:
        return Label(words, x, y, "middle")
    return Label(words, left, y) if left == start else Label(words, end - 6, y, "end")


def _words(mark: Mark) -> str:
    return f"{mark.label}, {mark.time}" if mark.time else mark.label
