"""The log itself: appending entries and reading them back."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from reviewlog.domain.entry import CLOCK_BACK, Draft, Entry, EntryId
from reviewlog.domain.sealing import (
    SALT_BYTES,
    canonical,
    digest,
    disclose,
    leaf_hash,
    open_disclosure,
)
from reviewlog.domain.time.moment import offset_minutes, utc_from_text, utc_text
from reviewlog.store.connection import BrokenRowError
from reviewlog.store.rows import ENTRY_COLUMNS, entry_from_row, entry_to_row
from reviewlog.store.schema import SPAN


class Log:
    """All writers' logs in one file; this machine appends to its own."""

    def __init__(self, connection: sqlite3.Connection, ours: str) -> None:
        self._db = connection
        self.ours = ours
        self.appended = 0
        """How many entries were appended here, also where their transaction came to nothing."""

    def append(
        self, drafts: Sequence[Draft], at: datetime, command: int | None = None
    ) -> list[Entry]:
        """Append the entries of one command. `at` is aware; its offset is kept.

        `command` is the number of the command before, where these are more entries of it.
        Where the clock stands before the entry that we wrote last, the first one says so: both
        times are kept, neither is corrected. The caller holds the transaction.
        """
        last, before = self._last()
        written = drafts
        if before is not None and utc_text(at) < before and drafts:
            first = drafts[0]._replace(fields={**drafts[0].fields, CLOCK_BACK: before})
            written = [first, *drafts[1:]]
        self.appended += len(written)
        first_of = last + 1 if command is None else command
        return [self._append(d, seq, first_of, at) for seq, d in enumerate(written, last + 1)]

    def _append(self, draft: Draft, seq: int, command: int, at: datetime) -> Entry:
        said = {name: value for name, value in draft.fields.items() if value is not None}
        texts = [(name, disclose(os.urandom(SALT_BYTES), name, said[name])) for name in said]
        n, prev = self._place_in_incident(draft.incident)
        header = {
            "v": 1,
            "log": self.ours,
            "seq": seq,
            "command": command,
            "incident": draft.incident,
            "n": n,
            "prev": prev,
            "kind": draft.kind,
            "recorded_at": utc_text(at),
            "utc_offset_min": offset_minutes(at),
            "rel": draft.rel,
            "refs": [{"log": r.id.log, "seq": r.id.seq, "leaf": r.leaf} for r in draft.refs],
            "sd": sorted(digest(text) for _, text in texts),
        }
        raw = canonical(header)
        entry = Entry(
            id=EntryId(self.ours, seq),
            command=command,
            incident=draft.incident,
            n=n,
            kind=draft.kind,
            recorded_at=utc_from_text(utc_text(at)),
            offset_min=offset_minutes(at),
            rel=draft.rel,
            refs=draft.refs,
            leaf=leaf_hash(raw),
            header=raw,
            fields=said,
        )
        self._insert(entry, texts)
        return entry

    def _insert(self, entry: Entry, texts: Sequence[tuple[str, str]]) -> None:
        """Write the rows of an entry, and the subtrees it completes: only every 256th does."""
        self._db.execute("INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?)", entry_to_row(entry))
        self._db.executemany(
            "INSERT INTO disclosures VALUES (?,?,?,?)",
            [(*entry.id, name, text) for name, text in texts],
        )
        if entry.id.seq % SPAN == 0:
            from reviewlog.store.tree import Tree

            Tree(self._db).grown(*entry.id)

    def _place_in_incident(self, incident: str | None) -> tuple[int | None, str | None]:
        if incident is None:
            return None, None
        row = self._db.execute(
            "SELECT n, leaf FROM entries WHERE incident = ? AND log = ? ORDER BY seq DESC LIMIT 1",
            (incident, self.ours),
        ).fetchone()
        return (row[0] + 1, row[1].hex()) if row else (1, None)

    def length(self) -> int:
        """Return the number of entries in our own log."""
        return self._last()[0]

    def _last(self) -> tuple[int, str | None]:
        """Return the number of our newest entry, and when it was recorded."""
        query = "SELECT seq, recorded_at FROM entries WHERE log = ? ORDER BY seq DESC LIMIT 1"
        row = self._db.execute(query, (self.ours,)).fetchone()
        return (row[0], row[1]) if row else (0, None)

    def find(self, entry: EntryId) -> Entry | None:
        """Return one entry."""
        return next(iter(self._read("e.log = ? AND e.seq = ?", (entry.log, entry.seq))), None)

    def of_incidents(self, incidents: Iterable[str]) -> list[Entry]:
        """Return all entries filed in any of the incidents."""
        wanted = tuple(incidents)
        marks = ",".join("?" * len(wanted))
        return self._read(f"e.incident IN ({marks})", wanted)

    def of_command(self, command: int) -> list[Entry]:
        """Return the entries that one command of ours wrote; they stand behind each other."""
        row = self._db.execute(
            "SELECT seq FROM entries WHERE log = ? AND seq > ? AND command <> ? ORDER BY seq LIMIT 1",
            (self.ours, command, command),
        ).fetchone()
        end = row[0] if row else self.length() + 1
        return self._read("e.log = ? AND e.seq >= ? AND e.seq < ?", (self.ours, command, end))

    def newest(self, limit: int, before: int | None = None) -> list[Entry]:
        """Return our newest entries, the newest first."""
        top = self.length() if before is None else before - 1
        found = self._read("e.log = ? AND e.seq > ? AND e.seq <= ?", (self.ours, top - limit, top))
        return found[::-1]

    def incidents(self) -> list[str]:
        """Return the ids of all incidents, in the order in which our log first names them."""
        rows = self._db.execute(
            "SELECT incident FROM entries WHERE incident IS NOT NULL GROUP BY incident"
            " ORDER BY min(CASE WHEN log = ? THEN seq END), min(recorded_at), incident",
            (self.ours,),
        )
        return [row[0] for row in rows]

    def general(self, kinds: Sequence[str] = ()) -> list[Entry]:
        """Return the entries that belong to no incident, in the order they were written."""
        marks = ",".join("?" * len(kinds))
        wanted = f"e.incident IS NULL AND e.kind IN ({marks})" if kinds else "e.incident IS NULL"
        return self._read(wanted, tuple(kinds))

    def everything(self, kinds: Sequence[str] = ()) -> list[Entry]:
        """Return all entries, or those of some kinds."""
        marks = ",".join("?" * len(kinds))
        return self._read(f"e.kind IN ({marks})" if kinds else "1", tuple(kinds))

    def disclosures_of(self, entry: EntryId) -> dict[str, str]:
        """Return the disclosures of an entry by field name, as stored."""
        return dict(
            self._db.execute(
                "SELECT name, text FROM disclosures WHERE log = ? AND seq = ?",
                (entry.log, entry.seq),
            )
        )

    def _read(self, where: str, values: tuple[Any, ...]) -> list[Entry]:
        """`where` is one of the fixed conditions above, never a caller's text."""
        fields: dict[tuple[str, int], dict[str, Any]] = {}
        joined = "disclosures d JOIN entries e ON e.log = d.log AND e.seq = d.seq"
        query = f"SELECT d.log, d.seq, d.text FROM {joined} WHERE {where}"  # noqa: S608
        for log, seq, text in self._db.execute(query, values):
            try:
                name, value = open_disclosure(text)
            except ValueError as error:
                raise BrokenRowError(f"entry {seq}") from error
            fields.setdefault((log, seq), {})[name] = value
        rows = self._db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entries e WHERE {where} ORDER BY e.log, e.seq",  # noqa: S608
            values,
        )
        return [_entry(row, fields.get((row[0], row[1]), {})) for row in rows]


def _entry(row: tuple[Any, ...], fields: dict[str, Any]) -> Entry:
    try:
        return entry_from_row(row, fields)
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenRowError(f"entry {row[1]}") from error
