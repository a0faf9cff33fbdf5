"""At which words of a text a word stands, however it is disguised."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from reviewlog.domain.reply.lettering import Piece, plain_words
from reviewlog.reply.masking import Masked, masked
from reviewlog.reply.spelling import Spelled, spelled, widths

_DRAWN = re.compile(r"(.)\1\1+")
"""A letter that is drawn out: `liaaar`, `pleeease`."""
_TURNED = "\u202e"
"""Turns what follows round, so that `eus` is shown as `sue`."""
_CAPITAL = re.compile("[I\u0399\u0406\u04c0]")
"""The capital that looks like a small `l`."""


class Readings(NamedTuple):
    """The words of a text by what they may be read as."""

    at: dict[str, list[int]] = {}  # noqa: RUF012
    """The numbers of the words that may be read so."""
    of: tuple[frozenset[str], ...] = ()
    """What each word may be read as."""
    sorted: tuple[str, ...] = ()
    """All of that, to look beginnings up."""
    numbers: frozenset[int] = frozenset()
    """The words with a digit in them."""
    spelled: Spelled = Spelled()
    """What may be read over several words, or with other signs."""
    widths: dict[int, tuple[int, int]] = {}  # noqa: RUF012
    """Where words begin and end of which signs beside them may be letters."""

    masked: Masked = Masked()
    """What is left of words with letters blotted out."""

    asked: dict[str, tuple[int, ...]] = {}  # noqa: RUF012
    """What `begins` and, with a `*`, `begins_with` have answered: many phrases ask for the same."""

    def begins(self, word: str) -> tuple[int, ...]:
        """Return the words at which a word may stand; blanks inside it stand for its hyphens."""
        known = self.asked.get(word)
        if known is None:
            known = self.asked[word] = tuple(sorted(set(self._begins(word))))
        return known

    def _begins(self, word: str) -> Iterator[int]:
        whole = word.replace(" ", "")
        for start in (word.split(" ")[0], whole):
            yield from self.at.get(start, ())
        yield from self.spelled.begins(whole)
        yield from self.masked.words(whole)

    def begins_with(self, stem: str) -> tuple[int, ...]:
        """Return the words at which a word may stand that begins so."""
        known = self.asked.get(stem + "*")
        if known is None:
            known = self.asked[stem + "*"] = tuple(sorted(set(self._begins_with(stem))))
        return known

    def _begins_with(self, stem: str) -> Iterator[int]:
        for n in range(bisect_left(self.sorted, stem), len(self.sorted)):
            if not self.sorted[n].startswith(stem):
                break
            yield from self.at[self.sorted[n]]
        yield from self.spelled.begins_with(stem)
        yield from self.masked.stems(stem)

    def behind(self, word: str, at: int) -> Iterator[int]:
        """Yield the words behind a word that stands at one."""
        parts = word.split(" ")
        whole = "".join(parts)
        there = self.of[at : at + len(parts)]
        if len(there) == len(parts) and all(map(frozenset.__contains__, there, parts)):
            yield at + len(parts)
        if len(parts) > 1 and whole in self.of[at]:
            yield at + 1
        yield from self.spelled.behind(whole, at)
        yield from self.masked.behind(whole, at)

    def behind_stem(self, stem: str, at: int) -> Iterator[int]:
        """Yield the words behind a word that stands at one and begins so."""
        if any(reading.startswith(stem) for reading in self.of[at]):
            yield at + 1
        yield from self.spelled.behind_stem(stem, at)
        yield from self.masked.behind_stem(stem, at)


def readings(original: str, found: tuple[Piece, ...], words: list[str]) -> Readings:
    """Return the words of a text by what they may be read as."""
    at: dict[str, list[int]] = {}
    of: list[frozenset[str]] = []
    is_turned = _TURNED in original
    for number, (piece, word) in enumerate(zip(found, words, strict=True)):
        said = {*_readings(original[piece.start : piece.end], piece, word)}
        of.append(frozenset(said | {one[::-1] for one in said} if is_turned else said))
        for one in of[-1]:
            at.setdefault(one, []).append(number)
    numbers = frozenset(n for n, w in enumerate(words) if not w.isalpha() and _has_digit(w))
    blotted = masked(original, found, words)
    return Readings(
        at,
        tuple(of),
        tuple(sorted(at)),
        numbers,
        spelled(original, found, words),
        widths(original, found) | _wider(found, blotted),
        blotted,
        {},
    )


def _wider(found: tuple[Piece, ...], blotted: Masked) -> dict[int, tuple[int, int]]:
    """Return where words begin and end of which the last letters are blotted out."""
    return {number: (found[number].start, end) for number, end in blotted.ends.items()}


def _readings(written: str, piece: Piece, word: str) -> Iterator[str]:
    """Yield what a word may be read as."""
    yield word
    if not word.isascii() or piece.own is not piece.latin:
        yield from (piece.own, piece.latin)
    if _DRAWN.search(word):
        yield from (_DRAWN.sub(r"\1", word), _DRAWN.sub(r"\1\1", word))
    if "vv" in word:
        yield word.replace("vv", "w")
    if len(written) > 1 and _CAPITAL.search(written) and not written.isupper():
        yield "".join(plain_words(_CAPITAL.sub("l", written)))


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
