"""Keep: checking that the log still holds, and making the projections again."""

from collections.abc import Iterator

from reviewlog.domain.entry import Entry
from reviewlog.domain.sealing import digest, leaf_hash
from reviewlog.logbook.base import Book

Place = tuple[str, str]
"""Where something does not hold, and what."""


class Keeping(Book):
    """The verbs verify and rebuild."""

    def verify(self) -> tuple[int, list[Place]]:
        """Check headers, links, fields and files.

        Returns how many entries were checked, and every place that does not hold.
        """
        with self.store.reading():
            broken = list(self.store.integrity())
            entries = self.store.log.everything() if not broken else []
            for entry in entries:
                broken += self._entry_places(entry)
            broken += list(_chain_places(entries))
            return len(entries), broken

    def _entry_places(self, entry: Entry) -> Iterator[Place]:
        import json

        place = f"entry {entry.id.seq}"
        if leaf_hash(entry.header) != entry.leaf:
            yield place, "the header was changed after it was written"
            return
        header = json.loads(entry.header)
        if (header["log"], header["seq"]) != (entry.id.log, entry.id.seq):
            yield place, "the header belongs to another place in the log"
        known = set(header["sd"])
        texts = self.store.log.disclosures_of(entry.id)
        for name, text in texts.items():
            if digest(text) not in known:
                yield place, f"the field {name} was changed after it was written"
        if len(texts) < len(known):
            yield place, "a field is missing"
        file = entry.fields.get("file")
        if file:
            yield from self._file_places(place, file["name"], file["sha256"])

    def _file_places(self, place: str, name: str, sha256: str) -> Iterator[Place]:
        found = self.store.files.sha256(sha256)
        if found is None:
            yield place, f"the file {name} is missing"
        elif found != sha256:
            yield place, f"the file {name} was changed after it was taken in"

    def rebuild(self) -> bool:
        """Make every projection again from the entries; return whether they were the same."""
        from reviewlog.logbook.refresh import rebuild

        with self.store.writing():
            before = self.store.projections.snapshot()
            rebuild(self.store)
            return before == self.store.projections.snapshot()


def _chain_places(entries: list[Entry]) -> Iterator[Place]:
    """Every log counts from 1 without a gap, and so does each incident in it."""
    import json

    last_seq: dict[str, int] = {}
    last_in: dict[tuple[str, str], tuple[int, str]] = {}
    for entry in entries:
        place = f"entry {entry.id.seq}"
        if entry.id.seq != last_seq.get(entry.id.log, 0) + 1:
            yield place, "the entries before it are missing"
        last_seq[entry.id.log] = entry.id.seq
        if entry.incident is None:
            continue
        key = (entry.id.log, entry.incident)
        n, leaf = last_in.get(key, (0, None))
        if entry.n != n + 1 or json.loads(entry.header)["prev"] != leaf:
            yield place, "it does not continue its incident"
        last_in[key] = (entry.n or 0, entry.leaf)
