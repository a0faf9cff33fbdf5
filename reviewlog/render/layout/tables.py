"""Tables on a terminal, aligned lines in a pipe, and texts beside their label."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewlog.domain.harmless import harmless_line
from reviewlog.render.layout.cells import cells, padded
from reviewlog.render.layout.grid import NARROW, WIDEST
from reviewlog.render.layout.style import DRAWN, LINE

if TYPE_CHECKING:
    from rich.segment import Segment
    from rich.table import Table

Row = Sequence[str]
LEADS, STANDS_BY = "bold", "dim"
"""What rich calls `strong` and `quiet`."""
BOX = f"    \n    \n {LINE * 2} \n" + "    \n" * 5
"""What rich draws around cells: one rule under the headings."""


def drawable(columns: int | None, *, draws: bool) -> int | None:
    """Return the columns that a table may take, None where there should be none."""
    if not draws or columns is None or columns < NARROW:
        return None
    # A line that fills the last column makes some terminals begin another one.
    return min(columns - 1, WIDEST)


def drawn(headings: Row, rows: Sequence[Row], columns: int, right: Sequence[int] = ()) -> str:
    """Return a table for a terminal: headings, one thin rule, and cells that wrap in their column.

    `right` are the columns of numbers. rich takes its time to load: no command of every day may
    come here.
    """
    from rich.box import Box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        box=Box(BOX), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), border_style=STANDS_BY,
        header_style="",
    )  # fmt: skip
    for place, heading in enumerate(headings):
        head = Text(heading, style=STANDS_BY)
        table.add_column(head, justify="right" if place in right else "left", overflow="fold")
    for first, *others in rows:
        cells_of_row = [Text(harmless_line(cell)) for cell in others]
        table.add_row(Text(harmless_line(first), style=LEADS), *cells_of_row)
    return _printed(table, columns)


def _printed(table: "Table", columns: int) -> str:
    """Return what rich lays out, set off by our own looks: no sequence of rich's is printed."""
    import io

    from rich.console import Console

    # In an old code page rich would take another box; `screen` spells what there is no sign for.
    nowhere = io.StringIO()
    console = Console(
        file=nowhere, width=columns, color_system=None, legacy_windows=False, _environ={}
    )
    lines = console.render_lines(table, pad=False)
    return "\n".join("".join(map(_looked, line)).rstrip() for line in lines)


def _looked(piece: "Segment") -> str:
    """Return a piece of a line as `style` sets it off; the blanks behind it never are."""
    text, look = piece.text.rstrip(), piece.style
    blanks = piece.text[len(text) :]
    if look is not None and look.bold:
        return DRAWN.strong(text) + blanks
    return (DRAWN.quiet(text) if look is not None and look.dim else text) + blanks


def aligned(headings: Row, rows: Sequence[Row]) -> str:
    """Return rows under headings, for a pipe: one line each, nothing cut and nothing drawn."""
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(map(cells, column)) for column in columns]
    lines = [
        "  ".join(padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in (headings, *rows)
    ]
    return "\n".join(lines)
