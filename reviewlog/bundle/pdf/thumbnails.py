"""Small copies of pictures for paper: looked at with suspicion, and without what they carry.

A picture may lie about its size, be damaged, or unpack to gigabytes. Then there is a reason
instead of a copy; nothing that somebody sent stops an export.
"""

import base64
import io
import struct
import warnings
import zlib
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from reviewlog.bundle.member import exhibit_chunks
from reviewlog.logbook.sharing.gathering import Exhibit

if TYPE_CHECKING:
    from PIL import Image

FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/bmp": "BMP",
}
"""What is opened, and by which reader alone: others have had more bugs than we have need."""
BYTES = 40_000_000
PIXELS = 72_000_000
MEMORY = 120_000_000
"""Bytes that a picture may take while it is read."""
_BYTES_EACH = {"WEBP": 15, "GIF": 6, "JPEG": 0.25}
"""Bytes of memory for a pixel, by what the readers were seen to take; a JPEG is read small."""
_ELSE_EACH = 4
_OTHER_COLOURS = 4
"""More of them, where the colours must be made others before a picture can be made smaller."""
ALONE = 32_000_000
"""Bytes from which one picture is worked on at a time."""
WIDTH, HEIGHT = 800, 1300
NEAR = 1.2
"""How much smaller than its place a copy may be, where that spares the slow half of the work."""
TALL = 2.2
"""A picture taller than this many times its width is shown from its top only."""
QUALITY = 75
WORKERS = 2
AHEAD = 4
"""Pictures that are begun before the first of them is taken: the rest may never be wanted."""
_COLOURS = frozenset(("RGB", "L", "RGBA", "CMYK"))
"""Ways to tell colours in which a picture can be made smaller as it is."""
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset((5, 6, 7, 8))
"""The turns that make height of width."""
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError,
            AssertionError, OverflowError, ZeroDivisionError, struct.error, zlib.error)  # fmt: skip
"""What the readers are known to say of a picture that is not what it should be."""


class Thumbnail(NamedTuple):
    """A small copy of a picture."""

    svg: bytes
    """The copy as text, for a program that takes no other files; in it is a JPEG as it is."""
    whole: bool
    """Whether all of the picture is in it, or its upper part only."""
    width: int
    height: int


class NoThumbnailError(Exception):
    """There is no copy of a picture; `reason` is one of NO_THUMBNAIL."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


NO_THUMBNAIL = ("large", "damaged", "kind")


def thumbnails(exhibits: Iterable[Exhibit]) -> Generator[Thumbnail | str]:
    """Yield a small copy of each picture, or the reason why there is none.

    Raises BrokenProofError when a file is no longer what was taken in.
    """
    from PIL import Image

    with warnings.catch_warnings(), ThreadPoolExecutor(WORKERS) as workers:
        # A reader that wonders about a picture must not print it; one that fears it must stop.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        alone, begun = Lock(), deque[Future[Thumbnail | str]]()
        for exhibit in exhibits:
            begun.append(workers.submit(_thumbnail, exhibit, alone))
            if len(begun) > AHEAD:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()


def _thumbnail(exhibit: Exhibit, alone: Lock) -> Thumbnail | str:
    if exhibit.type not in FORMATS:
        return "kind"
    if exhibit.size > BYTES:
        return "large"
    raw = io.BytesIO()
    raw.writelines(exhibit_chunks(exhibit))
    try:
        return _copy(raw, FORMATS[exhibit.type], alone)
    except NoThumbnailError as error:
        return error.reason


def _copy(raw: io.BytesIO, form: str, alone: Lock) -> Thumbnail:
    from PIL import Image

    try:
        with Image.open(raw, formats=(form,)) as image:
            needed = _memory(image, form)
            if needed > MEMORY or image.width * image.height > PIXELS:
                raise NoThumbnailError("large")
            with alone if needed > ALONE else nullcontext():
                return _smaller(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise NoThumbnailError("large") from error
    except _DAMAGED as error:
        raise NoThumbnailError("damaged") from error


def _memory(image: "Image.Image", form: str) -> float:
    """How many bytes a picture takes while it is read."""
    each = _BYTES_EACH.get(form, _ELSE_EACH)
    if form == "JPEG" and "progressive" in image.info:
        # All of it is kept until its last pass, two bytes for each colour of each pixel.
        each = 2 * len(image.getbands())
    elif image.mode not in _COLOURS:
        each += _OTHER_COLOURS
    return each * image.width * image.height


def _smaller(image: "Image.Image") -> Thumbnail:
    """The order saves memory: a JPEG is read small already, and is turned when it is small."""
    turn = _turn(image)
    whole = image.height <= TALL * image.width or turn in _SIDEWAYS
    box = (HEIGHT, WIDTH) if turn in _SIDEWAYS else (WIDTH, HEIGHT)
    if whole:
        image.draft("RGB", box)
    else:
        image = image.crop((0, 0, image.width, image.width * HEIGHT // WIDTH))
    image = _on_white(_within(_plain_colours(image), box))
    if turn is not None:
        image = image.transpose(_transpositions()[turn])
    return Thumbnail(_svg(image), whole, image.width, image.height)


def _within(image: "Image.Image", box: tuple[int, int]) -> "Image.Image":
    """Return a picture no larger than its place; whole steps are quick, and do most of the work."""
    from PIL import Image

    times = max(image.width / box[0], image.height / box[1], 1.0)
    whole = ceil(times)
    steps = whole if whole <= NEAR * times else int(times)
    small = image.reduce(steps) if steps > 1 else image
    small.thumbnail(box, Image.Resampling.BICUBIC)
    return small


def _turn(image: "Image.Image") -> int | None:
    """How the camera says that it was held; what cannot be read turns nothing."""
    try:
        turn = image.getexif().get(_ORIENTATION)
    except _DAMAGED:
        return None
    return turn if turn in range(2, 9) else None


def _plain_colours(image: "Image.Image") -> "Image.Image":
    """Colours between two colours must exist before a picture is made smaller."""
    if image.mode in _COLOURS:
        return image
    if image.mode.startswith("I"):
        # Sixteen bits of grey, which Pillow would cut off instead of scaling down.
        return image.convert("F").point(lambda value: value * (1 / 257) + 0).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _on_white(image: "Image.Image") -> "Image.Image":
    """Paper has no holes, and no other colours than these."""
    from PIL import Image

    if image.mode == "RGBA":
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        return white
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def _svg(image: "Image.Image") -> bytes:
    """Return a file with nothing in it but the picture."""
    image.info.clear()
    body = io.BytesIO()
    image.save(body, "JPEG", quality=QUALITY)
    size = f'width="{image.width}" height="{image.height}"'
    begin = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="data:image/jpeg;base64,'
    return b"".join((begin.encode(), base64.b64encode(body.getbuffer()), b'"/></svg>'))


def _transpositions() -> "dict[int, Image.Transpose]":
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
