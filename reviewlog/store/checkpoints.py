"""The folder `checkpoints/`: every checkpoint that was signed, and the time stamps over it.

Nothing in it is ever changed or deleted: whoever holds one of these can show a later log to be
another one.
"""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.evidence_errors import CheckpointError
from reviewlog.domain.tree.checkpoint import Checkpoint, read_checkpoint
from reviewlog.domain.tree.notes import NOTE_CAP, BadNoteError, Verifier, note_text, open_note
from reviewlog.store.whole import unwritten, write_whole

FOLDER_NAME = "checkpoints"
_NOTE = re.compile(r"([0-9]{9,18})\.txt")
_TOKEN = re.compile(r"([0-9]{9,18})\.([a-z0-9-]+)\.tsr")


class Kept(NamedTuple):
    """A checkpoint that lies in the folder."""

    path: Path
    note: bytes
    """The signed note, byte for byte: what is stamped."""
    checkpoint: Checkpoint


class KeptToken(NamedTuple):
    """A time stamp over the note of a size, as the service gave it."""

    size: int
    slug: str
    """Which service: see `slug_of`."""
    path: Path
    chain: Path | None
    """The certificates (PEM) that came with it."""


class Checkpoints:
    """What was signed and stamped, by the size of the log."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sizes(self) -> list[int]:
        """Return the sizes that there are notes of, the smallest first."""
        return sorted(int(found[1]) for found in self._named(_NOTE))

    def path(self, size: int) -> Path:
        """Return where the note of a size lies."""
        return self.folder / f"{size:09d}.txt"

    def note(self, size: int) -> bytes | None:
        """Return the note of a size as it lies there, None where there is none."""
        path = self.path(size)
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(NOTE_CAP + 1)

    def get(self, size: int, verifiers: list[Verifier] | None = None) -> Kept:
        """Return the checkpoint of a size; with verifiers only if one of them signed it.

        Raises BadNoteError when the file is not the checkpoint of this size.
        """
        note = self.note(size) or b""
        text = note_text(note) if verifiers is None else open_note(note, verifiers)
        checkpoint = read_checkpoint(text)
        if checkpoint.size != size:
            raise BadNoteError("form")
        return Kept(self.path(size), note, checkpoint)

    def put(self, size: int, note: bytes) -> Path:
        """Keep the note of a size. Raises CheckpointError over another one, BookError."""
        path = self.path(size)
        if self.note(size) not in (None, note):
            raise CheckpointError(str(path), "damaged")
        self._publish(note, path)
        return path

    def tokens(self, size: int | None = None) -> list[KeptToken]:
        """Return the time stamps over the note of a size, or all of them, the smallest first."""
        every = [self._token(int(found[1]), found[2]) for found in self._named(_TOKEN)]
        return sorted(token for token in every if size in (None, token.size))

    def put_token(self, size: int, service: str, token: bytes, chain: bytes | None) -> KeptToken:
        """Keep a time stamp over the note of a size, beside any earlier one. Raises BookError."""
        slug, other = slug_of(service), 1
        while self._is_taken(self._token_path(size, slug, "tsr"), token) or self._is_taken(
            self._token_path(size, slug, "pem"), chain
        ):
            other += 1
            slug = f"{slug_of(service)}-{other}"
        if chain is not None:
            self._publish(chain, self._token_path(size, slug, "pem"))
        self._publish(token, self._token_path(size, slug, "tsr"))
        return self._token(size, slug)

    def _token(self, size: int, slug: str) -> KeptToken:
        chain = self._token_path(size, slug, "pem")
        found = chain if chain.is_file() else None
        return KeptToken(size, slug, self._token_path(size, slug, "tsr"), found)

    def _token_path(self, size: int, slug: str, ending: str) -> Path:
        return self.folder / f"{size:09d}.{slug}.{ending}"

    def _is_taken(self, path: Path, raw: bytes | None) -> bool:
        return path.exists() and path.read_bytes() != raw

    def _named(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        paths = self.folder.iterdir() if self.folder.is_dir() else ()
        return [found for path in paths if (found := pattern.fullmatch(path.name))]

    def _publish(self, raw: bytes, target: Path) -> None:
        if target.exists():
            return
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            write_whole(raw, target)
        except OSError as error:
            raise unwritten(self.folder, error) from error


def slug_of(service: str) -> str:
    """Return a file name's part for the address of a service: readable, and its own."""
    readable = re.sub(r"[^a-z0-9]+", "-", service.lower().partition("://")[2]).strip("-")
    return f"{readable[:40]}-{hashlib.sha256(service.encode()).hexdigest()[:6]}".strip("-")
