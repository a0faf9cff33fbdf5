"""What had better be left out of what leaves: proposed with the words around it, never decided."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.redacting.finding import find_cards, find_emails, find_ibans
from reviewlog.domain.redacting.folding import fold, folded_words
from reviewlog.domain.redacting.hiding import searched_texts
from reviewlog.domain.redacting.marks import Found, apart, pieces
from reviewlog.domain.redacting.naming import Names
from reviewlog.domain.redacting.numbers import countries_in, find_phones

AROUND = 30
"""Characters that are shown before and after."""


class Place(NamedTuple):
    """Where something stands, with the words around it."""

    seq: int
    """The number of the entry."""
    field: str
    before: str
    after: str


class Proposal(NamedTuple):
    """Something that had better be left out."""

    text: str
    """As it stands in the first place."""
    what: str
    """A word of MARKS."""
    places: tuple[Place, ...]
    is_reported: bool = False
    """Whether it stands in the review, and such words are what the site is asked to act on."""


class Known(NamedTuple):
    """What helps to find it, and what may stay."""

    names: Names
    countries: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()
    """Texts that stay, as `folded_words`."""


def proposals(entries: Iterable[tuple[int, Mapping[str, Any]]], known: Known) -> list[Proposal]:
    """Return what is found in the fields that leave, each text once, in the order of reading."""
    found: dict[tuple[str, str], Proposal] = {}
    for seq, fields in entries:
        for name, text in searched_texts(fields):
            for (start, end), what in find_in(text, known):
                said = text[start:end]
                key = (what, folded_words(said))
                place = Place(seq, name, text[max(start - AROUND, 0) : start],
                              text[end : end + AROUND])  # fmt: skip
                if key[1] in known.kept:
                    continue
                before = found.get(key, Proposal(said, what, ()))
                found[key] = before._replace(places=(*before.places, place))
    return list(found.values())


def find_in(text: str, known: Known) -> list[Found]:
    """Return the stretches of a text that had better be left out; they do not overlap."""
    return apart(
        Found(found.span._replace(start=found.span.start + place, end=found.span.end + place),
              found.what)
        for place, piece in pieces(text)
        for found in _found(piece, known)
    )  # fmt: skip


def countries_of(texts: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Return the owner's countries and those of the numbers that occur, in order."""
    seen: set[str] = set().union(*(countries_in(fold(text)) for text in texts))
    return tuple(dict.fromkeys([*own, *sorted(seen)]))


def _found(piece: str, known: Known) -> Iterator[Found]:
    folded = fold(piece)
    yield from find_emails(folded)
    if any(char.isdigit() for char in folded.text):
        yield from find_cards(folded)
        yield from find_ibans(folded)
        yield from _phones_beside(piece, known)
    yield from known.names.find(piece)


def _phones_beside(piece: str, known: Known) -> Iterator[Found]:
    """Yield telephone numbers where neither a card nor an account stands."""
    folded = fold(piece)
    others = [f.span for f in (*find_cards(folded), *find_ibans(folded))]
    for found in find_phones(folded, known.countries):
        if not any(o.start < found.span.end and found.span.start < o.end for o in others):
            yield found
