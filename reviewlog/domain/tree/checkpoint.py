"""A checkpoint: how long a log was and what its root was, as c2sp.org/tlog-checkpoint has it."""

import re
from typing import NamedTuple

from reviewlog.domain.tree.hashing import HASH_BYTES
from reviewlog.domain.tree.notes import BadNoteError, from_base64, to_base64

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,17}")


class Checkpoint(NamedTuple):
    """The first so many entries of a log, in one hash."""

    origin: str
    """Which log: see `origin_of`."""
    size: int
    root: bytes


def origin_of(log: str) -> str:
    """Return the name of a log in checkpoints, which is the name of its key too."""
    return f"reviewlog/{log}"


def checkpoint_text(checkpoint: Checkpoint) -> str:
    """Return the text that is signed."""
    return f"{checkpoint.origin}\n{checkpoint.size}\n{to_base64(checkpoint.root)}\n"


def read_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint of a note's text; lines that extend it are passed over.

    Raises BadNoteError.
    """
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() != "" or "" in lines:
        raise BadNoteError("form")
    root = from_base64(lines[2])
    if len(root) != HASH_BYTES:
        raise BadNoteError("form")
    return Checkpoint(lines[0], read_decimal(lines[1]), root)


def read_decimal(text: str) -> int:
    """Return a number written in the one way, below 10 to the power of 18. Raises BadNoteError."""
    if not _DECIMAL.fullmatch(text):
        raise BadNoteError("form")
    return int(text)
