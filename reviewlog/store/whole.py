"""Writing a file whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from reviewlog.domain.errors import BookError
from reviewlog.store.files import sync_folder

FULL = frozenset((errno.ENOSPC, errno.EDQUOT))


def write_whole(raw: bytes, target: Path) -> None:
    """Write a small file."""
    with whole(target) as file:
        file.write(raw)


@contextmanager
def whole(target: Path) -> Iterator[BufferedRandom]:
    """Yield a file beside the target, which gets its name when all went well.

    A power cut leaves the old or the new one; the system makes such a file 0600.
    """
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".reviewlog-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)


def unwritten(path: Path, error: OSError) -> BookError:
    """Return what it means for the logbook that a file in it could not be written."""
    reason = "full" if error.errno in FULL else "read-only"
    return BookError(str(path), reason, str(error))
