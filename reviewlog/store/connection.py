"""Opening the SQLite file: settings that survive a power cut, and errors as our own."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewlog.domain.errors import BookError
from reviewlog.store.schema import APPLICATION_ID, GUARDS, VERSION

FILE_NAME = "logbook.db"
BUSY_SECONDS = 5.0
TRIES = 12
"""How often a writer asks again for the lock: a minute, with two dozen writers at once."""

PRAGMAS = (
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
)

_REASONS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_READONLY_ROLLBACK: "broken-off",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "unreadable",
    sqlite3.SQLITE_PERM: "unreadable",
    sqlite3.SQLITE_IOERR: "unreadable",
    sqlite3.SQLITE_IOERR_WRITE: "read-only",
    sqlite3.SQLITE_IOERR_FSYNC: "read-only",
    sqlite3.SQLITE_IOERR_TRUNCATE: "read-only",
}


class BrokenRowError(Exception):
    """A row of the log that cannot be read: somebody changed it by hand."""


def connect(folder: Path) -> sqlite3.Connection:
    """Open the file of a logbook with the settings that DELETE + EXTRA needs.

    In a rollback journal with `synchronous=EXTRA` an acknowledged entry survives a power cut.
    """
    path = folder / FILE_NAME
    with translated(folder):
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
        try:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def connect_to_look(folder: Path) -> sqlite3.Connection:
    """Open the file of a logbook so that nothing can be written, not even by mistake.

    Raises BookError.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        raise BookError(str(folder), "none")
    with translated(folder):
        address = f"{path.resolve().as_uri()}?mode=ro"
        return sqlite3.connect(address, isolation_level=None, timeout=BUSY_SECONDS, uri=True)


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into a BookError."""
    try:
        yield
    except sqlite3.Error as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise BookError(str(folder), reason, str(error)) from error
    except BrokenRowError as error:
        raise BookError(str(folder), "damaged", str(error)) from error
    except PermissionError as error:
        raise BookError(str(folder), "read-only", str(error)) from error


def _reason(error: sqlite3.Error) -> str | None:
    """Return the reason that a BookError gives; the narrower code of SQLite comes first."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and "decode" in str(error):  # of the driver: a text that is no UTF-8
        return "damaged"
    return None if code is None else _REASONS.get(code) or _REASONS.get(code & 0xFF)


@contextmanager
def transaction(connection: sqlite3.Connection, folder: Path) -> Iterator[None]:
    """Hold the write lock: read, decide and append as one, or not at all."""
    with translated(folder):
        _insist(connection, "BEGIN IMMEDIATE")
        try:
            yield
            _insist(connection, "COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _insist(connection: sqlite3.Connection, statement: str) -> None:
    """Take or end the lock, however long others read or write (a check of it all reads long).

    The lock is taken with BEGIN IMMEDIATE: a plain BEGIN fails when it must upgrade.
    """
    for attempt in range(TRIES):
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == TRIES - 1:
                raise
        else:
            return


def schema_version(connection: sqlite3.Connection, folder: Path) -> int:
    """Return the number of schema steps the file has; 0 is an empty file.

    Raises BookError for a newer logbook and for a file that is something else.
    """
    with translated(folder):
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION_ID:
        raise BookError(str(folder), "foreign")
    if version > VERSION:
        raise BookError(str(folder), "newer", str(version))
    return int(version)


def changed_guards(connection: sqlite3.Connection, folder: Path) -> list[str]:
    """Return the guard triggers that are gone or changed, and every trigger that is none of ours.

    A stranger may sit anywhere: one on `erasures` would see what is about to be erased.
    """
    with translated(folder):
        found = dict(
            connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        )
    return sorted(name for name in GUARDS | found if found.get(name) != GUARDS.get(name))


def check_guards(connection: sqlite3.Connection, folder: Path) -> None:
    """Refuse a logbook whose guards are not as they must be."""
    changed = changed_guards(connection, folder)
    if changed:
        raise BookError(str(folder), "guards", ", ".join(changed))


def own_log(connection: sqlite3.Connection, folder: Path) -> str:
    """Return the id of the log that this machine writes."""
    with translated(folder):
        rows = connection.execute("SELECT log FROM logs WHERE ours = 1").fetchall()
    if len(rows) != 1:
        raise BookError(str(folder), "damaged", f"{len(rows)} logs of this machine")
    return str(rows[0][0])
