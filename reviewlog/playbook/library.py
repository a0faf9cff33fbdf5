"""All playbooks at hand: the owner's own first, then the shipped ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.errors import PlaybookFaultError, UnknownPlaybookError
from reviewlog.domain.playbook import Cover
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.language.form import Whole, read_whole
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.shelf import ENDING, own_paths, shipped_site_texts, shipped_texts
from reviewlog.playbook.shop.sites import site_rules

FOLDER_NAME = "playbooks"
"""The folder of a logbook that holds the owner's own."""


class File(NamedTuple):
    """The text of a playbook, and where it stands."""

    name: str
    path: str
    text: str
    fault: PlaybookFaultError | UnreadableFileError | None = None
    """Why there is no text."""


def library(book: Path) -> dict[str, File]:
    """Return every playbook file by its name; one of the owner's own hides the shipped one."""
    known = {name: File(name, f"{name}{ENDING}", text) for name, text in shipped_texts().items()}
    return dict(sorted((known | own_files(book)).items()))


def own_files(book: Path) -> dict[str, File]:
    """Return the files in a logbook's own folder; what is no text keeps its fault."""
    return {name: _own_file(path) for name, path in own_paths(book / FOLDER_NAME).items()}


def _own_file(path: Path) -> File:
    """One that may not be read must not keep the others from being read."""
    try:
        return _file(path)
    except UnreadableFileError as fault:
        return File(path.stem, str(path), "", fault)


def _file(path: Path) -> File:
    try:
        return File(path.stem, str(path), read_file(path))
    except PlaybookFaultError as fault:
        return File(path.stem, str(path), "", fault)


def find_file(word: str, files: Mapping[str, File]) -> File:
    """Return the playbook of an id, or the file of that path.

    Raises UnknownPlaybookError, UnreadableFileError.
    """
    if word in files:
        return files[word]
    path = Path(word)
    if path.suffix == ENDING or os.path.exists(path):  # noqa: PTH110 - a long word is no path
        return _file(path)
    raise UnknownPlaybookError(word, tuple(files))


def whole_of(file: File, files: Mapping[str, File]) -> Whole:
    """Return what a file holds, its fragments taken from the others.

    Raises PlaybookFaultError, UnreadableFileError.
    """
    if file.fault is not None:
        raise file.fault
    return read_whole(file.text, file.path, {f.name: f.text for f in files.values()})


def known_rules() -> dict[str, SiteRule]:
    """Return what each review site allows."""
    return site_rules(shipped_site_texts())


def covers_of(files: Mapping[str, File]) -> tuple[Cover, ...]:
    """Return the covers of all files that can be read; the others offer nothing."""
    covers = []
    for file in files.values():
        try:
            covers.append(whole_of(file, files).playbook.cover)
        except (PlaybookFaultError, UnreadableFileError):
            continue
    return tuple(covers)
