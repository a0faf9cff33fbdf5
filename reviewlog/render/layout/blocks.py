"""Texts in lines of a width: paragraphs, texts under a label, columns side by side."""

from collections.abc import Callable, Sequence
from itertools import zip_longest

from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.domain.wording import COMMAND
from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.wrapping import wrap, wrap_stored

Paint = Callable[[str], str]
"""What sets a text off, a method of `Style`."""
LABEL = 6
LONGEST = 160
"""Letters of a text that is shown to be recognised."""


def as_is(text: str) -> str:
    """Return a text as it is: the paint that is none."""
    return text


def shortened(text: str) -> str:
    """Return the beginning of a text in one line, harmless to show."""
    line = harmless_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 3] + "..."


def paragraph(text: str, width: int, hang: int = 0) -> list[str]:
    """Return a text in lines of a width, what goes on below set in; a command stays in one piece.

    A text that is nothing but a line to type is never broken: it is to be copied.
    """
    if text.startswith(COMMAND):
        return [text]
    return wrap(text, width, "", " " * hang, whole=False) or [""]


def paragraphs(text: str, width: int) -> list[str]:
    """Return a stored text in lines of a width, its own lines kept, harmless to show."""
    parts = harmless(text).split("\n")
    return [line for part in parts for line in wrap_stored(part, width) or [""]]


def block(
    label: str, texts: Sequence[str], width: int, indent: int = LABEL, paint: Paint = as_is
) -> list[str]:
    """Return texts under a label in the margin, wrapped, harmless to show.

    A line to type that does not fit beside the margin begins at its left.
    """
    lines: list[str] = []
    margin, room = label, width - indent
    for line in [line for text in texts for line in paragraph(harmless(text), room)]:
        if cells(line) <= room:
            lines += beside([margin], [line], indent, paint)
        else:
            lines += [*([paint(margin)] if margin else []), line]
        margin = ""
    return lines


def beside(
    margin: Sequence[str], lines: Sequence[str], indent: int, paint: Paint = as_is
) -> list[str]:
    """Return lines with others in their margin, one blank between them at least."""
    return [
        f"{paint(left)}{' ' * max(1, indent - cells(left))}{right}".rstrip()
        if left or right
        else ""
        for left, right in zip_longest(margin, lines, fillvalue="")
    ]
