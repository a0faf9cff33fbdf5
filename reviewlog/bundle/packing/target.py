"""Where a file is to be written: only in the place of nothing, or of another file."""

from pathlib import Path

from reviewlog.domain.errors import TargetError


def check_target(path: Path) -> None:
    """Refuse what a new file must not take the place of: a folder, a device, a pipe.

    Raises TargetError (`exists-folder`, `no-file`).
    """
    if path.is_dir():
        raise TargetError(str(path), "exists-folder")
    if path.exists() and not path.is_file():
        raise TargetError(str(path), "no-file")
