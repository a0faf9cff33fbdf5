"""One told entry as a card of the timeline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from reviewlog.bundle.drawing.timeline import LANES, acted
from reviewlog.bundle.telling.custody import custody
from reviewlog.bundle.telling.fieldwords import Fields, Piece, label_of, stored
from reviewlog.bundle.telling.headlines import Words, headline
from reviewlog.bundle.telling.times import happened, instant_words, late_words, moment_words
from reviewlog.domain.audience import EVERYTHING, Leaving, kind_told
from reviewlog.domain.custody import CAPTURE
from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless
from reviewlog.logbook.sharing.gathering import Dossier

UNSHOWN = frozenset(
    ("happened_at", "channel", "direction", "no_answer", "state", "of", "digest", "anchor",
     "same_as", "step_kind", "for_lawyer", "file", "currency", "proofs", "found",
     "stand")
)  # fmt: skip
"""Fields that a card shows in another way, or that only point at other entries."""
_THEIR_WORDS = frozenset((("interaction", "quote"), ("review", "text"), ("claim", "sentence")))
_ORDER = (
    "quote",
    "text",
    "answer",
    "amount",
    "cost",
    "due",
    "stars",
    "threat",
    "sites",
    "nick",
    "url",
)
_MONEY = frozenset(("amount", "cost"))


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line of a card."""

    label: str
    pieces: Words
    theirs: bool = False
    """Whether these are the customer's own words."""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as the report shows it; every text in it is harmless."""

    place: int
    """Its place in the timeline: the mark on the page that links lead to."""
    number: int
    """Its number in the log, as every other screen calls it."""
    kind: str
    leaf: str
    what: Words
    happened: str
    written: str
    late: str
    quotes: tuple[Line, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    """What was corrected, and when."""
    exhibit: str | None
    shape: str
    """What the entry is in the drawn timeline; nothing where it is not drawn."""
    by: str
    """Who acted, in a word or two."""


def cards(dossier: Dossier, zone: ZoneInfo) -> list[Card]:
    """Return the timeline of a dossier as cards, in the order in which things happened."""
    labels = {exhibit.entry.id: exhibit.label for exhibit in dossier.exhibits}
    ids = [told.settled.entry.id for told in dossier.timeline]
    names = {str(id): labels.get(id, f"entry {id.seq}") for id in ids}
    return [
        _with_proofs(
            _card(place, told, dossier, zone, labels.get(told.settled.entry.id)), told, names
        )
        for place, told in enumerate(dossier.timeline, 1)
    ]


def _with_proofs(card: Card, told: Leaving, names: Mapping[str, str]) -> Card:
    """Name what stands for or against a sentence, as far as it is in the same bundle."""
    proofs = told.fields.get("proofs")
    named = [names[str(one)] for one in proofs or () if str(one) in names]
    if not named:
        return card
    return replace(card, lines=(*card.lines, Line("Proof", (Piece(", ".join(named)),))))


def _card(place: int, told: Leaving, dossier: Dossier, zone: ZoneInfo, label: str | None) -> Card:
    entry = told.settled.entry
    moment = happened(told.fields, entry.recorded_at)
    what = headline(entry.kind, told.fields, zone)
    lines = list(_lines(kind_told(entry), told.fields, {piece.field for piece in what}, zone))
    lane, shape = acted(told) or (None, "")
    if told.fields.get("file"):
        lines.append(Line("How it came to us", custody(told.fields, entry.recorded_at, zone)))
    return Card(
        place=place,
        number=entry.id.seq,
        kind=entry.kind,
        leaf=entry.leaf,
        what=what,
        happened=moment_words(moment, zone),
        written=instant_words(entry.recorded_at, zone),
        late=late_words(moment, entry.recorded_at),
        quotes=tuple(line for line in lines if line.theirs),
        lines=tuple(line for line in lines if not line.theirs),
        notes=tuple(_notes(told, dossier, zone)),
        exhibit=label,
        shape=shape,
        by="" if lane is None else LANES[lane],
    )


def shown_names(fields: Fields) -> list[str]:
    """Return the names of the fields that a card shows as text, in the order of the page."""
    names = [name for name in fields if name not in UNSHOWN and fields[name] not in (None, "", [])]
    return sorted(names, key=lambda name: (_ORDER.index(name) if name in _ORDER else 99, name))


def _lines(kind: str, fields: Fields, used: set[str | None], zone: ZoneInfo) -> Iterator[Line]:
    for name in shown_names(fields):
        if name in used or (name in CAPTURE and fields.get("file")):
            continue
        pieces: Words = (stored(fields, name, zone),)
        if name in _MONEY and fields.get("currency"):
            pieces += (Piece(" "), stored(fields, "currency", zone))
        label = label_of(kind, name, of_site=bool(fields.get("site")))
        yield Line(label, pieces, (kind, name) in _THEIR_WORDS)
    if fields.get("file"):
        yield Line("Original name", (stored(fields, "file", zone),))


def _notes(told: Leaving, dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """What was set right; the wrong value itself leaves to nobody."""
    settled = told.settled
    for amendment in settled.amendments:
        names = _set_right(amendment, told.fields)
        if names:
            labels = ", ".join(label_of(kind_told(settled.entry), name).lower() for name in names)
            yield f"Corrected on {instant_words(amendment.recorded_at, zone)}: {labels}."
        if dossier.reader == EVERYTHING and amendment.fields.get("why"):
            yield f"Reason: {harmless(str(amendment.fields['why']))}"
    if settled.original.incident != dossier.facts.incident:
        yield "First filed under another incident, then moved here."


def _set_right(amendment: Entry, fields: Fields) -> list[str]:
    return sorted(n for n, v in amendment.fields.items() if n in fields and fields[n] == v)
