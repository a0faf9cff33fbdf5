"""Prove: signed checkpoints of the log, which anybody can hold against it later."""

from reviewlog.logbook.base import Book

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reviewlog.logbook.sharing.gathering import Dossier
    from reviewlog.logbook.sharing.showing import Proofs
    from reviewlog.store.checkpoints import Kept


class Proving(Book):
    """What bundles and anchors are made of; no daily verb loads any of it."""

    def checkpoint(self) -> "Kept":
        """Return a signed checkpoint over all that is committed; the newest one if it still is.

        Raises KeyFileError, CheckpointError, BookError.
        """
        from reviewlog.logbook.proving.signing import signed_checkpoint

        with self.store.reading():
            return signed_checkpoint(self.store, self.now())

    def prove(self, dossier: "Dossier") -> "Proofs":
        """Return what proves a dossier to a stranger; the same for the same dossier.

        Raises KeyFileError, CheckpointError, BookError.
        """
        from reviewlog.logbook.sharing.showing import proofs_of

        with self.store.reading():
            return proofs_of(self, dossier)
