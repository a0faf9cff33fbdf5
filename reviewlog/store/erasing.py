"""Erasing for good: disclosures, files, and the bytes that a database file may still hold."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.erasing import is_file
from reviewlog.domain.errors import BookError
from reviewlog.domain.relations import erased_by
from reviewlog.domain.sealing import open_disclosure
from reviewlog.store.connection import BrokenRowError, transaction, translated
from reviewlog.store.fast import UNFINISHED
from reviewlog.store.files import Files

LEFT_BEHIND = timedelta(hours=1)
"""After so long no other command can still be copying a file in."""
PART = ".part-"


class Erasures:
    """What erasing needs of a logbook on disk."""

    def __init__(self, connection: sqlite3.Connection, folder: Path, files: Files) -> None:
        self._db = connection
        self._folder = folder
        self._files = files

    def values(self, names: Iterable[str] = ()) -> Iterator[tuple[EntryId, str, Any]]:
        """Yield every disclosed field, or those of some names, one after the other."""
        wanted = tuple(names)
        where = f"name IN ({','.join('?' * len(wanted))})" if wanted else "1"
        query = f"SELECT log, seq, name, text FROM disclosures WHERE {where}"  # noqa: S608
        for log, seq, name, text in self._db.execute(query, wanted):
            try:
                _, value = open_disclosure(text)
            except ValueError as error:
                raise BrokenRowError(f"entry {seq}") from error
            yield EntryId(log, seq), name, value

    def named_files(self) -> set[str]:
        """Return the hashes of the files that a field still names."""
        return {v["sha256"] for _, _, v in self.values(("file",)) if is_file(v)}

    def drop(self, fields: Iterable[tuple[EntryId, str]], files: Iterable[str]) -> None:
        """Delete fields for good and note the files to follow; the caller holds the transaction."""
        for entry, name in fields:
            place = (entry.log, entry.seq, name)
            self._db.execute("INSERT OR IGNORE INTO erasures VALUES (?, ?, ?)", place)
            self._db.execute(
                "DELETE FROM disclosures WHERE log = ? AND seq = ? AND name = ?", place
            )
        self._note(sorted({*files, *self._pending()}))

    def project(self, erasures: Iterable[Entry]) -> None:
        """Make the projection again out of the erasure entries."""
        for erasure in erasures:
            for entry, names in erased_by(erasure):
                self._db.executemany(
                    "INSERT OR IGNORE INTO erasures VALUES (?, ?, ?)",
                    [(entry.log, entry.seq, name) for name in sorted(names)],
                )

    @property
    def is_unfinished(self) -> bool:
        """Whether an erasure was written down and not yet carried through to the last byte."""
        row = self._db.execute("SELECT 1 FROM meta WHERE key = ?", (UNFINISHED,)).fetchone()
        return row is not None

    def finish(self, now: datetime) -> str:
        """Delete the files that no field names, then every stale byte of the database file.

        Returns the reason of a BookError when the file could not be made anew, else nothing;
        what was erased stays erased, and the next opening tries again.
        """
        if not self.is_unfinished:
            return ""
        try:
            with transaction(self._db, self._folder):
                self._delete_files(self._pending(), now)
                self._note([])
            with translated(self._folder):
                self._leave_side_files()
                # Pages that were split keep old bytes in their gaps, whatever `secure_delete`
                # says: only a file that is written anew has none.
                self._db.execute("VACUUM")
            self._db.execute("DELETE FROM meta WHERE key = ?", (UNFINISHED,))
        except BookError as error:
            return error.reason
        except OSError:
            return "read-only"
        return ""

    def _leave_side_files(self) -> None:
        """Write back what another program's way of writing keeps beside the file.

        Raises BookError while somebody reads: until then the old pages stand in the file.
        """
        (mode,) = self._db.execute("PRAGMA journal_mode = DELETE").fetchone()
        if mode != "delete":
            raise BookError(str(self._folder), "busy")

    def _delete_files(self, sha256s: Iterable[str], now: datetime) -> None:
        named = self.named_files()
        for sha256 in sha256s:
            if sha256 not in named:
                self._files.path(sha256).unlink(missing_ok=True)
        for path in self._files.folder.rglob("*"):
            with contextlib.suppress(FileNotFoundError):
                if path.is_file() and path.name not in named and _is_left_behind(path, now):
                    path.unlink()

    def _pending(self) -> list[str]:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (UNFINISHED,)).fetchone()
        return [str(name) for name in json.loads(row[0])] if row else []

    def _note(self, files: list[str]) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", (UNFINISHED, json.dumps(files))
        )


def _is_left_behind(path: Path, now: datetime) -> bool:
    """Whether nobody can be copying a file in any more: its process ended, or it is old."""
    if path.name.startswith(PART) and _is_over(path.name.removeprefix(PART)):
        return True
    return now.timestamp() - path.stat().st_mtime > LEFT_BEHIND.total_seconds()


def _is_over(process: str) -> bool:
    """Whether a process ended; where the system does not tell it is taken to run."""
    number = process.partition("-")[0]
    if os.name == "nt" or not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return True
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False
