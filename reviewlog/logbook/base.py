"""What all verbs of the logbook share: the store, the clock, the settings, and one way to write."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.errors import (
    BookError,
    ConfigError,
    ReviewlogError,
    UnknownPlaybookError,
)
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import Moment, exactly, moment_to_field
from reviewlog.domain.usage_errors import EmptyTextError, TextTooLongError
from reviewlog.logbook.finding import Finding
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.opening.surroundings import calendar_of, site_rules_of
from reviewlog.logbook.receipt import Receipt, View
from reviewlog.playbook.language.wire import playbook_from_json
from reviewlog.store.book import Store
from reviewlog.store.fast import UNFINISHED, config_stamp
from reviewlog.version import VERSION

if TYPE_CHECKING:
    from reviewlog.domain.time.dates import Reader
    from reviewlog.playbook.replies.wire import Ruleset

Clock = Callable[[], datetime]
TEXT_CAP = 1_000_000
"""Bytes that one text may have."""


class Recorded(NamedTuple):
    """What one command wrote, and the facts of every incident that it concerns."""

    entries: list[Entry]
    facts: dict[str, Facts]
    before: dict[str, tuple[Item, ...]]
    """What was open in incidents that were there already."""


class Book(Finding):
    """The base of `Logbook`: opening, settings, recording."""

    def __init__(self, store: Store, clock: Clock, local_zone: str) -> None:
        self.store = store
        self._clock = clock
        self._local_zone = local_zone
        self.began: datetime | None = None
        """When the owner began to tell, where that was stopped and is gone on with now."""
        self.faults: tuple[ReviewlogError, ...] = ()
        """What is wrong with config.yaml or a playbook of the owner's; the last good texts hold."""
        self._refresh()
        try:
            self.settings: dict[str, Any] = json.loads(store.projections.meta("settings") or "{}")
            self.calendar: Calendar = calendar_of(self.settings)
        except (ValueError, LookupError, TypeError) as error:
            raise BookError(str(store.folder), "spoiled", "settings") from error

    @property
    def config_fault(self) -> ConfigError | None:
        """What is wrong with config.yaml."""
        return next((fault for fault in self.faults if isinstance(fault, ConfigError)), None)

    @property
    def site_rules(self) -> Mapping[str, SiteRule]:
        """What each review site allows."""
        return site_rules_of(self.settings)

    @classmethod
    def open(cls, folder: Path, clock: Clock, local_zone: str) -> Self:
        """Open the logbook in a folder, creating it on first use.

        Raises BookError. Faults in the owner's files are kept in `faults`: they must not stop
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
    def dates(self) -> "Reader":
        """The grammar of dates, as said now."""
        return self.dates_at(None)

    def dates_at(self, moment: Moment | None) -> "Reader":
        """Return the grammar of dates as it was said at a moment, now unless given."""
        from reviewlog.domain.time.dates import Reader

        at = self.now() if moment is None else moment.start.astimezone(self.calendar.tz)
        return Reader(at, self.calendar, self.settings.get("dates"))

    # Settings and playbooks

    def _refresh(self) -> None:
        """Take the slow path only when a file, the program or the year is another than last read.

        Holidays are known some years ahead: each new year the next ones are looked up.
        """
        meta, at = self.store.projections.meta, self._clock()
        if (
            meta("config") == config_stamp(str(self.store.folder))
            and meta("version") == VERSION
            and (meta("year") or "") >= str(at.year)
            and meta(UNFINISHED) is None
        ):
            return
        from reviewlog.logbook.opening.refresh import refresh_or_keep

        self.faults = refresh_or_keep(self.store, at, self._local_zone)

    def text_of(self, digest: str) -> tuple[str, Mapping[str, str]]:
        """Return the text of a playbook, and of those it uses, out of the log.

        Raises UnknownPlaybookError.
        """
        from reviewlog.logbook.opening.editions import logged_texts

        with self.store.reading():
            logged = logged_texts(self.store.log.general()).get(digest)
        if logged is None:
            raise UnknownPlaybookError(digest, ())
        return logged.text, logged.parts

    # Reading

    def find_playbook(self, name: str) -> Playbook:
        """Return the current text of a playbook. Raises UnknownPlaybookError."""
        shelf = [playbook_from_json(body) for body in self.store.projections.playbook_bodies()]
        for playbook in shelf:
            if playbook.id == name:
                return playbook
        raise UnknownPlaybookError(name, tuple(playbook.id for playbook in shelf))

    def reply_rules(self) -> "Ruleset":
        """Return what a reply may not hold."""
        from reviewlog.logbook.replies.rules import reply_rules

        return reply_rules(self.store)

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
        known = {draft.incident for draft in drafts if draft.incident}
        before = {one: tuple(self.store.projections.agenda(one)) for one in known}
        entries = self.store.log.append(drafts, self.now())
        touched = {e.incident for e in entries if e.incident}
        touched |= {e.fields["incident"] for e in entries if e.fields.get("incident")}
        facts = Projector(self.store, self.calendar).update(touched)
        return Recorded(entries, facts, before)

    def date_anew(self) -> None:
        """Make every agenda again after an absence was noted or taken back.

        The caller holds `self.store.writing()`.
        """
        from reviewlog.logbook.opening.redating import settle_absences

        self.settings = settle_absences(self.store)
        self.calendar = calendar_of(self.settings)

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
            before=recorded.before.get(incident, ()),
            **flags,
        )

    def write(self, incident: str, kind: str, fields: dict[str, Any]) -> Receipt:
        """Write one entry into an incident, named by number or person."""
        with self.store.writing():
            row = self.get_incident(incident)
            return self.receipt(self.record([Draft(kind, fields, row["id"])]))

    def happened(self, at: Moment | None) -> dict[str, str | int]:
        """Return the field for when something happened; unless said, when it began to be told."""
        now = self.now()
        began = min(self.began.astimezone(now.tzinfo), now) if self.began else now
        return moment_to_field(at or exactly(began))


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
