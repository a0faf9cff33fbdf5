"""Shapes of what stands beside the answers: the list of all shapes, and a refusal."""

from typing import Annotated, NotRequired, TypedDict

from reviewlog.render.promised.refusals import ERRORS
from reviewlog.render.promised.words import Known, OneOf

Error = Annotated[str, Known(ERRORS)]


class SchemaLine(TypedDict):
    """The name of a shape, and what prints it."""

    name: str
    of: str


class Schemas(TypedDict):
    """All shapes that are published."""

    schemas: list[SchemaLine]


class EntryFault(TypedDict):
    """What is wrong with one of the entries that were handed over."""

    number: int
    """Which one, from 1."""
    key: str | None
    """Null where it is about the entry as a whole."""
    error: Error
    text: str


class Trouble(TypedDict):
    """That the program said no; the same sentences stand on standard error."""

    error: Error
    """What kind of no it is, in words that stay the same; later versions may have more."""
    text: str
    """What it says to people; the words may change."""
    exit_code: Annotated[int, OneOf((1, 2, 3, 4))]
    faults: NotRequired[list[EntryFault]]
    """Of `bad-entries`: every fault of every entry."""
