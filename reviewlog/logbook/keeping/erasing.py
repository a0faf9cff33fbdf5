"""Erase: what somebody asks to be forgotten goes for good, and the log still verifies."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import Part, erasures
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.keeping_errors import HeldError, NamedInReasonError
from reviewlog.domain.reasons import names_in
from reviewlog.domain.sealing import digest
from reviewlog.logbook.base import Book, required_text
from reviewlog.logbook.keeping.erasable import Planned
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.opening.surroundings import is_absence
from reviewlog.logbook.replies.draftfiles import delete


class Erased(NamedTuple):
    """What went."""

    planned: Planned
    entries: tuple[Entry, ...]
    """The erasures, one for each incident."""
    unfinished: str = ""
    """Why the file could not be made anew; empty when no byte is left."""


def erase(book: Book, planned: Planned, why: str) -> Erased:
    """Carry it out: the words, their files, and every byte that is left of them.

    Raises HeldError, NamedInReasonError.
    """
    entries = write_down(book, planned, why)
    return Erased(planned, entries, book.store.erasures.finish(book.now()))


def write_down(book: Book, planned: Planned, why: str) -> tuple[Entry, ...]:
    """Let the words go and note it, as one; files and stale bytes follow."""
    refuse_reason(book, planned, why)
    store = book.store
    with store.writing():
        refuse_held(book, planned)
        sealed = {p.entry.id: store.log.disclosures_of(p.entry.id) for p in planned.parts}
        digests = {
            at: {n: digest(text) for n, text in known.items()} for at, known in sealed.items()
        }
        parts = [_still_there(part, digests[part.entry.id]) for part in planned.parts]
        entries = store.log.append(
            erasures([p for p in parts if p.names], digests, why), book.now()
        )
        fields = [(part.entry.id, name) for part in parts for name in part.names]
        store.erasures.drop(fields, [str(file["sha256"]) for file in planned.files])
        if any(part.entry.kind == "setting" for part in parts):
            _keep_settings(book, parts)
        Projector(store, book.calendar).update(planned.rows)
        delete(planned.drafts)
    return tuple(entries)


def refuse_reason(book: Book, planned: Planned, why: str) -> None:
    """Refuse a reason that would keep a name. Raises EmptyTextError, NamedInReasonError.

    Nobody of the incidents is named, also where less than everything goes: the rest may follow.
    """
    required_text(why, "--why")
    person = person_key(planned.person)
    if (person and person in person_key(why)) or names_in(why, _concerned(book, planned)):
        raise NamedInReasonError


def _concerned(book: Book, planned: Planned) -> Iterator[Entry]:
    yield from (part.entry for part in planned.parts)
    for incident in planned.rows:
        yield from Projector(book.store, book.calendar).timeline(incident)[1]


def refuse_held(book: Book, planned: Planned) -> None:
    """Refuse what a hold stands against. Raises HeldError."""
    for incident, row in planned.rows.items():
        facts = Projector(book.store, book.calendar).facts(incident)
        if facts.hold and facts.held_until and facts.held_until > book.now():
            why = facts.hold.fields.get("text")
            raise HeldError(str(row["number"]), facts.held_until.astimezone(book.calendar.tz), why)


def _still_there(part: Part, digests: Mapping[str, str]) -> Part:
    return part._replace(names=tuple(name for name in part.names if name in digests))


def _keep_settings(book: Book, parts: Iterable[Part]) -> None:
    """Take what was erased of the settings in force out of their copy."""
    from reviewlog.logbook.opening.redating import general_entries, keep_settings, kept_settings

    logged = [
        e.id for e in general_entries(book.store) if e.kind == "setting" and not is_absence(e)
    ]
    gone = {name for part in parts if part.entry.id == logged[-1] for name in part.names}
    keep_settings(book.store, kept_settings(book.store) | dict.fromkeys(gone))
