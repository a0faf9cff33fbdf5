"""What the machine tells about a logbook's folder: rights, disk, database, what was left behind."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reviewlog.domain.health import Finding
from reviewlog.store.connection import FILE_NAME
from reviewlog.store.place import is_network_drive, synced_by

_OTHERS = 0o077
FREE_BYTES = 200 * 1024 * 1024
"""Less than this is worth a look: it is what one attached film may need."""
LEAST_BYTES = 20 * 1024 * 1024
OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""


def examine_place(folder: Path) -> Iterator[Finding]:
    """Look at the folder itself, and at the disk that it lies on."""
    yield _rights("folder", folder, "700")
    sealed = not _open_to_others(folder)
    database = folder / FILE_NAME
    yield Finding("ok", "database") if sealed else _rights("database", database, "600")
    free = shutil.disk_usage(folder).free
    state = "bad" if free < LEAST_BYTES else "look" if free < FREE_BYTES else "ok"
    yield Finding(state, "disk", "ok" if state == "ok" else "full", {"free": free})  # type: ignore[arg-type]
    network = is_network_drive(folder)
    yield Finding("bad", "network", "network") if network else Finding("ok", "network")
    service = synced_by(folder)
    yield (
        Finding("look", "synced", "synced", {"service": service})
        if service
        else Finding("ok", "synced")
    )


def _rights(check: str, path: Path, wanted: str) -> Finding:
    if not _open_to_others(path):
        return Finding("ok", check)
    mode = f"{path.stat().st_mode & 0o777:03o}"
    return Finding("look", check, "open", {"path": str(path), "mode": mode, "wanted": wanted})


def _open_to_others(path: Path) -> bool:
    return os.name == "posix" and bool(path.stat().st_mode & _OTHERS)


def examine_sqlite(connection: sqlite3.Connection | None) -> Iterator[Finding]:
    """Look at the version of SQLite, and at how the file is written."""
    told = {"version": sqlite3.sqlite_version}
    old = sqlite3.sqlite_version_info[:2] < OLDEST_SQLITE
    yield Finding("bad", "sqlite", "old", told) if old else Finding("ok", "sqlite", facts=told)
    if connection is not None:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        told = {"mode": str(mode)}
        yield (
            Finding("ok", "journal", facts=told)
            if mode == "delete"
            else Finding("look", "journal", "mode", told)
        )


def left_behind(folder: Path) -> list[str]:
    """Return what commands left behind that were broken off: parts of files, a journal."""
    parts = [*folder.glob("files/.part-*"), *folder.glob("**/.reviewlog-*.part")]
    parts += [*folder.glob(f"{FILE_NAME}-journal"), *folder.glob(".key.part")]
    return sorted(part.relative_to(folder).as_posix() for part in dict.fromkeys(parts))
