"""The checkpoints beside the logbook: signed by its key, and true of the log as it is now."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reviewlog.domain.tree.checkpoint import Checkpoint, origin_of, read_checkpoint
from reviewlog.domain.tree.notes import BadNoteError, Verifier, note_text, open_note
from reviewlog.store.checking.fields import Said
from reviewlog.store.checking.found import Found, entry_place
from reviewlog.store.checkpoints import Checkpoints

_REASONS = {
    "form": "it is no checkpoint any more",
    "signature": "the signature under it does not hold",
    "stranger": "no key that the log names has signed it",
}
Roots = Mapping[str, Mapping[int, bytes]]
"""The root of each log at each size that was asked for."""


class Note(NamedTuple):
    """A file of the folder that should be a signed checkpoint."""

    name: str
    raw: bytes
    size: int
    """The size that its name tells."""
    claimed: Checkpoint | None
    """What it says, whoever signed it."""

    @property
    def sha256(self) -> str:
        """The hash by which entries name it."""
        return hashlib.sha256(self.raw).hexdigest()


def read_notes(folder: Checkpoints) -> list[Note]:
    """Return every note of the folder, the smallest first; nothing of them is checked yet."""
    return [_note(folder, size) for size in folder.sizes()]


def _note(folder: Checkpoints, size: int) -> Note:
    try:
        raw = folder.note(size) or b""
        return Note(folder.path(size).name, raw, size, read_checkpoint(note_text(raw)))
    except (BadNoteError, OSError):
        return Note(folder.path(size).name, b"", size, None)


def logged_keys(said: Iterable[Said]) -> list[Verifier]:
    """Return every public key that the log names, the owner of each named after its log."""
    found = []
    for entry in said:
        if entry.kind not in ("key", "key-change"):
            continue
        try:
            key = Verifier.read(str(entry.fields.get("public")))
        except BadNoteError:
            continue
        if key.name == origin_of(entry.log):
            found.append(key)
    return found


def check_notes(
    notes: Iterable[Note], keys: list[Verifier], roots: Roots, ends: Mapping[str, int], found: Found
) -> dict[str, int]:
    """Check every note; return how many first entries of each log one covers that holds."""
    covered: dict[str, int] = {}
    for note in notes:
        found.counts["checkpoints"] += 1
        fault = note_fault(note.raw, keys, roots, ends)
        if fault is None and note.claimed is not None and note.claimed.size != note.size:
            fault = "its name tells another size"
        if fault is not None:
            found.fault("checkpoints", note.name, fault)
        elif note.claimed is not None:
            origin = note.claimed.origin
            covered[origin] = max(covered.get(origin, 0), note.size)
    return covered


def note_fault(
    raw: bytes, keys: list[Verifier], roots: Roots, ends: Mapping[str, int]
) -> str | None:
    """Return why a note is not true of the log as it is now."""
    try:
        _, size, root = claimed = read_checkpoint(open_note(raw, keys))
    except BadNoteError as error:
        return _REASONS[error.reason]
    logs = [log for log in ends if origin_of(log) == claimed.origin]
    if not logs:
        return "it is about another log"
    if size > ends[logs[0]]:
        return f"the newest entries are missing: the log once held {size:,}"
    if roots[logs[0]].get(size) != root:
        kept = "entry is not the one" if size == 1 else f"{size:,} entries are not those"
        return f"the first {kept} that {'was' if size == 1 else 'were'} signed"
    return None


def check_anchors(said: Iterable[Said], notes: Iterable[Note], found: Found) -> None:
    """Every checkpoint that was stamped is still there, as it was."""
    known = {note.sha256 for note in notes}
    for entry in said:
        if entry.kind == "anchor" and str(entry.fields.get("checkpoint")) not in known:
            what = "the checkpoint that it names is gone, or was changed"
            found.fault("checkpoints", entry_place(entry.seq), what)
