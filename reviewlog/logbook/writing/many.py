"""Write down many contacts as one command, in one transaction: all of them, or none."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reviewlog.domain.entering_errors import BadEntriesError, Fault
from reviewlog.domain.entry import Entry
from reviewlog.domain.errors import (
    BookError,
    ReviewlogError,
    SeveralIncidentsError,
    UnknownIncidentError,
)
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.usage_errors import ConsentMissingError, UnreadableFileError
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import View
from reviewlog.logbook.said import Contact

if TYPE_CHECKING:
    from reviewlog.logbook.writing.talking import Talking
    from reviewlog.store.files import StoredFile


class One(NamedTuple):
    """One contact as it was written."""

    incident: str
    """The id of the incident."""
    entries: tuple[Entry, ...]
    opened: bool


class Noted(NamedTuple):
    """What was written of many contacts."""

    answers: tuple[One, ...]
    views: dict[str, View]
    """Every incident that was written into, by its id, without its timeline."""


def log_many(book: "Talking", said: Sequence[Contact]) -> Noted:
    """Write down many contacts.

    Raises BadEntriesError: for all whose words, or whose files, cannot be taken; else for the
    first that cannot be written.
    """
    files: list[Sequence[StoredFile]] = []
    with _told(len(said)) as faults:
        for number, one in enumerate(said, 1):
            with _numbered(number, one, faults):
                book.check(one)
    with _told(len(said)) as faults:
        for number, one in enumerate(said, 1):
            with _numbered(number, one, faults):
                files.append(book.take_in(one.files, one.capture))
    with book.store.writing():
        batch = _Batch(book)
        for number, (one, its) in enumerate(zip(said, files, strict=True), 1):
            with _told(len(said)) as faults, _numbered(number, one, faults):
                batch.write(one, its)
        return batch.noted()


class _Batch:
    """Contacts written one after the other; the projections of most wait for the end.

    What later contacts are sorted by is whom an incident is about. To project a long incident
    anew for each of its entries would cost the square of their number.
    """

    def __init__(self, book: "Talking") -> None:
        self._book = book
        self._projector = Projector(book.store, book.calendar)
        self._command: int | None = None
        self._answers: list[One] = []
        self._owed: set[str] = set()
        self._facts: dict[str, Facts] = {}

    def write(self, said: Contact, files: "Sequence[StoredFile]") -> None:
        """Append a contact; project it at once where the next one may need that."""
        contact = self._book.contact(said, files)
        is_news = contact.opened or self._is_news(said, contact.incident)
        entries = self._book.store.log.append(contact.drafts, self._book.now(), self._command)
        self._command = entries[0].command
        self._owed.add(contact.incident)
        if is_news:
            self._project({contact.incident})
        self._answers.append(One(contact.incident, tuple(entries), contact.opened))

    def _is_news(self, said: Contact, incident: str) -> bool:
        """Whether it may change whom the incident is about."""
        named = said.on_behalf_of or said.who
        row = self._book.store.projections.incident(incident)
        return named is not None and person_key(named) != row["person"]

    def noted(self) -> Noted:
        """Project what waited, and return what was written."""
        self._project(set(self._owed))
        written = dict.fromkeys(answer.incident for answer in self._answers)
        return Noted(tuple(self._answers), {one: self._view(one) for one in written})

    def _project(self, incidents: set[str]) -> None:
        projected = self._projector.update(incidents)
        self._facts |= projected
        self._owed -= set(projected)

    def _view(self, incident: str) -> View:
        kept = self._book.store.projections
        agenda = tuple(kept.agenda(incident))
        return View(kept.incident(incident), self._facts[incident], agenda, (), ())


@contextmanager
def _told(of: int) -> Iterator[list[Fault]]:
    """Tell all faults that were noted, if any."""
    faults: list[Fault] = []
    yield faults
    if faults:
        raise BadEntriesError(faults, of)


@contextmanager
def _numbered(number: int, said: Contact, faults: list[Fault]) -> Iterator[None]:
    """Note of which entry it is that something cannot be done; the logbook's own troubles pass."""
    try:
        yield
    except BookError:
        raise
    except ReviewlogError as cause:
        faults.append(Fault(number, _key_of(cause, said), cause))


def _key_of(cause: ReviewlogError, said: Contact) -> str | None:
    """Return what of an entry it is that a refusal is about."""
    match cause:
        case UnreadableFileError():
            return "attach"
        case ConsentMissingError():
            return "consent"
        case UnknownIncidentError() | SeveralIncidentsError():
            return "incident" if said.incident else "for" if said.on_behalf_of else "who"
    return None
