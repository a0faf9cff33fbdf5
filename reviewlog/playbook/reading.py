"""A YAML file that somebody names: its text, or a calm reason why there is none."""

import os
import stat
from pathlib import Path

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.shelf import is_text
from reviewlog.playbook.strict import MAX_BYTES, TOO_LARGE, Fault


def read_file(path: Path) -> str:
    """Return the text of a playbook file; its size is looked at before it is read.

    Raises UnreadableFileError for what is missing, locked, a folder, a pipe, a device or has a
    name that cannot be kept, and PlaybookFaultError for a file over the cap or with bytes that
    are no UTF-8.
    """
    if not is_text(path.name):
        raise UnreadableFileError(str(path), "name")
    opened = _opened(path)
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise UnreadableFileError(str(path), "device")
        if os.fstat(opened).st_size > MAX_BYTES:
            raise PlaybookFaultError(str(path), (TOO_LARGE,))
        with os.fdopen(opened, "rb", closefd=False) as file:
            return _decoded(file.read(MAX_BYTES + 1), path)
    finally:
        os.close(opened)


def _opened(path: Path) -> int:
    """Open a file without waiting for somebody to write into a pipe."""
    if path.is_dir():
        raise UnreadableFileError(str(path), "folder")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags)
    except FileNotFoundError:
        raise UnreadableFileError(str(path), "missing") from None
    except PermissionError:
        raise UnreadableFileError(str(path), "locked") from None
    except (OSError, ValueError):
        raise UnreadableFileError(str(path), "device") from None


def _decoded(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(errors="replace")
        column = len(before) - before.rfind("\n")
        fault = Fault(before.count("\n") + 1, column, "This is no text in UTF-8.")
        raise PlaybookFaultError(str(path), (fault,)) from None
