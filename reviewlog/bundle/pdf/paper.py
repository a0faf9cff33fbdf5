"""The report as a PDF, where typst is installed; else the reason why there is none."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.pages.declaration import declared, is_declared
from reviewlog.bundle.pages.page import page
from reviewlog.bundle.pdf.blocks import blocks_of
from reviewlog.bundle.pdf.content import content, newest
from reviewlog.bundle.pdf.typeset import NotTypesetError, typeset
from reviewlog.bundle.telling.parts import paper_parts
from reviewlog.bundle.telling.shownproofs import shown_proofs
from reviewlog.domain.paper import FAILED, NOT_INSTALLED, UNSHOWN, PaperRemark
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.showing import Proofs

TEMPLATE = "report.typ"
DECLARED = "declared"


class Paper(NamedTuple):
    """A document as a PDF, if there is one."""

    pdf: bytes | None
    remark: PaperRemark | None


def is_installed() -> bool:
    """Whether the programs that make a PDF are there."""
    return find_spec("typst") is not None and find_spec("PIL") is not None


def report_pdf(dossier: Dossier, zone: ZoneInfo) -> Paper:
    """Return the report as PDF/A-3b and PDF/UA-1; whatever happens, a bundle can go without it.

    Raises BrokenProofError when a picture is no longer what was taken in.
    """
    if not is_installed():
        return Paper(None, PaperRemark(NOT_INSTALLED))
    data, pictures = content(dossier, zone)
    return _made(dossier, data, pictures)


def paper_pdf(dossier: Dossier, zone: ZoneInfo, proofs: Proofs) -> Paper:
    """Return the one file for the folder on somebody's desk: the report and the declaration.

    Raises BrokenProofError when a picture is no longer what was taken in.
    """
    if not is_installed():
        return Paper(None, PaperRemark(NOT_INSTALLED))
    data, pictures = content(dossier, zone)
    data |= {"parts": paper_parts(data["parts"]), "alone": True}
    if is_declared(dossier):
        known = declared(dossier, zone, shown_proofs(proofs))
        data["parts"].append(DECLARED)
        data["declared"] = blocks_of("".join(page("parts/declared.html.j2", **known)))
    return _made(dossier, data, pictures)


def _made(dossier: Dossier, data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Paper:
    try:
        made = typeset(TEMPLATE, data, pictures, newest(dossier))
    except NotTypesetError as error:
        return Paper(None, PaperRemark(FAILED, error.said))
    return Paper(made.pdf, PaperRemark(UNSHOWN, made.unshown) if made.unshown else None)
