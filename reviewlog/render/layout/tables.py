"""Aligned lines for a pipe, a drawn table for a terminal."""

import textwrap
from collections.abc import Sequence

Row = Sequence[str]


def table(headings: Row, rows: Sequence[Row], *, draws: bool, width: int) -> str:
    """Return rows under headings; rich draws them where boxes and colour may be used."""
    return _drawn(headings, rows, width) if draws else _aligned(headings, rows)


def _aligned(headings: Row, rows: Sequence[Row]) -> str:
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    lines = [
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in (headings, *rows)
    ]
    return "\n".join(lines)


def _drawn(headings: Row, rows: Sequence[Row], width: int) -> str:
    import io

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for heading in headings:
        drawn.add_column(Text(heading))
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=True, color_system="standard").print(drawn)
    return out.getvalue().rstrip("\n")


def hanging(label: str, text: str, width: int, margin: int) -> list[str]:
    """Return a text beside its label, wrapped at blanks; a long label stands above it."""
    lines = [label] if len(label) >= margin else []
    first = " " * margin if lines else f"{label:<{margin}}"
    return lines + textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=" " * margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
