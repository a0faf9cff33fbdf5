"""What a picture says about itself without showing it: where it was taken, with what, by whom."""

import warnings
from collections.abc import Iterable
from pathlib import Path

from reviewlog.logbook.sharing.gathering import Exhibit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PIL import Image

PLACE, SERIAL, OWNER, WORDS = "place", "serial", "owner", "words"
_GPS, _EXIF = 0x8825, 0x8769
_TAGS = {
    0x010E: WORDS,  # description
    0x013B: OWNER,  # artist
    0x8298: OWNER,  # copyright
    0x9286: WORDS,  # comment
    0x9C9B: WORDS,  # title, as Windows writes it
    0x9C9C: WORDS,  # comment, as Windows writes it
    0x9C9D: OWNER,  # author, as Windows writes it
    0x9C9E: WORDS,  # keywords, as Windows writes them
    0x9C9F: WORDS,  # subject, as Windows writes it
    0xA430: OWNER,  # owner of the camera
    0xA431: SERIAL,  # of the camera
    0xA435: SERIAL,  # of the lens
    0xC62F: SERIAL,  # of the camera, in raw files
}
_WRITING = ("comment", "xmp", "photoshop")
"""What Pillow calls the places for words in a picture."""
_PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}


def tell_tales(exhibits: Iterable[Exhibit]) -> dict[str, tuple[str, ...]]:
    """Return what the pictures among exhibits tell, by label; nothing where no Pillow is there."""
    found = {}
    for exhibit in exhibits:
        if exhibit.type in _PICTURES and (tales := _tales(exhibit.path, _PICTURES[exhibit.type])):
            found[exhibit.label] = tales
    return found


def _tales(path: Path, kind: str) -> tuple[str, ...]:
    try:
        from PIL import Image
    except ImportError:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=(kind,)) as picture:
                exif = picture.getexif()
                tags = {*exif, *exif.get_ifd(_EXIF)}
                said = {PLACE} if exif.get_ifd(_GPS) else set()
                said |= {WORDS} if _has_writing(picture) else set()
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, Image.DecompressionBombError):
        return ()
    said |= {_TAGS[tag] for tag in tags if tag in _TAGS}
    return tuple(word for word in (PLACE, SERIAL, OWNER, WORDS) if word in said)


def _has_writing(picture: "Image.Image") -> bool:
    """Whether there is a comment in it, or a piece of text of a png, wherever it stands."""
    return bool(getattr(picture, "text", None)) or any(map(picture.info.get, _WRITING))
