"""Words that are spelled out, broken up or written with other signs: `s u e`, `law.yer`, `l1ar`, `$ue`."""

from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from reviewlog.domain.reply.lettering import Piece, is_unseen

SHORTEST = 3
"""Letters of the shortest word that is looked for in disguise."""
_NEAR = 4
"""Signs that may stand between two parts of one word, or be letters beside it."""
_APART = 8
"""Signs and blanks that may stand between single letters."""
_ENDING = 6
"""Letters behind the beginning of a word that is spelled out."""
_LETTERS = {
    "0": "o",
    "2": "z",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "g",
    "7": "t",
    "8": "b",
    "9": "g",
}
_SIGNS = {
    **dict.fromkeys("@\uff20\ufe6b", "a"),
    **dict.fromkeys("$\uff04\ufe69\u00a7", "s"),
    **dict.fromkeys("+\uff0b", "t"),
    "\u20ac": "e",
    "\u00a2": "c",
    "\u00d7": "x",
}
_UPRIGHT = frozenset("1!|\u00a1\uff01\uff5c\u2223")
"""Signs that are read as an `i` or as an `l`."""
_READ = frozenset((*_SIGNS, *_UPRIGHT)) - {"1"}
_TABLES = tuple(
    str.maketrans({**_LETTERS, **_SIGNS, **dict.fromkeys(_UPRIGHT, upright)}) for upright in "il"
)


_HYPHENS = ("-", "\u2010", "\u2011")


class Spelled(NamedTuple):
    """The letters of all such places, one after the other."""

    text: str = ""
    written: str = ""
    """The same with the signs and digits that are read as letters."""
    bounds: tuple[int, ...] = ()
    """The word that begins at each of them, or behind which the last one ended; -1 inside a word."""
    places: dict[int, list[int]] = {}  # noqa: RUF012
    """At which letters a word begins."""
    heads: frozenset[str] = frozenset()
    """The first letters of all that may be read there: seldom is a word among them."""

    def begins(self, word: str) -> Iterator[int]:
        """Yield the words at which a word is spelled."""
        for at in self._found(word):
            if self._is_word(at, at + len(word)):
                yield self.bounds[at]

    def begins_with(self, stem: str) -> Iterator[int]:
        """Yield the words at which a word that begins so is spelled."""
        for at in self._found(stem):
            if self._is_spelled(at, at + len(stem)):
                yield self.bounds[at]

    def behind(self, word: str, at: int) -> Iterator[int]:
        """Yield the words behind a word that is spelled at one."""
        for place in self.places.get(at, ()) if len(word) >= SHORTEST else ():
            end = place + len(word)
            if self.text.startswith(word, place) and self._is_word(place, end):
                yield self.bounds[end]

    def behind_stem(self, stem: str, at: int) -> Iterator[int]:
        """Yield the words behind a word that begins so and is spelled at one, the nearest first."""
        for place in self.places.get(at, ()):
            end = place + len(stem)
            if self.text.startswith(stem, place) and self._is_spelled(place, end):
                ends = self.bounds[end : end + _ENDING + 1]
                yield from (bound for bound in ends if bound > at)

    def _found(self, letters: str) -> Iterator[int]:
        """Yield where letters stand at the beginning of a word."""
        at = self.text.find(letters) if letters[:SHORTEST] in self.heads else -1
        while at >= 0:
            if self.bounds[at] >= 0:
                yield at
            at = self.text.find(letters, at + 1)

    def _is_word(self, start: int, end: int) -> bool:
        """Whether a word ends where some letters end."""
        return 0 <= self.bounds[start] < self.bounds[end] and self._is_spelled(start, end)

    def _is_spelled(self, start: int, end: int) -> bool:
        """Whether at least half of some letters are none but that: `A55` is a road."""
        letters = sum(char.isalpha() for char in self.written[start:end])
        return 2 * letters >= end - start


class _Chain(NamedTuple):
    """Words that may be parts of one."""

    first: int
    words: list[str]
    between: list[str]
    """The signs before each word, and behind the last one."""


def spelled(original: str, found: tuple[Piece, ...], words: list[str]) -> Spelled:
    """Return the places of a text where more may be read than its words."""
    pieces = [one for chain in _chains(original, found, words) for one in _variants(chain)]
    text = "\n".join([letters for letters, _, _ in pieces])
    written = "\n".join([as_it_stands for _, as_it_stands, _ in pieces])
    bounds = tuple(bound for _, _, some in pieces for bound in some)
    places: dict[int, list[int]] = {}
    for place, word in enumerate(bounds):
        if word >= 0:
            places.setdefault(word, []).append(place)
    heads = {text[at : at + SHORTEST] for some in places.values() for at in some}
    return Spelled(text, written, bounds, places, frozenset(heads))


def widths(original: str, found: tuple[Piece, ...]) -> dict[int, tuple[int, int]]:
    """Return where words begin and end that have a sign before or behind them which is a letter."""
    wide = {}
    for number, piece in enumerate(found):
        start = _reach(original, piece.start, -1, _READ)
        end = _reach(original, piece.end, 1, _SIGNS.keys())
        if (start, end) != (piece.start, piece.end):
            wide[number] = (start, end)
    return wide


def _signs_before(original: str, start: int) -> str:
    """Return the signs right before a word that may be letters of it."""
    return "".join(filter(_READ.__contains__, original[_reach(original, start, -1, _READ) : start]))


def _signs_behind(original: str, end: int) -> str:
    """Return the signs right behind a word that may be letters of it."""
    reached = _reach(original, end, 1, _SIGNS.keys())
    return "".join(filter(_SIGNS.__contains__, original[end:reached]))


def _reach(original: str, edge: int, step: int, signs: Set[str]) -> int:
    """Return how far signs reach from the edge of a word; what nobody sees may lie between."""
    at = reached = edge
    left = _NEAR
    while left and 0 <= (place := min(at, at + step)) < len(original):
        char = original[place]
        at += step
        if char in signs:
            reached, left = at, left - 1
        elif not is_unseen(char):
            break
    return reached


def _chains(original: str, found: tuple[Piece, ...], words: list[str]) -> Iterator[_Chain]:
    """Yield the words that hang together closely enough to be read as one."""
    if not found:
        return
    chain = _Chain(0, [words[0]], [_signs_before(original, found[0].start)])
    for number, (one, other) in enumerate(pairwise(found), 1):
        gap = _gap(original, one, other)
        if gap is None:
            chain.between.append(_signs_behind(original, one.end))
            yield chain
            chain = _Chain(number, [], [_signs_before(original, other.start)])
        else:
            chain.between.append("".join(char for char in gap if char in _READ))
        chain.words.append(words[number])
    chain.between.append(_signs_behind(original, found[-1].end))
    yield chain


def _gap(original: str, one: Piece, other: Piece) -> str | None:
    """Return what stands between two parts of a word; None where they are two words."""
    if one.end == other.start and not (one.own.isascii() or other.own.isascii()):
        return None
    gap = "".join(char for char in original[one.end : other.start] if not is_unseen(char))
    is_spelled = len(one.own) == len(other.own) == 1
    if len(gap) > (_APART if is_spelled else _NEAR):
        return None
    is_whole = is_spelled or gap.split() == [gap] or not gap
    return gap if is_whole or _is_hyphenated(gap) else None


def _is_hyphenated(gap: str) -> bool:
    """Whether a word goes on in the next line."""
    return gap.strip() in _HYPHENS and "\n" in gap and not gap[0].isspace()


def _variants(chain: _Chain) -> Iterator[tuple[str, str, list[int]]]:
    """Yield the letters of a chain in each way to read them, as written, and where words begin."""
    if len(chain.words) == 1 and chain.words[0].isalpha() and not any(chain.between):
        return
    signs = "".join((*chain.words, *chain.between))
    if not any(char.isalpha() for char in signs):
        return
    if len(chain.words) > 1:
        yield _letters(chain, {})
    if any(char in _UPRIGHT for char in signs):
        yield _letters(chain, _TABLES[1])
    if any(ord(char) in _TABLES[0] for char in signs):
        yield _letters(chain, _TABLES[0])


def _letters(chain: _Chain, table: dict[int, str]) -> tuple[str, str, list[int]]:
    """Return the letters of a chain, as written, and at each of them the word that may begin."""
    written: list[str] = []
    bounds: list[int] = []
    for number, signs in enumerate(chain.between, chain.first):
        read = signs if table else ""
        written.append(read)
        bounds += [number] * len(read)
        if number < chain.first + len(chain.words):
            word = chain.words[number - chain.first]
            written.append(word)
            bounds += [number, *[-1] * (len(word) - 1)]
    as_it_stands = "".join(written)
    bounds.append(chain.first + len(chain.words))
    return as_it_stands.translate(table), as_it_stands, bounds
