"""The database file itself: its pages, its tables and the guards on them."""

import sqlite3

from reviewlog.store.checking.found import Found
from reviewlog.store.connection import FILE_NAME
from reviewlog.store.schema import migrate

_OF_SQLITE = frozenset(("sqlite_stat1", "sqlite_stat4", "sqlite_sequence"))
"""Tables that SQLite makes itself; of its indexes it keeps no words."""


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
    found = connection.execute("SELECT type, name, sql FROM sqlite_master")
    return {
        (str(kind), str(name)): str(sql)
        for kind, name, sql in found
        if not (kind == "table" and name in _OF_SQLITE) and (kind, sql) != ("index", None)
    }


def check_writers(connection: sqlite3.Connection, lengths: dict[str, int], found: Found) -> None:
    """Every log is this machine's: logbooks are not shared yet, so there is one."""
    rows = connection.execute("SELECT log, letter, ours FROM logs").fetchall()
    known = {log: ours for log, _, ours in rows}
    for log in lengths.keys() - known.keys():
        found.fault("links", f"log {log}", "nobody is known who wrote it")
    if list(known.values()).count(1) != 1:
        found.fault("links", "logs", "not one log is this machine's")
    for log, letter, ours in rows:
        if ours != 1:
            found.fault("file", f"log {log}", "a log that this logbook does not know")
        elif not lengths[log] and any(lengths.values()):
            found.fault("file", f"log {log}", "it is this machine's and holds nothing")
        if letter != "":
            found.fault("file", f"log {log}", "it has a letter that nobody gave it")
