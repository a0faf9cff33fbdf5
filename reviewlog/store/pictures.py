"""Whether a picture may be shown: how large it would be unpacked, told by its header alone."""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from reviewlog.domain.shows import PICTURES

LARGEST = 2_000_000
"""Bytes up to which a picture is shown on a page."""
MOST_POINTS = 40_000_000
"""Points of a picture: a browser takes four bytes of memory for each."""
LONGEST_SIDE = 20_000
_GIF_HEAD = struct.Struct("<HHB2x")
_GIF_FRAME = struct.Struct("<HHHHB")
_WEBP_MOVES = 0x02


class Unfit(NamedTuple):
    """Why a picture is not shown."""

    word: str
    """One of UNFIT."""
    width: int = 0
    height: int = 0


UNFIT = (
    "bytes",  # its file is too large for a page
    "unknown",  # its size cannot be told, so it may be damaged or lie
    "large",  # it would fill the memory
    "moving",  # it has more than one frame
)


def unfit_file(path: Path, kind: str, size: int) -> Unfit | None:
    """Return why a stored file must not be shown, None when it may be or is no picture.

    A file that is gone is not judged: whoever reads it finds out.
    """
    if kind not in PICTURES:
        return None
    if size > LARGEST:
        return Unfit("bytes")
    try:
        return unfit(path.read_bytes())
    except OSError:
        return None


def unfit(raw: bytes) -> Unfit | None:
    """Return why a picture must not be shown, None when it may be."""
    if raw[:4] == b"GIF8":
        frames = list(_gif_frames(raw))
        width, height = frames[0] if frames else (0, 0)
        moves = len(frames) > 1
    else:
        width, height = _size(raw)
        moves = _moves(raw)
    if width <= 0 or height <= 0:
        return Unfit("unknown")
    if max(width, height) > LONGEST_SIDE or width * height > MOST_POINTS:
        return Unfit("large", width, height)
    return Unfit("moving") if moves else None


def _size(raw: bytes) -> tuple[int, int]:
    import imagesize

    try:
        width, height = imagesize.get(io.BytesIO(raw))
    except (ValueError, ArithmeticError, LookupError, struct.error, OSError):
        return 0, 0
    return int(width), int(height)


def _moves(raw: bytes) -> bool:
    """Whether a PNG or a WebP is an animation."""
    if raw[:4] == b"RIFF":
        return raw[12:16] == b"VP8X" and len(raw) > 20 and bool(raw[20] & _WEBP_MOVES)
    return raw[:4] == b"\x89PNG" and b"acTL" in _png_chunks(raw)


def _png_chunks(raw: bytes) -> Iterator[bytes]:
    """Yield the names of the chunks of a PNG as they follow one another."""
    at = 8
    while at + 8 <= len(raw):
        size, name = struct.unpack_from(">I4s", raw, at)
        yield name
        at += size + 12


def _gif_frames(raw: bytes) -> Iterator[tuple[int, int]]:
    """Yield what each of the first frames of a GIF asks for: one may be larger than the whole."""
    file = io.BytesIO(raw)
    file.seek(6)
    head = _read(file, _GIF_HEAD)
    if head is None:
        return
    wide, high, flags = head
    file.seek(_table(flags), io.SEEK_CUR)
    while (mark := file.read(1)) in (b"!", b","):
        if mark == b",":
            frame = _read(file, _GIF_FRAME)
            if frame is None:
                return
            left, top, width, height, flags = frame
            yield max(wide, left + width), max(high, top + height)
            file.seek(_table(flags), io.SEEK_CUR)
        file.seek(1, io.SEEK_CUR)  # what the block is for, or how it is packed
        while size := file.read(1)[:1]:
            if size == b"\0":
                break
            file.seek(size[0], io.SEEK_CUR)


def _table(flags: int) -> int:
    """Return the size of the table of colours that follows, if any."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _read(file: IO[bytes], form: struct.Struct) -> tuple[int, ...] | None:
    raw = file.read(form.size)
    return form.unpack(raw) if len(raw) == form.size else None
