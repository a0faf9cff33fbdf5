"""What all verbs of the logbook share: the store, the clock, the settings, and one way to write."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, Self

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.dates import Reader
from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.errors import (
    ConfigError,
    SeveralIncidentsError,
    UnknownIncidentError,
    UnknownPlaybookError,
)
from reviewlog.domain.facts import Facts
from reviewlog.domain.moment import Moment, exactly, moment_to_field
from reviewlog.domain.people import person_key
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.usage_errors import EmptyTextError, TextTooLongError
from reviewlog.logbook.projecting import Projector
from reviewlog.logbook.receipt import Receipt, View
from reviewlog.playbook.wire import playbook_from_json
from reviewlog.store.book import Store
from reviewlog.store.fast import config_stamp
from reviewlog.version import VERSION

Clock = Callable[[], datetime]
NEAR_PEOPLE = 500
"""Comparing a name with every customer of many years would make a call wait for seconds."""
TEXT_CAP = 1_000_000
"""Bytes that one text may have."""


class Recorded(NamedTuple):
    """What one command wrote, and the facts of every incident that it concerns."""

    entries: list[Entry]
    facts: dict[str, Facts]


class Book:
    """The base of `Logbook`: opening, settings, finding incidents, recording."""

    def __init__(self, store: Store, clock: Clock, local_zone: str) -> None:
        self.store = store
        self._clock = clock
        self._local_zone = local_zone
        self.config_fault: ConfigError | None = None
        """What is wrong with config.yaml; the last good settings hold until it is mended."""
        self._refresh()
        self.settings: dict[str, Any] = json.loads(store.projections.meta("settings") or "{}")
        self.calendar = Calendar(
            zone=self.settings["time_zone"], working_days=tuple(self.settings["working_days"])
        )

    @classmethod
    def open(cls, folder: Path, clock: Clock, local_zone: str) -> Self:
        """Open the logbook in a folder, creating it on first use.

        Raises BookError. Faults in config.yaml are kept in `config_fault`: they must not stop
        anybody from writing down a call.
        """
        store = Store.open(folder)
        try:
            with store.reading():
                return cls(store, clock, local_zone)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def now(self) -> datetime:
        """Return the time, in the logbook's zone."""
        return self._clock().astimezone(self.calendar.tz)

    @property
    def dates(self) -> Reader:
        """The grammar of dates, as said now."""
        return Reader(self.now(), self.calendar, self.settings.get("dates"))

    def dates_at(self, moment: Moment | None) -> Reader:
        """Return the grammar of dates as it was said at a moment, now unless given."""
        at = self.now() if moment is None else moment.start.astimezone(self.calendar.tz)
        return Reader(at, self.calendar, self.settings.get("dates"))

    # Settings and playbooks

    def _refresh(self) -> None:
        """Take the slow path only when config.yaml or the program changed since last read."""
        meta = self.store.projections.meta
        if meta("config") == config_stamp(str(self.store.folder)) and meta("version") == VERSION:
            return
        from reviewlog.logbook.refresh import refresh

        self.config_fault = refresh(self.store, self._clock(), self._local_zone)

    # Finding

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
        raise UnknownIncidentError(word, tuple(self._near(word)))

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
        alike = get_close_matches(key, known, n=3, cutoff=0.75)
        return [known[k] for k in dict.fromkeys([*alike, *shared])][:3]

    def _near(self, word: str) -> Iterable[dict[str, Any]]:
        names = self.near_names(word)
        if not names:
            return self.store.projections.newest_incidents(3)
        return [
            row
            for name in names
            for row in self.store.projections.incidents_of(person_key(name))[:2]
        ]

    def find_playbook(self, name: str) -> Playbook:
        """Return the current text of a playbook. Raises UnknownPlaybookError."""
        shelf = [playbook_from_json(body) for body in self.store.projections.playbook_bodies()]
        for playbook in shelf:
            if playbook.id == name:
                return playbook
        raise UnknownPlaybookError(name, tuple(playbook.id for playbook in shelf))

    # Reading

    def view(self, word: str) -> View:
        """Return everything about one incident."""
        with self.store.reading():
            row = self.get_incident(word)
            projector = Projector(self.store, self.calendar)
            timeline, every = projector.timeline(row["id"])
            items = tuple(self.store.projections.agenda(row["id"]))
            return View(row, projector.facts(row["id"]), items, tuple(timeline), tuple(every))

    # Writing

    def record(self, drafts: Sequence[Draft]) -> Recorded:
        """Append the entries of one command and project what they change.

        The caller holds `self.store.writing()`.
        """
        entries = self.store.log.append(drafts, self.now())
        touched = {e.incident for e in entries if e.incident}
        touched |= {e.fields["incident"] for e in entries if e.fields.get("incident")}
        return Recorded(entries, Projector(self.store, self.calendar).update(touched))

    def receipt(self, recorded: Recorded, **flags: bool) -> Receipt:
        """Return the answer to what was just written, from inside the transaction."""
        main = recorded.entries[0]
        incident = main.fields.get("incident") or main.incident
        if incident is None:
            raise ValueError("a receipt belongs to an incident")
        return Receipt(
            row=self.store.projections.incident(incident),
            facts=recorded.facts[incident],
            entries=tuple(recorded.entries),
            agenda=tuple(self.store.projections.agenda(incident)),
            **flags,
        )

    def write(self, incident: str, kind: str, fields: dict[str, Any]) -> Receipt:
        """Write one entry into an incident, named by number or person."""
        with self.store.writing():
            row = self.get_incident(incident)
            return self.receipt(self.record([Draft(kind, fields, row["id"])]))

    def happened(self, at: Moment | None) -> dict[str, str | int]:
        """Return the field for when something happened; now unless said."""
        return moment_to_field(at or exactly(self.now()))


def checked_text(text: str | None, what: str) -> str | None:
    """Return a text as it is. Raises EmptyTextError, TextTooLongError."""
    if text is None:
        return None
    if not text.strip():
        raise EmptyTextError(what)
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > TEXT_CAP:
        raise TextTooLongError(size, TEXT_CAP)
    return text


def required_text(text: str | None, what: str) -> str:
    """Return a text that must not be missing. Raises EmptyTextError, TextTooLongError."""
    checked = checked_text(text, what)
    if checked is None:
        raise EmptyTextError(what)
    return checked
