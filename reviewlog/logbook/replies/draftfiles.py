"""Texts that lie in the folder while an editor is open, so that nothing written is ever lost."""

from collections.abc import Iterable
from pathlib import Path

from reviewlog.store.whole import unwritten, write_whole

DRAFTS = "drafts"
"""The folder of the logbook that holds them."""


def path_of(folder: Path, number: str, medium: str) -> Path:
    """Return where the text for a medium of an incident lies."""
    return folder / DRAFTS / f"{number}-{medium}.txt"


def find(folder: Path, number: str, medium: str) -> str | None:
    """Return the text that was left there, None where there is none."""
    try:
        return path_of(folder, number, medium).read_bytes().decode("utf-8", "replace")
    except (FileNotFoundError, NotADirectoryError):
        return None


def keep(folder: Path, number: str, medium: str, text: str) -> Path:
    """Write the text for an editor, readable for the owner only. Raises BookError."""
    path = path_of(folder, number, medium)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(text.encode("utf-8", "replace"), path)
    except OSError as error:
        raise unwritten(path, error) from error
    return path


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
