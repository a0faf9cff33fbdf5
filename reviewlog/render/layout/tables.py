"""Aligned lines, and texts beside their label."""

import textwrap
from collections.abc import Sequence

from reviewlog.render.layout.cells import cells, padded

Row = Sequence[str]


def aligned(headings: Row, rows: Sequence[Row]) -> str:
    """Return rows under headings, for a pipe: one line each, nothing cut and nothing drawn."""
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(map(cells, column)) for column in columns]
    lines = [
        "  ".join(padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in (headings, *rows)
    ]
    return "\n".join(lines)


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
