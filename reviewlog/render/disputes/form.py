"""The form and the statement as they are shown before a report: the result of the verb."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from reviewlog.domain.harmless import harmless, harmless_line
from reviewlog.render.layout.wrapping import INDENT, wrap_stored


class FormLine(Protocol):
    """A field of the site's form as it is to be filled in (`bundle.forms.Filled`)."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    @property
    def most(self) -> int | None: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def cut(self) -> bool: ...  # noqa: D102
    @property
    def gap(self) -> bool: ...  # noqa: D102


def form_lines(form: Sequence[FormLine], width: int) -> Iterator[str]:
    """Yield the form field by field; nothing where the site has none."""
    if form:
        yield "FORM, field by field"
    for field in form:
        yield f"{INDENT}{harmless_line(field.label)}{_length(field)}"
        for line in harmless(field.text).split("\n"):
            yield from wrap_stored(line, width, INDENT * 3, INDENT * 3) or [""]


def _length(field: FormLine) -> str:
    if field.most is None:
        return ""
    if field.gap:
        return f" (at most {field.most} {field.unit})"
    return f" ({field.size} of {field.most} {field.unit}{', cut to fit' if field.cut else ''})"


def statement_lines(statement: str) -> Iterator[str]:
    """Yield the statement under its heading; nothing where it would go to the wrong reader."""
    if statement:
        yield "STATEMENT"
        yield from (f"{INDENT}{line}".rstrip() for line in statement.rstrip().split("\n"))
