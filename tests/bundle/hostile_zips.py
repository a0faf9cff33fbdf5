"""Zips that nobody should read on, made byte by byte: each with a word of why it is refused."""

import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

STORED, DEFLATED, LZMA = 0, 8, 14
GAPS = "belong to none of its files"
TWO_TALES = "its own header tells something else"
DAMAGED = "damaged inside the zip"


class Piece(NamedTuple):
    """A member as its list tells it, and where the header before it tells something else."""

    name: bytes
    body: bytes = b"x"
    method: int = STORED
    flags: int = 0x800
    mode: int = 0
    crc: int | None = None
    size: int | None = None
    extra: bytes = b""
    comment: bytes = b""
    dos: int = 0
    own_name: bytes | None = None
    own_method: int | None = None
    own_size: int | None = None
    own_flags: int | None = None
    own_extra: bytes = b""
    mark: bytes = b"PK\x03\x04"

    @property
    def packed(self) -> bytes:
        if self.method != DEFLATED:
            return self.body
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.body) + packer.flush()

    @property
    def told(self) -> tuple[int, int, int]:
        """What the list says of its bytes."""
        crc = zlib.crc32(self.body) if self.crc is None else self.crc
        return crc, len(self.packed), len(self.body) if self.size is None else self.size

    def head(self) -> bytes:
        crc, packed, size = self.told
        name = self.name if self.own_name is None else self.own_name
        method = self.method if self.own_method is None else self.own_method
        flags = self.flags if self.own_flags is None else self.own_flags
        size = size if self.own_size is None else self.own_size
        fixed = struct.pack("<5H3L2H", 20, flags, method, 0, 33, crc, packed, size,
                            len(name), len(self.own_extra))  # fmt: skip
        return self.mark + fixed + name + self.own_extra

    def listed(self, at: int) -> bytes:
        crc, packed, size = self.told
        fixed = struct.pack("<6H3L5H2L", 0x0314, 20, self.flags, self.method, 0, 33, crc, packed,
                            size, len(self.name), len(self.extra), len(self.comment), 0, 0,
                            self.mode << 16 | self.dos, at)  # fmt: skip
        return b"PK\x01\x02" + fixed + self.name + self.extra + self.comment


def zip_of(*pieces: Piece, at: tuple[int, ...] = (), count: int | None = None) -> bytes:
    """The zip of some members; `at` says where the list is to say that they begin."""
    raw, starts = b"", []
    for piece in pieces:
        starts.append(len(raw))
        raw += piece.head() + piece.packed
    listed = b"".join(p.listed(s) for p, s in zip(pieces, at or starts, strict=True))
    number = len(pieces) if count is None else count
    return raw + listed + end(number, len(listed), len(raw))


def end(number: int, size: int, start: int) -> bytes:
    return b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, number, number, size, start, 0)


def named(*names: bytes) -> Callable[[], bytes]:
    return lambda: zip_of(*(Piece(name) for name in names))


def made(*pieces: Piece) -> Callable[[], bytes]:
    return lambda: zip_of(*pieces)


def second_name() -> bytes:
    body = b"\x01" + struct.pack("<L", zlib.crc32(b"b/x")) + b"b/other"
    return struct.pack("<HH", 0x7075, len(body)) + body


def overlapping() -> bytes:
    """Two names for the same bytes: a small zip that unpacks to any size."""
    return zip_of(Piece(b"b/x", b"y" * 50), Piece(b"b/y", b""), at=(0, 0))


def inside_each_other() -> bytes:
    """The bytes of the first member hold the second one whole."""
    inner = Piece(b"b/y", b"inner")
    outer = Piece(b"b/x", inner.head() + inner.packed)
    raw = outer.head() + outer.packed
    listed = outer.listed(0) + inner.listed(len(outer.head()))
    return raw + listed + end(2, len(listed), len(raw))


def with_long_end() -> bytes:
    """The end of a zip for more than 65,535 members before the common one."""
    raw = zip_of(Piece(b"b/x"))
    return raw[:-22] + b"PK\x06\x06" + bytes(52) + b"PK\x06\x07" + bytes(16) + raw[-22:]


def many() -> bytes:
    return zip_of(*(Piece(b"b/%d" % number, b"") for number in range(10_001)))


def _names() -> Iterator[tuple[str, tuple[Callable[[], bytes], str]]]:
    yield "absolute", (named(b"/etc/passwd"), "absolute")
    yield "upwards", (named(b"b/../../x"), "leads elsewhere")
    yield "upwards only", (named(b".."), "leads elsewhere")
    yield "here", (named(b"b/./x"), "leads elsewhere")
    yield "nothing between", (named(b"b//x"), "leads elsewhere")
    yield "no name", (named(b""), "leads elsewhere")
    yield "backslash", (named(b"b/..\\x"), "backslash or a colon")
    yield "drive", (named(b"C:/x"), "backslash or a colon")
    yield "stream", (named(b"b/x:hidden"), "backslash or a colon")
    yield "escape", (named(b"b/\x1b[31mx"), "hidden characters")
    yield "bidi", (named("b/\u202egnp.exe".encode()), "hidden characters")
    yield "zero width", (named("b/a\u200db".encode()), "hidden characters")
    yield "newline", (named(b"b/a\nb"), "hidden characters")
    yield "nul", (named(b"b/a\0b"), "hidden characters")
    yield "reserved", (named(b"b/nul.txt"), "not allowed on Windows")
    yield "reserved folder", (named(b"b/COM1/x"), "not allowed on Windows")
    yield "trailing dot", (named(b"b/x."), "not allowed on Windows")
    yield "trailing blank", (named(b"b/x "), "not allowed on Windows")
    yield "long", (named(b"b/" + b"x" * 300), "too long")
    yield "deep", (named(b"b/" * 120 + b"x"), "too long")
    yield "twice", (named(b"b/x", b"b/x"), "same name")
    yield "twice but for case", (named(b"b/x", b"b/X"), "same name")
    yield "twice but for sharp s", (named("b/stra\u00dfe".encode(), b"b/STRASSE"), "same name")
    yield "twice but for accents", (named("b/\u00e9".encode(), "b/e\u0301".encode()), "same name")
    yield "file and folder", (named(b"b/x/", b"b/x"), "")
    yield "folder with a message", (named(b"b/x", b"b/WITHDRAWN/"), "it is a folder")
    yield "folder of a file", (named(b"b/", b"b/x"), "it is a folder")
    yield "two folders", (named(b"b/x", b"c/x"), "one top folder")
    yield "no folder", (named(b"x"), "one top folder")


def _members() -> Iterator[tuple[str, tuple[Callable[[], bytes], str]]]:
    link, pipe, device = (
        Piece(b"b/x", b"/etc/passwd", mode=kind | 0o777)
        for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR)
    )
    yield "link", (made(link), "link or a device")
    yield "pipe", (made(pipe), "link or a device")
    yield "device", (made(device), "link or a device")
    yield "encrypted", (made(Piece(b"b/x", flags=0x801)), "encrypted")
    yield "strongly encrypted", (made(Piece(b"b/x", flags=0x840)), "encrypted")
    yield "odd method", (made(Piece(b"b/x", method=LZMA)), "unusual way")
    yield "folder with content", (made(Piece(b"b/y/", b"xyz")), "it is a folder")
    yield "bomb", (made(Piece(b"b/x", bytes(20_000_000), DEFLATED)), "200 times")
    yield "bomb that says little", (made(Piece(b"b/x", bytes(20_000_000), DEFLATED, size=9)), "")
    yield "says too much", (made(Piece(b"b/x", b"abc", DEFLATED, size=9)), DAMAGED)
    yield "says too little", (made(Piece(b"b/x", b"abcdef", DEFLATED, size=3)), DAMAGED)
    yield "wrong sum", (made(Piece(b"b/x", crc=1)), DAMAGED)
    yield "no deflate", (made(Piece(b"b/x", b"x" * 9)._replace(method=STORED, size=3)), "")
    yield "second name", (made(Piece(b"b/x", extra=second_name())), "second name")


def _shells() -> Iterator[tuple[str, tuple[Callable[[], bytes], str]]]:
    """What a program shows of a member besides its name and its bytes."""
    stamp, link = b"UT\x05\x00\x01abcd", struct.pack("<HH14x", 0x756E, 14)
    regular = stat.S_IFREG
    yield "comment", (made(Piece(b"b/x", comment=b"forged")), "no bundle has")
    yield "time in an extra", (made(Piece(b"b/x", extra=stamp)), "no bundle has")
    yield "link in an extra", (made(Piece(b"b/x", extra=link)), "no bundle has")
    yield (
        "bytes behind an extra",
        (made(Piece(b"b/x", extra=b"\x01\x00\x00\x00x")), "no bundle has"),
    )
    yield "long numbers twice", (made(Piece(b"b/x", extra=b"\x01\0\0\0" * 2)), "no bundle has")
    yield "program", (made(Piece(b"b/x", mode=regular | 0o755)), "no bundle has")
    yield (
        "with the rights of another",
        (made(Piece(b"b/x", mode=regular | 0o4644)), "no bundle has"),
    )
    yield "hidden", (made(Piece(b"b/x", dos=0x02)), "no bundle has")
    yield "a folder by its attribute", (made(Piece(b"b/x", dos=0x10)), "no bundle has")
    yield "time before", (made(Piece(b"b/x", own_extra=stamp)), TWO_TALES)


def _layouts() -> Iterator[tuple[str, tuple[Callable[[], bytes], str]]]:
    yield "other name before", (made(Piece(b"b/x", own_name=b"b/y")), TWO_TALES)
    yield "longer name before", (made(Piece(b"b/x", own_name=b"../../x")), TWO_TALES)
    yield "other method before", (made(Piece(b"b/x", own_method=DEFLATED)), TWO_TALES)
    yield "other size before", (made(Piece(b"b/x", own_size=9)), TWO_TALES)
    yield "encrypted before", (made(Piece(b"b/x", own_flags=0x801)), TWO_TALES)
    yield "second name before", (made(Piece(b"b/x", own_extra=second_name())), TWO_TALES)
    yield "no header before", (made(Piece(b"b/x", mark=b"PK\x03\x05")), "")
    yield "overlapping", (overlapping, GAPS)
    yield "inside each other", (inside_each_other, GAPS)
    yield "fewer than listed", (lambda: zip_of(Piece(b"b/x"), Piece(b"b/y"), count=1), "")
    yield "more than listed", (lambda: zip_of(Piece(b"b/x"), count=2), "")
    yield "bytes before", (lambda: b"#!/bin/sh\n" + zip_of(Piece(b"b/x")), "")
    yield "bytes behind", (lambda: zip_of(Piece(b"b/x")) + b"more", GAPS)
    yield "two zips", (lambda: zip_of(Piece(b"b/x")) * 2, GAPS)
    yield "long end", (with_long_end, "")
    yield "10,001 members", (many, "more than 10,000 members")
    yield "no zip", (lambda: b"hello", "not a zip")
    yield "empty", (lambda: b"", "not a zip")
    yield "nothing in it", (lambda: end(0, 0, 0), "")
    yield "cut off", (lambda: zip_of(Piece(b"b/x", b"y" * 99))[:80], "")


HOSTILE = dict([*_names(), *_members(), *_shells(), *_layouts()])
"""By what is wrong: how to make it, and a word of the reason, empty where there are several."""
