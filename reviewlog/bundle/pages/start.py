"""The page that somebody opens first: what this is, what to read, and how to check it."""

from collections.abc import Collection, Iterator
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import exhibit_path
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.telling.copied import copies_of
from reviewlog.bundle.telling.listed import in_order
from reviewlog.bundle.telling.matter import matter_of, sites_of
from reviewlog.bundle.telling.shownproofs import ShownProofs
from reviewlog.bundle.telling.story import business_of, customer_of, reader_of
from reviewlog.domain.audience import EVERYTHING
from reviewlog.domain.harmless import harmless_line
from reviewlog.logbook.sharing.gathering import Dossier


def start_here(dossier: Dossier, proofs: ShownProofs, payload: Collection[str]) -> Iterator[str]:
    """Yield the page; `payload` are the names of the files under data/."""
    exhibits = in_order(dossier)
    return page(
        "start.html.j2",
        number=harmless_line(dossier.number),
        business=business_of(dossier),
        reader=reader_of(dossier),
        customer=customer_of(dossier),
        sites=sites_of(dossier),
        matter=matter_of(dossier, ZoneInfo(dossier.zone)),
        everything=dossier.reader == EVERYTHING,
        payload=frozenset(payload),
        exhibits=len(exhibits),
        copies=copies_of(dossier),
        example=exhibit_path(exhibits[0]) if exhibits else "data/report.html",
        entries=len(dossier.sealed),
        shortened=any(sealed.redacted for sealed in dossier.sealed),
        services=bool(dossier.settings.get("time_stamps")),
        proofs=proofs,
    )
