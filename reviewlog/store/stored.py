"""The projections as they lie in the file, to be compared with what they should be."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from reviewlog.store.projections import Projections


class Stored(Projections):
    """Projections that hold still while they are read: what is asked often is read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._near: dict[str, tuple[set[str], set[str]]] = {}

    def neighbours(self, incident: str) -> tuple[set[str], set[str]]:
        """Return the incidents that share entries with one, and those that share its person."""
        if incident not in self._near:
            self._near[incident] = super().neighbours(incident)
        return self._near[incident]

    def row(self, incident: str) -> dict[str, Any] | None:
        """Return the row of an incident."""
        return next(self._rows("SELECT * FROM incidents WHERE id = ?", incident), None)

    def agenda_rows(self, incident: str) -> list[dict[str, Any]]:
        """Return the agenda of an incident, row by row."""
        return list(self._rows("SELECT * FROM agenda WHERE incident = ? ORDER BY place", incident))

    def pairs(self, table: str, incident: str) -> list[str]:
        """Return what an incident is joined with, in `moves` or `links`."""
        column, other = {"moves": ("origin", "target"), "links": ("a", "b")}[table]
        query = f"SELECT {other} FROM {table} WHERE {column} = ? ORDER BY 1"  # noqa: S608
        return [row[0] for row in self._db.execute(query, (incident,))]

    def playbooks(self) -> dict[str, dict[str, Any]]:
        """Return every playbook that is kept, by digest."""
        return {row["digest"]: row for row in self._rows("SELECT * FROM playbooks")}

    def numbers(self) -> dict[str, int]:
        """Return the number of every incident."""
        return dict(self._db.execute("SELECT id, number FROM incidents"))

    def strays(self) -> list[tuple[str, str]]:
        """Return the tables with rows of incidents that are not kept, and these incidents."""
        return self._db.execute(
            "SELECT DISTINCT 'agenda', incident FROM agenda WHERE incident NOT IN (SELECT id FROM incidents)"
            " UNION SELECT 'moves', origin FROM moves WHERE origin NOT IN (SELECT id FROM incidents)"
            " UNION SELECT 'links', a FROM links WHERE a NOT IN (SELECT id FROM incidents)"
        ).fetchall()

    def _rows(self, query: str, *values: str) -> Iterator[dict[str, Any]]:
        cursor = self._db.execute(query, values)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)
