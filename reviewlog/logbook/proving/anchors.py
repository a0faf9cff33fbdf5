"""Anchors: a time stamp is kept as a file, and logged by its hash."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from reviewlog.domain.entry import Draft, Entry, EntryId, Ref
from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.time.moment import utc_text
from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.domain.tree.notes import BadNoteError
from reviewlog.logbook.base import Book
from reviewlog.logbook.proving.owed import named_services
from reviewlog.logbook.proving.signing import logged_keys
from reviewlog.store.book import Store
from reviewlog.store.checkpoints import Kept, KeptToken, slug_of
from reviewlog.sync.asking import Answer
from reviewlog.sync.posting import LARGEST
from reviewlog.sync.timestamps import Service, Stamp, services_of
from reviewlog.sync.tokens import TokenFacts, check_token

_SLUG = re.compile(r"(.+-[0-9a-f]{6})(-[0-9]+)?")
"""The file name's part of a service, with a number behind it from its second token on."""


def anchors(store: Store) -> list[Entry]:
    """Return every anchor of our log, in the order they were written."""
    return [e for e in store.log.general(("anchor",)) if e.id.log == store.log.ours]


def service_at(book: Book, url: str) -> Service:
    """Return a service that the settings name. Raises NoStampError (`roots`)."""
    (service,) = services_of({"time_stamps": [named_services(book)[url]]}, book.store.folder)
    return service


def keep(book: Book, kept: Kept, answer: Answer, stamp: Stamp) -> Entry:
    """Keep a time stamp, then log it: under one lock, so that nobody finds it half kept."""
    found = TokenFacts(stamp.state, stamp.at, stamp.signer)
    fields = _fields(kept, stamp.service, stamp.raw, found)
    if stamp.at is not None:
        fields["clock_ms"] = round((answer.at - stamp.at) / timedelta(milliseconds=1))
    with book.store.writing():
        chain = stamp.chain.encode() or None
        book.store.checkpoints.put_token(kept.checkpoint.size, stamp.service, stamp.raw, chain)
        return _log(book, kept, fields)


def heal(book: Book) -> tuple[Entry, ...]:
    """Log the time stamps that lie there without an entry: a call was broken off in between."""
    with book.store.writing():
        logged = anchors(book.store)
        known = {str(e.fields.get("token")) for e in logged}
        entries = Counter(e.fields.get("size") for e in logged)
        tokens = book.store.checkpoints.tokens()
        files = Counter(token.size for token in tokens)
        lone = [token for token in tokens if files[token.size] > entries[token.size]]
        found = [_healed(book, token, known) for token in lone]
        return tuple(entry for entry in found if entry is not None)


def _healed(book: Book, token: KeptToken, known: Collection[str]) -> Entry | None:
    """Log a time stamp that is found to be one; what else lies there is for `verify` to name."""
    if not token.path.is_file() or token.path.stat().st_size > LARGEST:
        return None
    raw = token.path.read_bytes()
    if hashlib.sha256(raw).hexdigest() in known:
        return None
    kept = _ours(book.store, token.size)
    if kept is None:
        return None
    service = _giver(book, token.slug)
    found = check_token(raw, kept.note, service.roots)
    if found.state == "faulty":
        return None
    return _log(book, kept, _fields(kept, service.url, raw, found))


def _ours(store: Store, size: int) -> Kept | None:
    """Return the checkpoint of a size if it is one of the log as it is: it may have fallen back."""
    try:
        kept = store.checkpoints.get(size, logged_keys(store))
    except BadNoteError:
        return None
    log, signed = store.log.ours, kept.checkpoint
    if signed.origin != origin_of(log) or size > store.log.length():
        return None
    return kept if store.tree.root(log, size) == signed.root else None


def _giver(book: Book, slug: str) -> Service:
    """Return the service that a file name tells of; by that part alone if it is named no more."""
    found = _SLUG.fullmatch(slug)
    plain = found[1] if found else slug
    url = next((url for url in named_services(book) if slug_of(url) == plain), None)
    if url is None:
        return Service(plain)
    try:
        return service_at(book, url)
    except NoStampError:
        return Service(url)


def _fields(kept: Kept, service: str, raw: bytes, found: TokenFacts) -> dict[str, Any]:
    return {
        "size": kept.checkpoint.size,
        "checkpoint": hashlib.sha256(kept.note).hexdigest(),
        "service": service,
        "token": hashlib.sha256(raw).hexdigest(),
        "time": utc_text(found.at) if found.at else None,
        "state": found.state,
        "signer": found.signer or None,
    }


def _log(book: Book, kept: Kept, fields: Mapping[str, Any]) -> Entry:
    """Write the entry of a time stamp; the caller holds the transaction."""
    log = book.store.log
    last = log.find(EntryId(log.ours, kept.checkpoint.size))
    refs = (Ref(last.id, last.leaf),) if last else ()
    (entry,) = log.append([Draft("anchor", fields, None, "anchors", refs)], book.now())
    book.store.stamps.note(entry)
    return entry
