"""The folder ready to upload to a site: beside the zip, or alone where the trade keeps silent.

The folder is written whole and replaced whole. A list in it tells what was written there, so that
a folder with anything else in it, or with a text that somebody has changed, is left alone.
"""

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.member import Member, exhibit_member, text_member
from reviewlog.bundle.packing.bag import FORM, STATEMENT, STATEMENT_TEXT
from reviewlog.bundle.pages.forms import form_text
from reviewlog.bundle.pages.statement import statement_page, statement_text
from reviewlog.bundle.telling.listed import in_order
from reviewlog.domain.errors import TargetError, UploadFolderError
from reviewlog.domain.shows import PICTURES
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.store.files import readable, sync_folder

LIST = ".made-by-reviewlog"
"""The list of what was written into the folder, in the form of `sha256sum`."""
_NAMES = 20
"""How many other names are tried for a folder that is in the way."""
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


class Loose(NamedTuple):
    """A folder that was written."""

    path: Path
    sha256: str
    """SHA-256 of the list of its files with their own, 64 hex digits."""
    size: int


def loose_members(dossier: Dossier) -> list[Member]:
    """Return what a site's form takes: the statement, the texts of the form, the pictures."""
    zone = ZoneInfo(dossier.zone)
    texts = {STATEMENT_TEXT: statement_text(dossier, zone), FORM: form_text(dossier, zone)}
    if dossier.public_only:  # there is no zip that has it
        texts[STATEMENT] = statement_page(dossier, zone)
    made = ((Path(name).name, "".join(pieces)) for name, pieces in texts.items())
    found = [text_member(name, text) for name, text in made if text]
    pictures = (one for one in in_order(dossier) if one.type in PICTURES)
    return [*found, *(_loose(exhibit_member(one)) for one in pictures)]


def _loose(member: Member) -> Member:
    return Member(Path(member.name).name, member.size, member.sha256, member.chunks)


def write_loose(dossier: Dossier, wanted: Path) -> Loose:
    """Write the folder, under another name where the owner's own files are.

    Raises TargetError, and BrokenProofError when a picture is no longer what was taken in.
    """
    with told_by(wanted):
        folder = free_folder(wanted)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".reviewlog-"))
        try:
            members = loose_members(dossier)
            listed = _fill(made, members)
            _put(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        sync_folder(folder.parent)
        return Loose(folder, hashlib.sha256(listed).hexdigest(), sum(m.size for m in members))


def refuse_upload_folder(path: Path) -> None:
    """Look whether it is a folder to upload: it has no proofs.

    Raises UploadFolderError, UnreadableFileError.
    """
    with readable(path):
        has_statement = (path / Path(STATEMENT_TEXT).name).is_file()
        is_bag = (path / "bagit.txt").exists()
    if has_statement and not is_bag:
        raise UploadFolderError(str(path))


def free_folder(wanted: Path) -> Path:
    """Return the name of the folder that is written where this one is wanted.

    Raises TargetError.
    """
    names = [wanted, *(wanted.with_name(f"{wanted.name}-{n}") for n in range(2, _NAMES))]
    found = next((one for one in names if not os.path.lexists(one) or is_ours(one)), None)
    if found is None:
        raise TargetError(str(wanted), "exists-folder")
    return found


def is_ours(folder: Path) -> bool:
    """Whether nothing is in a folder but what was written there, unchanged."""
    if folder.is_symlink() or not folder.is_dir() or not (folder / LIST).is_file():
        return False
    found = sorted(path for path in folder.iterdir() if path.name != LIST)
    if any(path.is_symlink() or not path.is_file() for path in found):
        return False
    return (folder / LIST).read_text("utf-8", "replace") == _listed(
        (path.name, _sha256(path)) for path in found
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _listed(files: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(files))


def _fill(folder: Path, members: list[Member]) -> bytes:
    """Write the files and the list of them; return the list."""
    for member in members:
        write_file(folder / member.name, member.chunks())
    listed = _listed((member.name, member.sha256) for member in members).encode()
    write_file(folder / LIST, iter((listed,)))
    folder.chmod(0o755)
    return listed


def write_file(path: Path, chunks: Iterator[bytes]) -> None:
    """Write a new file, down to the disk."""
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _put(made: Path, folder: Path) -> None:
    """Give the new folder its name; the old one goes only when the new one is there."""
    if not os.path.lexists(folder):
        made.rename(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".reviewlog-")) / "old"
    try:
        folder.rename(old)
        try:
            made.rename(folder)
        except OSError:
            old.rename(folder)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


@contextmanager
def told_by(path: Path) -> Iterator[None]:
    """Tell of what the machine refuses as of a place that cannot be written. Raises TargetError."""
    try:
        yield
    except OSError as error:
        reason = "full" if error.errno in _FULL else "unwritable"
        raise TargetError(str(path), reason) from error
