"""Checking the seal: the key has signed this very bundle, and how much of the log it is."""

from typing import NamedTuple

from reviewlog.bundle.checking.proofs import GONE, NOTE_FAULTS, Signed
from reviewlog.bundle.packing.seal import SEAL, Seal, read_seal
from reviewlog.domain.checked import Place
from reviewlog.domain.tree.notes import BadNoteError, open_note


class Found(NamedTuple):
    """What the bundle is found to be, to be held against its seal."""

    bag: str | None
    """Its name, where nobody may have changed it."""
    manifest: str
    """The SHA-256 of the tag manifest."""
    incident: str
    entries: int


def check_seal(raw: bytes | None, signed: Signed, found: Found) -> tuple[Seal | None, list[Place]]:
    """Return the seal if the key signed it, and every place in which it is not true."""
    if raw is None:
        return None, [_place(GONE)]
    if not signed.keys:
        return None, [_place("it cannot be checked without the key in proof/log.vkey")]
    try:
        seal = read_seal(open_note(raw, signed.keys[-1:]))
    except BadNoteError as error:
        return None, [_place(NOTE_FAULTS[error.reason])]
    return seal, [_place(what) for what in _untrue(seal, signed, found)]


def _untrue(seal: Seal, signed: Signed, found: Found) -> list[str]:
    entries = "1 entry" if seal.entries == 1 else f"{seal.entries} entries"
    wrong = {
        "the bundle was changed after it was sealed": seal.manifest != found.manifest,
        f"it was made for {entries}, and {found.entries} are here": seal.entries != found.entries,
        "it was made for another incident": seal.incident != found.incident,
        f"it was made for a bundle named {seal.bag}": found.bag not in (None, seal.bag),
        "it was made for another log": seal.origin != signed.origin,
        "it tells another size of the log than the newest checkpoint": seal.size != signed.newest,
    }
    return [what for what, is_so in wrong.items() if is_so]


def _place(what: str) -> Place:
    return Place("seal", SEAL, what)
