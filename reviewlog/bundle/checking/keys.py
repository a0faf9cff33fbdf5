"""Checking the keys: the log itself names each key that signed, before that key signed."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reviewlog.bundle.checking.lines import Line, read_lines
from reviewlog.bundle.checking.proofs import GONE, Raw, Signed, not_proven
from reviewlog.bundle.telling.proofnames import KEY_ENTRIES, KEYS, checkpoint_name, proof_name
from reviewlog.domain.checked import Place
from reviewlog.domain.tree.notes import BadNoteError, open_note
from reviewlog.logbook.proving.signing import KEY_KINDS

UNNAMED = "it does not name the keys that the log names in proof/keys.jsonl, in their order"
TOO_EARLY = "it is signed with a key that the log had not named by then"


def read_keys(raw: Raw) -> tuple[list[Line], list[Place]]:
    """Return the entries that name the keys, and the places that cannot be read."""
    lines, unreadable = read_lines(raw.get(KEY_ENTRIES, b""), KEY_ENTRIES)
    return lines, [_place(*fault) for fault in unreadable]


def key_places(signed: Signed, raw: Raw, lines: list[Line]) -> Iterator[Place]:
    """Yield every place in which a key is not shown to be one of the log.

    Without this anybody could put a key of their own beside those of the owner.
    """
    if not signed.keys:
        return
    if KEY_ENTRIES not in raw:
        yield _place(KEY_ENTRIES, GONE)
        return
    for line in lines:
        yield from (_place(line.place, what) for what in line.faults)
        if not _names_a_key(line):
            yield _place(line.place, "it is no entry in which the log names a key, and only that")
        name = proof_name(line.header["seq"])
        what = "it is missing" if name not in raw else not_proven(raw[name], line, signed)
        if what is not None:
            yield _place(name, what)
    in_order = all(a.header["seq"] < b.header["seq"] for a, b in pairwise(lines))
    if not in_order or [line.fields.get("public") for line in lines] != [
        key.vkey for key in signed.keys
    ]:
        yield _place(KEYS, UNNAMED)
        return
    yield from _early_places(signed, lines)


def _names_a_key(line: Line) -> bool:
    header = line.header
    return (
        header["kind"] in KEY_KINDS
        and header["incident"] is None
        and line.fields.keys() == {"public"}
    )


def _early_places(signed: Signed, lines: Iterable[Line]) -> Iterator[Place]:
    """Yield the checkpoints that were signed before the log named their key."""
    named = list(zip((line.header["seq"] for line in lines), signed.keys, strict=True))
    for note, checkpoint in signed.notes.items():
        try:
            open_note(note, [key for seq, key in named if seq <= checkpoint.size])
        except BadNoteError:
            yield _place(checkpoint_name(checkpoint.size), TOO_EARLY)


def _place(place: str, what: str) -> Place:
    return Place("proofs", place, what)
