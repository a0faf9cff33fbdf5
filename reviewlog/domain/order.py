"""In which order entries were written: what came later wins, whatever a clock said."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from reviewlog.domain.entry import Entry

Instant = TypeVar("Instant", datetime, str)
Id = TypeVar("Id", bound=tuple[str, int])


def counted_from(written: Iterable[tuple[Id, Instant]]) -> dict[Id, Instant]:
    """Return as when each entry, by log and seq, counts as written, out of when it was recorded.

    Within the log of one writer none counts as written before an earlier one, also where the
    clock went back; so (this, log, seq) is the order of writing over all logs.
    """
    latest: dict[str, Instant] = {}
    found = {}
    for where, at in sorted(written):
        log = where[0]
        if log not in latest or at > latest[log]:
            latest[log] = at
        found[where] = latest[log]
    return found


def placed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries, each with its place in the order of writing (`written_order`)."""
    known = list(entries)
    counted = counted_from([(e.id, e.counts_from or e.recorded_at) for e in known])
    return [
        e if counted[e.id] <= (e.counts_from or e.recorded_at)
        else e._replace(counts_from=counted[e.id])
        for e in known
    ]  # fmt: skip


def as_written(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries in the order in which they were written."""
    return sorted(placed(entries), key=lambda e: e.written_order)
