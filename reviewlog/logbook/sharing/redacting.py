"""What is left out of what leaves: proposed, decided by the owner, and kept in the log."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.audience import Leaving, telling
from reviewlog.domain.entry import Draft, Entry, EntryId
from reviewlog.domain.erasing import texts
from reviewlog.domain.errors import UnknownFileError
from reviewlog.domain.exhibits import labelled
from reviewlog.domain.redacting.folding import folded_words
from reviewlog.domain.redacting.hiding import hidden_fields, occurs, searched_texts
from reviewlog.domain.redacting.marks import MARKS
from reviewlog.domain.redacting.matching import Secret, secret
from reviewlog.domain.redacting.naming import Names
from reviewlog.domain.redacting.proposing import Known, Proposal, countries_of, find_in, proposals
from reviewlog.domain.relations import Settled
from reviewlog.logbook.base import Book, required_text
from reviewlog.logbook.receipt import View
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.writing.numbering import labels_of

_NAMES = ("who", "on_behalf_of", "nick")


class Decided(NamedTuple):
    """What is to be left out and what may stay: one of each text, the later decision."""

    hide: tuple[tuple[str, str], ...] = ()
    """Each text with a word of MARKS."""
    keep: tuple[str, ...] = ()

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What is looked for in every text that leaves."""
        return tuple(secret(text, what) for text, what in self.hide)


class Choice(NamedTuple):
    """What the owner chose for one bundle."""

    without: tuple[str, ...] = ()
    """Labels of exhibits that stay here."""
    decided: Decided = Decided()
    """What was decided just now, and is not written down yet."""


def decided_in(timeline: Iterable[Settled], more: Decided) -> Decided:
    """Return the decisions that hold in an incident, with those that are to come."""
    written = [s.entry for s in timeline if s.entry.kind == "redaction"]
    hide: dict[str, tuple[str, str]] = {}
    keep: dict[str, str] = {}
    for entry in sorted(written, key=lambda e: e.written_order):
        _decide(entry, hide, keep)
    for text, what in more.hide:
        keep.pop(folded_words(text), None)
        hide[folded_words(text)] = (text, what)
    for text in more.keep:
        hide.pop(folded_words(text), None)
        keep[folded_words(text)] = text
    return Decided(tuple(hide.values()), tuple(keep.values()))


def _decide(entry: Entry, hide: dict[str, tuple[str, str]], keep: dict[str, str]) -> None:
    said = entry.fields.get("hide")
    if isinstance(said, str):
        what = entry.fields.get("mark")
        keep.pop(folded_words(said), None)
        hide[folded_words(said)] = (said, what if what in MARKS else "text")
    elif isinstance(said := entry.fields.get("keep"), str):
        hide.pop(folded_words(said), None)
        keep[folded_words(said)] = said


def shown(told: Leaving, secrets: tuple[Secret, ...]) -> Leaving:
    """Return an entry as it leaves without the secrets; a field that holds one is not disclosed."""
    instead = hidden_fields(told.fields, secrets)
    if not instead:
        return told
    names = frozenset(instead)
    closed = told._replace(disclosed=told.disclosed - names, redacted=names)
    return telling(closed, {**told.fields, **instead})


def kept_back(book: Book, view: View, without: Iterable[str], *, outside: bool) -> set[EntryId]:
    """Return the files that stay: those left out now, and originals of which a redacted copy goes.

    Raises UnknownFileError for a label that names no file.
    """
    found = _without(book, view, tuple(without))
    return found | originals(view.timeline) if outside else found


def originals(timeline: Iterable[Settled]) -> set[EntryId]:
    """Return the files of which a redacted copy was made, with every other copy of their bytes."""
    every = [s.entry for s in timeline]
    # Also where the copy itself was erased: that is no word for showing the original.
    named = {e.fields["redacts"] for e in every if e.fields.get("redacts")}
    files = [e for e in every if e.fields.get("file")]
    hashes = {e.fields["file"].get("sha256") for e in files if str(e.id) in named}
    return {e.id for e in files if e.fields["file"].get("sha256") in hashes}


def _without(book: Book, view: View, words: tuple[str, ...]) -> set[EntryId]:
    if not words:
        return set()
    with book.store.reading():
        labels = labels_of(book, str(view.row["id"]))
    found = set()
    for word in words:
        place = labelled(word, labels)
        if place is None:
            raise UnknownFileError(str(view.row["number"]), word)
        found.add(place)
    return found


def proposals_for(book: Book, view: View, dossier: Dossier, decided: Decided) -> list[Proposal]:
    """Return what had better be left out of a dossier, and is not decided yet."""
    if dossier.reader == "self":
        return []
    leaving = [(t.settled.entry.id.seq, t.fields) for t in dossier.timeline]
    found = proposals(leaving, known_for(book, view, dossier, decided))
    reviews = _reported_reviews(dossier)
    return [
        one._replace(is_reported=any(p.seq in reviews and p.field == "text" for p in one.places))
        for one in found
    ]


def _reported_reviews(dossier: Dossier) -> set[int]:
    """Return the entries of reviews that are reported for what they say."""
    chosen = dossier.dispute.ground if dossier.dispute is not None else None
    ground = dossier.rules.find_ground(chosen) if dossier.rules and chosen else None
    if ground is None or "passage" not in ground.needs:
        return set()
    entries = (told.settled.entry for told in dossier.timeline)
    return {entry.id.seq for entry in entries if entry.kind == "review"}


def known_for(book: Book, view: View, dossier: Dossier, decided: Decided) -> Known:
    """Return what helps to find what had better be left out of a dossier."""
    said = [text for told in dossier.timeline for _, text in searched_texts(told.fields)]
    return Known(
        names=_names(book, view, dossier),
        countries=countries_of(said, _countries(book)),
        kept=frozenset(map(folded_words, (*decided.keep, *_own_words(book)))),
    )


def _names(book: Book, view: View, dossier: Dossier) -> Names:
    """Return the names of others; whom the incident is about is one of them where it is secret."""
    told = _NAMES if dossier.reader != "site" else ("who", "nick")
    own = [text for s in view.timeline for n in told for text in texts(s.entry.fields.get(n))]
    with book.store.reading():
        values = book.store.erasures.values(_NAMES)
        others = {text for _, _, value in values for text in texts(value)}
    return Names(others, [*own, *_own_words(book)])


def _countries(book: Book) -> list[str]:
    """Return the countries whose numbers may stand without a country code."""
    own = book.settings.get("country")
    return [*([own] if own else []), *(book.settings.get("phone_countries") or [])]


def _own_words(book: Book) -> list[str]:
    """Return the business's own name and those of its staff: they need not be hidden."""
    staff = book.settings.get("staff") or []
    business = book.settings.get("business")
    return [*map(str, staff), *([str(business)] if business else [])]


def unfound(dossier: Dossier, words: Iterable[str]) -> list[str]:
    """Return the texts that stand nowhere in what leaves."""
    every = [text for told in dossier.timeline for _, text in searched_texts(told.fields)]
    return [word for word in words if not any(occurs(text, secret(word)) for text in every)]


def what_it_is(text: str) -> str:
    """Return the word of MARKS for a text that the owner named."""
    found = find_in(text, Known(Names((), ())))
    whole = [f for f in found if text.strip() == text[f.span.start : f.span.end]]
    return whole[0].what if whole else "text"


def named(hide: Iterable[str], keep: Iterable[str] = ()) -> Decided:
    """Return the decisions that the owner typed. Raises EmptyTextError, TextTooLongError."""
    hidden = [required_text(text, "--hide") for text in hide]
    kept = [required_text(text, "--keep") for text in keep]
    for text, option in (*((t, "--hide") for t in hidden), *((t, "--keep") for t in kept)):
        required_text(folded_words(text), option)
    return Decided(tuple((text, what_it_is(text)) for text in hidden), tuple(kept))


def drafts_of(incident: str, decided: Decided, before: Decided) -> list[Draft]:
    """Return the entries for decisions that the log does not hold yet, by the id of the incident."""
    known = {folded_words(text) for text, _ in before.hide}
    kept = set(map(folded_words, before.keep))
    hide, keep = dict[str, tuple[str, str]](), dict[str, str]()
    for text, what in decided.hide:
        if folded_words(text) not in known:
            hide.setdefault(folded_words(text), (text, what))
    for text in decided.keep:
        if folded_words(text) not in kept:
            keep.setdefault(folded_words(text), text)
    return [
        *(
            Draft("redaction", {"hide": text, "mark": what}, incident)
            for text, what in hide.values()
        ),
        *(Draft("redaction", {"keep": text}, incident) for text in keep.values()),
    ]
