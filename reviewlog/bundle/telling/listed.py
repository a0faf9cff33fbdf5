"""The list of exhibits: what each file is, what it shows, and how it came to us."""

import base64
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import exhibit_chunks, exhibit_path
from reviewlog.bundle.telling.copied import original_words
from reviewlog.bundle.telling.custody import custody
from reviewlog.bundle.telling.fieldwords import Fields, field_text
from reviewlog.bundle.telling.headlines import Words
from reviewlog.domain.exhibits import label_order
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.shows import PICTURES, SHOWS_WORDS, shown_by
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit

_ACTIVE = frozenset(("text/html", "message/rfc822", "application/zip"))
PICTURES_CAP = 24_000_000
"""Bytes of all pictures on the page together: more, and browsers and mail programs give up."""
_UNSHOWN = {
    "bytes": "not shown here: a large file",
    "room": "not shown here: the page would be too large",
    "large": "not shown here: unpacked it would be {width} by {height} points",
    "moving": "not shown here: the picture moves",
    "unknown": "not shown here: how large the picture is cannot be told, it may be damaged",
}
"""Why a picture is in the folder only."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An exhibit as the report lists it; every text is harmless."""

    exhibit: Exhibit
    label: str
    name: str
    about: str
    """What the entry says of it."""
    strength: str
    """What it shows, in words that tell how much it weighs."""
    file: str
    size: str
    type: str
    sha256: str
    leaf: str
    place: int
    """Its place in the timeline."""
    number: int
    """The number of its entry in the log."""
    custody: Words
    """How the file came to us."""
    original: str
    """What is said of the file that it is a blackened copy of."""
    pictured: bool
    unshown: str
    """Why a picture is not shown, empty for what is no picture."""
    active: bool


def picture_uri(exhibit: Exhibit) -> str:
    """Return a picture as an address that holds it whole."""
    raw = b"".join(exhibit_chunks(exhibit))
    return f"data:{harmless_line(exhibit.type)};base64,{base64.b64encode(raw).decode()}"


def in_order(dossier: Dossier) -> list[Exhibit]:
    """Return the exhibits in the order of their numbers."""
    return sorted(dossier.exhibits, key=lambda exhibit: label_order(exhibit.label))


def exhibits_shown(dossier: Dossier, zone: ZoneInfo) -> list[Shown]:
    """Return the exhibits in their order; pictures are shown until the page would be too big."""
    told = {t.settled.entry.id: (n, t.fields) for n, t in enumerate(dossier.timeline, 1)}
    shown, room = [], PICTURES_CAP
    for exhibit in in_order(dossier):
        unshown = _unshown(exhibit, room)
        room -= 0 if unshown else exhibit.size
        place, fields = told[exhibit.entry.id]
        shown.append(_shown(exhibit, place, fields, zone, unshown))
    return shown


def _unshown(exhibit: Exhibit, room: int) -> str | None:
    """Return why a file is not shown, empty when it is no picture, None when it is shown."""
    if exhibit.type not in PICTURES:
        return ""
    if exhibit.unfit is not None:
        word, width, height = exhibit.unfit
        return _UNSHOWN[word].format(width=f"{width:,}", height=f"{height:,}")
    return None if exhibit.size <= room else _UNSHOWN["room"]


def _shown(
    exhibit: Exhibit, place: int, fields: Fields, zone: ZoneInfo, unshown: str | None
) -> Shown:
    return Shown(
        exhibit=exhibit,
        label=exhibit.label,
        name=field_text("name", exhibit.name, zone),
        about=field_text("text", fields["text"], zone) if fields.get("text") else "",
        strength=SHOWS_WORDS.get(shown_by(fields), ""),
        file=exhibit_path(exhibit).removeprefix("data/"),
        size=size_words(exhibit.size),
        type=harmless_line(exhibit.type),
        sha256=exhibit.sha256,
        leaf=exhibit.entry.leaf,
        place=place,
        number=exhibit.entry.id.seq,
        custody=custody(fields, exhibit.entry.recorded_at, zone),
        original=original_words(fields),
        pictured=unshown is None,
        unshown=unshown or "",
        active=exhibit.type in _ACTIVE,
    )


def size_words(size: int) -> str:
    """Return the size of a file in words."""
    if size < 1000:
        return "1 byte" if size == 1 else f"{size} bytes"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
