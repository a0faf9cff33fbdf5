"""The owner's own playbooks: text files in the logbook's folder, for the owner's eyes only."""

import errno
import os
import tempfile
from pathlib import Path

from reviewlog.domain.errors import TargetError
from reviewlog.store.fast import PLAYBOOKS_NAME
from reviewlog.store.files import sync_folder

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))


def own_path(book: Path, name: str) -> Path:
    """Return where an own playbook of that name lies."""
    return book / PLAYBOOKS_NAME / f"{name}.yaml"


def write_own(book: Path, name: str, text: str, *, over: bool = False) -> Path:
    """Write an own playbook, whole or not at all.

    Raises TargetError (`exists-playbook` unless it may be written over, `unwritable`, `full`).
    """
    target = own_path(book, name)
    if target.exists() and not over:
        raise TargetError(str(target), "exists-playbook")
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        _publish(text, target)
    except OSError as error:
        reason = "full" if error.errno in _FULL else "unwritable"
        raise TargetError(str(target), reason) from error
    return target


def _publish(text: str, target: Path) -> None:
    """Write beside the target, then give it its name; the system makes such a file 0600."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".reviewlog-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
