"""Words with some of their letters blotted out: `l*wyer`, `s##t`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reviewlog.domain.reply.lettering import Piece, is_unseen

_BLOTS = frozenset("*#_%^~\u00d7\u2022\u25cf\u00b7\u2588\u25a0")
_MOST = 4
"""Letters that may be missing."""
_BLOT = "*"

Masked = dict[str, set[int]]
"""The words that the first parts of such words are, by what is left of the letters."""


def masked(original: str, found: tuple[Piece, ...], words: list[str]) -> Masked:
    """Return the places of a text where letters inside a word are blotted out."""
    places: Masked = {}
    for number, (one, other) in enumerate(pairwise(found)):
        gap = [char for char in original[one.end : other.start] if not is_unseen(char)]
        if 0 < len(gap) <= _MOST and len({*gap}) == 1 and gap[0] in _BLOTS:
            shown = words[number] + _BLOT * len(gap) + words[number + 1]
            places.setdefault(shown, set()).add(number)
    return places


def hidden(word: str, places: Masked) -> Iterator[int]:
    """Yield the words at which a word stands with letters blotted out."""
    for shown in _shown(word) if places else ():
        yield from places.get(shown, ())


def is_hidden(word: str, at: int, places: Masked) -> bool:
    """Whether a word stands at one with letters blotted out: in that one and the next."""
    return bool(places) and any(at in places.get(shown, ()) for shown in _shown(word))


@lru_cache(maxsize=4096)
def _shown(word: str) -> tuple[str, ...]:
    """Return each way to blot out some of the inner letters of a word."""
    return tuple(
        word[:first] + _BLOT * (end - first) + word[end:]
        for first in range(1, len(word) - 1)
        for end in range(first + 1, min(first + _MOST, len(word) - 1) + 1)
    )
