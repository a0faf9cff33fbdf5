"""Cells beside each other, each wrapped in its own column; light enough for the fast door."""

from reviewlog.render.layout.cells import broken, cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Paint = Callable[[str], str]
    Cell = list[tuple[str, Paint]]

WIDEST = 100
"""Lines longer than that are hard to read."""
NARROW = 64
"""Under so many columns there is no room beside each other."""
GAP = 2
"""Blanks between two columns."""


def unset(text: str) -> str:
    """Return a text as it is: not set off."""
    return text


def cell(text: str, width: int, paint: "Paint" = unset) -> "Cell":
    """Return a text as lines of a column, all set off alike."""
    return [(line, paint) for line in broken(text, width)]


def beside(row: "list[Cell]", widths: list[int], gap: int = GAP) -> list[str]:
    """Return cells beside each other; the blanks between them are never set off."""
    lines = []
    for place in range(max(map(len, row), default=0)):
        line, end, begin = "", 0, 0
        for column, width in zip(row, widths, strict=True):
            text, paint = column[place] if place < len(column) else ("", unset)
            if text:
                line += " " * (begin - end) + paint(text)
                end = begin + cells(text)
            begin += width + gap
        lines.append(line)
    return lines
