"""Why something is not taken back, not erased or not held, as facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reviewlog.domain.errors import NotFoundError, ReviewlogError, UsageError


class NoSuchEntryError(NotFoundError):
    """No entry of that number."""

    word: str
    last: str


class NobodyCalledError(NotFoundError):
    """Nobody of that name; `near` are the rows of incidents with one like it."""

    name: str
    near: tuple[Mapping[str, Any], ...] = ()


class NoSuchFieldError(NotFoundError):
    """The entry has no field of that name; `known` are those that it has."""

    entry: str
    word: str
    known: tuple[str, ...]


class NotYourWordsError(ReviewlogError):
    """An entry that the program wrote for itself: it is neither taken back nor erased."""

    entry: str
    kind: str


class TakenBackError(ReviewlogError):
    """An entry that was taken back already."""

    entry: str


class NothingToEraseError(ReviewlogError):
    """Nothing is left there that identifies anybody."""


class HeldError(ReviewlogError):
    """A hold stands against erasing."""

    incident: str
    until: datetime
    why: str | None


class NotHeldError(ReviewlogError):
    """There is no hold that could be lifted."""

    incident: str


class NamedInReasonError(UsageError):
    """The reason for an erasure names whom it is to forget; the reason stays in the log."""
