"""Pictures that lie about what they are must not fill anybody's memory."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.store.pictures import LARGEST, Unfit, unfit, unfit_file

Image = pytest.importorskip("PIL.Image")


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(bytes(100)))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + data + chunk(b"IEND", b"")


def segment(mark: int, body: bytes) -> bytes:
    return bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int, height: int, *more: bytes) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + b"".join(more) + segment(0xC0, frame) + segment(0xDA, bytes(10)) + bytes(9)


def gif(screen: tuple[int, int], *frames: tuple[int, int], flags: int = 0x80) -> bytes:
    made = b"GIF89a" + struct.pack("<HHBBB", *screen, flags, 0, 0) + bytes(6 if flags else 0)
    for frame in frames:
        made += b"!\xf9\x04\x00\x00\x00\x00\x00"
        made += b"," + struct.pack("<HHHHB", 0, 0, *frame, 0) + b"\x02\x02\x4c\x01\x00"
    return made + b";"


def webp(width: int, height: int, *, moves: bool = False) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes((2 if moves else 0, 0, 0, 0)) + sides
    return b"RIFF" + struct.pack("<I", len(body)) + body


def saved(kind: str, size: tuple[int, int] = (40, 30), **more) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, (9, 90, 200)).save(target, kind, **more)
    return target.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_an_ordinary_picture_is_shown(kind: str) -> None:
    assert unfit(saved(kind)) is None
    assert unfit(saved(kind, (1080, 9000))) is None


@pytest.mark.parametrize(
    "body",
    [png(40, 30), jpeg(40, 30), gif((40, 30), (40, 30)), gif((4, 3), (4, 3), flags=0), webp(40, 30)],
)  # fmt: skip
def test_what_the_tests_make_is_shown_too(body: bytes) -> None:
    assert unfit(body) is None


@pytest.mark.parametrize(
    "body",
    [
        png(60_000, 60_000),
        png(2**31 - 1, 1),
        png(20_001, 10),
        png(6400, 6400),
        jpeg(65_535, 65_535),
        gif((65_535, 65_535), (1, 1)),
        gif((1, 1), (65_535, 65_535)),
        webp(16_777_216, 16_777_216),
    ],
)
def test_a_picture_that_would_fill_the_memory_is_not_shown(body: bytes) -> None:
    found = unfit(body)
    assert found is not None
    assert found.word == "large"
    assert len(body) < 1000


def test_it_says_how_large_it_would_be() -> None:
    assert unfit(png(50_000, 40_000)) == Unfit("large", 50_000, 40_000)


@pytest.mark.parametrize(
    "body",
    [
        gif((40, 30), (40, 30), (40, 30)),
        webp(40, 30, moves=True),
        png(40, 30, chunk(b"acTL", bytes(8))),
        png(40, 30, chunk(b"tEXt", b"IDAT IDAT"), chunk(b"acTL", bytes(8))),
        saved("GIF", save_all=True, append_images=[Image.new("RGB", (40, 30))]),
        saved("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30))]),
        saved("PNG", save_all=True, append_images=[Image.new("RGB", (40, 30))]),
    ],
)
def test_what_moves_is_not_shown(body: bytes) -> None:
    assert unfit(body) == Unfit("moving")


@pytest.mark.parametrize(
    "body",
    [b"", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + bytes(64), b"\xff\xd8\xff", b"GIF89a",
     b"GIF89a" + bytes(7) + b";", gif((9, 9)), b"RIFF\0\0\0\0WEBP", b"RIFF\0\0\0\0WEBPVP8X", png(0, 9),
     jpeg(9, 0), b"plain text", b"\xff\xd8" + segment(0xE1, bytes(9))],
)  # fmt: skip
def test_what_does_not_tell_its_size_is_not_shown(body: bytes) -> None:
    assert unfit(body) == Unfit("unknown")


def test_much_that_is_said_before_the_size_hides_nothing() -> None:
    exif = segment(0xE1, b"Exif\0\0" + b"MM\0*\0\0\0\x08\xff\xff" + bytes(65_000))
    assert unfit(jpeg(40, 30, *([exif] * 25))) is None
    assert unfit(jpeg(60_000, 60_000, *([exif] * 25))) == Unfit("large", 60_000, 60_000)
    assert unfit(png(60_000, 9, chunk(b"eXIf", bytes(900_000)))) == Unfit("large", 60_000, 9)


@given(st.sampled_from([png(40, 30), jpeg(40, 30), gif((40, 30), (4, 3)), webp(40, 30)]), st.data())
def test_whatever_the_header_says_there_is_an_answer(body: bytes, data) -> None:
    spoiled = bytearray(body)
    for place in data.draw(st.lists(st.integers(2, len(body) - 1), max_size=6)):
        spoiled[place] = data.draw(st.integers(0, 255))
    found = unfit(bytes(spoiled[: data.draw(st.integers(0, len(body)))]))
    assert found is None or found.word in ("unknown", "large", "moving")


@given(st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF    WEBP"]),
       st.binary(max_size=200))  # fmt: skip
def test_any_bytes_have_an_answer(head: bytes, body: bytes) -> None:
    found = unfit(head + body)
    assert found is None or found.word in ("unknown", "large", "moving")


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    assert unfit_file(tmp_path / "none", "image/png", LARGEST + 1) == Unfit("bytes")


def test_what_is_no_picture_or_is_gone_is_not_judged(tmp_path: Path) -> None:
    assert unfit_file(tmp_path / "none", "image/png", 9) is None
    assert unfit_file(tmp_path / "none", "text/html", 9) is None
