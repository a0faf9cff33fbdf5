"""What is written beside the zip: a folder ready to upload for a site, a file to print."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewlog.logbook.sharing.gathering import Dossier
    from reviewlog.logbook.sharing.showing import Proofs

BESIDE = {"folder": "Ready to upload", "paper": "To print"}


def paper_name(target: Path) -> Path:
    """Return where the file to print goes: beside the zip, with its name."""
    from reviewlog.bundle.pdf.paper import is_installed

    ending = "pdf" if is_installed() else "html"
    return target.with_name(f"{_stem(target)}-paper.{ending}")


def _stem(target: Path) -> str:
    return target.name.removesuffix(".age").removesuffix(".zip")


def write_beside(
    dossier: "Dossier", proofs: "Proofs", target: Path, *, paper: bool
) -> dict[str, Path]:
    """Write what goes beside a zip that was written; return the places, by `folder` and `paper`."""
    from reviewlog.bundle.packing.loose import write_loose
    from reviewlog.bundle.packing.paper import write_paper

    found = {}
    if dossier.reader == "site":
        found["folder"] = write_loose(dossier, target.with_name(_folder(target))).path
    if paper:
        found["paper"] = write_paper(dossier, proofs, paper_name(target))
    return found


def _folder(target: Path) -> str:
    """A zip without that ending must not have a folder of its own name."""
    stem = _stem(target)
    return stem if stem != target.name else f"{stem}-to-upload"
