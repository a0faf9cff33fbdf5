"""What can be wrong with entries that a script hands over."""

from collections.abc import Sequence
from typing import NamedTuple

from reviewlog.domain.errors import ReviewlogError, UsageError

MOST_TO_READ = 64_000_000
"""Bytes on standard input; whoever has more hands it over in parts."""


class UnreadableEntriesError(UsageError):
    """What came in is not what is read there.

    `reason` is `empty`, `syntax`, `bytes`, `deep`, `large`, `number` or `twice`; `key` is the one that
    stands there twice. Line and column count from 1, and are 0 where they say nothing.
    """

    reason: str
    line: int = 0
    column: int = 0
    key: str = ""


class UnknownKeyError(UsageError):
    """A key that no entry has; `near` is the likely right one."""

    key: str
    near: str | None = None


class BadValueError(UsageError):
    """A value of the wrong kind.

    `wanted` is `text`, `number`, `incident`, `flag`, `texts` or `object`; or `whole` for a text
    with half a character in it, `zero` for one with a NUL, `empty` for one with nothing in it,
    `short` for a word that is far too long.
    """

    wanted: str


class Fault(NamedTuple):
    """What is wrong with one entry."""

    number: int
    """Which one, from 1."""
    key: str | None
    """None where it is about the entry as a whole."""
    cause: ReviewlogError


class BadEntriesError(UsageError):
    """Entries with faults, all told at once; none was written."""

    faults: tuple[Fault, ...]
    of: int
    """How many entries there are."""

    def __init__(self, faults: Sequence[Fault], of: int) -> None:
        super().__init__(tuple(faults), of)
        codes = {fault.cause.exit_code for fault in faults}
        self.exit_code = codes.pop() if len(codes) == 1 else UsageError.exit_code
        """That of the one command it would have been; faults of several kinds are wrong usage."""
