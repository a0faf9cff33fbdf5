"""How much of a text stood in an earlier one, word by word: what is copied is seen, not felt.

A text is kept as its words' checksums, with sketches before them that tell cheaply what can not
be alike: of 5,000 earlier texts only the few that may be are compared word by word.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from reviewlog.domain.reply.lettering import plain_words

if TYPE_CHECKING:
    from reviewlog.reply.case import Earlier

SHORTEST = 8
"""Words that a text must have to be a copy: a thank you is like every other one."""
NEARLY = 90
"""Percent of the words that make a new version nearly the same."""
PIECE = 8
"""Words in a row that nobody writes twice by chance."""
PIECED = 25
"""Words that the shorter of two texts must have before its pieces count: less is a greeting."""
SINGLE, PAIRED = 256, 512
"""Bytes of the sketch of the words, and of the sketch of each word with the next."""
SKETCH = SINGLE + PAIRED
_SPREAD = 0x9E3779B1
"""Sends what comes again to another bit than the first time."""


def words_of(text: str) -> bytes:
    """Return a text as it is kept for comparing."""
    sums = array("I", (zlib.crc32(word.encode()) for word in plain_words(text)))
    pairs = (zlib.crc32(b.to_bytes(4), a) for a, b in pairwise(sums))
    return _sketch(sums, SINGLE) + _sketch(pairs, PAIRED) + sums.tobytes()


def nearest(
    words: bytes, earlier: "tuple[Earlier, ...]", at_least: int
) -> "tuple[Earlier, int] | None":
    """Return the earlier text that is most alike, with the percent of words that it shares.

    None where none shares so many percent; of several alike the first one is returned.
    """
    most, place = at_least, -1
    for bound, at in _possible(words, earlier, at_least):
        if bound < most:
            break
        percent = _percent(words[SKETCH:], earlier[at].words[SKETCH:], most)
        if percent > most or (percent == most and (place < 0 or at < place)):
            most, place = percent, at
    return (earlier[place], most) if place >= 0 else None


def rearranged(
    words: bytes, earlier: "tuple[Earlier, ...]", at_least: int
) -> "tuple[Earlier, int] | None":
    """Return the earlier text whose long pieces make up most of the shorter one, in any order.

    Sentences that changed their places, or that were added, hide no copy.
    """
    shared = [(_pieced(words, one.words, at_least), -at) for at, one in enumerate(earlier)]
    percent, at = max(shared, default=(0, 0))
    return (earlier[-at], percent) if percent >= max(at_least, 1) else None


def _pieced(one: bytes, other: bytes, at_least: int) -> int:
    """Return how many percent of the shorter text stand in the other in long pieces."""
    shorter = min(_length(one), _length(other))
    if shorter < PIECED:
        return 0
    pairs = int.from_bytes(one[SINGLE:SKETCH])
    most = _common(pairs, other[SINGLE:SKETCH], _length(one) - 1, _length(other) - 1)
    if most * PIECE * 100 < at_least * shorter * (PIECE - 1):
        return 0
    theirs = set(_pieces(other))
    covered: set[int] = set()
    for at, piece in enumerate(_pieces(one)):
        if piece in theirs:
            covered.update(range(at, at + PIECE))
    return min(100, 100 * len(covered) // shorter)


def _pieces(words: bytes) -> Iterator[bytes]:
    """Yield each piece of a text, from every word on."""
    return (words[at : at + 4 * PIECE] for at in range(SKETCH, len(words) - 4 * PIECE + 1, 4))


def alike(one: str, other: str) -> int:
    """Return how many percent of their words two texts share, in order."""
    return _percent(words_of(one)[SKETCH:], words_of(other)[SKETCH:], 0)


def is_nearly_same(one: str, other: str) -> bool:
    """Whether a version says so nearly what another one said that it need not lie again."""
    return alike(one, other) >= NEARLY


def _possible(words: bytes, earlier: "tuple[Earlier, ...]", at_least: int) -> list[tuple[int, int]]:
    """Return the most that a text can share, and its place, of all that can share enough."""
    size = _length(words)
    if size < SHORTEST:
        return []
    singles, pairs = int.from_bytes(words[:SINGLE]), int.from_bytes(words[SINGLE:SKETCH])
    found = []
    for at, one in enumerate(earlier):
        length = _length(one.words)
        enough = at_least * (size + length)
        if length < SHORTEST or 200 * min(size, length) < enough:
            continue
        shared = _common(singles, one.words[:SINGLE], size, length)
        if 200 * shared < enough:
            continue
        # A word that is missing parts two pairs and one that is new parts one: the rest is left.
        left = _common(pairs, one.words[SINGLE:SKETCH], size - 1, length - 1)
        shared = min(shared, (left + size + length + 1) // 3)
        if 200 * shared >= enough:
            found.append((200 * shared // (size + length), at))
    return sorted(found, key=lambda pair: -pair[0])


def _common(ours: int, sketch: bytes, size: int, length: int) -> int:
    """Return how much two texts have in common at most, by a sketch of each."""
    theirs = int.from_bytes(sketch)
    return min(size - (ours & ~theirs).bit_count(), length - (theirs & ~ours).bit_count())


def _percent(one: bytes, other: bytes, at_least: int) -> int:
    """Return how many percent of the words stand in both in the same order; 0 below the least."""
    from rapidfuzz.distance import Indel

    ours, theirs = array("I", one), array("I", other)
    whole = len(ours) + len(theirs)
    if not whole:
        return 100
    most = whole * (100 - at_least) // 100
    apart = Indel.distance(ours, theirs, score_cutoff=most)
    return 100 * (whole - apart) // whole if apart <= most else 0


def _length(words: bytes) -> int:
    return max(0, len(words) - SKETCH) // 4


def _sketch(sums: Iterable[int], size: int) -> bytes:
    """Set a bit for everything and for every time that it comes again."""
    times: dict[int, int] = {}
    bits = 0
    for one in sums:
        again = times[one] = times.get(one, -1) + 1
        bits |= 1 << ((one ^ (again * _SPREAD)) % (size * 8))
    return bits.to_bytes(size)
