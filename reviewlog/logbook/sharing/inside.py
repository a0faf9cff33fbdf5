"""What a text or a mail among the exhibits seems to hold: a file leaves as it is, nothing hidden."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from html import unescape

from reviewlog.domain.redacting.folding import folded_words
from reviewlog.domain.redacting.hiding import hits
from reviewlog.domain.redacting.proposing import Known, find_in
from reviewlog.logbook.base import Book
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit
from reviewlog.logbook.sharing.redacting import Decided, decided_in, known_for

MOST = 2_000_000
"""Bytes of a file that is looked into."""
_MAIL = "message/rfc822"
_TEXTS = ("text/plain", "text/html", "text/csv", "text/markdown", _MAIL)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def found_inside(book: Book, dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Return what texts among the exhibits seem to hold, by label: words of MARKS, each once."""
    exhibits = [e for e in dossier.exhibits if e.type in _TEXTS and e.size <= MOST]
    if not exhibits or dossier.reader == "self":
        return {}
    view = book.view(dossier.number)
    decided = decided_in(view.timeline, Decided())
    known = known_for(book, view, dossier, decided)
    found = {e.label: tuple(dict.fromkeys(_held(e, known, decided))) for e in exhibits}
    return {label: words for label, words in found.items() if words}


def _held(exhibit: Exhibit, known: Known, decided: Decided) -> Iterator[str]:
    for text in _texts(exhibit):
        for (start, end), what in find_in(text, known):
            if folded_words(text[start:end]) not in known.kept:
                yield what
        yield from (one.what for one in hits(text, decided.secrets))


def _texts(exhibit: Exhibit) -> Iterator[str]:
    try:
        raw = exhibit.path.read_bytes()
    except OSError:  # a file that is missing is told where the bundle is made
        return
    if exhibit.type == _MAIL:
        yield from _of_mail(raw)
    else:
        yield _plain(raw.decode("utf-8", "replace"), exhibit.type)


def _of_mail(raw: bytes) -> Iterator[str]:
    message = message_from_bytes(raw)
    yield "\n".join(str(value) for _, value in message.items())
    for part in message.walk():
        if part.get_content_type() in _TEXTS and not part.is_multipart():
            yield _plain(_decoded(part), part.get_content_type())


def _decoded(part: Message) -> str:
    raw = part.get_payload(decode=True)
    body = raw if isinstance(raw, bytes) else b""
    try:
        return body.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:  # a character set that nobody knows
        return body.decode("utf-8", "replace")


def _plain(text: str, kind: str) -> str:
    return unescape(_TAG.sub(" ", text)) if kind == "text/html" else text
