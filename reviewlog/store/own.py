"""The owner's own playbooks: text files in the logbook's folder, for the owner's eyes only."""

from pathlib import Path

from reviewlog.domain.errors import TargetError
from reviewlog.store.fast import PLAYBOOKS_NAME
from reviewlog.store.whole import FULL, write_whole


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
        write_whole(text.encode(), target)
    except OSError as error:
        reason = "full" if error.errno in FULL else "unwritable"
        raise TargetError(str(target), reason) from error
    return target
