"""How many words a text has, in scripts that put no gaps between them too."""

from itertools import accumulate

from reviewlog.reply.words import Text, Word

_ROUGHLY = ((0x0E00, 0x0F00, 5), (0x1000, 0x10A0, 5), (0x1780, 0x1800, 5), (0x3040, 0x3130, 2))
"""Scripts without gaps whose letters are read as words of their own: letters to a word."""
_IDEOGRAPHS = ((0x3400, 0xA000, 2), (0xF900, 0xFB00, 2), (0x20000, 0x40000, 2))
_UNIT = 10
"""A word in the parts that it is counted in: no fraction is ever rounded."""


def number_of_words(text: Text) -> int:
    """Return how many words a text has."""
    return -(-sum(map(_parts, text.words)) // _UNIT)


def first_beyond(text: Text, most: int) -> Word | None:
    """Return the word from which a text is longer than so many words."""
    totals = accumulate(map(_parts, text.words))
    beyond = (word for word, total in zip(text.words, totals, strict=True) if total > most * _UNIT)
    return next(beyond, None)


def _parts(word: Word) -> int:
    place = ord(word.text[0]) if word.text else 0
    if place < _ROUGHLY[0][0]:
        return _UNIT
    scripts = (*_ROUGHLY, *_IDEOGRAPHS)
    return next((_UNIT // size for start, end, size in scripts if start <= place < end), _UNIT)
