"""Reading a bundle that somebody sent: a zip or an unpacked folder, never extracted or trusted."""

import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from reviewlog.bundle.caps import MEMBERS, TOTAL
from reviewlog.bundle.checking.zipheaders import agrees, has_second_name, is_plain
from reviewlog.bundle.checking.ziplayout import fills_whole
from reviewlog.domain.harmless import harmless_line, is_harmless
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.store.files import readable

Fault = tuple[str, str]
"""Where something does not hold, and what."""

RATIO = 200
RATIO_FROM = 1024 * 1024
"""Bytes below which packing well is nothing special."""
CHUNK = 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
)
_TWO_TALES = "its own header tells something else than the list of members"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


class HostileError(Exception):
    """The bundle is not safe to read on."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(place, what)
        self.fault: Fault = (harmless_line(place), what)


class Contents(Protocol):
    """The files of a bag by their names inside it."""

    names: list[str]
    top: str | None
    """The name of the bag; of an unpacked one None, as anybody names a folder anew."""

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a file. Raises HostileError."""


class ZipContents:
    """The members of a zip below its one top folder."""

    def __init__(self, file: IO[bytes], shown: str) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except _DAMAGE as error:
            raise HostileError(shown, "this is not a zip file, or it is damaged") from error
        entries = self._zip.infolist()
        if len(entries) > MEMBERS:
            raise HostileError(shown, f"it has more than {MEMBERS:,} members")
        for entry in entries:
            _check_entry(entry)
        if not fills_whole(file, self._zip):
            raise HostileError(shown, "the zip holds bytes that belong to none of its files")
        for entry in entries:
            if not agrees(file, entry):
                raise HostileError(entry.orig_filename, _TWO_TALES)
        _check_doubles([entry.orig_filename for entry in entries])
        tops = {entry.filename.partition("/")[0] for entry in entries if "/" in entry.filename}
        loose = [entry.filename for entry in entries if "/" not in entry.filename]
        if loose or len(tops) != 1:
            raise HostileError(loose[0] if loose else shown, "it does not have one top folder")
        self.top: str | None = tops.pop()
        self._members = {entry.filename.partition("/")[2]: entry for entry in entries}
        self._left = TOTAL
        self.names = sorted(self._members)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a member, counting what really comes out. Raises HostileError."""
        entry, read = self._members[name], 0
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(CHUNK):
                    read += len(chunk)
                    self._left -= len(chunk)
                    _check_amount(name, read, entry.compress_size, self._left)
                    yield chunk
        except _DAMAGE as error:
            raise HostileError(name, "it is damaged inside the zip") from error
        if read != entry.file_size:
            raise HostileError(name, "it is damaged inside the zip")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename  # `filename` ends at the first NUL
    fault = name_fault(name.removesuffix("/"))
    if fault is not None:
        raise HostileError(name, fault)
    # What no file needs nobody checks, but some programs show it.
    wrong = (
        (name.endswith("/"), "it is a folder; in a bundle only the files name their folders"),
        (not _is_file(entry), "it is a link or a device, not a file"),
        (entry.flag_bits & _ENCRYPTED, "it is encrypted"),
        (entry.compress_type not in _METHODS, "it is packed in an unusual way"),
        (has_second_name(entry.extra), "it has a second name"),
        (not is_plain(entry), "it carries a comment, an attribute or an extra that no bundle has"),
    )
    for is_so, what in wrong:
        if is_so:
            raise HostileError(name, what)


def _is_file(entry: zipfile.ZipInfo) -> bool:
    return stat.S_IFMT(entry.external_attr >> 16) in (0, stat.S_IFREG)


def _check_amount(name: str, read: int, packed: int, left: int) -> None:
    if left < 0:
        raise HostileError(name, "the zip unpacks to more than 2 GiB")
    if read > RATIO_FROM and read > packed * RATIO:
        raise HostileError(name, f"it unpacks to more than {RATIO} times its size")


def _check_doubles(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        folded = unicodedata.normalize("NFC", name.rstrip("/")).casefold()
        if folded in seen:
            raise HostileError(name, "two members have the same name, or nearly")
        seen.add(folded)


def name_fault(name: str) -> str | None:
    """Return what is wrong with a member's name, in words, or None."""
    parts = name.split("/")
    if name.startswith("/"):
        return "its name is absolute"
    if any(part in ("", ".", "..") for part in parts):
        return "its name leads elsewhere"
    if "\\" in name or ":" in name:
        return "its name has a backslash or a colon"
    if not all(is_harmless(c) and c not in "\n\u200c\u200d" for c in name):
        return "its name has hidden characters"
    if any(p.partition(".")[0].casefold() in _RESERVED or p[-1] in ". " for p in parts):
        return "its name is not allowed on Windows"
    return "its name is too long" if len(name.encode()) > 200 else None


class FolderContents:
    """The files of an unpacked bag."""

    def __init__(self, folder: Path) -> None:
        self.top: str | None = None
        self._files = dict(_walk(folder, ""))
        self.names = sorted(self._files)
        _check_doubles(self.names)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a file, following no link. Raises HostileError."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            with os.fdopen(os.open(self._files[name], flags), "rb") as file:
                while chunk := file.read(CHUNK):
                    yield chunk
        except OSError as error:
            raise HostileError(name, "it cannot be read") from error


def _walk(folder: Path, before: str) -> Iterator[tuple[str, Path]]:
    inside = sorted(folder.iterdir())
    if before and not inside:
        raise HostileError(before, "it is an empty folder, and no bundle has one")
    for path in inside:
        name = before + path.name
        fault = name_fault(name)
        if fault is not None:
            raise HostileError(name, fault)
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            yield from _walk(path, name + "/")
        elif stat.S_ISREG(mode):
            yield name, path
        else:
            raise HostileError(name, "it is a link or a device, not a file")


@contextmanager
def opened(path: Path) -> Iterator[Contents]:
    """Open a bundle to be read. Raises UnreadableFileError, HostileError."""
    with readable(path):
        if path.is_dir():
            yield FolderContents(_bag_folder(path))
            return
        if path.exists() and not path.is_file():
            raise UnreadableFileError(str(path), "device")
        with path.open("rb") as file:
            yield ZipContents(file, path.name)


def _bag_folder(path: Path) -> Path:
    """The bag itself, or the folder that a zip was unpacked into."""
    inside = list(path.iterdir())
    alone = inside[0] if len(inside) == 1 else path
    return alone if alone.is_dir() and not alone.is_symlink() else path
