"""Checkpoints that were mailed to a witness, as they come back out of a mail."""

import codecs
import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewlog.domain.tree.checkpoint import Checkpoint, checkpoint_text, read_checkpoint
from reviewlog.domain.tree.notes import BadNoteError

CAP = 2 * 1024 * 1024
"""Bytes up to which a file is looked through."""
MOST = 100
"""So many are looked at in one mail."""
_QUOTED = re.compile(r"^[>|\s]+")
_ORIGIN = re.compile(r"reviewlog/[0-9a-f]{32}")
_TAG = re.compile(r"<[^<>]*>")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The first bytes by which an editor says how a text is written."""
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What parsing a mail may lead to that somebody made to be in the way."""


class Mailed(NamedTuple):
    """A checkpoint that somebody else kept."""

    name: str
    """Of the file that it was in."""
    checkpoint: Checkpoint
    note: bytes
    """The note as it was signed; empty where no signature came back with it."""


def find_mailed(raw: bytes, name: str) -> tuple[Mailed, ...]:
    """Return the checkpoints of a logbook in a text or a mail; mail programs quote and indent them.

    One of size 0 says nothing and is passed over.
    """
    found = (one for text in _texts(raw[:CAP]) for one in _found(text, name))
    return tuple(dict.fromkeys(one for one in found if one.checkpoint.size))[:MOST]


def _texts(raw: bytes) -> Iterator[str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            yield raw[len(mark) :].decode(encoding, "replace")
            return
    if b"\0" in raw:  # no text: a bundle holds one too
        return
    yield raw.decode("utf-8", "replace")
    try:
        yield from _parts(raw)
    except _UNREADABLE:
        return


def _parts(raw: bytes) -> Iterator[str]:
    """Yield the texts of a mail: a note has a dash in it that mail programs encode."""
    from email import message_from_bytes

    for part in message_from_bytes(raw).walk():
        body = part.get_payload(decode=True)
        if part.get_content_maintype() != "text" or not isinstance(body, bytes):
            continue
        text = body.decode(_charset(part.get_content_charset()), "replace")
        is_page = part.get_content_subtype() == "html"
        yield html.unescape(_TAG.sub("\n", text)) if is_page else text


def _charset(name: str | None) -> str:
    try:
        return codecs.lookup(name or "utf-8").name
    except LookupError:
        return "utf-8"


def _found(text: str, name: str) -> Iterator[Mailed]:
    lines = [line for quoted in text.splitlines() if (line := _QUOTED.sub("", quoted).rstrip())]
    starts = [index for index, line in enumerate(lines) if _ORIGIN.fullmatch(line)]
    for start, end in zip(starts[:MOST], [*starts[1:], len(lines)], strict=False):
        try:
            checkpoint = read_checkpoint("".join(f"{one}\n" for one in lines[start : start + 3]))
        except BadNoteError:
            continue
        signed = _signed(lines[start + 3 : end], checkpoint.origin)
        note = f"{checkpoint_text(checkpoint)}\n{signed}\n".encode() if signed else b""
        yield Mailed(name, checkpoint, note)


def _signed(lines: Sequence[str], origin: str) -> str | None:
    """Return the line of a signature, in one again where a mail program broke it in two."""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        if line.startswith(f"— {origin} "):
            return line
        if line == f"— {origin}":
            return f"{line} {after}"
    return None
