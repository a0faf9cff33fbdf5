"""Texts cut to the room that they have on paper: a letter may be as wide as two others, or none."""

import unicodedata

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.phones import without_phones

_NARROW = frozenset("il.,:;'|!jtfr-() ")
_WIDE = frozenset("mwMW@%—…QOGDCNH&")
_HUGE = 2.0
"""A letter of Chinese, a picture, or one of which nothing is known."""
_WIDTHS = {"Lu": 1.5, "Lt": 1.5, "Ll": 1.0, "Nd": 1.1, "Mn": 0.0, "Me": 0.0, "Cf": 0.0, "Zs": 0.6}
_LETTERS = 1.4
"""Of scripts other than Latin."""


def width_of(text: str) -> float:
    """Return how wide a text is, in small Latin letters; rather too much than too little."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.7
    if letter in _WIDE:
        return 1.75
    kind = unicodedata.category(letter)
    if unicodedata.east_asian_width(letter) in "WF" or kind in ("So", "Cn", "Co"):
        return _HUGE
    if letter.isascii() or kind in ("Mn", "Me", "Cf"):
        return _WIDTHS.get(kind, 1.0)
    return _WIDTHS.get(kind, _LETTERS) if ord(letter) < 0x250 else _LETTERS


def within(text: str, room: float, more: str = "…") -> str:
    """Return a text on one line and without telephone numbers, no wider than its room."""
    shown = without_phones(harmless_line(text))
    used, end = 0.0, len(shown)
    for place, letter in enumerate(shown):
        used += _width(letter)
        if used > room:
            end = place
            break
    return shown if end == len(shown) else shown[:end].rstrip() + more
