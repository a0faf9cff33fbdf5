"""Keep: checking that the log still holds, and making the projections again."""

from collections.abc import Iterator

from reviewlog.domain.entry import Entry
from reviewlog.logbook.base import Book
from reviewlog.store.checking import Place


class Keeping(Book):
    """The verbs verify and rebuild."""

    def verify(self) -> tuple[int, list[Place]]:
        """Check headers, links, fields and files.

        Returns how many entries were checked, and every place that does not hold.
        """
        with self.store.reading():
            broken = list(self.store.integrity())
            entries = [] if broken else self.store.log.everything()
            for entry in entries:
                broken += self._file_places(entry)
            return len(entries), broken

    def _file_places(self, entry: Entry) -> Iterator[Place]:
        file = entry.fields.get("file")
        if not file:
            return
        place, found = f"entry {entry.id.seq}", self.store.files.sha256(file["sha256"])
        if found is None:
            yield place, f"the file {file['name']} is missing"
        elif found != file["sha256"]:
            yield place, f"the file {file['name']} was changed after it was taken in"

    def rebuild(self) -> bool:
        """Make every projection again from the entries; return whether they were the same."""
        from reviewlog.logbook.refresh import rebuild

        with self.store.writing():
            before = self.store.projections.snapshot()
            rebuild(self.store)
            return before == self.store.projections.snapshot()
