"""A text of ours as it comes in: from a file, standard input, an editor, or what one left."""

import codecs
from bisect import bisect_right
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked
from reviewlog.domain.reply_errors import LongReplyError
from reviewlog.domain.usage_errors import EmptyTextError, UnreadableFileError
from reviewlog.logbook.base import TEXT_CAP
from reviewlog.store.files import regular_text_bytes

MOST = 100_000
"""Characters of a text that are drafted or checked: on no site is a reply as long."""
MARK = "\ufeff"
"""What some editors put before a text."""
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
"""What a text begins with that some editors of Windows call Unicode."""


class Given(NamedTuple):
    """A text as it was given, and as it is read: without a mark before it, its line ends alike."""

    original: str
    text: str

    def located(self, checked: Checked) -> Checked:
        """Return what was found in `text` with its places in `original`."""
        place = _Way(self.original)
        findings = (one._replace(spans=tuple(map(place, one.spans))) for one in checked.findings)
        promises = (one._replace(span=place(one.span)) for one in checked.promises)
        return checked._replace(findings=tuple(findings), promises=tuple(promises))


class _Way:
    """The way from a place in the text that is read back to the one that was given."""

    def __init__(self, original: str) -> None:
        self._before = len(original) - len(original.removeprefix(MARK))
        ends = [at for at in range(len(original)) if original.startswith("\r\n", at)]
        self._ends = [at - self._before - number for number, at in enumerate(ends)]

    def __call__(self, span: Span) -> Span:
        return Span(self._back(span.start), self._back(span.end))

    def _back(self, at: int) -> int:
        return at + self._before + bisect_right(self._ends, at - 1)


def given_in(path: Path, name: str) -> Given:
    """Return the text of an ordinary file. Raises UnreadableFileError, EmptyTextError."""
    return given(decoded(regular_text_bytes(path, TEXT_CAP), name), name)


def decoded(raw: bytes, name: str) -> str:
    """Return bytes as a text, the mark before it kept. Raises UnreadableFileError."""
    encoding = next((name for mark, name in _WIDE.items() if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFileError(name, "no-text") from None


def given(original: str, name: str) -> Given:
    """Return a text that can be read.

    Raises UnreadableFileError for bytes that are no text, LongReplyError, EmptyTextError.
    """
    if "\0" in original or any("\ud800" <= char <= "\udfff" for char in original):
        raise UnreadableFileError(name, "no-text")
    plain = original.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")
    if len(plain) > MOST:
        raise LongReplyError(len(plain), MOST)
    if not plain.strip():
        raise EmptyTextError("the text")
    return Given(original, plain)
