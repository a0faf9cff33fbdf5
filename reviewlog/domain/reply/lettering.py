"""The words of a text as they are compared: small letters and digits, with where each stands.

What a reader does not see (capitals, accents, characters without a shape, tags and codes of a
page) must not hide a word, nor must letters of another script that look like Latin ones.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from reviewlog.domain.lookalikes import FOREIGN, LATIN, SIGNS

_CODED = re.compile(
    r"&#[0-9]{1,7};?|&#x[0-9a-f]{1,6};?|&[a-z][a-z0-9]{1,31};"
    r"|</?(?:b|i|u|s|em|strong|small|big|span|font|mark|sub|sup|wbr)\s{0,9}/?>",
    re.IGNORECASE,
)
"""Codes of single characters, and the tags of a page that do not part words."""
_APOSTROPHES = frozenset(
    "'\u2019\u2018\u201b\u02bc\u02b9\u02bb\u02bd\u2032\u00b4`\uff07\u055a\ua78c"
)
_UNSEEN = frozenset("\u115f\u1160")
"""Letters without a shape and without a width."""
_BLANK = frozenset("\u3164\uffa0")
"""Letters that look like a blank."""
_NOTHING: Mapping[int, str] = {}
_GAP = ("", "")
_SIGN = ("'", "'")
"""What stands for an apostrophe: nothing inside a word, a gap elsewhere."""


class Piece(NamedTuple):
    """One word as it stands in a text."""

    start: int
    end: int
    own: str
    """Its letters in its own script."""
    latin: str
    """The same with each letter that looks like a Latin one taken for that."""


def pieces(text: str) -> Iterator[Piece]:
    """Yield the words of a text, in order."""
    start, end, parted, was_alone = 0, 0, False, False
    letters: list[tuple[str, str]] = []
    for begins, ends, char in _units(text):
        sign = letters_of(char)
        if sign is None:
            end = ends if end == begins and unicodedata.combining(char[0]) else end
            continue
        parted = parted or sign is _GAP
        if sign is _GAP or sign is _SIGN:
            continue
        is_alone = stands_alone(char)
        if letters and (parted or is_alone or was_alone):
            yield _piece(start, end, letters)
            letters = []
        start = start if letters else begins
        end, parted, was_alone = ends, False, is_alone
        letters.append(sign)
    if letters:
        yield _piece(start, end, letters)


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a short text, such as a phrase, as `chosen` writes them."""
    found = tuple(pieces(text))
    is_latin = mostly_latin(found)
    return tuple(chosen(piece, is_latin=is_latin) for piece in found)


def mostly_latin(found: tuple[Piece, ...]) -> bool:
    """Whether most letters of a text are Latin ones beyond doubt."""
    plain = sum(len(piece.own) for piece in found if piece.own.isascii())
    return 2 * plain >= sum(len(piece.own) for piece in found)


def chosen(piece: Piece, *, is_latin: bool) -> str:
    """Return how a word is written: in its own script where that is the one of the text."""
    if piece.own == piece.latin or not (is_latin or _is_mixed(piece.own)):
        return piece.own
    return piece.latin if piece.latin.isascii() or _is_mixed(piece.own) else piece.own


def _is_mixed(word: str) -> bool:
    """Whether Latin letters and those of another script stand in one word."""
    return any("a" <= char <= "z" for char in word) and not word.isascii()


def _piece(start: int, end: int, letters: list[tuple[str, str]]) -> Piece:
    own = "".join([sign[0] for sign in letters])
    if own.isascii():
        return Piece(start, end, own, own)
    latin = "".join([sign[1] for sign in letters])
    return Piece(start, end, unicodedata.normalize("NFC", own), unicodedata.normalize("NFC", latin))


def _units(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character with where it stands; a code by what it means, a tag as nothing."""
    place = 0
    for coded in _CODED.finditer(text):
        yield from ((n, n + 1, text[n]) for n in range(place, coded.start()))
        start, end = coded.span()
        meant = "\u200b" if coded[0][0] == "<" else unescape(coded[0])
        yield from ((start, end, char) for char in meant)
        place = end
    yield from ((n, n + 1, text[n]) for n in range(place, len(text)))


@lru_cache(maxsize=4096)
def letters_of(char: str) -> tuple[str, str] | None:
    """Return what a character stands for, in its own script and as it looks; None for no sign."""
    if char in _APOSTROPHES or _is_tick(char):
        return _SIGN
    if _has_no_shape(char):
        return None
    if ord(char) in SIGNS:
        return (SIGNS[ord(char)],) * 2
    if char.isdecimal():
        return (str(unicodedata.decimal(char)),) * 2
    own = "" if char in _BLANK else _plain(char)
    return (own, _plain(char, FOREIGN)) if own else _GAP


def _has_no_shape(char: str) -> bool:
    """Whether a character shows nothing by itself: marks on letters, controls, unknown ones."""
    kind = unicodedata.category(char)
    if kind[0] == "M":
        return not _is_vowel(char)
    return char in _UNSEEN or (kind[0] == "C" and not char.isspace())


def is_unseen(char: str) -> bool:
    """Whether a reader does not see a character, nor that anything stands there."""
    return letters_of(char) is None


def _is_tick(char: str) -> bool:
    """Whether something is a small sign beside a letter, as apostrophes are."""
    return "\u02b9" <= char <= "\u02df"


def _is_vowel(char: str) -> bool:
    """Whether a mark is a letter of its own: in some scripts the signs for vowels are."""
    is_sign = "\u0900" <= char < "\ufe00" and not unicodedata.combining(char)
    return is_sign and unicodedata.category(char) in ("Mn", "Mc")


def _plain(char: str, alike: Mapping[int, str] = _NOTHING) -> str:
    """Return the letters of a character without capitals and marks."""
    apart = unicodedata.normalize("NFKD", char).translate(alike).translate(LATIN).casefold()
    plain = unicodedata.normalize("NFKD", apart).translate(alike).translate(LATIN)
    return "".join(c for c in plain if (c.isalnum() and not _is_tick(c)) or _is_vowel(c))


@lru_cache(maxsize=4096)
def stands_alone(char: str) -> bool:
    """Whether a letter is a sign by itself, or of a script without gaps between its words."""
    return ord(char) in SIGNS or _is_gapless(unicodedata.normalize("NFKC", char)[0])


def _is_gapless(char: str) -> bool:
    return char >= "\u0e00" and (
        "\u0e00" <= char < "\u0f00"
        or "\u1000" <= char < "\u10a0"
        or "\u1780" <= char < "\u1800"
        or "\u3040" <= char < "\u3130"
        or "\u3400" <= char < "\ua000"
        or "\uf900" <= char < "\ufb00"
        or char >= "\U00020000"
    )
