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

from reviewlog.bundle.member import Desk, Member
from reviewlog.bundle.packing.bag import bag_members, bag_name
from reviewlog.bundle.packing.encrypting import Encryption
from reviewlog.bundle.packing.limits import refuse_from_far, refuse_too_large
from reviewlog.bundle.packing.seal import sealed
from reviewlog.bundle.packing.target import check_target
from reviewlog.domain.errors import TargetError
from reviewlog.domain.evidence_errors import NoStampError
from reviewlog.domain.paper import PaperRemark
from reviewlog.logbook.sharing.gathering import Dossier
from reviewlog.logbook.sharing.showing import Proofs
from reviewlog.store.whole import whole

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that was written."""

    path: Path
    sha256: str
    """SHA-256 of the file that was written, 64 hex digits."""
    size: int
    members: tuple[str, ...]
    """Names inside the top folder, in their order."""
    unstamped: tuple[NoStampError, ...] = ()
    """Why a service gave no time stamp over its seal."""
    remarks: tuple[PaperRemark, ...] = ()
    """What is to be said about its PDF."""


def write_bundle(
    dossier: Dossier, proofs: Proofs, target: Path, encryption: Encryption | None = None
) -> Written:
    """Write the bundle of a dossier to a file, replacing an older one as a whole.

    The services that the owner named are asked to stamp its seal. With an encryption the file
    is the zip encrypted, and nothing readable is ever written beside it.

    Raises TooLargeError, TargetError (`exists-folder`, `no-file`, `unwritable`, `full`), and
    BrokenProofError when the bytes of an exhibit are gone or were changed. Either way nothing
    half-written is left.
    """
    check_target(target)
    refuse_from_far(dossier)
    try:
        with ExitStack() as stack:
            top = bag_name(dossier)
            desk = Desk(stack, encryption.desk if encryption else target.parent)
            members = bag_members(dossier, proofs, desk)
            seal = sealed(dossier, proofs, top, members[-1].sha256)
            every = sorted([*members, *seal.members], key=lambda member: member.name)
            refuse_too_large(dossier, every, top)
            written = _publish(every, top, target, encryption)
            return replace(written, unstamped=seal.failed, remarks=tuple(desk.remarks))
    except OSError as error:
        reason = "full" if error.errno in _FULL else "unwritable"
        raise TargetError(str(target), reason) from error


def _publish(
    members: list[Member], top: str, target: Path, encryption: Encryption | None
) -> Written:
    with whole(target) as file:
        _fill(members, top, file, encryption)
        size = file.tell()
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Written(target, sha256, size, tuple(member.name for member in members))


def _fill(members: list[Member], top: str, file: IO[bytes], encryption: Encryption | None) -> None:
    """Write the zip; encrypted it lies meanwhile in a file without a name.

    That is gone when the program ends, however it ends; Windows removes it, too.
    """
    if encryption is None:
        _zip(members, top, file)
        return
    with tempfile.TemporaryFile(dir=encryption.desk) as plain:
        _zip(members, top, plain)
        plain.seek(0)
        encryption.copy(plain, file)


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
