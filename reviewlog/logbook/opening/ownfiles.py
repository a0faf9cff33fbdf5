"""The files that an owner writes beside a logbook: which of them cannot be used as they are."""

from collections.abc import Iterator
from pathlib import Path

from reviewlog.domain.errors import ConfigError, ReviewlogError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.logbook.opening.refresh import read_config
from reviewlog.logbook.opening.shelving import Shelf, read_files
from reviewlog.playbook.replies.shelf import reply_shelf
from reviewlog.playbook.siteshelf import site_shelf
from reviewlog.store.fast import PLAYBOOKS_NAME


def can_read_config(folder: Path) -> bool:
    """Whether config.yaml holds settings without a fault, or is not there."""
    try:
        read_config(folder)
    except (ConfigError, UnreadableFileError):
        return False
    return True


def faulty_files(folder: Path) -> tuple[str, ...]:
    """Return the names of playbooks, sites and rules for replies that have faults."""
    paths = [Path(getattr(fault, "path", "")) for fault in _faults(folder)]
    own = (path.relative_to(folder) for path in paths if path.is_relative_to(folder))
    return tuple(dict.fromkeys(path.as_posix() for path in own))


def _faults(folder: Path) -> Iterator[ReviewlogError]:
    shelf = Shelf(read_files(folder), {}, {})
    shelf.chosen()
    yield from shelf.faults
    yield from site_shelf(folder / PLAYBOOKS_NAME).faults
    yield from reply_shelf(folder / PLAYBOOKS_NAME).faults
