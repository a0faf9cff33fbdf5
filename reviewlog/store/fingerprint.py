"""Every projection as it stands: whether a rebuild makes the same again."""

import hashlib
import sqlite3
from typing import Any

from reviewlog.store.schema import PROJECTED


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return one hash over every row of every projection."""
    hasher = hashlib.sha256()
    connection.text_factory = bytes  # rows that were changed by hand may be no UTF-8
    try:
        for table, order in PROJECTED.items():
            hasher.update(table.encode())
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608
                hasher.update(repr(row).encode())
    finally:
        connection.text_factory = str
    return hasher.hexdigest()


def snapshot(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return every projection as sorted rows."""
    return {
        table: sorted(
            connection.execute(f"SELECT * FROM {table}").fetchall(),  # noqa: S608
            key=repr,
        )
        for table in PROJECTED
    }
