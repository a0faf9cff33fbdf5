"""Check the logbook, a bundle, or a checkpoint that was mailed to a witness.

reviewlog verify

reviewlog verify incident-12-google.zip

reviewlog verify their-mail.txt

Nothing is written. It ends with 1 where anything does not hold.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.checked import Checked
from reviewlog.domain.usage_errors import ConflictingOptionsError, UnreadableFileError
from reviewlog.store.book import exists
from reviewlog.store.files import readable

if TYPE_CHECKING:
    from reviewlog.domain.tree.mailed import Mailed


def run(
    ctx: typer.Context,
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", help="A bundle, a logbook, or a mail.")] = None,
    roots: Annotated[Path | None, typer.Option("--roots", metavar="FILE", help="The certificates (PEM) of a bundle's time stamps.")] = None,
) -> None:  # fmt: skip
    """Check the logbook, a bundle, or a checkpoint."""
    from reviewlog.render.proving.checked import checked_shape, checked_text

    session: Session = ctx.obj
    if path is not None:
        with readable(path):
            path.stat()
    what, checked = _checked(session, path, roots)
    if session.json:
        session.show_json("verify", checked_shape(what, checked))
    else:
        session.show(checked_text(what, checked, session.machine.width(), brief=session.quiet))
    if not checked.holds or checked.is_beside:
        raise typer.Exit(1)


def _checked(session: Session, path: Path | None, roots: Path | None) -> tuple[str, Checked]:
    mailed = _mailed(path) if path is not None and path.is_file() else ()
    if path is None or mailed or exists(path):
        from reviewlog.logbook.keeping.verifying import verified

        if roots is not None:  # those of a logbook stand in its config.yaml
            raise ConflictingOptionsError("--roots", "a checkpoint" if mailed else "a logbook")
        folder = path if path is not None and not mailed else session.folder
        with session.watching() as watch:
            return str(folder), verified(folder, watch, mailed)
    from reviewlog.bundle.packing.encrypting import refuse_encrypted
    from reviewlog.bundle.packing.loose import refuse_upload_folder

    refuse_encrypted(path)
    refuse_upload_folder(path)
    if _is_something_else(path):
        raise UnreadableFileError(str(path), "nothing-to-check")
    from reviewlog.bundle.checking.verify import verify_bundle

    return str(path), verify_bundle(path, _certificates(roots) if roots else b"")


def _is_something_else(path: Path) -> bool:
    """Whether neither name nor content of a file is that of a bundle, not even a damaged one."""
    if not path.is_file() or path.suffix.lower() == ".zip":
        return False
    import zipfile

    with path.open("rb") as file:
        starts = file.read(2) == b"PK"
    return not starts and not zipfile.is_zipfile(path)


def _certificates(path: Path) -> bytes:
    """Return the certificates of a file. Raises UnreadableFileError."""
    from reviewlog.store.files import readable
    from reviewlog.sync.certificates import trusted

    with readable(path):
        pem = path.read_bytes()
    if not pem.strip() or not trusted(pem):
        raise UnreadableFileError(str(path), "no-certificates")
    return pem


def _mailed(path: Path) -> "tuple[Mailed, ...]":
    from reviewlog.domain.tree.mailed import CAP, find_mailed

    try:
        with path.open("rb") as file:
            return find_mailed(file.read(CAP), path.name)
    except PermissionError:
        raise UnreadableFileError(str(path), "locked") from None
