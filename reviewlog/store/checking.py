"""Whether the log still says what was written: one pass over the rows, nothing trusted.

Rows are read as they are, because one that was changed by hand may not even be readable.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from reviewlog.domain.sealing import digest, leaf_hash, open_disclosure

Place = tuple[str, str]
"""Where something does not hold, and what."""


def log_places(connection: sqlite3.Connection) -> Iterator[Place]:
    """Yield every place of the log that does not hold."""
    last_seq: dict[str, int] = {}
    last_in: dict[tuple[str, str], tuple[int, str]] = {}
    for row in connection.execute("SELECT * FROM entries ORDER BY log, seq"):
        log, seq = row[:2]
        place = f"entry {seq}"
        if seq != last_seq.get(log, 0) + 1:
            yield place, "the entries before it are missing"
        last_seq[log] = seq
        header = _header(row)
        if header is None:
            yield place, "the header was changed after it was written"
            header = {"incident": row[5], "n": row[6], "prev": None}
        else:
            yield from _entry_places(connection, row, header)
            if not _continues(header, last_in.get((log, header["incident"]))):
                yield place, "it does not continue its incident"
        last_in[log, header["incident"]] = (header["n"], row[3].hex())
    yield from _orphans(connection)


def _header(row: tuple[Any, ...]) -> dict[str, Any] | None:
    """Return the header of a row, or None when it is not the one that was hashed."""
    if leaf_hash(row[2]) != row[3].hex():
        return None
    header = json.loads(row[2])
    return header if isinstance(header, dict) else None


def _entry_places(
    connection: sqlite3.Connection, row: tuple[Any, ...], header: dict[str, Any]
) -> Iterator[Place]:
    log, seq = row[:2]
    place = f"entry {seq}"
    copied = ("command", "incident", "n", "kind", "recorded_at")
    if (header["log"], header["seq"]) != (log, seq):
        yield place, "the header belongs to another place in the log"
    elif tuple(header[name] for name in copied) != row[4:]:
        yield place, "the columns beside the header do not say what it says"
    query = "SELECT name, text FROM disclosures WHERE log = ? AND seq = ?"
    texts = connection.execute(query, (log, seq)).fetchall()
    known = set(header["sd"])
    for name, text in texts:
        if not text.isascii() or digest(text) not in known:
            yield place, f"the field {name} was changed after it was written"
        elif open_disclosure(text)[0] != name:
            yield place, f"the field {name} stands under a wrong name"
    if len(texts) < len(known):
        yield place, "a field is missing"


def _continues(header: dict[str, Any], last: tuple[int, str] | None) -> bool:
    """Whether an entry is the next one of its incident."""
    if header["incident"] is None:
        return True
    n, leaf = last or (0, None)
    return bool(header["n"] == n + 1 and header["prev"] == leaf)


def _orphans(connection: sqlite3.Connection) -> Iterator[Place]:
    rows = connection.execute(
        "SELECT DISTINCT seq FROM disclosures d WHERE NOT EXISTS"
        " (SELECT 1 FROM entries e WHERE e.log = d.log AND e.seq = d.seq) ORDER BY seq"
    )
    for (seq,) in rows:
        yield f"entry {seq}", "the entry is gone, its fields are still there"
