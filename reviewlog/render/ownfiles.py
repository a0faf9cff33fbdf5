"""What is wrong in the owner's own files: a calm word beside every verb, not a report."""

from collections.abc import Iterable
from pathlib import PurePath

from reviewlog.domain.errors import (
    ConfigError,
    PlaybookFaultError,
    ReviewlogError,
)
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.shelf import REPLIES_FOLDER, SITES_FOLDER
from reviewlog.render.sentences import explain
from reviewlog.render.words.moments import count

MOST_LINES = 3
"""Faults of config.yaml that are told in full; `playbook check` tells all of a playbook."""
_HOLDS = {
    "own": "its last good text holds",
    "shipped": "the shipped one holds",
    "": "it is not used until it is mended",
}


def own_files_text(faults: Iterable[ReviewlogError]) -> str:
    """Return one line for each faulty file; of config.yaml the first faults with their places."""
    return "\n".join(line for fault in faults for line in _lines(fault))


def _lines(fault: ReviewlogError) -> list[str]:
    if isinstance(fault, ConfigError):
        return [*_settings(fault), "Until then the last good settings hold."]
    if isinstance(fault, PlaybookFaultError):
        return [_playbook(fault)]
    if isinstance(fault, UnreadableFileError):
        return [f"{explain(fault)} Until then the last good text holds."]
    return [explain(fault)]


def _settings(fault: ConfigError) -> list[str]:
    lines = explain(fault).splitlines()
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], f"and {more} more"] if more > 0 else lines


def _playbook(fault: PlaybookFaultError) -> str:
    path = PurePath(fault.path)
    is_other = path.parent.name in (REPLIES_FOLDER, SITES_FOLDER)
    name = f"file {path.parent.name}/{path.name}" if is_other else f"playbook {path.name}"
    line = min(line for line, *_ in fault.faults)
    where = f"first: line {line}" if len(fault.faults) > 1 else f"line {line}"
    said = f"Your {harmless_line(name)} has {count(len(fault.faults), 'fault')} ({where})"
    return f"{said}; {_HOLDS[fault.holds]}. See: reviewlog playbook check"
