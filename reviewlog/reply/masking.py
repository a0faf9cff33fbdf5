"""Words with some of their letters blotted out: `l*wyer`, `s##t`, `b*llsh*t`, `f***`."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from reviewlog.domain.reply.lettering import Piece, is_unseen

_BLOTS = frozenset("*#_%^~\u00d7\u2022\u25cf\u00b7\u2588\u25a0")
_ENDING = frozenset("*\u2022\u25cf\u2588\u25a0")
"""Signs that stand for letters at the end of a word as well: few other signs do."""
_MOST = 4
"""Letters that may be missing at one place."""
_PARTS = 4
"""Parts that may be left of one word."""
_LEFT = 2
"""Letters that may be left of a word that is blotted out to its end; at least as many are not."""
_BLOT = "*"


class Shown(NamedTuple):
    """What is left of a word, with a `*` for each letter that is not."""

    letters: str
    first: int
    """The number of its first part among the words of the text."""
    behind: int
    """The number of the word behind its last part."""

    def fits(self, word: str) -> bool:
        """Whether that may be a word."""
        return len(word) == len(self.letters) and self.begins(word)

    def begins(self, stem: str) -> bool:
        """Whether that may be a word which begins so."""
        if len(stem) > len(self.letters):
            return False
        pairs = zip(stem, self.letters, strict=False)
        return all(letter in (shown, _BLOT) or shown == _BLOT for letter, shown in pairs)


class Masked(NamedTuple):
    """All such words of a text."""

    by_letter: dict[str, dict[str, list[Shown]]] = {}  # noqa: RUF012
    """By the letter that each begins with, then by all that is left of each."""
    by_place: dict[int, list[Shown]] = {}  # noqa: RUF012
    """By the number of its first part."""
    ends: dict[int, int] = {}  # noqa: RUF012
    """Where words end in the original of which the last letters are blotted out."""

    def words(self, word: str) -> Iterator[int]:
        """Yield the words at which a word may stand."""
        for alike in self.by_letter.get(word[:1], {}).values():
            if alike[0].fits(word):
                yield from (one.first for one in alike)

    def stems(self, stem: str) -> Iterator[int]:
        """Yield the words at which a word may stand that begins so."""
        for alike in self.by_letter.get(stem[:1], {}).values():
            if alike[0].begins(stem):
                yield from (one.first for one in alike)

    def behind(self, word: str, at: int) -> Iterator[int]:
        """Yield the words behind a word that may stand at one."""
        yield from (one.behind for one in self.by_place.get(at, ()) if one.fits(word))

    def behind_stem(self, stem: str, at: int) -> Iterator[int]:
        """Yield the words behind a word that may stand at one and begins so."""
        yield from (one.behind for one in self.by_place.get(at, ()) if one.begins(stem))


def masked(original: str, found: tuple[Piece, ...], words: list[str]) -> Masked:
    """Return the places of a text where letters of a word are blotted out."""
    if _BLOTS.isdisjoint(original):
        return Masked()
    gaps = [_inner(original, found, number) for number in range(len(found))]
    places = Masked({}, {}, {})
    for number, word in enumerate(words):
        if not word[:1].isalpha():
            continue
        shown = [*_shown(words, gaps, number)]
        if blots := _ending(original, found, number, word):
            shown.append(Shown(word + _BLOT * blots, number, number + 1))
            places.ends[number] = found[number].end + blots
        if shown:
            places.by_place[number] = shown
        for one in shown:
            places.by_letter.setdefault(word[0], {}).setdefault(one.letters, []).append(one)
    return places


def _shown(words: list[str], gaps: list[int], first: int) -> Iterator[Shown]:
    """Yield what a word and those behind it that hang on it by blots show, part by part."""
    letters = words[first]
    for behind in range(first + 1, min(first + _PARTS, len(words))):
        if not gaps[behind - 1]:
            break
        letters += _BLOT * gaps[behind - 1] + words[behind]
        yield Shown(letters, first, behind + 1)


def _inner(original: str, found: tuple[Piece, ...], number: int) -> int:
    """Return how many letters are blotted out between a word and the next one."""
    if number + 1 == len(found):
        return 0
    gap = _seen(original[found[number].end : found[number + 1].start])
    return len(gap) if 0 < len(gap) <= _MOST and len({*gap}) == 1 and gap[0] in _BLOTS else 0


def _seen(gap: str) -> str:
    """Return what a reader sees of a gap between two words, as far as it may be blots."""
    seen = (char for char in gap if not is_unseen(char))
    return "".join(char for char, _ in zip(seen, range(_MOST + 1), strict=False))


def _ending(original: str, found: tuple[Piece, ...], number: int, word: str) -> int:
    """Return how many letters are blotted out at the end of a word."""
    end = found[number].end
    after = original[end : end + _MOST + 1]
    blots = [*takewhile(_ENDING.__contains__, after)]
    is_hidden = len(word) <= min(_LEFT, len(blots)) and len(blots) <= _MOST
    goes_on = number + 1 < len(found) and found[number + 1].start == end + len(blots)
    return len(blots) if is_hidden and len({*blots}) == 1 and not goes_on else 0
