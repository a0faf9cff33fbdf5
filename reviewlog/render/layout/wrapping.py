"""Long lines of a report: broken at blanks, never inside a word or a command to type."""

import re
import textwrap

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.wording import COMMAND
from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import SGR

INDENT = "  "
_COMMAND = re.compile(r"reviewlog [a-z-]+(?: --[a-z]+)*|chmod [0-7]+ '[^']*'|openssl ts -verify")
_HELD = "\N{OBJECT REPLACEMENT CHARACTER}"


def hanging(line: str, width: int, indent: int = 2) -> str:
    """Return a line broken at a width; what goes on below is indented further."""
    indent += len(line) - len(line.lstrip())
    held = _COMMAND.sub(lambda found: found[0].replace(" ", _HELD), line)
    wrapped = textwrap.fill(
        held,
        max(width, indent + 20),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped.replace(_HELD, " ")


def wrapped(text: str, width: int, indent: str = INDENT) -> list[str]:
    """Return a text in lines of a width, all set in alike; hostile characters are made visible."""
    return textwrap.wrap(
        harmless_line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def in_rows(text: str, columns: int | None) -> str:
    """Return a text whose lines fit a terminal: broken at blanks, set in as they were.

    A line that is there to be typed, and a word that is longer, stay in one piece; so does
    everything where there is no terminal.
    """
    if columns is None or all(len(line) * 2 <= columns for line in text.split("\n")):
        return text
    return "\n".join(row for line in text.split("\n") for row in _rows(line, columns))


def _rows(line: str, columns: int) -> list[str]:
    words = line.lstrip()
    taken = cells(_bare(line))
    if taken <= columns or words.startswith(COMMAND):
        return [line]
    indent = line[: len(line) - len(words)]
    held = _COMMAND.sub(lambda found: found[0].replace(" ", _HELD), words)
    rows = textwrap.wrap(
        held,
        max(columns - max(taken - len(line), 0), len(indent) + 1),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [row.replace(_HELD, " ") for row in rows]


def _bare(line: str) -> str:
    """Return a line without our own sequences, which take no room."""
    for sequence in SGR:
        line = line.replace(sequence, "")
    return line
