"""The list of all shapes that are published."""

from reviewlog.render.layout.tables import drawn
from reviewlog.render.layout.wrapping import wrap
from reviewlog.render.promised.names import PROMISES
from reviewlog.render.promised.troubles import Schemas

FOOT = "One in full: reviewlog schema due"
MARGIN = 2


def schemas_shape() -> Schemas:
    """Return the names of all shapes, and what prints each."""
    return {"schemas": [{"name": name, "of": one.line} for name, one in PROMISES.items()]}


def schemas_text(width: int) -> str:
    """Return the same as aligned lines; where there is no room the name stands above."""
    column = max(map(len, PROMISES)) + MARGIN
    lines = []
    for name, one in PROMISES.items():
        beside = column + len(one.line) <= width
        lines += [f"{name:<{column}}{one.line}"] if beside else _stacked(name, one.line, width)
    return "\n".join([*lines, "", FOOT])


def schemas_table(columns: int) -> str:
    """Return the same as a table on a terminal."""
    rows = [(name, one.line) for name, one in PROMISES.items()]
    return "\n".join([drawn(("Name", "What prints it"), rows, columns), "", FOOT])


def _stacked(name: str, line: str, width: int) -> list[str]:
    indent = " " * MARGIN
    return [name, *wrap(line, width, indent, indent)]
