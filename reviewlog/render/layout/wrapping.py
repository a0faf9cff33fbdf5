"""The one way in which lines are broken: at blanks, counted in columns, a line to type never."""

import re

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.wording import COMMAND, TYPED
from reviewlog.render.layout.cells import cells, filled

INDENT = "  "
_WORD = re.compile(rf"([ \n]*)((?:{TYPED}|[^ \n])+)")
_PLAIN_WORD = re.compile(r"([ \n]*)([^ \n]+)")


def wrap(
    text: str, width: int, begin: str = "", below: str = "", *, whole: bool = True
) -> list[str]:
    """Return a text in lines of a width, the first behind `begin`, what goes on behind `below`.

    A line to type that stands in it is one word, and so is an address or a path; `whole` says
    whether such a word may stand over the edge where it is longer than a line, or is cut.
    """
    return _set_in(_WORD.findall(text), width, begin, below, whole=whole)


def wrap_stored(text: str, width: int, begin: str = "", below: str = "") -> list[str]:
    """Return words that somebody else chose in lines of a width: nothing in them is to be typed."""
    return _set_in(_PLAIN_WORD.findall(text), width, begin, below, whole=False)


def _set_in(
    words: list[tuple[str, str]], width: int, begin: str, below: str, *, whole: bool
) -> list[str]:
    found = [(blanks.replace("\n", " "), word) for blanks, word in words]
    if found:
        begin += found[0][0]
    room = max(width - cells(below), 1)
    first, *others = filled(found, max(width - cells(begin), 1), room, whole=whole) or [""]
    return [f"{begin}{first}".rstrip(), *(below + line for line in others)] if found else []


def hanging(line: str, width: int, indent: int = 2) -> str:
    """Return a line broken at a width; what goes on below is indented further."""
    indent += len(line) - len(line.lstrip())
    return "\n".join(wrap(line, max(width, indent + 20), "", " " * indent))


def wrapped(text: str, width: int, indent: str = INDENT) -> list[str]:
    """Return a text in lines of a width, all set in alike; hostile characters are made visible."""
    return wrap(harmless_line(text), width, indent, indent)


def labelled(label: str, text: str, width: int, margin: int) -> list[str]:
    """Return a text beside its label, wrapped at blanks; a long label stands above it."""
    below = " " * margin
    if cells(label) >= margin:
        return [label, *wrap(text, width, below, below)]
    return wrap(text, width, label + " " * (margin - cells(label)), below)


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
    if cells(line) <= columns or words.startswith(COMMAND):
        return [line]
    indent = line[: len(line) - len(words)]
    return wrap(words, columns, indent, indent) or [""]
