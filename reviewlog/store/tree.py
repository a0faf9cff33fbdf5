"""The log tree over the stored leaves: roots and proofs, from subtrees kept as the log grows."""

import sqlite3

from reviewlog.domain.tree.hashing import root_of
from reviewlog.domain.tree.proofs import Nodes, consistency_proof, inclusion_proof, range_root
from reviewlog.store.connection import BrokenRowError
from reviewlog.store.schema import SPAN

HALVINGS = 8
"""SPAN is 2 to the power of this."""
LEVELS = (1, 2, 3)
"""Subtrees are kept of 256, 65,536 and 16,777,216 leaves."""


class Tree:
    """The trees of all logs in the file; entry `seq` is leaf `seq - 1` of its log."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def node(self, log: str, level: int, place: int) -> bytes:
        """Return the root of a complete subtree of 2 to the power of level leaves."""
        kept = min(level // HALVINGS, LEVELS[-1])
        halvings = level - kept * HALVINGS
        return root_of(self._row(log, kept, place << halvings, 1 << halvings))

    def root(self, log: str, size: int) -> bytes:
        """Return the root over the first entries of a log."""
        return range_root(0, size, self._nodes(log))

    def inclusion(self, log: str, index: int, size: int) -> list[bytes]:
        """Return the proof that leaf `index` is in the tree of the first `size` entries."""
        return inclusion_proof(index, size, self._nodes(log))

    def consistency(self, log: str, old: int, new: int) -> list[bytes]:
        """Return the proof that the tree of `old` entries is the beginning of that of `new`."""
        return consistency_proof(old, new, self._nodes(log))

    def grown(self, log: str, seq: int) -> None:
        """Keep the subtrees that entry `seq` completes; the caller holds the transaction."""
        for level in LEVELS:
            if seq % SPAN**level:
                return
            self._keep(log, level, seq // SPAN**level - 1)

    def rebuild(self) -> None:
        """Make every subtree again from the leaves; the caller holds the transaction."""
        self._db.execute("DELETE FROM subtrees")
        for (log,) in self._db.execute("SELECT log FROM logs").fetchall():
            length = self._db.execute("SELECT max(seq) FROM entries WHERE log = ?", (log,))
            size = length.fetchone()[0] or 0
            for level in LEVELS:
                for place in range(size // SPAN**level):
                    self._keep(log, level, place)

    def _nodes(self, log: str) -> Nodes:
        return lambda level, place: self.node(log, level, place)

    def _keep(self, log: str, level: int, place: int) -> None:
        root = root_of(self._row(log, level - 1, place * SPAN, SPAN))
        self._db.execute(
            "INSERT OR REPLACE INTO subtrees VALUES (?, ?, ?, ?)", (log, level, place, root)
        )

    def _row(self, log: str, level: int, first: int, count: int) -> list[bytes]:
        """Return neighbours of a level; where one is missing, from what is below them."""
        kept = "subtrees WHERE log = ? AND level = ? AND place >= ? AND place < ? ORDER BY place"
        if level:
            query = f"SELECT hash FROM {kept}"  # noqa: S608
            found = self._db.execute(query, (log, level, first, first + count)).fetchall()
        else:
            query = "SELECT leaf FROM entries WHERE log = ? AND seq > ? AND seq <= ? ORDER BY seq"
            found = self._db.execute(query, (log, first, first + count)).fetchall()
        if len(found) == count:
            return [bytes(row[0]) for row in found]
        if not level:
            raise BrokenRowError(f"entries {first + 1} to {first + count}")
        places = range(first, first + count)
        return [root_of(self._row(log, level - 1, place * SPAN, SPAN)) for place in places]
