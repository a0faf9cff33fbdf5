"""What the fast door reads: one query, and nothing that is slow to import."""

import os

from reviewlog.store.schema import VERSION as SCHEMA_VERSION
from reviewlog.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

CONFIG_NAME = "config.yaml"
PLAYBOOKS_NAME = "playbooks"
SITES_NAME = "sites"
REPLIES_NAME = "replies"
_SHELVES = (REPLIES_NAME, SITES_NAME)
"""Folders of a logbook's own playbooks that hold files of another kind."""
UNFINISHED = "erasing"
"""In `meta` while what was erased may still stand in files or in gaps of the database file."""
META_QUERY = "SELECT key, value FROM meta WHERE key IN ('config', 'erasing', 'version', 'zone')"
"""What tells whether opening has work to do; the rest is large."""
DUE_COLUMNS = (
    "number, who, phone, step, kind, title, why, opens_at, opens_on, due_on, due_at, closes_at"
)
DUE_QUERY = (
    f"SELECT {DUE_COLUMNS} FROM agenda WHERE closes_on >= ? AND opens_on <= ?"  # noqa: S608
    " ORDER BY due_on, number, place"
)


def config_stamp(folder: str) -> str:
    """Return what tells whether a file of the owner's changed: its size and time."""
    try:
        found = os.stat(os.path.join(folder, CONFIG_NAME))  # noqa: PTH116, PTH118
        stamp = f"{found.st_size}:{found.st_mtime_ns}"
    except OSError:
        stamp = "none"
    try:
        return stamp + _folder_stamp(os.path.join(folder, PLAYBOOKS_NAME))  # noqa: PTH118
    except OSError:
        return stamp


def _folder_stamp(folder: str) -> str:
    with os.scandir(folder) as found:
        entries = list(found)
    files = [(e.name, e.stat(follow_symlinks=False)) for e in entries if e.name[-5:] == ".yaml"]
    stamp = "".join(f" {_kept(n)}:{s.st_size}:{s.st_mtime_ns}" for n, s in sorted(files))
    inner = [e for e in entries if e.name in _SHELVES and e.is_dir(follow_symlinks=False)]
    return stamp + "".join(_shelf_stamp(e) for e in sorted(inner, key=lambda e: e.name))


def _kept(name: str) -> str:
    """Return a file's name as a text that SQLite can keep: some are no text."""
    return name.encode(errors="backslashreplace").decode()


def _shelf_stamp(shelf: "os.DirEntry[str]") -> str:
    try:
        return f" {shelf.name}/{_folder_stamp(shelf.path)}"
    except OSError:
        return f" {shelf.name}/?"


def zone_as_left(connection: "sqlite3.Connection", folder: str) -> str | None:
    """Return the logbook's time zone, or None when opening it has work to do first.

    That is so when the schema, the program or config.yaml changed since it was last opened.
    """
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema != SCHEMA_VERSION:
        return None
    meta = dict(connection.execute(META_QUERY))
    if UNFINISHED in meta or meta.get("version") != VERSION:
        return None
    if meta.get("config") != config_stamp(folder):
        return None
    return str(meta["zone"])


def due_rows(connection: "sqlite3.Connection", since: str, until: str) -> "list[tuple[Any, ...]]":
    """Return the items that close on or after one local date and open by another."""
    return connection.execute(DUE_QUERY, (since, until)).fetchall()
