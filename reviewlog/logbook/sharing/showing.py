"""Show: where each entry of a dossier stands in the log, who signed that, who outside knew it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple

from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.domain.tree.notes import BadNoteError
from reviewlog.domain.tree.proofs import inclusion_proof
from reviewlog.logbook.base import Book
from reviewlog.logbook.proving.signing import logged_key, signed_checkpoint
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.keyentries import KeyEntry, entitled, key_entries, signers
from reviewlog.logbook.sharing.sealer import Sealer
from reviewlog.store.book import Store
from reviewlog.store.checkpoints import Kept, KeptToken
from reviewlog.store.files import regular_bytes
from reviewlog.store.seals import CHAIN_CAP, TOKEN_CAP, KeptStamp


class Stamped(NamedTuple):
    """A checkpoint as it is shown, with every time stamp that there is over it."""

    kept: Kept
    stamps: tuple[KeptStamp, ...]

    @property
    def size(self) -> int:
        """How many of the first entries of the log it covers."""
        return self.kept.checkpoint.size


class Included(NamedTuple):
    """The proof of one entry under one checkpoint."""

    seq: int
    hashes: tuple[bytes, ...]
    under: Kept


class Consistent(NamedTuple):
    """The proof that the log under a newer checkpoint goes on from an older one."""

    old: int
    new: int
    hashes: tuple[bytes, ...]


class Proofs(NamedTuple):
    """What proves a dossier: all of it can be checked by a stranger."""

    keys: tuple[KeyEntry, ...]
    """Where the log names the keys that signed what is here; the last is the one of the seal."""
    checkpoints: tuple[Stamped, ...]
    """From the earliest to the newest."""
    inclusions: tuple[Included, ...]
    """One for each stored entry and each of the key entries, in the order of their numbers."""
    consistencies: tuple[Consistent, ...]
    """From each checkpoint to the newest."""
    sealer: Sealer

    @property
    def size(self) -> int:
        """Up to which entry of the log the dossier is complete."""
        return self.checkpoints[-1].size


def proofs_of(book: Book, dossier: Dossier) -> Proofs:
    """Return what proves a dossier; nothing new is signed where it is all covered already.

    Each entry is shown under the earliest checkpoint that somebody outside knew, else under the
    earliest that covers them all: so the same dossier has the same proofs, also later.
    The caller holds no transaction. Raises KeyFileError, CheckpointError, BookError.
    """
    store, at = book.store, book.now()
    sealer = Sealer(book, logged_key(store, at))
    log, logged = store.log.ours, key_entries(store)
    seqs = [s.entry.id.seq for s in dossier.sealed if s.entry.id.log == log]
    under = _under(_Signed(store, logged), seqs, logged[-1].seq)
    under = under or _under_newest(store, seqs, logged, at)
    used = sorted(set(under.values()), key=lambda kept: kept.checkpoint.size)
    keys = signers(logged, used)
    first = {key.seq: next(k for k in used if k.checkpoint.size >= key.seq) for key in keys}
    return Proofs(
        keys=keys,
        checkpoints=tuple(_stamped(store, used)),
        inclusions=tuple(_inclusions(store, under | first)),
        consistencies=tuple(_consistencies(store, used)),
        sealer=sealer,
    )


class _Signed:
    """The checkpoints that are true of the log, looked at only where one is needed."""

    def __init__(self, store: Store, logged: list[KeyEntry]) -> None:
        self._store, self._logged = store, logged
        self._length = store.log.length()
        self._every = store.checkpoints.sizes()
        self._outside = sorted({token.size for token, _ in _tokens(store)})
        self._known: dict[int, Kept | None] = {}

    def earliest_outside(self, seq: int) -> Kept | None:
        """Return the first checkpoint over an entry that has a time stamp."""
        return self._first(self._outside, seq)

    def earliest(self, seq: int) -> Kept | None:
        """Return the first checkpoint over an entry."""
        return self._first(self._every, seq)

    def _first(self, sizes: list[int], seq: int) -> Kept | None:
        from_here = (self._get(size) for size in sizes[bisect_left(sizes, seq) :])
        return next((kept for kept in from_here if kept is not None), None)

    def _get(self, size: int) -> Kept | None:
        if size not in self._known:
            self._known[size] = self._true(size)
        return self._known[size]

    def _true(self, size: int) -> Kept | None:
        log, keys = self._store.log.ours, [one.key for one in entitled(self._logged, size)]
        try:
            kept = self._store.checkpoints.get(size, keys)
        except BadNoteError:
            return None
        if size > self._length or kept.checkpoint.origin != origin_of(log):
            return None
        return kept if self._store.tree.root(log, size) == kept.checkpoint.root else None


def _under(signed: _Signed, seqs: list[int], key: int) -> dict[int, Kept]:
    """Return the checkpoint to show each entry under; nothing where one is not covered yet.

    One of them covers the entry of the newest key, as that is the key of the seal.
    """
    whole = signed.earliest(max(*seqs, key))
    if whole is None:
        return {}
    under = {seq: signed.earliest_outside(seq) or whole for seq in seqs}
    covered = max(kept.checkpoint.size for kept in under.values())
    return under if covered >= key else under | {key: whole}


def _under_newest(
    store: Store, seqs: list[int], logged: list[KeyEntry], at: datetime
) -> dict[int, Kept]:
    newest = signed_checkpoint(store, at)
    signed = _Signed(store, logged)
    under = {seq: signed.earliest_outside(seq) or newest for seq in seqs}
    return under | {logged[-1].seq: newest}


def _stamped(store: Store, used: list[Kept]) -> Iterator[Stamped]:
    stamps: dict[int, list[KeptStamp]] = {kept.checkpoint.size: [] for kept in used}
    for token, raw in _tokens(store, frozenset(stamps)):
        chain = regular_bytes(token.chain, CHAIN_CAP) if token.chain is not None else None
        stamps[token.size].append(KeptStamp(token.slug, raw, chain))
    for kept in used:
        yield Stamped(kept, tuple(stamps[kept.checkpoint.size]))


def _tokens(store: Store, sizes: frozenset[int] | None = None) -> Iterator[tuple[KeptToken, bytes]]:
    """Yield the time stamps that can be read: anything may lie in the folder under their name."""
    for token in store.checkpoints.tokens():
        if sizes is None or token.size in sizes:
            raw = regular_bytes(token.path, TOKEN_CAP)
            if raw is not None:
                yield token, raw


def _inclusions(store: Store, under: Mapping[int, Kept]) -> Iterator[Included]:
    """Yield the proofs; most of their hashes are those of the entry before."""
    log, tree = store.log.ours, store.tree

    @cache
    def node(level: int, place: int) -> bytes:
        return tree.node(log, level, place)

    for seq, kept in sorted(under.items()):
        hashes = inclusion_proof(seq - 1, kept.checkpoint.size, node)
        yield Included(seq, tuple(hashes), kept)


def _consistencies(store: Store, used: list[Kept]) -> Iterator[Consistent]:
    newest = used[-1].checkpoint.size
    for kept in used[:-1]:
        old = kept.checkpoint.size
        hashes = store.tree.consistency(store.log.ours, old, newest)
        yield Consistent(old, newest, tuple(hashes))
