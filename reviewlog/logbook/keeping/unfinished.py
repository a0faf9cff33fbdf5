"""What was typed at the questions of a run, kept until the run has ended well."""

import errno
import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.time.moment import utc_from_text, utc_text
from reviewlog.logbook.replies.draftfiles import DRAFTS, OURS_ALONE
from reviewlog.store.connection import FILE_NAME

PREFIX = "answers-"
MOST_RUNS = 9
"""How many runs of the same words may ask at the same time."""


class Answered(NamedTuple):
    """A question, and what was typed."""

    question: str
    answer: str


class Unfinished(NamedTuple):
    """What a run left that was stopped."""

    at: datetime
    answers: tuple[Answered, ...]
    begun: Answered | None
    """The question it was stopped at, with the line that was only begun."""
    refused: bool
    """Whether the answers were refused: then the last one is asked again."""
    grown: bool
    """Whether something was written into the logbook since."""


class Record:
    """The file of one run, which no other run may hold: a line for each answer."""

    def __init__(self, folder: Path, words: Sequence[str]) -> None:
        from hashlib import sha256  # the system's library for it costs every start 2 ms

        self._folder = folder
        name = sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        drafts = folder / DRAFTS
        self._paths = [drafts / f"{PREFIX}{name}-{n}.jsonl" for n in range(1, MOST_RUNS + 1)]
        self._path: Path | None = None
        self._handle = -1

    def holds_something(self) -> bool:
        """Whether there is anything to go on with."""
        return self._path is not None and self._read() is not None

    def find(self) -> Unfinished | None:
        """Take hold of what a run of the same words left, None where there is nothing."""
        _refuse_link(self._paths[0].parent)
        for path in self._paths:
            if path.is_file() and not path.is_symlink() and self._take(path):
                found = self._read()
                if found is not None:
                    return found
                self.drop()
        return None

    def add(self, line: dict[str, Any]) -> None:
        """Add a line; the first one makes the file. Raises OSError."""
        if self._path is None:
            self._make()
        if self._path is not None:
            raw = json.dumps(line).encode("ascii") + b"\n"
            os.write(self._handle, raw)

    def answered(self, said: Answered, at: datetime) -> None:
        """Keep an answer. Raises OSError."""
        self.add({"question": said.question, "answer": said.answer, "at": utc_text(at)})

    def begun(self, said: Answered, at: datetime) -> None:
        """Keep a line that was only begun. Raises OSError."""
        self.add({"question": said.question, "begun": said.answer, "at": utc_text(at)})

    def cut(self, length: int) -> None:
        """Keep only so many answers. Raises OSError."""
        if self._path is not None:
            self.add({"cut": length})

    def refused(self) -> None:
        """Note that what was answered was refused. Raises OSError."""
        self.add({"refused": True})

    def drop(self) -> None:
        """Delete the file: what it held is written down, or not wanted. Raises OSError."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Let go of the file; it stays."""
        if self._handle >= 0:
            os.close(self._handle)
        self._path, self._handle = None, -1

    def _make(self) -> None:
        drafts = self._paths[0].parent
        _refuse_link(drafts)
        drafts.parent.mkdir(mode=OURS_ALONE, parents=True, exist_ok=True)
        drafts.mkdir(mode=OURS_ALONE, exist_ok=True)
        next((path for path in self._paths if not path.exists() and self._take(path)), None)

    def _take(self, path: Path) -> bool:
        """Open a file for this run alone; False where another run has it."""
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, 0o600)
        if not _lock(handle) or not _is_at(path, handle):
            os.close(handle)
            return False
        self._path, self._handle = path, handle
        return True

    def _read(self) -> Unfinished | None:
        lines = [line for raw in _raw(self._handle).split(b"\n") if (line := _line(raw))]
        answers: list[Answered] = []
        begun, at, refused = None, None, False
        for line in lines:
            at = line.get("at", at)
            refused = "refused" in line
            begun = Answered(line["question"], line["begun"]) if "begun" in line else None
            if "cut" in line:
                del answers[line["cut"] :]
            elif "answer" in line:
                answers.append(Answered(line["question"], line["answer"]))
        if at is None or not (answers or (begun and begun.answer.strip())):
            return None
        return Unfinished(utc_from_text(at), tuple(answers), begun, refused, self._grown())

    def _grown(self) -> bool:
        book = self._folder / FILE_NAME
        return book.is_file() and book.stat().st_mtime_ns > os.fstat(self._handle).st_mtime_ns


def answer_files(folder: Path) -> list[Path]:
    """Return the files with answers that lie in a logbook's folder."""
    return sorted((folder / DRAFTS).glob(f"{PREFIX}*"))


def _refuse_link(drafts: Path) -> None:
    """Keep what was typed out of a folder that a link leads to. Raises OSError."""
    if drafts.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _lock(handle: int) -> bool:
    """Hold a file until it is closed; where the system cannot, every run holds it."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_at(path: Path, handle: int) -> bool:
    """Whether a file is still the one of that name: another run may just have deleted it."""
    return path.exists() and path.stat().st_ino == os.fstat(handle).st_ino


def _raw(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    size = os.fstat(handle).st_size
    return os.read(handle, size)


def _line(raw: bytes) -> dict[str, Any] | None:
    """Return a line, None for one that was cut off while it was written, or is not ours."""
    try:
        line = json.loads(raw)
    except ValueError:
        return None
    return line if isinstance(line, dict) else None
