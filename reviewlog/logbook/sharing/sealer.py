"""Seal: signing what says that a bundle is whole, and having it stamped."""

import hashlib
from collections.abc import Iterable, Iterator

from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.domain.tree.notes import Verifier, sign_note, verifier_of
from reviewlog.logbook.base import Book
from reviewlog.logbook.proving.owed import willing
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
        sha256 = hashlib.sha256(note).hexdigest()
        known = self._known(sha256, note)
        missing = [url for url in willing(self._book) if not _is_by(url, known)]
        if not missing:
            return known, ()
        failed = tuple(self._ask(sha256, note, missing))
        return self._known(sha256, note), failed

    def _known(self, sha256: str, note: bytes) -> tuple[KeptStamp, ...]:
        """Return the kept time stamps that hold, with the certificates that they carry."""
        kept = self._book.store.seals.stamps(sha256)
        if not kept:
            return ()
        from reviewlog.sync.tokens import check_token

        found = [(stamp, check_token(stamp.token, note)) for stamp in kept]
        return tuple(
            stamp._replace(chain=facts.chain.encode("ascii") or None)
            for stamp, facts in found
            if facts.state != "faulty"
        )

    def _ask(self, sha256: str, note: bytes, urls: list[str]) -> Iterator[NoStampError]:
        from reviewlog.logbook.proving.anchors import service_at
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


def _is_by(url: str, stamps: Iterable[KeptStamp]) -> bool:
    """Whether any of these is of a service; from its second one on they have a number."""
    slug = slug_of(url)
    return any(stamp.slug == slug or stamp.slug.startswith(f"{slug}-") for stamp in stamps)


def _in_silence(_left: object) -> None:
    """Tell nobody that it takes long."""
