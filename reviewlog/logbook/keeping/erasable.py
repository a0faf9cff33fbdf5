"""What would be erased, before anybody said yes: of a person, of an incident, of one entry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.copies import copies
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.erasing import (
    KEPT_KINDS,
    PEOPLE,
    Mention,
    Part,
    files_of,
    going,
    going_elsewhere,
    is_file,
    may_go,
    mentioning,
    parts_of,
    texts,
)
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.keeping_errors import (
    NobodyCalledError,
    NoSuchEntryError,
    NoSuchFieldError,
    NothingToEraseError,
    NotYourWordsError,
)
from reviewlog.domain.relations import standing
from reviewlog.domain.usage_errors import EmptyTextError
from reviewlog.logbook.base import Book
from reviewlog.logbook.keeping.unfinished import answer_files
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.replies.draftfiles import lying

Row = Mapping[str, Any]


class Planned(NamedTuple):
    """What would go, before anybody said yes."""

    parts: tuple[Part, ...]
    rows: Mapping[str, Row]
    """The incidents that lose something, by id, as they are now."""
    files: tuple[Mapping[str, Any], ...] = ()
    """Files that go with their entries."""
    shared: tuple[Mapping[str, Any], ...] = ()
    """Files that another entry keeps a copy of: their bytes stay."""
    mentions: tuple[Mention, ...] = ()
    """Entries that hold the name in their words, or correct what goes: the owner decides."""
    mentioned_in: Mapping[str, Row] = {}
    """The incidents of these entries, by id."""
    linked: tuple[Row, ...] = ()
    """Incidents that may be the same person's."""
    person: str | None = None
    drafts: tuple[Path, ...] = ()
    """Texts that lie open in an editor, or were left by one."""


def plan_person(book: Book, name: str) -> Planned:
    """Return what goes when a person is to be forgotten.

    Raises NobodyCalledError, NothingToEraseError.
    """
    person = person_key(name)
    if not person:
        raise EmptyTextError("--who")
    with book.store.reading():
        named, mentioned = _found(book, person)
        incidents = _incidents_of(book, person, named)
        whole = _unique(e for i in incidents for e in _entries_about(book, i))
        inside = {entry.id for entry in whole}
        elsewhere = [entry for entry in named if entry.id not in inside]
        if not whole and not elsewhere:
            raise NobodyCalledError(name, book.near_incidents(name))
        parts = parts_of(whole)
        parts += [Part(e, names) for e in elsewhere if (names := going_elsewhere(e, person))]
        gone = {part.entry.id: part.names for part in parts}
        rest = [(e, set(mentioning(e, person)) - set(gone.get(e.id, ()))) for e in mentioned]
        mentions = [Mention(e, tuple(sorted(names))) for e, names in rest if names]
        linked = _linked(book, incidents)
        planned = _planned(book, parts, mentions=tuple(mentions), linked=linked, person=name)
        return _with_drafts(book, planned, incidents)


def plan_incident(book: Book, word: str) -> Planned:
    """Return what goes when one incident is not needed any more; its number stays."""
    with book.store.reading():
        number = int(word[:10]) if word.isascii() and word.isdigit() else None
        row = book.store.projections.find_incident(number) if number is not None else None
        incident = str((row or book.get_incident(word))["id"])
        planned = _planned(book, parts_of(_entries_about(book, incident)))
        return _with_drafts(book, planned, [incident])


def plan_entry(book: Book, word: str, field: str | None) -> Planned:
    """Return what goes of one entry: all that may identify somebody, or the field that is named.

    Raises NoSuchEntryError, NoSuchFieldError, NotYourWordsError, NothingToEraseError.
    """
    with book.store.reading():
        entry = get_entry(book, word)
        if field is not None and field not in entry.fields:
            raise NoSuchFieldError(word, field, tuple(sorted(entry.fields)))
        names = going(entry) if field is None else (field,)
        is_ours = entry.incident is None or entry.kind in KEPT_KINDS
        if not all(may_go(entry, name) for name in names) or (is_ours and not names):
            raise NotYourWordsError(word, entry.kind)
        parts = [Part(entry, names)] if names else []
        near = dict.fromkeys(_homes(book, parts))
        around = _unique(e for i in near for e in _entries_about(book, i))
        along, mentions = copies(parts, around)
        corrections = tuple(_corrections(book, entry))
        planned = _planned(book, [*parts, *along], mentions=(*corrections, *mentions))
        return _with_drafts(book, planned, near if entry.kind == "reply" else ())


def get_entry(book: Book, word: str) -> Entry:
    """Return an entry of our log, whatever its kind. Raises NoSuchEntryError."""
    log = book.store.log
    known = word.isascii() and word.isdigit() and len(word) < 15
    found = log.find(EntryId(log.ours, int(word))) if known else None
    if found is None:
        raise NoSuchEntryError(word, str(log.length()))
    return found


def _planned(book: Book, parts: Sequence[Part], **more: Any) -> Planned:
    if not parts:
        raise NothingToEraseError
    homes = dict.fromkeys(_homes(book, parts))
    rows = {incident: book.store.projections.incident(incident) for incident in homes}
    going_files = files_of(parts)
    kept = _kept_files(book, parts) if going_files else set()
    files = tuple(f for sha256, f in going_files.items() if sha256 not in kept)
    shared = tuple(f for sha256, f in going_files.items() if sha256 in kept)
    around = {m.entry.incident for m in more.get("mentions", ())} - {None}
    rows_around = {i: book.store.projections.incident(i) for i in around}
    return Planned(tuple(parts), rows, files, shared, mentioned_in=rows_around, **more)


def _with_drafts(book: Book, planned: Planned, incidents: Iterable[str]) -> Planned:
    """Add the texts of incidents that lie in the folder, and all answers of stopped runs.

    Of whom somebody was speaking cannot be told from half a sentence.
    """
    numbers = [str(book.store.projections.incident(incident)["number"]) for incident in incidents]
    found = (path for number in numbers for path in lying(book.store.folder, number))
    return planned._replace(drafts=(*found, *answer_files(book.store.folder)))


def _kept_files(book: Book, parts: Iterable[Part]) -> set[str]:
    """Return the files that entries name of which the file does not go."""
    gone = {part.entry.id for part in parts if "file" in part.names}
    named = book.store.erasures.values(("file",))
    return {value["sha256"] for entry, _, value in named if entry not in gone and is_file(value)}


def _homes(book: Book, parts: Iterable[Part]) -> Iterator[str]:
    """Return the incidents that lose something: where it was filed, and where it was moved to."""
    ids = {part.entry.id for part in parts}
    for filed in dict.fromkeys(part.entry.incident for part in parts):
        if filed is None:
            continue
        yield filed
        for other in sorted(book.store.projections.neighbours(filed)[0] - {filed}):
            settled, _ = Projector(book.store, book.calendar).timeline(other)
            if any(s.original.id in ids for s in settled):
                yield other


def _found(book: Book, person: str) -> tuple[list[Entry], list[Entry]]:
    """Return the entries that name a person in a field for names, and those that mention them."""
    named: dict[EntryId, None] = {}
    mentioned: dict[EntryId, None] = {}
    for entry, name, value in book.store.erasures.values():
        said = [person_key(text) for text in texts(value)]
        if name in PEOPLE and person in said:
            named[entry] = None
        elif any(person in text for text in said):
            mentioned[entry] = None
    read = book.store.log.find
    return [e for i in named if (e := read(i))], [e for i in mentioned if (e := read(i))]


def _incidents_of(book: Book, person: str, named: Iterable[Entry]) -> list[str]:
    """Return the incidents that are about a person, also what was taken back whole."""
    projections = book.store.projections
    found = {row["id"]: None for row in projections.incidents_of(person)[::-1]}
    for entry in named:
        if entry.incident is None:
            continue
        row = projections.incident(entry.incident)
        is_theirs = row["customer"] is None and person_key(row["nick"]) == person
        is_void = row["state"] == "void" and person_key(entry.fields.get("staff")) != person
        if is_theirs or is_void:
            found[entry.incident] = None
    return list(found)


def _entries_about(book: Book, incident: str) -> list[Entry]:
    """Return every stored entry about an incident, without those that were moved to another."""
    settled, every = Projector(book.store, book.calendar).timeline(incident)
    here = {s.original.id for s in settled}
    moved = {
        ref.id
        for relation in standing(every)[0]
        if relation.rel == "amends" and relation.fields.get("incident", incident) != incident
        for ref in relation.refs
    }
    return [entry for entry in every if entry.id in here or entry.id not in moved]


def _linked(book: Book, incidents: Iterable[str]) -> tuple[Row, ...]:
    """Return what the owner took for the same person's under another name."""
    known = set(incidents)
    near = {o for i in known for o in book.store.projections.neighbours(i)[1]} - known
    return tuple(book.store.projections.incident(incident) for incident in sorted(near))


def _corrections(book: Book, entry: Entry) -> Iterator[Mention]:
    """Return the amendments of an entry: they hold words of their own."""
    for other in book.store.log.of_incidents([entry.incident] if entry.incident else []):
        names = going(other)
        if names and other.rel == "amends" and any(ref.id == entry.id for ref in other.refs):
            yield Mention(other, names)


def _unique(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.id: entry for entry in entries}.values())
