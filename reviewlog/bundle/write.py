"""Writing the bundle: one zip, the same bytes for the same incident, whole or not at all."""

import errno
import hashlib
import os
import stat
import tempfile
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from reviewlog.bundle.bag import bag_members, bag_name
from reviewlog.bundle.member import Desk, Member
from reviewlog.bundle.seal import sealed
from reviewlog.domain.errors import TargetError
from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.logbook.sharing import Dossier
from reviewlog.logbook.showing import Proofs
from reviewlog.store.files import sync_folder

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that was written."""

    path: Path
    sha256: str
    """SHA-256 of the zip, 64 hex digits."""
    size: int
    members: tuple[str, ...]
    """Names inside the top folder, in their order."""
    unstamped: tuple[NoStampError, ...] = ()
    """Why a service gave no time stamp over its seal."""


def write_bundle(dossier: Dossier, proofs: Proofs, target: Path) -> Written:
    """Write the bundle of a dossier to a file, replacing an older one as a whole.

    The services that the owner named are asked to stamp its seal.

    Raises TargetError (`exists-folder`, `unwritable`, `full`), and BrokenProofError when the
    bytes of an exhibit are gone or were changed. Either way nothing half-written is left.
    """
    if target.is_dir():
        raise TargetError(str(target), "exists-folder")
    try:
        with ExitStack() as stack:
            top = bag_name(dossier)
            members = bag_members(dossier, proofs, Desk(stack, target.parent))
            seal = sealed(dossier, proofs, top, members[-1].sha256)
            every = sorted([*members, *seal.members], key=lambda member: member.name)
            return replace(_publish(every, top, target), unstamped=seal.failed)
    except OSError as error:
        reason = "full" if error.errno in _FULL else "unwritable"
        raise TargetError(str(target), reason) from error


def _publish(members: list[Member], top: str, target: Path) -> Written:
    """Write beside the target, then give it its name: a power cut leaves the old or the new."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".reviewlog-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            _zip(members, top, file)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
    return Written(target, sha256, size, tuple(member.name for member in members))


def _zip(members: list[Member], top: str, file: IO[bytes]) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            with archive.open(_entry(f"{top}/{member.name}", member.size), "w") as target:
                for chunk in member.chunks():
                    target.write(chunk)
    file.seek(0, os.SEEK_END)


def _entry(name: str, size: int) -> zipfile.ZipInfo:
    """Stored, not compressed: other versions of zlib would give other bytes."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    entry.file_size = size
    return entry
