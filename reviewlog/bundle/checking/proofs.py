"""Checking the proofs: every entry stands in the log that the key signed, and it is one log."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.telling.proofnames import KEYS, checkpoint_name, consistency_name, proof_name
from reviewlog.bundle.telling.shownproofs import ShownProofs, token_names
from reviewlog.domain.checked import Place
from reviewlog.domain.tree.checkpoint import Checkpoint, origin_of, read_checkpoint
from reviewlog.domain.tree.notes import BadNoteError, Verifier, from_base64, open_note
from reviewlog.domain.tree.prooffile import read_proof
from reviewlog.domain.tree.proofs import is_consistent, is_included

GONE = "it was taken out, or the bundle was made by a reviewlog before 0.3"
NOTE_FAULTS = {
    "form": "it is not what a reviewlog writes",
    "signature": "it was changed after it was signed",
    "stranger": "the key in proof/log.vkey has not signed it",
}
MOST_KEYS = 16
MOST_CHECKPOINTS = 2000
"""Each costs a signature to check; a stamped one a day is far less in the life of an incident."""
MOST_HASHES = 128
_CHECKPOINT = re.compile(r"proof/([0-9]{9,18})\.txt")
_CONSISTENCY = re.compile(r"proof/consistency-.*\.txt")
_INCLUSION = re.compile(r"proof/.*\.tlog-proof")
Raw = Mapping[str, bytes]
"""The small files of a bundle by their names."""


class Signed(NamedTuple):
    """What was signed of the log, as far as it holds."""

    keys: tuple[Verifier, ...] = ()
    checkpoints: Mapping[int, Checkpoint] = {}
    notes: Mapping[bytes, Checkpoint] = {}
    """The same by the bytes that were signed."""

    @property
    def origin(self) -> str:
        """Which log it is."""
        return self.keys[-1].name

    @property
    def newest(self) -> int:
        """The largest size that was signed, 0 where there is none."""
        return max(self.checkpoints, default=0)


def read_signed(raw: Raw) -> tuple[Signed, list[Place]]:
    """Return the keys and the checkpoints that hold, and every place that does not."""
    if not any(name.startswith("proof/") for name in raw):
        return Signed(), [_place("proof/", GONE)]
    if KEYS not in raw:
        return Signed(), [_place(KEYS, "it is missing")]
    try:
        keys = _keys(raw[KEYS])
    except (BadNoteError, UnicodeDecodeError):
        return Signed(), [_place(KEYS, "it holds no key that can be read")]
    names = [name for name in raw if _CHECKPOINT.fullmatch(name)]
    if not 0 < len(names) <= MOST_CHECKPOINTS:
        return Signed(keys), [_place("proof/", "there is no checkpoint in it, or too many")]
    checkpoints, notes, places = {}, {}, []
    for name in sorted(names):
        found = _checkpoint(name, raw[name], keys)
        if isinstance(found, Checkpoint):
            checkpoints[found.size] = notes[raw[name]] = found
        else:
            places.append(_place(name, found))
    return Signed(keys, checkpoints, notes), places


def _keys(raw: bytes) -> tuple[Verifier, ...]:
    lines = raw.decode("ascii").split("\n")
    if lines.pop() != "" or not 0 < len(lines) <= MOST_KEYS:
        raise BadNoteError("form")
    keys = tuple(Verifier.read(line) for line in lines)
    if len({key.name for key in keys}) > 1:
        raise BadNoteError("form")
    return keys


def _checkpoint(name: str, note: bytes, keys: tuple[Verifier, ...]) -> Checkpoint | str:
    """Return a checkpoint, or what is wrong with it."""
    try:
        found = read_checkpoint(open_note(note, keys))
    except BadNoteError as error:
        return NOTE_FAULTS[error.reason]
    if found.origin != keys[-1].name:
        return "it is about another log"
    if checkpoint_name(found.size) != name:
        return "its name tells another size of the log"
    return found


def consistency_places(signed: Signed, raw: Raw) -> Iterator[Place]:
    """Yield every checkpoint from which the newest one is not shown to go on."""
    newest, used = signed.newest, set()
    for size, checkpoint in signed.checkpoints.items():
        name = consistency_name(size, newest)
        if size == newest:
            continue
        used.add(name)
        if name not in raw:
            yield _place(name, "it is missing")
        elif not _goes_on(raw[name], checkpoint, signed.checkpoints[newest]):
            what = "it does not show that the newest checkpoint goes on from this older one"
            yield _place(name, what)
    for name in sorted(set(filter(_CONSISTENCY.fullmatch, raw)) - used):
        yield _place(name, "it belongs to no checkpoint in this bundle")


def _goes_on(raw: bytes, old: Checkpoint, new: Checkpoint) -> bool:
    try:
        lines = raw.decode("ascii").split("\n")
        hashes = [from_base64(line) for line in lines[:-1]]
    except (UnicodeDecodeError, BadNoteError):
        return False
    if lines[-1] != "" or len(hashes) > MOST_HASHES:
        return False
    return is_consistent(old.size, new.size, hashes, old.root, new.root)


def entry_places(signed: Signed, raw: Raw, lines: list[Line]) -> Iterator[Place]:
    """Yield every entry whose place in the log is not proven."""
    if not signed.checkpoints:
        return
    used = set()
    for line in lines:
        name = proof_name(line.header["seq"])
        used.add(name)
        what = "it is missing" if name not in raw else not_proven(raw[name], line, signed)
        if what is not None:
            yield _place(name, what)
    for name in sorted(set(filter(_INCLUSION.fullmatch, raw)) - used):
        yield _place(name, "no entry in this bundle belongs to it")


def not_proven(raw: bytes, line: Line, signed: Signed) -> str | None:
    """Return why a proof does not show where an entry stands in the log, None where it does."""
    seq = line.header["seq"]
    try:
        proof = read_proof(raw)
    except BadNoteError:
        return NOTE_FAULTS["form"]
    checkpoint = signed.notes.get(proof.note)
    if checkpoint is None:
        return "the checkpoint in it is none of those in this bundle"
    if checkpoint.origin != origin_of(line.header["log"]):
        return f"entry {seq} is of another log"
    leaf, size, root = bytes.fromhex(line.leaf), checkpoint.size, checkpoint.root
    if proof.place != seq - 1 or not is_included(seq - 1, size, leaf, proof.hashes, root):
        return f"it does not show that entry {seq} stands in the log as it is here"
    return None


def _place(place: str, what: str) -> Place:
    return Place("proofs", place, what)


def proofs_found(signed: Signed, names: Iterable[str]) -> ShownProofs:
    """Return the same of a bag that somebody sent; there is at least one checkpoint in it."""
    return ShownProofs(
        size=signed.newest,
        root=signed.checkpoints[signed.newest].root.hex(),
        key=signed.keys[-1].fingerprint,
        other_keys=len(set(signed.keys)) > 1,
        tokens=token_names(names),
    )
