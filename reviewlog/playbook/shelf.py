"""Where playbooks lie: the shipped ones in the wheel or the checkout, the owner's own in a folder."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ENDING = ".yaml"
SITES_FOLDER = "sites"


def shipped_texts() -> dict[str, str]:
    """Return the text of every shipped playbook by its file's name without ending."""
    return dict(_texts(_shipped()))


def shipped_site_texts() -> dict[str, str]:
    """Return the text of every file about a review site, by the site's id."""
    return dict(_texts(_shipped().joinpath(SITES_FOLDER)))


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


def _shipped() -> Traversable:
    packed = files("reviewlog.playbook").joinpath("shipped")
    return packed if packed.is_dir() else Path(__file__).parents[2] / "playbooks"


def _texts(folder: Traversable) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(ENDING) and file.is_file():
            yield file.name.removesuffix(ENDING), file.read_text(encoding="utf-8")
