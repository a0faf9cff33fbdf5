"""What goes into the document as data: all that the page shows, as plain text and numbers."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import repeat
from typing import Any
from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.report import report_context
from reviewlog.bundle.pdf.thumbnails import Thumbnail, thumbnails
from reviewlog.bundle.telling.fieldwords import Piece
from reviewlog.bundle.telling.headlines import plain
from reviewlog.bundle.telling.listed import Shown
from reviewlog.bundle.telling.parts import EXHIBITS, PICTURES
from reviewlog.bundle.telling.times import happened
from reviewlog.logbook.sharing.gathering import Dossier, Exhibit

Data = dict[str, Any]
_LETTER_PAPER = frozenset(("USD", "CAD", "MXN", "PHP", "CLP", "COP"))
"""Currencies of places where paper is of the North American size."""
SHOWN = ("cover", "titles", "number", "summary", "sketches", "legend", "decisive", "cards", "searches",
         "reviews", "claims", "exhibits", "staying")  # fmt: skip
"""What the document takes over from the page as it is."""
SHORT = 12
"""Entries up to which a timeline needs no months."""
ROOM = 15_000_000
"""Bytes of all small pictures together: setting them takes eight times as much memory."""
_NOT_SHOWN = {
    "large": "This picture is too large to be shown here. Look at the file itself.",
    "damaged": "This picture cannot be shown here: the file is damaged, or not what it says it is.",
    "kind": "A picture of this kind cannot be shown here. Look at the file itself.",
    "room": "There are too many pictures for one document. This one is in the folder “exhibits”.",
}
_PART_ONLY = "This is the upper part of a long picture. All of it is in the file itself."


def content(dossier: Dossier, zone: ZoneInfo) -> tuple[Data, dict[str, bytes]]:
    """Return the data of the report, and its pictures by their file names.

    Raises BrokenProofError when a picture is no longer what was taken in.
    """
    known = report_context(dossier, zone)
    pictures, copies = _pictures(known["exhibits"])
    data = {name: as_data(known.get(name)) for name in SHOWN}
    data["parts"] = with_exhibits(known["parts"], known["exhibits"])
    data["alone"] = False
    data["pictures"] = pictures
    data["date"] = _date(newest(dossier))
    data["paper"] = _paper(dossier.settings)
    data["months"] = _months(dossier, [card.place for card in known["cards"]], zone)
    return data, copies


def newest(dossier: Dossier) -> datetime:
    """Return when the newest entry was written: the date of everything made of it."""
    return max(sealed.entry.recorded_at for sealed in dossier.sealed)


def with_exhibits(parts: Sequence[str], exhibits: Sequence[Shown]) -> list[str]:
    """Return the parts, with one in which each exhibit has its place, pictures or not."""
    found = list(parts)
    if exhibits and PICTURES not in found:
        found.insert(found.index(EXHIBITS) + 1, PICTURES)
    return found


def as_data(value: Any) -> Any:
    """Return a thing of the page as data; sentences made of pieces become text."""
    if isinstance(value, tuple) and value and all(isinstance(one, Piece) for one in value):
        return plain(value)
    named = _named(value)
    if named is not None:
        return {str(name): as_data(inner) for name, inner in named.items()}
    if isinstance(value, list | tuple):
        return [as_data(inner) for inner in value]
    return value


def _named(value: Any) -> Mapping[str, Any] | None:
    """The parts of a value by their names, None where it has none."""
    if isinstance(value, Exhibit):
        return {}
    if hasattr(value, "_asdict"):
        return dict(value._asdict())
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return value if isinstance(value, Mapping) else None


def _pictures(exhibits: Sequence[Shown]) -> tuple[Data, dict[str, bytes]]:
    """Return by exhibit how it is pictured, and the copies."""
    pictures = [one for one in exhibits if one.type.startswith("image/")]
    made = _within(ROOM, thumbnails(one.exhibit for one in pictures))
    shown: Data = {
        one.label: {"file": None, "width": 0, "height": 0, "note": ""} for one in exhibits
    }
    copies: dict[str, bytes] = {}
    for one, copy in zip(pictures, made, strict=False):
        if isinstance(copy, str):
            shown[one.label]["note"] = _NOT_SHOWN[copy]
            continue
        name = f"{one.label}.svg"
        copies[name] = copy.svg
        note = "" if copy.whole else _PART_ONLY
        size = {"width": copy.width, "height": copy.height}
        shown[one.label] = {"file": name, **size, "note": note}
    return shown, copies


def _within(room: int, made: Iterator[Thumbnail | str]) -> Iterator[Thumbnail | str]:
    """Yield the copies until there is no room for more, and no others are made."""
    for copy in made:
        room -= len(copy.svg) if isinstance(copy, Thumbnail) else 0
        if room < 0:
            break
        yield copy
    yield from repeat("room")


def _months(dossier: Dossier, places: Sequence[int], zone: ZoneInfo) -> dict[str, str]:
    """Return the months that a long timeline is divided into, by the place that each begins at."""
    found: dict[str, str] = {}
    for place in places:
        told = dossier.timeline[place - 1]
        at = happened(told.fields, told.settled.entry.recorded_at)
        local = at.local if at.precision == "day" else at.local.astimezone(zone)
        month = f"{local:%B %Y}"
        if month != next(reversed(found.values()), None):
            found[str(place)] = month
    return found if len(places) > SHORT and len(found) > 1 else {}


def _date(at: datetime) -> dict[str, int]:
    names = ("year", "month", "day", "hour", "minute", "second")
    return dict(zip(names, at.astimezone(UTC).timetuple(), strict=False))


def _paper(settings: Mapping[str, Any]) -> str:
    return "us-letter" if settings.get("currency") in _LETTER_PAPER else "a4"
