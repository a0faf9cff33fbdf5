"""Texts as they are compared: letters and digits only, with the way back to the original.

Accents, apostrophes, hyphens, blanks, letters that look like others and `%20` of an address must
not hide a name or a number.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from reviewlog.domain.lookalikes import FOREIGN, LATIN
from reviewlog.domain.redacting.folding import Span

_CODED = re.compile(r"(?:%[0-9A-Fa-f]{2})++|&#x?[0-9A-Fa-f]{1,6};")
_SPACED = "\u0e00"
"""Before it in Unicode lie the scripts whose words stand apart."""
FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters that nobody sees."""


class Bare(NamedTuple):
    """The letters and digits of a text."""

    text: str
    spans: list[Span]
    """Where each of them stands in the original."""
    gaps: list[int]
    """How many gaps stand before each of them, and in the whole."""
    words: list[int]
    """At which of them a word begins; last, how many there are."""
    begins: frozenset[int]
    """The same, to look one up."""

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the original that a stretch of letters stands for."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def is_whole(self, start: int, end: int) -> bool:
        """Whether words begin and end with a stretch."""
        return start in self.begins and end in self.begins

    def inner_gaps(self, start: int, end: int) -> int:
        """Return how many gaps stand inside a stretch."""
        return self.gaps[end - 1] - self.gaps[start]

    def gaps_of(self, start: int, end: int) -> list[int]:
        """Return before which letters of a stretch gaps stand."""
        return [n - start for n in range(start + 1, end) if self.gaps[n] > self.gaps[n - 1]]


def bare(text: str) -> Bare:
    """Return the letters and digits of a text, without capitals and accents."""
    chars: list[str] = []
    spans: list[Span] = []
    gaps: list[int] = []
    words: list[int] = []
    gap, count, before = False, 0, ""
    for start, end, char in _units(text):
        letters = letters_of(char)
        if letters is None:
            if spans and spans[-1].end == start and unicodedata.combining(char[0]):
                spans[-1] = Span(spans[-1].start, end)
            continue
        if not letters:
            gap = True
            continue
        count += gap and bool(chars)
        if gap or not before or _is_edge(before, char):
            words.append(len(chars))
        gap, before = False, char
        chars += letters
        spans += [Span(start, end)] * len(letters)
        gaps += [count] * len(letters)
    words.append(len(chars))
    return Bare("".join(chars), spans, gaps, words, frozenset(words))


@lru_cache(maxsize=512)
def letters_of(char: str) -> str | None:
    """Return the letters that a character stands for; none for a gap, None for what is no sign."""
    if char in FILLERS:
        return None
    kind = unicodedata.category(char)
    if kind.startswith("M") or (kind in ("Cf", "Cc") and not char.isspace()):
        return None
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(c for c in plain if c.isalnum()).translate(FOREIGN).translate(LATIN)


def _units(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character with where it stands, those of an address's code by what they mean."""
    place = 0
    for coded in _CODED.finditer(text):
        yield from _plain_units(text, place, coded.start())
        start, end = coded.span()
        meant = unquote(coded[0]) if coded[0][0] == "%" else unescape(coded[0])
        yield from ((start, end, char) for char in meant)
        place = end
    yield from _plain_units(text, place, len(text))


def _plain_units(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for place in range(start, end):
        yield place, place + 1, text[place]


def _is_edge(left: str, right: str) -> bool:
    """Whether a word ends between two neighbours: before a capital, at a digit, in some scripts."""
    if left.isdigit() != right.isdigit() or max(left, right) >= _SPACED:
        return True
    return left.islower() and right.isupper()
