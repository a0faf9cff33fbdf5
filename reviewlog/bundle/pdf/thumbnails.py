"""Small copies of pictures for paper: looked at with suspicion, and without what they carry.

A picture may lie about its size, be damaged, or unpack to gigabytes. Then there is a reason
instead of a copy; nothing that somebody sent stops an export.
"""

import base64
import io
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from reviewlog.bundle.member import exhibit_chunks
from reviewlog.logbook.sharing import Exhibit

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
PIXELS = 36_000_000
JPEG_PIXELS = 72_000_000
"""A JPEG is made smaller while it is read, so it may be larger."""
ALONE = 8_000_000
"""Pixels from which one picture is worked on at a time."""
WIDTH, HEIGHT = 1000, 1400
TALL = 2.2
"""A picture taller than this many times its width is shown from its top only."""
QUALITY = 80
WORKERS = 2
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset((5, 6, 7, 8))
"""The turns that make height of width."""
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError,
            AssertionError, OverflowError, ZeroDivisionError, struct.error, zlib.error)  # fmt: skip
"""What the readers are known to say of a picture that is not what it should be."""


class Thumbnail(NamedTuple):
    """A small copy of a picture."""

    jpeg: bytes
    whole: bool
    """Whether all of the picture is in it, or its upper part only."""
    width: int
    height: int

    @property
    def svg(self) -> bytes:
        """The same as text, for a program that takes no other files; the JPEG goes on as it is."""
        size = f'width="{self.width}" height="{self.height}"'
        uri = f"data:image/jpeg;base64,{base64.b64encode(self.jpeg).decode()}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{uri}"/></svg>'.encode()


class NoThumbnailError(Exception):
    """There is no copy of a picture; `reason` is one of NO_THUMBNAIL."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


NO_THUMBNAIL = ("large", "damaged", "kind")


def thumbnails(exhibits: Iterable[Exhibit]) -> Iterator[Thumbnail | str]:
    """Yield a small copy of each picture, or the reason why there is none.

    Raises BrokenProofError when a file is no longer what was taken in.
    """
    from PIL import Image

    with warnings.catch_warnings(), ThreadPoolExecutor(WORKERS) as workers:
        # A reader that wonders about a picture must not print it; one that fears it must stop.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        alone = Lock()
        yield from workers.map(lambda exhibit: _thumbnail(exhibit, alone), list(exhibits))


def _thumbnail(exhibit: Exhibit, alone: Lock) -> Thumbnail | str:
    if exhibit.type not in FORMATS:
        return "kind"
    if exhibit.size > BYTES:
        return "large"
    raw = b"".join(exhibit_chunks(exhibit))
    try:
        return _copy(raw, FORMATS[exhibit.type], alone)
    except NoThumbnailError as error:
        return error.reason


def _copy(raw: bytes, form: str, alone: Lock) -> Thumbnail:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(raw), formats=(form,)) as image:
            pixels = image.width * image.height
            if pixels > (JPEG_PIXELS if form == "JPEG" else PIXELS):
                raise NoThumbnailError("large")
            with alone if pixels > ALONE else nullcontext():
                return _smaller(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise NoThumbnailError("large") from error
    except _DAMAGED as error:
        raise NoThumbnailError("damaged") from error


def _smaller(image: "Image.Image") -> Thumbnail:
    """The order saves memory: a JPEG is read small already, and is turned when it is small."""
    from PIL import Image

    turn = _turn(image)
    whole = image.height <= TALL * image.width or turn in _SIDEWAYS
    box = (HEIGHT, WIDTH) if turn in _SIDEWAYS else (WIDTH, HEIGHT)
    if whole:
        image.draft("RGB", (2 * box[0], 2 * box[1]))
    else:
        image = image.crop((0, 0, image.width, image.width * HEIGHT // WIDTH))
    image = _plain_colours(image)
    image.thumbnail(box, Image.Resampling.BICUBIC, reducing_gap=2.0)
    image = _on_white(image)
    if turn is not None:
        image = image.transpose(_transpositions()[turn])
    return Thumbnail(_jpeg(image), whole, image.width, image.height)


def _turn(image: "Image.Image") -> int | None:
    """How the camera says that it was held; what cannot be read turns nothing."""
    try:
        turn = image.getexif().get(_ORIENTATION)
    except _DAMAGED:
        return None
    return turn if turn in range(2, 9) else None


def _plain_colours(image: "Image.Image") -> "Image.Image":
    """Colours between two colours must exist before a picture is made smaller."""
    if image.mode in ("RGB", "L", "RGBA", "CMYK"):
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


def _jpeg(image: "Image.Image") -> bytes:
    """Return a file with nothing in it but the picture."""
    image.info.clear()
    body = io.BytesIO()
    image.save(body, "JPEG", quality=QUALITY)
    return body.getvalue()


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
