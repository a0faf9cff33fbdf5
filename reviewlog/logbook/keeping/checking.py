"""Keep: checking that the log still holds, and making the projections again."""

from reviewlog.logbook.base import Book

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reviewlog.domain.checked import Checked
    from reviewlog.store.checking.found import Watch


class Keeping(Book):
    """The verbs verify and rebuild."""

    def verify(self, watch: "Watch | None" = None) -> "Checked":
        """Check everything that lies in the folder; nothing is written."""
        from reviewlog.logbook.keeping.verifying import verified

        return verified(self.store.folder, watch)

    def rebuild(self) -> bool:
        """Make every projection again from the entries; return whether they were the same."""
        from reviewlog.logbook.opening.refresh import rebuild_and_compare

        return rebuild_and_compare(self.store)
