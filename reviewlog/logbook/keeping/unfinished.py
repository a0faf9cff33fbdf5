"""What was typed at the questions of a run, kept until the run has ended well."""

import errno
import json
import os
import stat
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, datetime
from pathlib import Path
from typing import Any, NamedTuple

from reviewlog.domain.time.moment import utc_from_text, utc_text
from reviewlog.logbook.replies.draftfiles import DRAFTS, OURS_ALONE, tighten
from reviewlog.store.connection import FILE_NAME

PREFIX = "answers-"
MOST_RUNS = 9
"""How many runs of the same words may be kept at the same time."""


class Answered(NamedTuple):
    """A question, what was typed, and when."""

    question: str
    answer: str
    at: datetime


class Unfinished(NamedTuple):
    """What a run left that was stopped."""

    began: datetime
    answers: tuple[Answered, ...]
    later: tuple[Answered, ...] = ()
    """What was typed at the question it was stopped at, and at those behind it."""
    refused: bool = False
    """Whether the answers were refused: then the last one is asked again."""
    grown: bool = False
    """Whether something was written into the logbook since."""

    def holds_something(self) -> bool:
        """Whether there is anything to go on with."""
        return bool(self.answers) or any(said.answer.strip() for said in self.later)


class Record:
    """The file of one run, which no other run may hold: each line holds all, the last one counts.

    A line that was cut off while it was written leaves the one before it.
    """

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
        there = self._path is not None and _is_at(self._path, self._handle)
        return there and self._read() is not None

    def findings(self) -> Iterator[Unfinished]:
        """Take hold of what runs of the same words left, one after the other.

        One that is not dropped meanwhile stays where it is when the next is asked for.
        """
        drafts = self._paths[0].parent
        _refuse_link(drafts)
        if drafts.is_dir():
            tighten(drafts)
        for path in self._paths:
            if path.is_file() and not path.is_symlink() and self._take(path):
                found = self._read()
                if found is None:
                    self.drop()
                else:
                    yield found
                    self.close()

    def keep(self, state: Unfinished) -> None:
        """Keep how far a run has come; the first answer makes the file. Raises OSError."""
        if self._path is None:
            if not state.holds_something():
                return
            self._make()
        os.write(self._handle, _raw_line(state))

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
        tighten(drafts)
        if not any(not path.exists() and self._take(path) for path in self._paths):
            raise OSError(errno.EMFILE, f"{MOST_RUNS} earlier runs are kept already")

    def _take(self, path: Path) -> bool:
        """Open a file for this run alone; False where another run has it, or it is not ours."""
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, 0o600)
        if not _is_ours(handle) or not _lock(handle) or not _is_at(path, handle):
            os.close(handle)
            return False
        self._path, self._handle = path, handle
        return True

    def _read(self) -> Unfinished | None:
        lines = _raw(self._handle).split(b"\n")
        found = next((state for raw in reversed(lines) if (state := _state(raw))), None)
        if found is None or not found.holds_something():
            return None
        return found._replace(grown=self._grown())

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


def _is_ours(handle: int) -> bool:
    """Whether nobody else may have written a file; others may not read it from here on."""
    found = os.fstat(handle)
    if os.name != "posix":
        return True
    if found.st_uid != os.geteuid() or not stat.S_ISREG(found.st_mode) or found.st_mode & 0o022:
        return False
    os.fchmod(handle, 0o600)
    return True


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


def _raw_line(state: Unfinished) -> bytes:
    line = {
        "began": utc_text(state.began),
        "answers": [_said_shape(said) for said in state.answers],
        "later": [_said_shape(said) for said in state.later],
        "refused": state.refused,
    }
    # A line end in front: behind a line that a full disk has cut off this one can be read.
    return b"\n" + json.dumps(line).encode("ascii") + b"\n"


def _said_shape(said: Answered) -> dict[str, str]:
    return {"question": said.question, "answer": said.answer, "at": utc_text(said.at)}


def _state(raw: bytes) -> Unfinished | None:
    """Return what a line says, None for one that was cut off, or is not ours."""
    try:
        line = json.loads(raw)
        answers, later = (tuple(map(_said, line[name])) for name in ("answers", "later"))
        return Unfinished(_at(line["began"]), answers, later, bool(line["refused"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _said(shape: dict[str, Any]) -> Answered:
    return Answered(str(shape["question"]), str(shape["answer"]), _at(shape["at"]))


def _at(text: str) -> datetime:
    """Return an instant that has a local time everywhere. Raises ValueError, TypeError."""
    at = utc_from_text(text)
    if not MINYEAR < at.year < MAXYEAR:
        raise ValueError(text)
    return at
