"""Looking at what was printed: how wide it is, and what it says without its looks."""

import re

from rich.cells import cell_len

from reviewlog.render.layout.style import SENT

LOOKS = re.compile("|".join(map(re.escape, [*SENT, *SENT.values()])))
"""What sets words off, on its way to the screen and on the screen."""
SGR = re.compile(r"\x1b\[[0-9;]*m")
TYPED = re.compile(r"(?:[A-Za-z ]{0,12})?reviewlog [a-z]")
"""A line to type may stand over the edge: broken it could not be copied."""
IN_ONE_PIECE = re.compile(r"\s*(reviewlog .*|[!-~⟨⟩]+)")
"""The whole row is a line to type, or one long word of letters that need blanks between words."""


def wide(text):
    """Return how many columns a text takes; the judge is not the program's own."""
    return cell_len(text)


def broken(text, width):
    """Return the rows that a terminal of that width would break, though they may be broken."""
    return [
        row for row in text.split("\n") if wide(row) > width and not IN_ONE_PIECE.fullmatch(row)
    ]


def bare(text):
    """Return a text without its looks."""
    return LOOKS.sub("", text)


def flat(text):
    """Return a text on one line."""
    return " ".join(bare(text).split())


def overwide(text, width):
    """Return the lines that are wider than a screen, lines to type left out."""
    return [row for row in bare(text).splitlines() if wide(row) > width and not TYPED.match(row)]
