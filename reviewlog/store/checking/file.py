"""The database file itself: its pages, its tables and the guards on them."""

import sqlite3

from reviewlog.store.checking.found import Found
from reviewlog.store.connection import FILE_NAME
from reviewlog.store.schema import migrate

_SCHEMA = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"


def check_pages(connection: sqlite3.Connection, found: Found) -> None:
    """Let SQLite look at every page and index."""
    try:
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        lines = [str(error)]
    for line in lines if lines != ["ok"] else ():
        found.fault("file", FILE_NAME, line)


def check_schema(connection: sqlite3.Connection, found: Found) -> None:
    """Compare tables, indexes and guards, word for word, with those of a new logbook."""
    new = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(new)
        wanted = _words(new)
    finally:
        new.close()
    kept = _words(connection)
    found.counts["triggers"] += sum(kind == "trigger" for kind, _ in wanted)
    for kind, name in sorted(wanted.keys() | kept.keys()):
        if wanted.get((kind, name)) == kept.get((kind, name)):
            continue
        guard = kind == "trigger"
        what = "is not there" if (kind, name) not in kept else "is not what it must be"
        what = what if (kind, name) in wanted else "is none of ours"
        shown = f"the {'guard' if guard else kind} {what}"
        found.fault("triggers" if guard else "file", name, shown)


def _words(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {(kind, name): sql for kind, name, sql in connection.execute(_SCHEMA)}


def check_writers(connection: sqlite3.Connection, lengths: dict[str, int], found: Found) -> None:
    """Every log belongs to a known writer, and one of them is this machine."""
    known = dict(connection.execute("SELECT log, ours FROM logs"))
    for log in lengths.keys() - known.keys():
        found.fault("links", f"log {log}", "nobody is known who wrote it")
    if list(known.values()).count(1) != 1:
        found.fault("links", "logs", "not one log is this machine's")
