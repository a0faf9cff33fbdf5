"""Texts that lie in the folder while an editor is open, so that nothing written is ever lost."""

import os
from collections.abc import Iterable
from pathlib import Path

from reviewlog.domain.reply_errors import LongReplyError, StrayDraftError
from reviewlog.domain.usage_errors import EmptyTextError, UnreadableFileError
from reviewlog.store.whole import unwritten, write_whole

DRAFTS = "drafts"
"""The folder of the logbook that holds them."""
OURS_ALONE = 0o700


def path_of(folder: Path, number: str, medium: str) -> Path:
    """Return where the text for a medium of an incident lies."""
    return folder / DRAFTS / f"{number}-{medium}.txt"


def name_of(path: Path) -> str:
    """Return what such a file is called to the owner: its folder and its name."""
    return f"{path.parent.name}/{path.name}"


def find(folder: Path, number: str, medium: str) -> str | None:
    """Return the text that was left there, None where there is none, or nothing in it.

    Raises StrayDraftError for what is no ordinary file, no text, or too long.
    """
    from reviewlog.logbook.replies.reading import given_in

    path = path_of(folder, number, medium)
    if path.parent.is_symlink():
        raise StrayDraftError(DRAFTS, "link")
    try:
        return given_in(path, path.name).text
    except EmptyTextError:
        return None
    except LongReplyError:
        raise StrayDraftError(name_of(path), "long") from None
    except UnreadableFileError as error:
        if error.reason == "missing" or path.parent.is_file():
            return None
        raise StrayDraftError(name_of(path), error.reason) from None


def keep(folder: Path, number: str, medium: str, text: str) -> Path:
    """Write the text for an editor, readable for the owner only.

    Raises BookError, and what `find` raises: what cannot be read is not written over.
    """
    path = path_of(folder, number, medium)
    find(folder, number, medium)
    try:
        path.parent.mkdir(mode=OURS_ALONE, exist_ok=True)
        tighten(path.parent)
        write_whole(text.encode("utf-8", "replace"), path)
    except OSError as error:
        raise unwritten(path, error) from error
    return path


def tighten(drafts: Path) -> None:
    """Keep others out of a folder that somebody made with wider doors."""
    if os.name == "posix" and drafts.stat().st_mode & 0o077:
        drafts.chmod(OURS_ALONE)


def clear(folder: Path, number: str, medium: str) -> None:
    """Delete the text, and what editors leave beside it. Raises BookError."""
    delete(beside(path_of(folder, number, medium)))


def lying(folder: Path, number: str | None = None) -> list[Path]:
    """Return the files that lie there, of one incident or of all."""
    every = sorted((folder / DRAFTS).glob("*"))
    if number is None:
        return every
    return [path for path in every if _number_in(path.name) == number]


def beside(path: Path) -> list[Path]:
    """Return the file and the copies that editors make of it: `.NAME.swp`, `NAME~`, `#NAME#`."""
    return [
        found
        for found in sorted(path.parent.glob("*"))
        if found.name == path.name or found.name.strip(".#~").startswith(path.name)
    ]


def _number_in(name: str) -> str:
    return name.lstrip(".#").partition("-")[0]


def delete(paths: Iterable[Path]) -> None:
    """Delete such files. Raises BookError."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritten(path, error) from error
