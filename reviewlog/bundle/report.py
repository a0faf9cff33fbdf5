"""The report: the whole story on one page that needs nothing else."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from reviewlog.bundle.cards import cards
from reviewlog.bundle.custody import custody
from reviewlog.bundle.fieldwords import Fields, field_text
from reviewlog.bundle.headlines import Words
from reviewlog.bundle.member import exhibit_chunks, exhibit_path
from reviewlog.bundle.pages import page
from reviewlog.bundle.story import business_of, customer_of, reader_of, reviews_of, summary_of
from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing import Dossier, Exhibit

_PICTURES = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
_ACTIVE = frozenset(("text/html", "message/rfc822", "application/zip"))
PICTURE_CAP = 2_000_000
"""Bytes up to which a picture is shown on the page itself."""
PICTURES_CAP = 24_000_000
"""Bytes of all pictures on the page together: more, and browsers and mail programs give up."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An exhibit as the report lists it; every text is harmless."""

    exhibit: Exhibit
    label: str
    name: str
    file: str
    size: str
    type: str
    sha256: str
    leaf: str
    custody: Words
    """How the file came to us."""
    pictured: bool
    active: bool

    @property
    def uri(self) -> str:
        """The picture itself, read only when its place on the page is reached."""
        raw = b"".join(exhibit_chunks(self.exhibit))
        return f"data:{self.type};base64,{base64.b64encode(raw).decode()}"


def report(dossier: Dossier, zone: ZoneInfo) -> Iterator[str]:
    """Yield the report piece by piece.

    Raises BrokenProofError when a picture is no longer what was taken in.
    """
    told = {t.settled.entry.id for t in dossier.timeline}
    return page(
        "report.html.j2",
        number=harmless_line(dossier.number),
        business=business_of(dossier),
        customer=customer_of(dossier),
        reader=reader_of(dossier),
        zone=harmless_line(dossier.zone),
        summary=summary_of(dossier, zone),
        cards=cards(dossier, zone),
        reviews=reviews_of(dossier, zone),
        exhibits=exhibits_shown(dossier, zone),
        everything=dossier.reader == EVERYTHING,
        stored=len(dossier.sealed),
        withheld=sum(1 for s in dossier.sealed if s.entry.id not in told and not s.disclosures),
        taken_back=sum(1 for s in dossier.sealed if s.retracted),
    )


def exhibits_shown(dossier: Dossier, zone: ZoneInfo) -> list[Shown]:
    """Return the exhibits in their order; pictures are shown until the page would be too big."""
    told = {t.settled.entry.id: t.fields for t in dossier.timeline}
    shown, room = [], PICTURES_CAP
    for exhibit in dossier.exhibits:
        pictured = exhibit.type in _PICTURES and exhibit.size < min(PICTURE_CAP, room)
        room -= exhibit.size if pictured else 0
        shown.append(_shown(exhibit, told[exhibit.entry.id], zone, pictured=pictured))
    return shown


def _shown(exhibit: Exhibit, fields: Fields, zone: ZoneInfo, *, pictured: bool) -> Shown:
    return Shown(
        exhibit=exhibit,
        label=exhibit.label,
        name=field_text("name", exhibit.name, zone),
        file=exhibit_path(exhibit).removeprefix("data/"),
        size=_size_words(exhibit.size),
        type=harmless_line(exhibit.type),
        sha256=exhibit.sha256,
        leaf=exhibit.entry.leaf,
        custody=custody(fields, exhibit.entry.recorded_at, zone),
        pictured=pictured,
        active=exhibit.type in _ACTIVE,
    )


def _size_words(size: int) -> str:
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
