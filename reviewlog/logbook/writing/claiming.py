"""Set the sentences of a review against proof, and write down searches in one's own records."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reviewlog.domain.audience import kind_told
from reviewlog.domain.claim_errors import (
    ErasedProofError,
    NoSentencesError,
    SeveralTextsError,
    UnknownProofError,
    UnknownReviewError,
    UnknownSentenceError,
)
from reviewlog.domain.claims import (
    PROVED,
    Claim,
    Said,
    every_sentence,
    is_erased,
    reviews_of,
)
from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.exhibits import Labels, label_order, labelled
from reviewlog.domain.facts.tracks import track_key
from reviewlog.domain.lookups import names_in
from reviewlog.domain.usage_errors import EmptyTextError, MissingError
from reviewlog.logbook.base import Book, checked_text, required_text
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.said import Search, Weighed
from reviewlog.logbook.writing.numbering import labels_of

PROOF_KINDS = frozenset(
    (
        "interaction",
        "demand",
        "attempt",
        "reply",
        "evidence",
        "lookup",
        "promise",
        "note",
        "review",
    )
)
"""What may speak for or against a sentence; a view of ours is no proof."""
OURS = frozenset(("reply", "note"))
"""What may be named and is not offered: our own words about it."""
_FIRST_WORDS = 60


class Sheet(NamedTuple):
    """One review, sentence by sentence, with what there is to prove or refute it."""

    number: str
    said: Said
    claims: tuple[Claim, ...]
    """Every sentence, looked at or not; those that are no longer there at the end."""
    proofs: tuple[Entry, ...]
    """What may be named as proof: exhibits by their label first, then other entries."""
    labels: Labels

    @property
    def offered(self) -> tuple[Entry, ...]:
        """What there is to choose from: no words of our own, nothing that was erased."""
        known = (entry for entry in self.proofs if entry.kind not in OURS)
        return tuple(entry for entry in known if not is_erased(entry))


def sheet_of(book: Book, incident: str, of: str | None = None) -> Sheet:
    """Return a review of an incident, `of` is its entry where there are several.

    Raises NoSentencesError, SeveralTextsError, UnknownReviewError.
    """
    with book.store.reading():
        return _sheet(book, incident, of)


def weigh(book: Book, incident: str, of: str | None, weighed: Sequence[Weighed]) -> Receipt:
    """Write down how sentences of a review stand; what was said before about them ends.

    Raises UnknownSentenceError, UnknownProofError, MissingError and what `sheet_of` raises.
    """
    for one in weighed:
        checked_text(one.text, "--text")
    with book.store.writing():
        sheet = _sheet(book, incident, of)
        row = book.get_incident(incident)
        drafts = [Draft("claim", _fields(book, sheet, one), row["id"]) for one in weighed]
        return book.receipt(book.record(drafts))


def look_up(book: Book, incident: str, said: Search) -> Receipt:
    """Write down a search in our own records: what was looked for, where, what was there."""
    names = names_in(said.looked_for)
    if not names:
        raise EmptyTextError("--for")
    for name in names:
        checked_text(name, "--for")
    fields = {
        "happened_at": book.happened(said.at),
        "where": required_text(said.where, "--where"),
        "looked_for": list(names),
        "period": checked_text(said.period, "--period"),
        "found": said.found,
        "text": checked_text(said.text, "the text"),
    }
    return book.write(incident, "lookup", fields)


def proof_of(sheet: Sheet, word: str) -> Entry:
    """Return the entry that a word names as proof, `E3` or a number.

    Raises UnknownProofError, ErasedProofError.
    """
    place = labelled(word, sheet.labels)
    for entry in sheet.proofs:
        if entry.id == place or str(entry.id.seq) == word.strip():
            if is_erased(entry):
                raise ErasedProofError(sheet.labels.get(entry.id, word.strip()))
            return entry
    raise UnknownProofError(sheet.number, word)


def _sheet(book: Book, incident: str, of: str | None) -> Sheet:
    row = book.get_incident(incident)
    number, home = str(row["number"]), str(row["id"])
    settled, _ = Projector(book.store, book.calendar).timeline(home)
    entries = [one.entry for one in settled]
    labels = labels_of(book, home)
    said = _one_review(number, reviews_of(entries), of)
    proofs = sorted(
        (entry for entry in entries if _may_prove(entry, said)),
        key=lambda e: (e.id not in labels, label_order(labels.get(e.id, "")), e.id),
    )
    return Sheet(number, said, every_sentence(said, entries, labels), tuple(proofs), labels)


def _may_prove(entry: Entry, said: Said) -> bool:
    """Whether an entry may speak for or against a review: of reviews another one only."""
    return kind_told(entry) in PROOF_KINDS and not (
        entry.kind == "review" and track_key(entry) == said.key
    )


def _one_review(number: str, reviews: Iterable[Said], of: str | None) -> Said:
    known = list(reviews)
    if of is not None:
        named = [said for said in known if str(said.id.seq) == of.strip()]
        if not named:
            raise UnknownReviewError(number, of)
        known = named
    with_text = [said for said in known if said.sentences]
    if not with_text:
        raise NoSentencesError(number)
    if len(with_text) > 1:
        raise SeveralTextsError(number, tuple(_choice(said) for said in with_text))
    return with_text[0]


def _choice(said: Said) -> tuple[str, str]:
    text = " ".join(str(said.track.fields.get("text") or "").split())
    words = text if len(text) <= _FIRST_WORDS else f"{text[: _FIRST_WORDS - 1].rstrip()}…"
    site = str(said.track.fields.get("site") or "")
    return str(said.id.seq), f"{site}: {words}" if site else words


def _fields(book: Book, sheet: Sheet, one: Weighed) -> dict[str, Any]:
    claim = _claim_at(sheet, one.place)
    proofs = [proof_of(sheet, word) for word in one.proofs]
    if one.stand in PROVED and not proofs:
        raise MissingError((f"--{one.stand} PROOF",))
    return {
        "happened_at": book.happened(None),
        "of": sheet.said.key,
        "sentence": claim.sentence,
        "place": claim.place,
        "stand": one.stand,
        "proofs": list(dict.fromkeys(str(entry.id) for entry in proofs)) or None,
        "text": one.text,
    }


def _claim_at(sheet: Sheet, word: str) -> Claim:
    here = [claim for claim in sheet.claims if claim.current]
    place = int(word) if word.isascii() and word.isdigit() and len(word) < 9 else 0
    if not 1 <= place <= len(here):
        raise UnknownSentenceError(word, len(here))
    return here[place - 1]
