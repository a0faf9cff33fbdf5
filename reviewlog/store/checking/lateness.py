"""How long after an entry says that it was written somebody outside first knew of it."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from reviewlog.domain.checked import Outside
from reviewlog.domain.time.moment import utc_from_text, utc_text

LATE = timedelta(days=7)
"""A time stamp is asked for at least daily while there is something to stamp, and a week is long."""
AHEAD = timedelta(hours=1)
"""So much a clock may be wrong before it is told."""


class Gap(NamedTuple):
    """Entries whose time of writing does not go well with the time from outside."""

    entries: int
    first: int
    """The first of them."""
    longest: timedelta


def late(connection: sqlite3.Connection, log: str, outside: Sequence[Outside]) -> Gap | None:
    """Return the entries that nobody outside knew of until long after they say."""
    where = "recorded_at < ?"
    return _all(connection, log, outside, ("min", where, -LATE))


def ahead(connection: sqlite3.Connection, log: str, outside: Sequence[Outside]) -> Gap | None:
    """Return the entries that say to be younger than a time stamp that covers them."""
    return _all(connection, log, outside, ("max", "recorded_at > ?", AHEAD))


def _all(
    connection: sqlite3.Connection,
    log: str,
    outside: Sequence[Outside],
    rule: tuple[str, str, timedelta],
) -> Gap | None:
    most, where, allowed = rule
    query = (
        f"SELECT count(*), min(seq), {most}(recorded_at) FROM entries"  # noqa: S608
        f" WHERE log = ? AND seq > ? AND seq <= ? AND {where}"
    )
    gaps = []
    for start, end, at in _first_known(outside):
        bound = utc_text(at + allowed)
        count, first, when = connection.execute(query, (log, start, end, bound)).fetchone()
        if count:
            gaps.append(Gap(count, first, abs(at - utc_from_text(when))))
    if not gaps:
        return None
    return Gap(
        sum(g.entries for g in gaps), min(g.first for g in gaps), max(g.longest for g in gaps)
    )


def _first_known(outside: Sequence[Outside]) -> Iterator[tuple[int, int, datetime]]:
    """Yield the stretches of the log with the earliest time at which each was known outside."""
    start = 0
    for size in sorted({one.size for one in outside}):
        yield start, size, min(one.at for one in outside if one.size >= size)
        start = size
