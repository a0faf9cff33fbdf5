"""Small copies of pictures: whatever somebody sends, there is a copy or a reason, and no more."""

import base64
import hashlib
import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reviewlog.bundle.pdf.thumbnails import BYTES, FORMATS, HEIGHT, WIDTH, Thumbnail, thumbnails
from reviewlog.domain.errors import BrokenProofError
from reviewlog.logbook.sharing.gathering import Exhibit
from tests.bundle.conftest import png

MODES = {
    "image/png": ("RGB", "L", "P", "RGBA", "LA", "1", "I;16"),
    "image/jpeg": ("RGB", "L", "CMYK"),
    "image/gif": ("RGB", "L", "P", "RGBA", "1"),
    "image/webp": ("RGB", "RGBA"),
    "image/bmp": ("RGB", "L", "P", "RGBA", "1"),
}


def exhibit(folder: Path, raw: bytes, kind: str = "image/png") -> Exhibit:
    path = folder / hashlib.sha256(raw).hexdigest()
    path.write_bytes(raw)
    return Exhibit("E1", None, "a.png", len(raw), path.name, kind, path)  # type: ignore[arg-type]


def one(folder: Path, raw: bytes, kind: str = "image/png") -> Thumbnail | str:
    (found,) = thumbnails([exhibit(folder, raw, kind)])
    return found


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    body = io.BytesIO()
    image.save(body, form, **options)
    return body.getvalue()


def picture(mode: str = "RGB", size: tuple[int, int] = (90, 60)) -> Image.Image:
    """The left upper corner is dark, the rest light."""
    image = Image.new("L", size, 230)
    image.paste(20, (0, 0, size[0] // 2, size[1] // 2))
    return image.convert("RGB").convert(mode) if mode != "I;16" else image.convert("I;16")


def jpeg_in(copy: Thumbnail) -> bytes:
    return base64.b64decode(copy.svg.split(b"base64,")[1].removesuffix(b'"/></svg>'), validate=True)


def opened(copy: Thumbnail | str) -> Image.Image:
    assert isinstance(copy, Thumbnail), copy
    image = Image.open(io.BytesIO(jpeg_in(copy)))
    assert image.size == (copy.width, copy.height)
    return image


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind in MODES for mode in MODES[kind]])
def test_every_common_picture_is_copied(tmp_path, kind, mode):
    copy = opened(one(tmp_path, encoded(picture(mode), FORMATS[kind]), kind))
    assert copy.size == (90, 60)
    assert copy.mode in ("RGB", "L")


def test_sixteen_bits_of_grey_are_scaled_down_not_cut_off(tmp_path):
    image = Image.new("I;16", (8, 8), 0x8000)
    copy = opened(one(tmp_path, encoded(image, "PNG")))
    assert copy.getpixel((4, 4)) in range(120, 136)


def test_what_can_be_seen_through_is_white_on_paper(tmp_path):
    copy = opened(one(tmp_path, encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG")))
    assert copy.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1920, 1080), (1170, 2532), (1080, 2400), (3000, 10), (801, 20)])
def test_a_large_picture_becomes_small_but_not_much_smaller_than_its_place(tmp_path, size):
    copy = opened(one(tmp_path, encoded(picture(size=size), "PNG")))
    assert copy.width <= WIDTH
    assert copy.height <= HEIGHT
    assert max(copy.width / WIDTH, copy.height / HEIGHT) > 0.8


def test_of_a_long_picture_only_the_top_is_shown_and_that_is_said(tmp_path):
    copy = one(tmp_path, encoded(picture(size=(1080, 9000)), "PNG"))
    assert opened(copy).size == (WIDTH, HEIGHT)
    assert isinstance(copy, Thumbnail)
    assert not copy.whole


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)),
     (8, (0, 1))],
)  # fmt: skip
def test_a_picture_is_upright_however_the_camera_was_held(tmp_path, turn, corner):
    exif = Image.Exif()
    exif[0x0112] = turn
    raw = encoded(picture(size=(400, 200)), "JPEG", exif=exif.tobytes())
    copy = opened(one(tmp_path, raw, "image/jpeg")).convert("L")
    assert copy.size == ((400, 200) if turn < 5 else (200, 400))
    at = ((copy.width - 20) * corner[0] + 10, (copy.height - 20) * corner[1] + 10)
    assert copy.crop((*at, at[0] + 1, at[1] + 1)).getextrema()[0] in range(60)


def test_nothing_but_the_picture_is_in_the_copy(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "secretcamera"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    raw = encoded(
        picture(), "JPEG", exif=exif.tobytes(), comment=b"secretcomment", icc_profile=b"secreticc",
        xmp=b"<x:xmpmeta>secretxmp</x:xmpmeta>",
    )  # fmt: skip
    assert raw.count(b"secret") == 4
    copy = one(tmp_path, raw, "image/jpeg")
    assert not opened(copy).getexif()
    assert isinstance(copy, Thumbnail)
    assert b"secret" not in jpeg_in(copy)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_of(width: int, height: int, body: bytes, *, depth: int = 8, colour: int = 2) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    ends = chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + ends


def jpeg_of(width: int, height: int) -> bytes:
    """A small JPEG whose header tells another size."""
    raw = bytearray(encoded(picture(), "JPEG"))
    at = raw.index(b"\xff\xc0")
    raw[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(raw)


def gif_of(width: int, height: int) -> bytes:
    raw = encoded(picture(), "GIF")
    return raw[:6] + struct.pack("<HH", width, height) + raw[10:]


@pytest.mark.parametrize(
    ("raw", "kind", "reason"),
    [
        (png_of(30000, 30000, bytes(1000)), "image/png", "large"),
        (png_of(2**31 - 1, 2**31 - 1, b""), "image/png", "large"),
        (png_of(7000, 7000, b""), "image/png", "large"),
        (png_of(400, 300, b"\0" * 50), "image/png", "damaged"),
        (png_of(4, 4, b"\0" * 50, colour=3), "image/png", "damaged"),
        (png_of(0, 0, b""), "image/png", "damaged"),
        (jpeg_of(65500, 65500), "image/jpeg", "large"),
        (jpeg_of(9000, 9000), "image/jpeg", "large"),
        (encoded(Image.new("RGB", (5990, 5990)), "WEBP", lossless=True), "image/webp", "large"),
        (encoded(Image.new("RGB", (6000, 6000)), "JPEG", progressive=True), "image/jpeg", "large"),
        (png()[:60], "image/png", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "damaged"),
        (b"", "image/png", "damaged"),
        (gif_of(65535, 65535), "image/gif", "large"),
        (png(), "image/jpeg", "damaged"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "image/png", "damaged"),
        (b"ftypheic", "image/heic", "kind"),
    ],
)
def test_what_cannot_be_shown_has_a_reason(tmp_path, raw, kind, reason):
    assert one(tmp_path, raw, kind) == reason


def test_a_chunk_that_unpacks_to_gigabytes_is_no_danger(tmp_path):
    text = chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(200_000_000)))
    raw = png()
    assert one(tmp_path, raw[:33] + text + raw[33:]) == "damaged"


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    gone = Exhibit("E1", None, "a", BYTES + 1, "0" * 64, "image/png", tmp_path / "gone")  # type: ignore[arg-type]
    assert list(thumbnails([gone])) == ["large"]


def test_a_picture_that_was_changed_after_it_was_taken_in_stops_the_bundle(tmp_path):
    kept = exhibit(tmp_path, png())
    kept.path.write_bytes(png(41))
    with pytest.raises(BrokenProofError):
        list(thumbnails([kept]))


def test_copies_come_in_the_order_of_the_pictures_and_are_always_the_same(tmp_path):
    some = [exhibit(tmp_path, png(width)) for width in range(10, 40)]
    first, second = list(thumbnails(some)), list(thumbnails(some))
    assert first == second
    assert [copy.width for copy in first if isinstance(copy, Thumbnail)] == list(range(10, 40))


def test_no_more_pictures_are_opened_than_are_wanted(tmp_path):
    begun, one = [], exhibit(tmp_path, png())

    def endless() -> Iterator[Exhibit]:
        while True:
            begun.append(one)
            yield one

    made = thumbnails(endless())
    assert isinstance(next(made), Thumbnail)
    made.close()
    assert len(begun) < 10


SEEDS = {
    kind: [
        encoded(picture(mode, (30, 20)), form)
        for mode in ("RGB", "L")
        if (form, mode) != ("WEBP", "L")
    ]
    for kind, form in FORMATS.items()
}


@given(st.data())
def test_a_damaged_picture_never_does_more_than_not_being_shown(tmp_path_factory, data):
    kind = data.draw(st.sampled_from(sorted(SEEDS)))
    raw = bytearray(data.draw(st.sampled_from(SEEDS[kind])))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(raw)))
    found = one(tmp_path_factory.mktemp("damaged"), bytes(raw[:cut]), kind)
    assert isinstance(found, Thumbnail) or found in ("large", "damaged")


MEASURED = """
import resource, sys
from pathlib import Path
from PIL import Image
from tests.bundle.pdf.test_pdf_thumbnails import one, png_of
folder = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for side in (30000, 6500):
    print(one(folder, png_of(side, side, bytes(60_000_000))))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.slow
def test_a_bomb_fills_no_memory(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, tmp_path], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    *said, kilobytes = done.stdout.split()
    assert said == ["large", "large"]
    assert int(kilobytes) < 160_000
