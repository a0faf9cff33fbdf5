"""A checkpoint that was mailed to a witness, as it comes back out of a mail."""

import re
from typing import NamedTuple

from reviewlog.domain.tree.checkpoint import Checkpoint, checkpoint_text, read_checkpoint
from reviewlog.domain.tree.notes import BadNoteError

CAP = 256 * 1024
"""Bytes up to which a file is looked through for one."""
_QUOTED = re.compile(r"^[>|\s]+")
_ORIGIN = re.compile(r"reviewlog/[0-9a-f]{32}")


class Mailed(NamedTuple):
    """A checkpoint that somebody else kept."""

    name: str
    """Of the file that it was in."""
    checkpoint: Checkpoint
    note: bytes
    """The note as it was signed; empty where no signature came back with it."""


def find_mailed(raw: bytes, name: str) -> Mailed | None:
    """Return the first checkpoint of a logbook in a text; mail programs quote and indent it."""
    if b"\0" in raw:  # no text: a bundle holds one too
        return None
    text = raw[:CAP].decode("utf-8", "replace")
    lines = [line for quoted in text.splitlines() if (line := _QUOTED.sub("", quoted).rstrip())]
    for index, line in enumerate(lines):
        if not _ORIGIN.fullmatch(line):
            continue
        try:
            checkpoint = read_checkpoint("".join(f"{one}\n" for one in lines[index : index + 3]))
        except BadNoteError:
            continue
        signed = next((s for s in lines[index + 3 :] if s.startswith(f"— {line} ")), None)
        note = f"{checkpoint_text(checkpoint)}\n{signed}\n".encode() if signed else b""
        return Mailed(name, checkpoint, note)
    return None
