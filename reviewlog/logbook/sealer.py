"""Seal: signing what says that a bundle is whole, and having it stamped."""

import hashlib
from collections.abc import Iterator

from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.domain.tree.notes import Verifier, sign_note, verifier_of
from reviewlog.logbook.base import Book
from reviewlog.logbook.owed import willing
from reviewlog.store.checkpoints import slug_of
from reviewlog.store.seals import KeptStamp


class Sealer:
    """Signs the seal of a bundle, and has it stamped by the services that the owner named."""

    def __init__(self, book: Book, private: bytes) -> None:
        self._book, self._private = book, private
        self.name = origin_of(book.store.log.ours)

    @property
    def key(self) -> Verifier:
        """The public half of the key that signs."""
        return verifier_of(self.name, self._private)

    def signed(self, text: str) -> bytes:
        """Return a text as a signed note: of the same text always the same."""
        return sign_note(text, self.name, self._private)

    def stamps(self, note: bytes) -> tuple[tuple[KeptStamp, ...], tuple[NoStampError, ...]]:
        """Return the time stamps over a seal, asked for where there are none, and what failed."""
        sha256, store = hashlib.sha256(note).hexdigest(), self._book.store
        known = {stamp.slug for stamp in store.seals.stamps(sha256)}
        missing = [url for url in willing(self._book) if slug_of(url) not in known]
        failed = tuple(self._ask(sha256, note, missing)) if missing else ()
        return tuple(store.seals.stamps(sha256)), failed

    def _ask(self, sha256: str, note: bytes, urls: list[str]) -> Iterator[NoStampError]:
        from reviewlog.logbook.anchors import service_at
        from reviewlog.sync.asking import ask_all

        services = []
        for url in urls:
            try:
                services.append(service_at(self._book, url))
            except NoStampError as error:
                yield error
        for answer in ask_all(services, note, self._book.now, _in_silence):
            if answer.stamp is not None:
                raw, chain = answer.stamp.raw, answer.stamp.chain.encode("ascii") or None
                self._book.store.seals.put(sha256, answer.service.url, raw, chain)
            elif answer.error is not None:
                yield answer.error


def _in_silence(_left: object) -> None:
    """Tell nobody that it takes long."""
