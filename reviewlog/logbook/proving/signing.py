"""Signing the log: one key that the log names, one history that its checkpoints tell."""

from datetime import datetime

from reviewlog.domain.entry import Draft
from reviewlog.domain.evidence_errors import CheckpointError
from reviewlog.domain.tree.checkpoint import Checkpoint, checkpoint_text, origin_of
from reviewlog.domain.tree.notes import BadNoteError, Verifier, sign_note, verifier_of
from reviewlog.store.book import Store
from reviewlog.store.checkpoints import Kept

KEY_KINDS = ("key", "key-change")
LOST = "the earlier key is not there any more"


def signed_checkpoint(store: Store, at: datetime) -> Kept:
    """Return a signed checkpoint over all that is committed; the newest one if it still is.

    Makes the key at first use and logs its public half; a key that is another than the one
    logged last is logged as a change. The caller holds no transaction.
    Raises KeyFileError, CheckpointError, BookError.
    """
    private = logged_key(store, at)
    log, size = store.log.ours, store.log.length()
    last = _last_kept(store)
    if last is not None and last.checkpoint.size >= size:  # or a newer one by now
        return last
    checkpoint = Checkpoint(origin_of(log), size, store.tree.root(log, size))
    note = sign_note(checkpoint_text(checkpoint), checkpoint.origin, private)
    return Kept(store.checkpoints.put(size, note), note, checkpoint)


def logged_keys(store: Store) -> list[Verifier]:
    """Return the public keys that our log names, in their order: all that may have signed it."""
    entries = [e for e in store.log.general(KEY_KINDS) if e.id.log == store.log.ours]
    found = []
    for entry in entries:
        try:
            found.append(Verifier.read(str(entry.fields.get("public"))))
        except BadNoteError:
            continue
    return found


def logged_key(store: Store, at: datetime) -> bytes:
    """Return the private key after its public half is in the log.

    The file comes first and the entry second: after a crash in between the next call finds the
    key and logs it.
    """
    found, name = store.key.find(), origin_of(store.log.ours)
    if found is not None and logged_keys(store)[-1:] == [verifier_of(name, found)]:
        return found
    with store.writing():
        private = store.key.get()
        mine, logged = verifier_of(name, private), logged_keys(store)
        if logged[-1:] != [mine]:
            store.log.append([_key_draft(mine, logged)], at)
    return private


def _key_draft(key: Verifier, logged: list[Verifier]) -> Draft:
    if not logged:
        return Draft("key", {"public": key.vkey})
    return Draft("key-change", {"public": key.vkey, "before": logged[-1].vkey, "why": LOST})


def _last_kept(store: Store) -> Kept | None:
    """Return the newest checkpoint, after a look at whether the log still goes on from it.

    A log never signs two histories. Files that no key of ours signed are for `verify` to name.
    """
    log, keys, sizes = store.log.ours, logged_keys(store), store.checkpoints.sizes()
    length = store.log.length()  # read after the sizes: others may be signing too
    for size in reversed(sizes):
        try:
            kept = store.checkpoints.get(size, keys)
        except BadNoteError:
            continue
        if kept.checkpoint.origin != origin_of(log):
            continue
        if size > length or store.tree.root(log, size) != kept.checkpoint.root:
            raise CheckpointError(str(kept.path), "forked")
        return kept
    return None
