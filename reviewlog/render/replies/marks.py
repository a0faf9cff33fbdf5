"""The exact place in a text: the line where it stands, with the characters marked beneath."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewlog.domain.harmless import harmless
from reviewlog.domain.redacting.folding import Span

BLANKS = {"\t": "    ", "\n": " "}
"""What is shown for a tab, and for the end of a line where that is marked."""
MARK = "^"
CUT = "…"
AROUND = 1_000
"""Characters of a line that are looked at on either side of a place."""
_UNSEEN = ("Mn", "Me", "Cf")
"""Categories of characters that take no room: accents on their own, joiners."""
_WIDE = ("W", "F")


class Cell(NamedTuple):
    """One character as it is shown, and the columns that it takes."""

    shown: str
    columns: int
    at: int
    """Its place in the text."""


class Row(NamedTuple):
    """A stretch of a line that fits the screen."""

    number: int
    """The number of the line, from 1."""
    cells: tuple[Cell, ...]
    begins: bool
    """Whether the line begins here; else it goes on from the row above."""
    ends: bool

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.cells[0].at

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.cells[-1].at + 1


class Marked(NamedTuple):
    """A row in which something stands, and the marks beneath it."""

    row: Row
    marks: str


class Places(NamedTuple):
    """The first places of a text that are to be shown, and how many more there are."""

    shown: tuple[Marked, ...]
    more: int


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(n + 1 for n, char in enumerate(text) if char == "\n")]

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and the character in it, both from 1."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


def places(text: str, spans: Iterable[Span], width: int, most: int) -> Places:
    """Return the rows in which the first spans begin, so many at most; of a long line a part."""
    wanted = sorted(span for span in spans if span.end > span.start)
    found: list[Marked] = []
    for number, span in enumerate(wanted):
        if found and span.start < found[-1].row.end:
            continue
        if len(found) == most:
            return Places(tuple(found), len(wanted) - number)
        row = _row_at(text, span.start, width)
        found.append(Marked(row, _marks(row, wanted)))
    return Places(tuple(found), 0)


def shown(row: Row) -> str:
    """Return what stands in a row; where the line goes on above or below, it says so."""
    text = "".join(cell.shown for cell in row.cells).rstrip()
    return f"{'' if row.begins else CUT}{text}{'' if row.ends else CUT}"


def _row_at(text: str, place: int, width: int) -> Row:
    """Return the row in which a place of the text is shown."""
    number, start = text.count("\n", 0, place) + 1, text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    end = len(text) if end < 0 else max(end, place + 1)  # a mark may begin at the end of a line
    first, last = max(start, place - AROUND), min(end, place + AROUND)
    if first > start:  # as if the row began behind a blank, where there is one
        first = text.find(" ", first, place) + 1 or first
    pieces = list(_broken(_cells(text[first:last], first, is_whole=last == end), width))
    n = next(n for n, piece in enumerate(pieces) if piece[-1].at >= place)
    begins, ends = n == 0 and first == start, n == len(pieces) - 1 and last == end
    return Row(number, tuple(pieces[n]), begins, ends)


def _cells(line: str, start: int, *, is_whole: bool) -> list[Cell]:
    if line.isascii() and line.isprintable():
        return [Cell(char, 1, start + place) for place, char in enumerate(line)]
    cells = []
    for place, char in enumerate(line):
        # What stands before the end of a line of Windows is a part of that end.
        is_end = is_whole and char == "\r" and place == len(line) - 1
        seen = "" if is_end else BLANKS.get(char) or harmless(char)
        cells.append(Cell(seen, _columns(seen), start + place))
    return cells


def _columns(seen: str) -> int:
    if len(seen) != 1:
        return len(seen)
    if seen.isascii():
        return 1
    if unicodedata.category(seen) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(seen) in _WIDE else 1


def _broken(cells: list[Cell], width: int) -> Iterator[list[Cell]]:
    """Yield the pieces of a line: cut behind the last blank that fits, else inside a word."""
    begin, room, blank = 0, width, 0
    for place, cell in enumerate(cells):
        if cell.columns > room and place > begin:
            cut = blank if blank > begin else place
            yield cells[begin:cut]
            begin, room = cut, width - sum(c.columns for c in cells[cut:place])
        room -= cell.columns
        if cell.shown.isspace():
            blank = place + 1
    if cells[begin:]:
        yield cells[begin:]


def _marks(row: Row, spans: Iterable[Span]) -> str:
    """Return marks under the cells that stand in a span, nothing where none does."""
    here = [s for s in spans if s.start < row.end and s.end > row.start]
    if not here:
        return ""
    line = "" if row.begins else " "
    for cell in row.cells:
        is_in = any(span.start <= cell.at < span.end for span in here)
        line += (MARK if is_in else " ") * cell.columns
    return _within(row, line.rstrip()) if MARK in line else _under_unseen(row, here[0])


def _within(row: Row, line: str) -> str:
    """Return marks that go no further than a column behind what is seen of a row."""
    seen = [place for place, cell in enumerate(row.cells, 1) if not cell.shown.isspace()]
    columns = sum(cell.columns for cell in row.cells[: max(seen, default=0)])
    room = columns + (not row.begins) + 1
    return line[:room] if MARK in line[:room] else " " * (room - 1) + MARK


def _under_unseen(row: Row, span: Span) -> str:
    """Return a mark where something stands that takes no room."""
    before = sum(cell.columns for cell in row.cells if cell.at < span.start)
    return " " * (max(before - 1, 0) + (not row.begins)) + MARK
