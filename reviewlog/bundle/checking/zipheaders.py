"""What a zip says about a member twice: in its list, and in the header before the member.

Programs differ in which of the two they go by, so both must tell the same.
"""

import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO

_HEAD = struct.Struct("<4x2xHH4xLLLHH")
_MEANT = 0x1 | 0x8 | 0x40 | 0x800 | 0x2000
"""Flags that say how to read a member: the others are about how it was packed."""
_DESCRIBED = 0x8
_UTF8_NAME = 0x800
_SECOND_NAME = 0x7075
"""An extra from which some programs take the name."""
_LONG_SIZES = 1
_LONG = 0xFFFFFFFF
_LONGEST = 4 + 3 * 8 + 4
_PLAIN = stat.S_IFREG | 0o666
"""Attributes of a file that can be read and written, and no more."""
_ARCHIVE = 0x20
"""What Windows sets for every file."""


def has_second_name(extra: bytes) -> bool:
    """Whether the extras of a member give it another name."""
    return _SECOND_NAME in dict(_extras(extra))


def is_plain(entry: zipfile.ZipInfo) -> bool:
    """Whether the list tells of a member what a file needs, and nothing that is only shown."""
    mode, dos = entry.external_attr >> 16, entry.external_attr & 0xFFFF
    return (
        _is_only_long(entry.extra)
        and not entry.comment
        and not mode & ~_PLAIN
        and dos in (0, _ARCHIVE)
    )


def _is_only_long(extra: bytes) -> bool:
    """Whether there is no extra, or the one that holds long numbers."""
    return not extra or (
        len(extra) <= _LONGEST
        and [(k, 4 + len(body)) for k, body in _extras(extra)] == [(_LONG_SIZES, len(extra))]
    )


def agrees(file: IO[bytes], entry: zipfile.ZipInfo) -> bool:
    """Whether the header before a member tells the same as the list of members."""
    file.seek(entry.header_offset)
    raw = file.read(_HEAD.size)
    if len(raw) != _HEAD.size:
        return False
    flags, method, crc, packed, size, named, more = _HEAD.unpack(raw)
    name, extra = file.read(named), file.read(more)
    extras = dict(_extras(extra))
    said = (crc, *_long_sizes(size, packed, extras))
    later = bool(flags & _DESCRIBED) and said == (0, 0, 0)
    told = said == (entry.CRC, entry.file_size, entry.compress_size)
    alike = (flags & _MEANT, method) == (entry.flag_bits & _MEANT, entry.compress_type)
    return alike and name == _raw_name(entry) and _is_only_long(extra) and (later or told)


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    encoding = "utf-8" if entry.flag_bits & _UTF8_NAME else "cp437"
    return entry.orig_filename.encode(encoding, "replace")


def _extras(raw: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(raw):
        kind, size = struct.unpack_from("<HH", raw, at)
        yield kind, raw[at + 4 : at + 4 + size]
        at += 4 + size


def _long_sizes(size: int, packed: int, extras: Mapping[int, bytes]) -> tuple[int, int]:
    """Numbers too large for their place stand in an extra, in this order."""
    long, found = extras.get(_LONG_SIZES, b""), []
    for number in (size, packed):
        is_long = number == _LONG and len(long) >= 8
        found.append(struct.unpack_from("<Q", long)[0] if is_long else number)
        long = long[8:] if is_long else long
    return found[0], found[1]
