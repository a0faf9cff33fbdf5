"""The file that proves one entry's place in the log: c2sp.org/tlog-proof."""

from collections.abc import Sequence
from typing import NamedTuple

from reviewlog.domain.tree.checkpoint import read_decimal
from reviewlog.domain.tree.hashing import HASH_BYTES
from reviewlog.domain.tree.notes import NOTE_CAP, BadNoteError, from_base64, to_base64

FIRST_LINE = "c2sp.org/tlog-proof@v1"
PROOF_CAP = NOTE_CAP + 16 * 1024
"""Bytes that a proof file may have."""


class Proof(NamedTuple):
    """What such a file says; nothing of it is checked yet."""

    place: int
    """Which leaf, from 0."""
    hashes: tuple[bytes, ...]
    """From the leaf's neighbour up to the child of the root."""
    note: bytes
    """The signed checkpoint, byte for byte."""


def proof_text(index: int, hashes: Sequence[bytes], note: bytes) -> bytes:
    """Return the file that proves a leaf under a signed checkpoint."""
    lines = [FIRST_LINE, f"index {index}", *map(to_base64, hashes), "", ""]
    return "\n".join(lines).encode("ascii") + note


def read_proof(raw: bytes) -> Proof:
    """Return what a proof file says; extra data in it is passed over: nobody signed it.

    Raises BadNoteError.
    """
    head, found, note = raw.partition(b"\n\n")
    if len(raw) > PROOF_CAP or not found or not head.isascii():
        raise BadNoteError("form")
    first, *lines = head.decode("ascii").split("\n")
    if lines and lines[0].startswith("extra "):
        from_base64(lines.pop(0).removeprefix("extra "))
    if first != FIRST_LINE or not lines or not lines[0].startswith("index "):
        raise BadNoteError("form")
    hashes = tuple(from_base64(line) for line in lines[1:])
    if any(len(one) != HASH_BYTES for one in hashes):
        raise BadNoteError("form")
    return Proof(read_decimal(lines[0].removeprefix("index ")), hashes, note)
