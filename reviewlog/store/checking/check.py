"""The check of everything that lies in a logbook's folder, but for what the entries mean."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import NamedTuple

from reviewlog.domain.tree.notes import Verifier
from reviewlog.store.checking.fields import Fields, Said
from reviewlog.store.checking.file import check_pages, check_schema, check_writers
from reviewlog.store.checking.found import Found, Watch
from reviewlog.store.checking.growth import Growth
from reviewlog.store.checking.headers import read_header
from reviewlog.store.checking.kept import check_files
from reviewlog.store.checking.links import Links
from reviewlog.store.checking.signed import (
    Note,
    Roots,
    check_anchors,
    check_notes,
    logged_keys,
    read_notes,
)
from reviewlog.store.checking.stream import chunks, lengths
from reviewlog.store.checkpoints import FOLDER_NAME, Checkpoints
from reviewlog.store.connection import FILE_NAME, connect_to_look


class LogFacts(NamedTuple):
    """What was learnt about the log while it was checked."""

    ends: Mapping[str, int]
    """How long each log is."""
    said: tuple[Said, ...] = ()
    """Entries about the log itself."""
    notes: tuple[Note, ...] = ()
    keys: tuple[Verifier, ...] = ()
    roots: Roots = MappingProxyType({})
    covered: Mapping[str, int] = MappingProxyType({})
    """How many of the first entries of a log a checkpoint covers, by its origin."""
    unnamed: tuple[str, ...] = ()
    """Files that no entry names."""
    turned_back: tuple[int, ...] = ()
    """Entries written while the clock stood before the entry before."""
    erased: int = 0
    """How many fields were erased."""


class Check:
    """One check of one folder."""

    def __init__(
        self, folder: Path, found: Found, watch: Watch, wanted: frozenset[int] = frozenset()
    ) -> None:
        self._folder, self._found, self._watch = folder, found, watch
        self._wanted = wanted
        self._links, self._fields = Links(found), Fields(found)
        self._roots: dict[str, dict[int, bytes]] = {}

    def run(self) -> LogFacts:
        """Check everything; what cannot be read at all is named like the rest."""
        connection = connect_to_look(self._folder)
        connection.text_factory = _read_text
        ends: dict[str, int] = {}
        try:
            with self._pages_beside():
                check_schema(connection, self._found)
                ends, growths, notes = self._begin(connection)
                self._stream(connection, ends, growths)
                self._check_erasures(connection)
        except sqlite3.DatabaseError as error:
            self._found.fault("file", FILE_NAME, f"it cannot be read to its end: {error}")
            return LogFacts(ends)
        finally:
            connection.close()
        return self._beside(ends, notes)

    @contextmanager
    def _pages_beside(self) -> Iterator[None]:
        """Let SQLite check its pages meanwhile: that takes long and needs nothing of ours."""
        thread = Thread(target=self._check_pages, name="pages")
        thread.start()
        try:
            yield
        finally:
            thread.join()

    def _check_pages(self) -> None:
        connection = connect_to_look(self._folder)
        try:
            check_pages(connection, self._found)
        finally:
            connection.close()

    def _begin(
        self, connection: sqlite3.Connection
    ) -> tuple[dict[str, int], dict[str, Growth], list[Note]]:
        """Fix how far the check goes: somebody may write on meanwhile."""
        connection.execute("BEGIN")
        try:
            ends = lengths(connection)
            check_writers(connection, ends, self._found)
            notes = read_notes(Checkpoints(self._folder / FOLDER_NAME))
            sizes = {note.claimed.size for note in notes if note.claimed} | self._wanted
            growths = {log: Growth(connection, log, sizes) for log in ends}
        finally:
            connection.execute("ROLLBACK")
        return ends, growths, notes

    def _stream(
        self, connection: sqlite3.Connection, ends: dict[str, int], growths: dict[str, Growth]
    ) -> None:
        total, done = sum(ends.values()), 0
        for log, end in ends.items():
            growth = growths[log]
            for rows, orphans in chunks(connection, log, end):
                self._watch("entries", done, total)
                for row in rows:
                    header = read_header(row, self._found)
                    self._links.see(row, header)
                    self._fields.see(row, header)
                    growth.add(row.leaf)
                done += len(rows)
                for seq in orphans:
                    what = "the entry is gone, its fields are still there"
                    self._found.fault("fields", f"entry {seq}", what)
            growth.end(self._found)
            self._roots[log] = growth.roots
        self._links.end()
        self._fields.end()
        self._found.counts["entries"] = self._found.counts["links"] = done
        self._watch("entries", total, total)

    def _check_erasures(self, connection: sqlite3.Connection) -> None:
        """The list of what may be deleted holds what erasures name, and nothing else."""
        kept = set(connection.execute("SELECT log, seq, name FROM erasures"))
        wanted = {(*entry, name) for entry, names in self._fields.erased.items() for name in names}
        for _, seq, name in sorted(kept - wanted):
            what = f"the field {name} is listed as erased, but no erasure names it"
            self._found.fault("fields", f"entry {seq}", what)
        for _, seq, name in sorted(wanted - kept):
            what = f"the field {name} was erased, but is not listed as erased"
            self._found.fault("projections", f"entry {seq}", what)

    def _beside(self, ends: dict[str, int], notes: list[Note]) -> LogFacts:
        """Check what lies beside the database file."""
        fields = self._fields
        keys = logged_keys(fields.said)
        covered = check_notes(notes, keys, self._roots, ends, self._found)
        check_anchors(fields.said, notes, self._found)
        unnamed = check_files(self._folder / "files", fields.files, self._found, self._watch)
        return LogFacts(
            ends=ends,
            said=tuple(fields.said),
            notes=tuple(notes),
            keys=tuple(keys),
            roots=self._roots,
            covered=covered,
            unnamed=tuple(unnamed),
            turned_back=tuple(fields.turned_back),
            erased=sum(len(names) for names in fields.erased.values()),
        )


def _read_text(raw: bytes) -> str:
    """Bytes that are no UTF-8 are read all the same: they are what a check is there to find."""
    return raw.decode("utf-8", "surrogateescape")
