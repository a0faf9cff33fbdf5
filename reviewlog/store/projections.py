"""The projections: what the entries say now, kept so that `due` is one query."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import EntryId
from reviewlog.domain.playbook import Cover
from reviewlog.domain.time.calendar import Calendar
from reviewlog.store.fast import due_rows
from reviewlog.store.rows import cover_from_row, cover_to_row, item_from_row, item_to_row
from reviewlog.store.schema import META, PROJECTED


class Projections:
    """Tables that can be thrown away and made again from the entries."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def meta(self, key: str) -> str | None:
        """Return a value of `meta`."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Set a value of `meta`."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def strange_meta(self) -> list[str]:
        """Return the keys of `meta` that this program does not know."""
        kept = [str(key) for (key,) in self._db.execute("SELECT key FROM meta ORDER BY key")]
        return [key for key in kept if key not in META]

    def forget_meta(self, keys: Iterable[str]) -> None:
        """Delete values of `meta`."""
        self._db.executemany("DELETE FROM meta WHERE key = ?", [(key,) for key in keys])

    def number_of(self, incident: str) -> int | None:
        """Return the permanent number of an incident."""
        row = self._db.execute("SELECT number FROM incidents WHERE id = ?", (incident,)).fetchone()
        return row[0] if row else None

    def next_number(self) -> int:
        """Return the number of the next incident to be opened."""
        query = "SELECT coalesce(max(number), 0) + 1 FROM incidents"
        return int(self._db.execute(query).fetchone()[0])

    def find_incident(self, number: int) -> dict[str, Any] | None:
        """Return the incident of a number."""
        return next(iter(self._incidents("number = ?", (number,))), None)

    def incident(self, incident: str) -> dict[str, Any]:
        """Return an incident by its id."""
        return next(iter(self._incidents("id = ?", (incident,))))

    def incidents_of(self, person: str) -> list[dict[str, Any]]:
        """Return the incidents of a person, the newest first."""
        return self._incidents("person = ? ORDER BY number DESC", (person,))

    def incidents(self, state: str | None = None) -> list[dict[str, Any]]:
        """Return all incidents, or those in a state, the last touched first."""
        if state is None:
            return self._incidents("state <> 'void' ORDER BY last_at DESC", ())
        return self._incidents("state = ? ORDER BY last_at DESC", (state,))

    def reviewed_since(self, since: str) -> list[dict[str, Any]]:
        """Return the open incidents of unknown reviewers that began since, the first one first."""
        return self._incidents(
            "state = 'open' AND last_at >= ? AND opened_at >= ? AND review <> 'none'"
            " AND customer IS NULL ORDER BY number",
            (since, since),
        )

    def newest_incidents(self, limit: int) -> list[dict[str, Any]]:
        """Return the incidents opened last."""
        return self._incidents("state <> 'void' ORDER BY number DESC LIMIT ?", (limit,))

    def nearest_incidents(self, number: int, limit: int) -> list[dict[str, Any]]:
        """Return the incidents whose numbers are nearest to one."""
        return self._incidents(
            "state <> 'void' ORDER BY abs(number - ?), number LIMIT ?", (number, limit)
        )

    def people(self, limit: int = -1) -> list[str]:
        """Return the names of the customers, of the newest incidents first; -1 is all of them."""
        rows = self._db.execute(
            "SELECT customer FROM incidents WHERE customer IS NOT NULL AND state <> 'void'"
            " ORDER BY number DESC LIMIT ?",
            (limit,),
        )
        return list(dict.fromkeys(row[0] for row in rows))

    def _incidents(self, where: str, values: tuple[Any, ...]) -> list[dict[str, Any]]:
        return self._as_dicts(f"SELECT * FROM incidents WHERE {where}", values)  # noqa: S608

    def _as_dicts(self, query: str, values: tuple[Any, ...]) -> list[dict[str, Any]]:
        cursor = self._db.execute(query, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def neighbours(self, incident: str) -> tuple[set[str], set[str]]:
        """Return the incidents that share entries with one, and those that share its person."""
        query = "SELECT origin, target FROM moves WHERE origin = ? OR target = ?"
        moved = {incident}.union(*self._db.execute(query, (incident, incident)))
        return moved, self._same_person({incident})

    def _same_person(self, incidents: set[str]) -> set[str]:
        """Follow names and links until nobody new turns up."""
        found: set[str] = set()
        waiting = set(incidents)
        while waiting:
            one = waiting.pop()
            found.add(one)
            near = self._db.execute(
                "SELECT o.id FROM incidents i JOIN incidents o ON o.person = i.person"
                " WHERE i.id = :i AND i.person <> ''"
                " UNION SELECT b FROM links WHERE a = :i UNION SELECT a FROM links WHERE b = :i",
                {"i": one},
            )
            waiting |= {row[0] for row in near} - found
        return found

    def set_pairs(self, table: str, incident: str, others: Iterable[str]) -> None:
        """Replace what an incident is joined with, in `moves` or `links`."""
        column, other = {"moves": ("origin", "target"), "links": ("a", "b")}[table]
        self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (incident,))  # noqa: S608
        self._db.executemany(
            f"INSERT INTO {table} ({column}, {other}) VALUES (?, ?)",  # noqa: S608
            [(incident, target) for target in others],
        )

    def put_incident(self, columns: Mapping[str, Any]) -> None:
        """Write the row of an incident."""
        names = ", ".join(columns)
        marks = ", ".join(f":{name}" for name in columns)
        self._db.execute(f"INSERT OR REPLACE INTO incidents ({names}) VALUES ({marks})", columns)  # noqa: S608

    def put_agenda(
        self, incident: str, items: Sequence[Item], shown: Mapping[str, Any], calendar: Calendar
    ) -> None:
        """Replace the agenda of an incident; `shown` are number, who and phone."""
        self._db.execute("DELETE FROM agenda WHERE incident = ?", (incident,))
        for place, item in enumerate(items):
            row = item_to_row(item, place, calendar) | dict(shown)
            names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
            self._db.execute(f"INSERT INTO agenda ({names}) VALUES ({marks})", row)  # noqa: S608

    def agenda(self, incident: str) -> list[Item]:
        """Return the open items of an incident in their order."""
        cursor = self._db.cursor()
        cursor.row_factory = sqlite3.Row
        cursor.execute("SELECT * FROM agenda WHERE incident = ? ORDER BY place", (incident,))
        return [item_from_row(row) for row in cursor]

    def due(self, since: str, until: str) -> list[tuple[Any, ...]]:
        """Return the items that close on or after one local date and open by another."""
        return due_rows(self._db, since, until)

    def dated(self) -> list[dict[str, Any]]:
        """Return every item that is due on a date, of all incidents, by that date."""
        return self._as_dicts(
            "SELECT incident, playbook, step, anchor, kind, title, due_on, number, who"
            " FROM agenda WHERE due_on IS NOT NULL ORDER BY due_on, number, place",
            (),
        )

    def put_playbook(
        self, digest: str, name: str, body: str, cover: Cover, origin: str = "shipped"
    ) -> None:
        """Keep a parsed playbook; it becomes the current text of its id."""
        self.drop_current(name)
        self._db.execute(
            "INSERT OR REPLACE INTO playbooks (digest, id, current, body, cover, origin)"
            " VALUES (?, ?, 1, ?, ?, ?)",
            (digest, name, body, cover_to_row(cover), origin),
        )

    def drop_current(self, name: str) -> None:
        """Leave no current text of a playbook; incidents pinned to one keep it."""
        self._db.execute("UPDATE playbooks SET current = 0 WHERE id = ?", (name,))

    def make_current(self, digest: str, origin: str) -> None:
        """Make a text that is kept already the current one of its playbook."""
        self._db.execute(
            "UPDATE playbooks SET current = 0"
            " WHERE id = (SELECT id FROM playbooks WHERE digest = ?)",
            (digest,),
        )
        self._db.execute(
            "UPDATE playbooks SET current = 1, origin = ? WHERE digest = ?", (origin, digest)
        )

    def playbook_bodies(self, digest: str | None = None) -> list[str]:
        """Return the parsed playbook of a digest, or all current ones, as JSON."""
        if digest is not None:
            rows = self._db.execute("SELECT body FROM playbooks WHERE digest = ?", (digest,))
        else:
            rows = self._db.execute("SELECT body FROM playbooks WHERE current = 1 ORDER BY id")
        return [row[0] for row in rows]

    def covers(self) -> list[Cover]:
        """Return what is seen of the current playbooks, by id."""
        rows = self._db.execute("SELECT cover FROM playbooks WHERE current = 1 ORDER BY id")
        return [cover_from_row(row[0]) for row in rows]

    def current_playbooks(self) -> dict[str, tuple[str, str]]:
        """Return digest and origin (`shipped` or `own`) of the current text of each playbook."""
        rows = self._db.execute("SELECT id, digest, origin FROM playbooks WHERE current = 1")
        return {row[0]: (row[1], row[2]) for row in rows}

    def playbook_digests(self) -> set[str]:
        """Return the digest of every playbook that is kept, current or not."""
        return {row[0] for row in self._db.execute("SELECT digest FROM playbooks")}

    def clear_playbooks(self) -> None:
        """Forget every playbook."""
        self._db.execute("DELETE FROM playbooks")

    def clear(self) -> None:
        """Forget every projection (not `meta`)."""
        for table in PROJECTED:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608

    def snapshot(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every projection as sorted rows, to compare before and after a rebuild."""
        from reviewlog.store.fingerprint import snapshot

        return snapshot(self._db)

    def fingerprint(self) -> str:
        """Return one hash over every projection, to compare before and after a rebuild."""
        from reviewlog.store.fingerprint import fingerprint

        return fingerprint(self._db)

    def put_replies(self, incident: str, texts: Iterable[tuple[EntryId, str, bytes]]) -> None:
        """Keep what went out in an incident: entry, medium, and the words to compare with."""
        self._db.execute("DELETE FROM replies WHERE incident = ?", (incident,))
        self._db.executemany(
            "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?)",
            [(entry.log, entry.seq, incident, medium, words) for entry, medium, words in texts],
        )

    def earlier_replies(self, medium: str) -> list[dict[str, Any]]:
        """Return what went out on a medium, the last written first."""
        rows = self._as_dicts("SELECT * FROM replies WHERE medium = ?", (medium,))
        return sorted(rows, key=lambda row: (-row["seq"], row["log"]))
