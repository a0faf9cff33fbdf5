"""Texts made alike before anything is looked for in them, with the way back to the original.

Full-width digits, digits of other scripts, ligatures, capitals, exotic blanks and dashes, and
characters that nobody sees must not hide a name or a number.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_PLAIN = re.compile(r"[!-~]*+(?:[ \n][!-~]++)*+[ \n]?")
_BREAKS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_MINUS = "\u2212"
_UNSEEN = frozenset("\u034f\u115f\u1160\u3164\uffa0")
"""Signs and letters that show nothing."""


class Span(NamedTuple):
    """A stretch of an original text."""

    start: int
    end: int


class Folded(NamedTuple):
    """A text as it is searched."""

    text: str
    places: Sequence[int]
    """Where each of its characters stands in the original; last, the length of the original."""

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the original that a stretch of the folded text stands for."""
        while end < len(self.text) and unicodedata.combining(self.text[end]):
            end += 1
        return Span(self.places[start], self.places[end - 1] + 1)


def fold(text: str) -> Folded:
    """Return a text in small letters, ASCII digits and single blanks; accents stand apart."""
    if _PLAIN.fullmatch(text):
        return Folded(text.lower(), range(len(text) + 1))
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for piece in _folded(char):
            if piece in " \n" and chars and chars[-1] in " \n":
                chars[-1] = "\n" if piece == "\n" else chars[-1]
                continue
            chars.append(piece)
            places.append(place)
    return Folded("".join(chars), [*places, len(text)])


def folded_words(text: str) -> str:
    """Return what is looked for: a folded text on one line, without blanks around it."""
    return fold(text).text.replace("\n", " ").strip()


@lru_cache(maxsize=512)
def _folded(char: str) -> str:
    if char in _BREAKS:
        return "\n"
    if char.isspace():
        return " "
    kind = unicodedata.category(char)
    if kind in ("Cf", "Cc") or "\ufe00" <= char <= "\ufe0f" or char in _UNSEEN:
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind == "Pd" or char == _MINUS:
        return "-"
    plain = unicodedata.normalize("NFKD", char).casefold()
    return unicodedata.normalize("NFKD", plain)
