"""The layout of a zip: its members one behind the other, their list, its end, and nothing else.

What another program would find in a zip, and this one would not, could be taken for sealed.
"""

import struct
import zipfile
from typing import IO, Any

_LOCAL = struct.Struct("<4s22xHH")
_LISTED = struct.Struct("<4s24xHHH12x")
_END = struct.Struct("<4s4H2LH")
_DESCRIBED = 0x8
"""The flag of a member whose sizes stand behind it."""


def fills_whole(file: IO[bytes], archive: zipfile.ZipFile) -> bool:
    """Whether every byte of a zip belongs to a member that it lists, or to the list."""
    at = 0
    for entry in sorted(archive.infolist(), key=lambda one: one.header_offset):
        if entry.header_offset != at:
            return False
        end = _end_of(file, entry)
        if end is None:
            return False
        at = end
    return at == archive.start_dir and _ends(file, at, len(archive.infolist()))


def _end_of(file: IO[bytes], entry: zipfile.ZipInfo) -> int | None:
    """Return where the next member must begin, None where this one cannot be followed."""
    head = _read(file, entry.header_offset, _LOCAL)
    if head is None or head[0] != b"PK\x03\x04":
        return None
    end: int = entry.header_offset + _LOCAL.size + sum(head[1:]) + entry.compress_size
    if not entry.flag_bits & _DESCRIBED:
        return end
    file.seek(end)
    behind = file.read(24)
    found = (one for one in _descriptors(entry) if behind.startswith(one))
    return next((end + len(one) for one in found), None)


def _descriptors(entry: zipfile.ZipInfo) -> list[bytes]:
    """Return the four ways to write down what a member was packed to, the longest first."""
    said = (entry.CRC, entry.compress_size, entry.file_size)
    long, short = struct.pack("<LQQ", *said), struct.pack("<LLL", *said)
    return [b"PK\x07\x08" + long, long, b"PK\x07\x08" + short, short]


def _ends(file: IO[bytes], at: int, members: int) -> bool:
    """Whether the list of members begins here, and an end of the zip that tells so follows on it."""
    start = at
    for _ in range(members):
        head = _read(file, at, _LISTED)
        if head is None or head[0] != b"PK\x01\x02":
            return False
        at += _LISTED.size + sum(head[1:])
    end = _read(file, at, _END)
    told = (b"PK\x05\x06", 0, 0, members, members, at - start, start, 0)
    return end == told and not file.read(1)


def _read(file: IO[bytes], at: int, form: struct.Struct) -> tuple[Any, ...] | None:
    file.seek(at)
    raw = file.read(form.size)
    return form.unpack(raw) if len(raw) == form.size else None
