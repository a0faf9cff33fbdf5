"""The tree, built again leaf by leaf: its roots at some sizes, and the subtrees that are kept."""

import sqlite3
from collections.abc import Iterable

from reviewlog.domain.tree.hashing import Frontier, root_of
from reviewlog.store.checking.found import Found
from reviewlog.store.schema import SPAN
from reviewlog.store.tree import LEVELS


class Growth:
    """The tree of one log as it grew."""

    def __init__(self, connection: sqlite3.Connection, log: str, sizes: Iterable[int]) -> None:
        self._frontier = Frontier()
        self._wanted = frozenset(sizes)
        self.roots: dict[int, bytes] = {0: self._frontier.root()}
        """The root at each wanted size that the log has reached."""
        self._rows: dict[int, list[bytes]] = {level: [] for level in LEVELS}
        self._places = dict.fromkeys(LEVELS, 0)
        query = "SELECT level, place, hash FROM subtrees WHERE log = ?"
        self._kept = {(row[0], row[1]): row[2] for row in connection.execute(query, (log,))}
        self._wrong: list[str] = []

    @property
    def size(self) -> int:
        """How many leaves it has."""
        return self._frontier.size

    def add(self, leaf: bytes) -> None:
        """Take the next leaf in."""
        self._frontier.add(leaf)
        if self._frontier.size in self._wanted:
            self.roots[self._frontier.size] = self._frontier.root()
        self._add(LEVELS[0], leaf)

    def _add(self, level: int, node: bytes) -> None:
        row = self._rows[level]
        row.append(node)
        if len(row) == SPAN:
            root = root_of(row)
            row.clear()
            self._compare(level, root)
            if level < LEVELS[-1]:
                self._add(level + 1, root)

    def _compare(self, level: int, root: bytes) -> None:
        place = self._places[level]
        self._places[level] = place + 1
        if self._kept.pop((level, place), None) != root:
            size = SPAN**level
            self._wrong.append(f"entries {place * size + 1:,} to {(place + 1) * size:,}")

    def end(self, found: Found) -> None:
        """Name what does not fit the leaves."""
        found.counts["tree"] += self.size
        for place in self._wrong:
            found.fault("tree", place, "the kept hash over them is not theirs")
        for level, place in self._kept:
            found.fault("tree", f"subtree {level}/{place}", "no entries belong to it")
