"""What the Tab key asks a logbook: numbers, names and steps. It reads, and never waits long."""

import os
import sqlite3

from reviewlog.store.fast import UNFINISHED
from reviewlog.store.schema import VERSION

WAIT = 0.3
"""Seconds that a Tab may wait for somebody who is writing."""
MOST = 100
"""More than so many choices help nobody."""
OPEN_LOOKED_AT = 5000
"""Among so many open incidents one is looked for by the beginning of its number."""
DIGITS = 9
"""A number has no more digits than that."""

WHO = "coalesce(customer, nick, CASE shop WHEN 1 THEN playbook END)"
PEOPLE = {
    state: (
        f"SELECT customer, number, state FROM incidents INDEXED BY {index}"  # noqa: S608
        " WHERE person >= ? AND person < ? || char(1114111) AND state = ?"
        f" ORDER BY {order} LIMIT {MOST}"
    )
    for state, index, order in (
        ("open", "incidents_state", "last_at DESC"),
        ("closed", "incidents_person", "person, number DESC"),
    )
}
"""Few incidents are open and most are closed: each is looked for where that is quick."""
NAMED = (
    "SELECT customer, number, state FROM incidents WHERE state = ? AND customer IS NOT NULL"  # noqa: S608
    f" ORDER BY last_at DESC LIMIT {MOST}"
)
LATEST = (
    f"SELECT number, {WHO}, state FROM incidents WHERE state = ?"  # noqa: S608
    " ORDER BY last_at DESC LIMIT ?"
)
NUMBERED = (
    f"SELECT number, {WHO}, state FROM incidents WHERE number >= ? AND number < ?"  # noqa: S608
    f" ORDER BY number DESC LIMIT {MOST}"
)
STEPS = "SELECT step, title, anchor FROM agenda WHERE incident = ? ORDER BY place"
ENTRIES = (
    "SELECT seq, kind, incident FROM entries WHERE log = (SELECT log FROM logs WHERE ours = 1)"
    " AND kind NOT IN ('setting', 'playbook', 'key', 'anchor', 'export', 'erasure')"
)
PLAYBOOKS = (
    "SELECT id, json_extract(cover, '$.title'), origin FROM playbooks WHERE current = 1 ORDER BY id"
)
RULES = (
    "SELECT json_extract(r.value, '$.id'), json_extract(r.value, '$.title'), ''"
    " FROM meta, json_each(meta.value, '$.rules') r WHERE meta.key = 'replies'"
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Found = list[tuple[Any, Any, Any]]


class Names:
    """A logbook as the Tab key sees it; each answer is a list of word, what it is, its state."""

    def __init__(self, folder: str) -> None:
        """Open a logbook. Raises OSError where none can be asked now, here and in every answer."""
        path = os.path.abspath(os.path.join(folder, "logbook.db"))  # noqa: PTH100, PTH118
        address = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        try:
            self._db = sqlite3.connect(
                f"file:{address}?mode=ro", uri=True, isolation_level=None, timeout=WAIT
            )
        except sqlite3.Error as error:
            raise OSError(folder) from error
        try:
            self._check(folder)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _check(self, folder: str) -> None:
        """The file must be of this program, and hold nothing that was to be erased."""
        ((schema,),) = self._rows("PRAGMA user_version")
        if schema != VERSION or self._rows("SELECT 1 FROM meta WHERE key = ?", UNFINISHED):
            raise OSError(folder)

    def incidents(self, begun: str, states: tuple[str, ...] = ("open", "closed")) -> "Found":
        """Return incidents whose number begins so, the open ones first, the latest first."""
        found: Found = []
        for state in states:
            if not begun:
                found += self._rows(LATEST, state, MOST)
            elif state == "open":
                rows = self._rows(LATEST, state, OPEN_LOOKED_AT)
                found += [row for row in rows if str(row[0]).startswith(begun)]
            elif begun.isdecimal():
                found += self._numbered(begun)
        return found[:MOST]

    def _numbered(self, begun: str) -> "Found":
        """Return closed incidents by the beginning of their number, in one look each length."""
        found: Found = []
        first, last = int(begun), int(begun) + 1
        while len(found) < MOST and len(str(first)) <= DIGITS and first:
            found += [row for row in self._rows(NUMBERED, first, last) if row[2] == "closed"]
            first, last = first * 10, last * 10
        return found

    def people(self, begun: str, states: tuple[str, ...] = ("open", "closed")) -> "Found":
        """Return customers whose name begins so, those with an open incident first."""
        found: dict[str, tuple[Any, Any, Any]] = {}
        key = " ".join(begun.casefold().split())
        for state in states:
            rows = self._rows(PEOPLE[state], key, key, state) if key else self._rows(NAMED, state)
            for row in rows:
                found.setdefault(row[0], row)
        return list(found.values())[:MOST]

    def steps(self, incident: str) -> "Found":
        """Return the steps of an incident, by the word that names each."""
        rows = self._rows(STEPS, self._id_of(incident))
        names = [row[0] for row in rows]
        return [
            (step if names.count(step) == 1 else f"{step}@{anchor.rpartition(':')[2]}", title, "")
            for step, title, anchor in rows
        ]

    def entries(self, incident: str, kind: str = "") -> "Found":
        """Return the latest entries, of one incident where one is named, of one kind or of all."""
        order = f" ORDER BY seq DESC LIMIT {MOST // 5}"
        if incident:
            where = " AND incident = ? AND (kind = ? OR ? = '')"
            rows = self._rows(f"{ENTRIES}{where}{order}", self._id_of(incident), kind, kind)
        elif kind:
            return []
        else:
            rows = self._rows(ENTRIES + order)
        numbers = {key: self._number_of(key) for _, _, key in rows}
        return [(seq, kind, numbers[key]) for seq, kind, key in rows]

    def sites(self, incident: str) -> list[str]:
        """Return the sites where an incident has reviews, or that were named in it."""
        rows = self._rows("SELECT sites FROM incidents WHERE id = ?", self._id_of(incident))
        return str(rows[0][0]).split() if rows else []

    def playbooks(self) -> "Found":
        """Return the playbooks, shipped and own."""
        return self._rows(PLAYBOOKS)

    def rules(self) -> "Found":
        """Return the rules for replies, shipped and own."""
        return self._rows(RULES)

    def _id_of(self, incident: str) -> str:
        """Return the key of an incident named by its number or its customer, empty for none."""
        if incident.isascii() and incident.isdecimal():
            query, word = "SELECT id FROM incidents WHERE number = ?", incident[:DIGITS]
        else:
            query = "SELECT id FROM incidents WHERE person = ? AND state = 'open'"
            word = " ".join(incident.casefold().split())
        rows = self._rows(query, word) if word else []
        return str(rows[0][0]) if rows else ""

    def _number_of(self, key: str | None) -> int | None:
        rows = self._rows("SELECT number FROM incidents WHERE id = ?", key)
        return int(rows[0][0]) if rows else None

    def _rows(self, query: str, *values: object) -> "list[Any]":
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise OSError(query) from error
