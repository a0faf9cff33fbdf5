"""The tracks of an mp4 or 3gp: whether it is a picture with sound, or sound alone.

Call recorders give both kinds the same first bytes; the list of tracks often stands at the end.
"""

import struct
from collections.abc import Callable, Iterator

Read = Callable[[int, int], bytes]
"""Reads so many bytes from an offset of the file; fewer at its end."""

MOST_BOXES = 4096
"""A file with more in one box is not what a telephone writes."""
_OPENED = (b"moov", b"trak", b"mdia")


def sounds_alone(read: Read, size: int) -> bool:
    """Whether all tracks of a file of some size are sound, and it has one."""
    kinds = set(_track_kinds(read, 0, size, 0))
    return b"soun" in kinds and b"vide" not in kinds


def _track_kinds(read: Read, start: int, end: int, depth: int) -> Iterator[bytes]:
    for name, inside, after in _boxes(read, start, end):
        if name == b"hdlr" and depth == len(_OPENED):
            yield read(inside + 8, 4)
        elif depth < len(_OPENED) and name == _OPENED[depth]:
            yield from _track_kinds(read, inside, after, depth + 1)


def _boxes(read: Read, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, begin and end of the content of each box; a broken one ends it."""
    for _ in range(MOST_BOXES):
        head = read(start, 16)
        if start + 8 > end or len(head) < 8:
            return
        length, name = struct.unpack(">I4s", head[:8])
        inside = start + 8
        if length == 1 and len(head) == 16:
            (length,), inside = struct.unpack(">Q", head[8:]), start + 16
        after = end if length == 0 else start + length
        if after < inside or after > end:
            return
        yield name, inside, after
        start = after
