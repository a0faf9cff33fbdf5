"""Where playbooks lie: the shipped ones in the wheel or the checkout, the owner's own in a folder."""

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

ENDING = ".yaml"
SITES_FOLDER = "sites"
REPLIES_FOLDER = "replies"


def shipped_texts() -> dict[str, str]:
    """Return the text of every shipped playbook by its file's name without ending."""
    return dict(_texts(_shipped()))


def shipped_site_texts() -> dict[str, str]:
    """Return the text of every file about a review site, by the site's id."""
    return dict(_texts(_shipped().joinpath(SITES_FOLDER)))


def shipped_reply_texts() -> dict[str, str]:
    """Return the text of every file about replies by its name without ending."""
    return dict(_texts(_shipped().joinpath(REPLIES_FOLDER)))


def own_paths(folder: Path) -> dict[str, Path]:
    """Return the owner's own playbook files by their name without ending.

    Links, folders and hidden files (an editor's left-overs) are none.
    """
    if not folder.is_dir():
        return {}
    return {
        path.stem: path
        for path in sorted(folder.iterdir())
        if path.suffix == ENDING
        and not path.name.startswith(".")
        and path.is_file()
        and not path.is_symlink()
    }


class Ignored(NamedTuple):
    """A file in the owner's own folder that is not taken for a playbook, and why."""

    path: str
    why: str


def ignored_files(folder: Path) -> list[Ignored]:
    """Return what looks like a playbook of the owner's and is none."""
    try:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return [Ignored(str(folder), "the folder may not be read by you")]
    named = [p for p in found if p.suffix.casefold() in (".yaml", ".yml") and p.name[0] != "."]
    reasons = [(path, _why_ignored(path)) for path in named]
    return [Ignored(str(path), why) for path, why in reasons if why]


def is_text(name: str) -> bool:
    """Whether the name of a file is text, and no bytes that only the disk can keep."""
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _why_ignored(path: Path) -> str:
    if not is_text(path.name):
        return "its name is no text (UTF-8); give it another"
    if path.is_symlink():
        return "it is a link; put the file itself here"
    if path.is_dir():
        return "it is a folder"
    if not path.is_file():
        return "it is not an ordinary file"
    if path.suffix != ENDING:
        return f"its name ends in {path.suffix}; a playbook's ends in {ENDING}"
    return "" if os.access(path, os.R_OK) else "it may not be read by you"


def _shipped() -> Traversable:
    packed = files("reviewlog.playbook").joinpath("shipped")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "playbooks"


def _texts(folder: Traversable) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(ENDING) and file.is_file():
            yield file.name.removesuffix(ENDING), file.read_text(encoding="utf-8")
