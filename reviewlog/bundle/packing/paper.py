"""One file to print, for the folder on the lawyer's desk: all that is to be read, in one order."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from reviewlog.bundle.packing.loose import told_by
from reviewlog.bundle.packing.target import check_target
from reviewlog.bundle.pages.declaration import declared, is_declared
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.pages.report import report_context
from reviewlog.bundle.pdf.paper import paper_pdf
from reviewlog.bundle.telling.listed import picture_uri
from reviewlog.bundle.telling.parts import paper_parts
from reviewlog.bundle.telling.shownproofs import shown_proofs
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.showing import Proofs
from reviewlog.store.whole import whole


def paper(dossier: Dossier, zone: ZoneInfo, proofs: Proofs) -> Iterator[str]:
    """Yield the page: cover, summary, list of exhibits, timeline, pictures, declaration."""
    known = report_context(dossier, zone)
    known["parts"] = paper_parts(known["parts"])
    signed = declared(dossier, zone, shown_proofs(proofs)) if is_declared(dossier) else None
    return page("paper.html.j2", **known, picture=picture_uri, declared=signed)


def _printed(dossier: Dossier, proofs: Proofs, target: Path) -> tuple[Path, Iterable[bytes]]:
    """Return the file as a PDF where that is wanted and can be made, else as a page."""
    zone = ZoneInfo(dossier.zone)
    made = paper_pdf(dossier, zone, proofs).pdf if target.suffix == ".pdf" else None
    if made is not None:
        return target, (made,)
    pieces = paper(dossier, zone, proofs)
    return target.with_suffix(".html"), (piece.encode() for piece in pieces)


def write_paper(dossier: Dossier, proofs: Proofs, wanted: Path) -> Path:
    """Write the file, replacing an older one as a whole; return where it is.

    Raises TargetError, and BrokenProofError when a picture is no longer what was taken in.
    """
    target, pieces = _printed(dossier, proofs, wanted)
    check_target(target)
    with told_by(target), whole(target) as file:
        file.writelines(pieces)
    return target
