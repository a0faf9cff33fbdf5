"""Finding an incident by its number or by whom it is about."""

import unicodedata
from typing import Any

from reviewlog.domain.errors import SeveralIncidentsError, UnknownIncidentError
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.vocabulary import alike
from reviewlog.store.book import Store

NEAR_PEOPLE = 500
"""Comparing a name with every customer of many years would make a call wait for seconds."""
SHOWN = 3
LIKE = 0.7
"""How alike two words of names are that may be one, with letters swapped or left out."""


class Finding:
    """What all verbs share to find incidents."""

    store: Store

    def get_incident(self, word: str) -> dict[str, Any]:
        """Return the incident of a number or of a customer's name.

        Raises UnknownIncidentError with the nearest ones, SeveralIncidentsError when the
        person has two or more open.
        """
        projections = self.store.projections
        if word.isascii() and word.isdigit():
            number = int(word[:10])
            row = projections.find_incident(number)
            if row is not None and row["state"] != "void":
                return row
            raise UnknownIncidentError(word, tuple(projections.nearest_incidents(number, 3)))
        rows = projections.incidents_of(person_key(word)) if person_key(word) else []
        rows = [row for row in rows if row["state"] != "void"]
        still_open = [row for row in rows if row["state"] == "open"]
        if len(still_open) > 1:
            raise SeveralIncidentsError(word, tuple(still_open))
        if rows:
            return (still_open or rows)[0]
        full = self._full_name(word)
        if full is not None:
            return self.get_incident(full)
        near = self.near_incidents(word)
        newest = () if near else tuple(self.store.projections.newest_incidents(SHOWN))
        raise UnknownIncidentError(word, near, newest)

    def _full_name(self, word: str) -> str | None:
        """The only known name that holds all words of a shorter one, `Dana` for Dana Smith."""
        wanted = set(person_key(word).split())
        people = {person_key(name) for name in self.store.projections.people()}
        longer = [key for key in people if wanted and wanted < set(key.split())]
        return longer[0] if len(longer) == 1 else None

    def near_names(self, name: str) -> list[str]:
        """Return names of customers that look like a name, among the latest NEAR_PEOPLE."""
        people = self.store.projections.people(NEAR_PEOPLE)
        known = {person_key(person): person for person in people}
        key = person_key(name)
        words = set(key.split())
        shared = [
            k for k in known if words and (words <= set(k.split()) or set(k.split()) <= words)
        ]
        near = alike(key, known, most=3, cutoff=0.75)
        return [known[k] for k in dict.fromkeys([*near, *shared])][:3]

    def near_incidents(self, word: str) -> tuple[dict[str, Any], ...]:
        """Return the newest incidents of people who are called like that, the likest first."""
        called: dict[str, list[dict[str, Any]]] = {}
        for row in self.store.projections.newest_incidents(NEAR_PEOPLE):
            for name in _folded(f"{row['customer'] or ''} {row['nick'] or ''}"):
                called.setdefault(name, []).append(row)
        near = {
            row["number"]: row
            for asked in _folded(word)
            for name in alike(asked, called, most=SHOWN, cutoff=LIKE)
            for row in called[name]
        }
        return tuple(near.values())[:SHOWN]


def _folded(name: str) -> list[str]:
    """Return the words of a name without accents, as a hurried hand types them."""
    letters = unicodedata.normalize("NFKD", person_key(name))
    return "".join(char for char in letters if not unicodedata.combining(char)).split()
