"""Pictures in which something is blacked out: always a new file, the original stays as it is."""

import tempfile
import warnings
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.entry import Draft, Entry
from reviewlog.domain.errors import UnknownFileError
from reviewlog.domain.redaction_errors import BadBoxError, NoPictureError, NoPillowError
from reviewlog.logbook.base import Book
from reviewlog.logbook.opening.projecting import Projector
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.writing.numbering import entry_word, labels_of

MOST_PIXELS = 50_000_000
"""A picture with more is not opened: a few bytes may claim to be a wall of a house."""
_KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_ENDINGS = {"image/jpeg": ("JPEG", "jpg")}
_COPIED = ("how", "shows", "source", "captured_at", "by", "text")


class Box(NamedTuple):
    """A part of a picture, in its pixels from the upper left."""

    left: int
    top: int
    width: int
    height: int


def read_box(text: str) -> Box:
    """Return the box that `X,Y,W,H` says. Raises BadBoxError."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 4 or not all(p.isascii() and p.isdecimal() and len(p) < 7 for p in parts):
        raise BadBoxError(text)
    box = Box(*map(int, parts))
    if not box.width or not box.height:
        raise BadBoxError(text)
    return box


def find_original(book: Book, row: dict[str, Any], word: str) -> Entry:
    """Return the entry of a file of an incident by its label or number.

    Raises UnknownFileError. The caller holds a transaction.
    """
    meant = entry_word(book, row["id"], word)
    timeline, _ = Projector(book.store, book.calendar).timeline(row["id"])
    for settled in timeline:
        if str(settled.entry.id.seq) == meant and settled.entry.fields.get("file"):
            return settled.entry
    raise UnknownFileError(str(row["number"]), word)


def copied(original: Entry) -> dict[str, Any]:
    """Return what a redacted copy says of itself: whose copy it is, and how that came to us."""
    known = {name: original.fields[name] for name in _COPIED if name in original.fields}
    of = {"parent": original.fields["file"]["sha256"], "redacts": str(original.id)}
    return known | of


def black_out(book: Book, incident: str, word: str, boxes: Iterable[Box]) -> Receipt:
    """Keep a copy of a picture with black boxes, and without what else the file said.

    Raises UnknownFileError, NoPictureError, BadBoxError, NoPillowError.
    """
    with book.store.reading():
        row = book.get_incident(incident)
        original = find_original(book, row, word)
        label = labels_of(book, row["id"])[original.id]
    named = (str(row["number"]), label)
    file = original.fields["file"]
    if file["type"] not in _KINDS:
        raise NoPictureError(*named, "kind")
    raw = _blackened(book.store.files.path(file["sha256"]), file["type"], named, tuple(boxes))
    _, ending = _ENDINGS.get(file["type"], ("PNG", "png"))
    with tempfile.TemporaryDirectory(dir=book.store.folder) as folder:
        path = Path(folder) / f"{label}-redacted.{ending}"
        path.write_bytes(raw)
        stored = book.store.files.take_in(path)
    fields = {
        "happened_at": book.happened(None),
        "file": {
            "name": stored.name,
            "size": stored.size,
            "sha256": stored.sha256,
            "type": stored.type,
        },
    }
    with book.store.writing():
        return book.receipt(book.record([Draft("evidence", fields | copied(original), row["id"])]))


def _blackened(path: Path, kind: str, named: tuple[str, str], boxes: tuple[Box, ...]) -> bytes:
    """Return a picture made of nothing but the pixels that are seen, with black boxes."""
    try:
        from PIL import Image, ImageDraw, UnidentifiedImageError
    except ImportError:
        raise NoPillowError(*named) from None
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning)
            seen = _seen(path, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPictureError(*named, "large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise NoPictureError(*named, "broken") from None
    finally:
        Image.MAX_IMAGE_PIXELS = limit
    pen = ImageDraw.Draw(seen)
    for box in boxes:
        if box.left >= seen.width or box.top >= seen.height:
            raise BadBoxError(",".join(map(str, box)), seen.size)
        end = (box.left + box.width - 1, box.top + box.height - 1)
        pen.rectangle(((box.left, box.top), end), fill="black")
    saved = BytesIO()
    seen.save(saved, _ENDINGS.get(kind, ("PNG", ""))[0], quality=90)
    return saved.getvalue()


def _seen(path: Path, kind: str) -> Any:
    """Return the pixels as they are seen: turned upright, on white, first picture only."""
    from PIL import Image, ImageOps

    with Image.open(path, formats=(_KINDS[kind],)) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    white = Image.new("RGBA", upright.size, "white")
    white.alpha_composite(upright)
    return white.convert("RGB")
