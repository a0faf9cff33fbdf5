"""A member of the bag: its name, what it hashes to, and its bytes piece by piece."""

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reviewlog.domain.errors import BrokenProofError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.paper import PaperRemark
from reviewlog.logbook.sharing.gathering import Exhibit
from reviewlog.store.files import CHUNK
from reviewlog.store.sniff import EXTENSIONS


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the bag; `chunks` may be called once for each reading."""

    name: str
    size: int
    sha256: str
    chunks: Callable[[], Iterator[bytes]]


class Desk:
    """A place to write members down before their hash is known, without holding them in memory.

    Its files have no name: nothing stays behind, whatever happens.
    """

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack = stack
        self._folder = folder
        self.remarks: list[PaperRemark] = []
        """What the owner should know of the members that were written down."""

    def member(self, name: str, pieces: Iterable[str]) -> Member:
        """Return the member made of pieces of text."""
        return self.raw(name, (piece.encode() for piece in pieces))

    def raw(self, name: str, pieces: Iterable[bytes]) -> Member:
        """Return the member made of pieces."""
        # The stack closes it: it is read again when the zip is written.
        file = self._stack.enter_context(tempfile.TemporaryFile(dir=self._folder))  # noqa: SIM115
        hasher, size = hashlib.sha256(), 0
        for piece in pieces:
            hasher.update(piece)
            size += file.write(piece)
        return Member(name, size, hasher.hexdigest(), lambda: _from_start(file))


def _from_start(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def text_member(name: str, text: str) -> Member:
    """Return the member of a short text."""
    return raw_member(name, text.encode())


def raw_member(name: str, raw: bytes) -> Member:
    """Return the member of a few bytes."""
    return Member(name, len(raw), hashlib.sha256(raw).hexdigest(), lambda: iter((raw,)))


def exhibit_path(exhibit: Exhibit) -> str:
    """Return where an exhibit lies in the bag: a name of ours, never the one it came with."""
    return f"data/exhibits/{exhibit.label}.{EXTENSIONS.get(exhibit.type, 'bin')}"


def exhibit_member(exhibit: Exhibit) -> Member:
    """Return the member of an exhibit; reading it checks that it is still what was taken in."""
    name = exhibit_path(exhibit)
    return Member(name, exhibit.size, exhibit.sha256, lambda: exhibit_chunks(exhibit))


def exhibit_chunks(exhibit: Exhibit) -> Iterator[bytes]:
    """Yield the bytes of an exhibit.

    Raises BrokenProofError when they are gone or no longer what was taken in.
    """
    hasher, left = hashlib.sha256(), exhibit.size
    try:
        with exhibit.path.open("rb") as file:
            while chunk := file.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    break
                hasher.update(chunk)
                yield chunk
    except OSError as error:
        raise _broken(exhibit, "its file in the logbook is missing or cannot be read") from error
    if left or hasher.hexdigest() != exhibit.sha256:
        raise _broken(exhibit, "its file in the logbook was changed after it was taken in")


def _broken(exhibit: Exhibit, what: str) -> BrokenProofError:
    place = f"exhibit {exhibit.label} ({harmless_line(exhibit.name)})"
    return BrokenProofError(str(exhibit.path), ((place, what),))
