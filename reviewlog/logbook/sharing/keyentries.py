"""Key entries: where the log names the keys that signed it, shown to whoever checks a bundle."""

from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.tree.notes import BadNoteError, Verifier, open_note
from reviewlog.logbook.proving.signing import KEY_KINDS
from reviewlog.logbook.sharing.gathering import Sealed
from reviewlog.store.book import Store
from reviewlog.store.checkpoints import Kept


class KeyEntry(NamedTuple):
    """A public key, and the entry in which the log names it."""

    key: Verifier
    sealed: Sealed
    """The entry, with nothing disclosed but the key."""

    @property
    def seq(self) -> int:
        """From which entry of the log on the key may sign it."""
        return self.sealed.entry.id.seq


def key_entries(store: Store) -> list[KeyEntry]:
    """Return the entries of our log that name a key, in their order."""
    entries = [e for e in store.log.general(KEY_KINDS) if e.id.log == store.log.ours]
    found = [_key_entry(store, entry) for entry in entries]
    return [one for one in found if one is not None]


def _key_entry(store: Store, entry: Entry) -> KeyEntry | None:
    text = store.log.disclosures_of(entry.id).get("public")
    try:
        key = Verifier.read(str(entry.fields.get("public")))
    except BadNoteError:
        return None
    return KeyEntry(key, Sealed(entry, (text,))) if text is not None else None


def entitled(logged: list[KeyEntry], size: int) -> list[KeyEntry]:
    """Return those whose key may sign a checkpoint of a size: it was in the log by then."""
    return [one for one in logged if one.seq <= size]


def signers(logged: list[KeyEntry], used: list[Kept]) -> tuple[KeyEntry, ...]:
    """Return the entries whose keys signed any of these, and the newest one, in their order."""
    chosen = {logged[-1].seq: logged[-1]}
    for kept in used:
        for one in reversed(entitled(logged, kept.checkpoint.size)):
            if _has_signed(one.key, kept.note):
                chosen[one.seq] = one
                break
    return tuple(chosen[seq] for seq in sorted(chosen))


def _has_signed(key: Verifier, note: bytes) -> bool:
    try:
        open_note(note, [key])
    except BadNoteError:
        return False
    return True
