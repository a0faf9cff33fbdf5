"""What is told about a verb, wherever it is shown: the help, the manual, a script."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reviewlog.render.promised.helping import HelpPage, Row

Rows = Sequence[tuple[str, str]]
"""Names on the left, what they mean on the right."""

EXAMPLE = "reviewlog "


class Page(NamedTuple):
    """A verb explained."""

    name: str
    """As it is typed, with the program's name."""
    usage: str
    about: tuple[str, ...]
    """Paragraphs; the first says it in one sentence."""
    examples: tuple[str, ...]
    words: Rows = ()
    """What stands on the line besides options, and what it means."""
    actions: Rows = ()
    options: Rows = ()
    shared: Rows = ()
    """The options that every verb takes."""


def told(doc: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs of a verb's text, and the lines in it that can be typed."""
    blocks = [block.strip() for block in doc.strip().split("\n\n")]
    about = [block for block in blocks if not block.startswith(EXAMPLE)]
    lines = [line for block in blocks if block.startswith(EXAMPLE) for line in block.split("\n")]
    return tuple(about), tuple(lines)


def page_shape(page: Page) -> "HelpPage":
    """Return a page for a script."""
    return {
        "name": page.name,
        "usage": page.usage,
        "about": list(page.about),
        "examples": list(page.examples),
        "words": rows_shape(page.words),
        "actions": rows_shape(page.actions),
        "options": rows_shape(page.options),
        "shared": rows_shape(page.shared),
    }


def rows_shape(rows: Rows) -> "list[Row]":
    """Return names and what they mean for a script."""
    return [{"name": name, "text": text} for name, text in rows]
