"""Looking at what was printed: how wide it is, and what it says without its looks."""

import re

SGR = re.compile(r"\x1b\[[0-9;]*m")
TYPED = re.compile(r"(?:[A-Za-z ]{0,12})?reviewlog [a-z]")
"""A line to type may stand over the edge: broken it could not be copied."""


def bare(text):
    """Return a text without its looks."""
    return SGR.sub("", text)


def flat(text):
    """Return a text on one line."""
    return " ".join(bare(text).split())


def overwide(text, width):
    """Return the lines that are wider than a screen, lines to type left out."""
    return [line for line in bare(text).splitlines() if len(line) > width and not TYPED.match(line)]
