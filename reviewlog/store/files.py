"""Files of the logbook: copied in, hashed while copied, never altered."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reviewlog.domain.errors import BookError
from reviewlog.domain.usage_errors import UnreadableFileError

CAP_BYTES = 200 * 1024 * 1024
CHUNK = 1024 * 1024
HEAD = 4096
"""Bytes that tell what kind of file it is."""


class StoredFile(NamedTuple):
    """A file as it came in."""

    name: str
    """The name it had; data only, never used as a path."""
    size: int
    sha256: str
    type: str
    """Media type by its first bytes, `application/octet-stream` when unknown."""


class Files:
    """The folder `files/`: each file under the SHA-256 of its bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[Path, str] = {}
        """Copies that no entry names yet, each with the SHA-256 of its bytes."""

    def path(self, sha256: str) -> Path:
        """Return where the bytes of a digest lie."""
        return self.folder / sha256[:2] / sha256

    def sha256(self, name: str) -> str | None:
        """Return the SHA-256 of the bytes stored under a name, or None when they are gone."""
        path = self.path(name)
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return _digest(file)

    def look(self, path: Path) -> str:
        """Return what kind of file it is, by its bytes; nothing is copied or written.

        Raises UnreadableFileError for whatever `take_in` would not take.
        """
        with _opened(path) as source, readable(path):
            return _kind(source)

    def take_in(self, path: Path, cap: int = CAP_BYTES) -> StoredFile:
        """Copy a file in, hash it in the same pass, and read the copy again.

        The copy waits for `settle`: a command that fails afterwards leaves nothing. Raises UnreadableFileError for links, folders, devices, pipes and files over the cap,
        BookError when the disk is full or the folder read-only, or the copy came out wrong.
        """
        try:
            with _opened(path) as source, self._written():
                return self._copy(source, path, cap)
        except BaseException:
            self.drop()
            raise

    def _copy(self, source: int, path: Path, cap: int) -> StoredFile:
        if os.fstat(source).st_size > cap:
            raise UnreadableFileError(str(path), "large")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self.folder / f".part-{os.getpid()}-{len(self._waiting)}"
        self._waiting[part] = ""
        size, sha256 = _write(source, part, path.name, cap)
        if _on_disk(part) != sha256:
            raise BookError(str(self.folder), "copy")
        self._waiting[part] = sha256
        return StoredFile(path.name, size, sha256, _kind_of(part))

    def settle(self) -> None:
        """Give the copies their names: the entries about them are there. Raises BookError."""
        with self._written():
            for part, sha256 in self._waiting.items():
                place = self.path(sha256)
                place.parent.mkdir(mode=0o700, exist_ok=True)
                part.replace(place)
                sync_folder(place.parent)
        self._waiting.clear()

    def drop(self) -> None:
        """Delete the copies that wait: what was to be written about them was not."""
        for part in self._waiting:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        self._waiting.clear()

    @contextmanager
    def _written(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = "full" if error.errno in (28, 122) else "read-only"
            raise BookError(str(self.folder), reason, str(error)) from error


def _write(source: int, part: Path, name: str, cap: int) -> tuple[int, str]:
    """Write the bytes of a file down; return how many, and their SHA-256."""
    from hashlib import sha256

    hasher, size = sha256(), 0
    with part.open("wb") as target:
        for chunk in _chunks(source):
            size += len(chunk)
            if size > cap:
                raise UnreadableFileError(name, "large")
            hasher.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return size, hasher.hexdigest()


def _on_disk(part: Path) -> str:
    """Return the SHA-256 of what the disk holds, as far as the system lets us ask the disk."""
    with part.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return _digest(file)


def _digest(file: BufferedReader) -> str:
    import hashlib

    return hashlib.file_digest(file, "sha256").hexdigest()


def _kind_of(part: Path) -> str:
    with part.open("rb") as file:
        return _kind(file.fileno())


def _kind(source: int) -> str:
    """Return the media type of an open file; where its first bytes leave it open, by its tracks."""
    from reviewlog.store.sniff import SOUND_ONLY, sniff
    from reviewlog.store.tracks import sounds_alone

    def read(offset: int, length: int) -> bytes:
        os.lseek(source, offset, os.SEEK_SET)
        return os.read(source, length)

    kind = sniff(read(0, HEAD))
    is_open = kind in ("video/mp4", "video/3gpp")
    if is_open and sounds_alone(read, os.fstat(source).st_size):
        return SOUND_ONLY[kind]
    return kind


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    source = _open_regular(path)
    try:
        yield source
    finally:
        os.close(source)


def _open_regular(path: Path) -> int:
    """Open a regular file without following a link or waiting for a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with readable(path):
        if path.is_symlink():
            raise UnreadableFileError(str(path), "link")
        if path.is_dir():
            raise UnreadableFileError(str(path), "folder")
        opened = os.open(path, flags | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise UnreadableFileError(str(path), "device")
    return opened


@contextmanager
def regular(path: Path) -> Iterator[BinaryIO]:
    """Open a file that somebody may have put in another's place; a pipe is not waited for.

    Raises OSError, also for what is no file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    opened = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        with os.fdopen(opened, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(opened)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into UnreadableFileError."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableFileError(str(path), "missing") from None
    except PermissionError:
        raise UnreadableFileError(str(path), "locked") from None
    except OSError as error:
        what = "missing" if error.errno == errno.ENAMETOOLONG else "device"
        raise UnreadableFileError(str(path), what) from None


def regular_bytes(path: Path, cap: int) -> bytes | None:
    """Return a small regular file; None for whatever else lies there, or is larger than `cap`."""
    try:
        with _opened(path) as source, os.fdopen(source, "rb", closefd=False) as file:
            raw = file.read(cap + 1)
    except (UnreadableFileError, OSError):
        return None
    return raw if len(raw) <= cap else None


def regular_text_bytes(path: Path, cap: int) -> bytes:
    """Return a small regular file. Raises UnreadableFileError for whatever else lies there."""
    with _opened(path) as source, readable(path), os.fdopen(source, "rb", closefd=False) as file:
        raw = file.read(cap + 1)
    if len(raw) > cap:
        raise UnreadableFileError(str(path), "long")
    return raw


def _chunks(source: int) -> Iterator[bytes]:
    while chunk := os.read(source, CHUNK):
        yield chunk


def sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut (a folder cannot be opened on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
