"""Entries and their fields in the order of the log, merged as they are read.

Each chunk is a read of its own, so that somebody who writes meanwhile need not wait.
"""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

CHUNK = 2000
FIRST = -(2**63)
_NAME_AND_TEXT = itemgetter(1, 2)


class Row(NamedTuple):
    """An entry as it lies in the file; nothing of it is checked yet."""

    log: str
    seq: int
    header: bytes
    leaf: bytes
    beside: tuple[Any, ...]
    """The columns beside the header: command, incident, n, kind, recorded_at."""
    texts: list[tuple[bytes, bytes]]
    """Name and disclosure of every field."""


class Chunk(NamedTuple):
    """Neighbours in the log, and the numbers of entries that only their fields are left of."""

    rows: list[Row]
    orphans: list[int]


def lengths(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the last number of every log that has entries or fields, 0 without entries."""
    found = dict.fromkeys(row[0] for row in connection.execute("SELECT log FROM logs"))
    found |= dict.fromkeys(r[0] for r in connection.execute("SELECT DISTINCT log FROM disclosures"))
    found |= dict(connection.execute("SELECT log, max(seq) FROM entries GROUP BY log"))
    return {log: end or 0 for log, end in sorted(found.items())}


def chunks(connection: sqlite3.Connection, log: str, end: int) -> Iterator[Chunk]:
    """Yield the entries of a log up to `end`, and what lies between and behind them."""
    last = FIRST
    while rows := _entries(connection, log, last, end):
        yield _merged(rows, _fields(connection, log, last, rows[-1].seq))
        last = rows[-1].seq
    query = (
        "SELECT DISTINCT seq FROM disclosures d WHERE log = ? AND seq > ? AND NOT EXISTS"
        " (SELECT 1 FROM entries e WHERE e.log = d.log AND e.seq = d.seq) ORDER BY seq"
    )
    yield Chunk([], [row[0] for row in connection.execute(query, (log, last))])


def _entries(connection: sqlite3.Connection, log: str, last: int, end: int) -> list[Row]:
    query = (
        "SELECT seq, header, leaf, command, incident, n, kind, recorded_at FROM entries"
        " WHERE log = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
    )
    found = connection.execute(query, (log, last, end, CHUNK))
    return [Row(log, row[0], row[1], row[2], row[3:], []) for row in found]


def _fields(
    connection: sqlite3.Connection, log: str, last: int, end: int
) -> Iterator[tuple[int, bytes, bytes]]:
    """As bytes: what is no UTF-8 could not be read as text."""
    query = (
        "SELECT seq, CAST(name AS BLOB), CAST(text AS BLOB) FROM disclosures"
        " WHERE log = ? AND seq > ? AND seq <= ? ORDER BY seq"
    )
    return connection.execute(query, (log, last, end))


def _merged(rows: list[Row], fields: Iterator[tuple[int, bytes, bytes]]) -> Chunk:
    at = {row.seq: row.texts for row in rows}
    orphans: list[int] = []
    for seq, group in groupby(fields, itemgetter(0)):
        texts = at.get(seq)
        if texts is None:
            orphans.append(seq)
        else:
            texts.extend(map(_NAME_AND_TEXT, group))
    return Chunk(rows, orphans)
