"""Rehearsing whole files: every example of each, and the faults of those that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Cover
from reviewlog.domain.sites import SiteRule
from reviewlog.playbook.library import File, covers_of, known_rules, whole_of
from reviewlog.playbook.rehearsing.examples import Example
from reviewlog.playbook.rehearsing.rehearse import Mismatch, run_example


class Result(NamedTuple):
    """One example and where it does not hold."""

    example: Example
    mismatches: tuple[Mismatch, ...]


class Rehearsed(NamedTuple):
    """One file after its rehearsal."""

    file: File
    playbook: str
    results: tuple[Result, ...] = ()
    fault: PlaybookFaultError | None = None
    """Why it could not be read; then nothing was run."""

    @property
    def failures(self) -> tuple[Result, ...]:
        """The examples that do not hold."""
        return tuple(result for result in self.results if result.mismatches)

    @property
    def holds(self) -> bool:
        """Whether it can be read and every example holds."""
        return self.fault is None and not self.failures


class _Surroundings(NamedTuple):
    """What every rehearsal needs besides its file."""

    files: Mapping[str, File]
    shelf: tuple[Cover, ...]
    rules: Mapping[str, SiteRule]


def rehearse_all(wanted: Iterable[File], files: Mapping[str, File]) -> tuple[Rehearsed, ...]:
    """Run the examples of files; `files` are all playbooks at hand."""
    around = _Surroundings(files, covers_of(files), known_rules())
    return tuple(_rehearsed(file, around) for file in wanted)


def _rehearsed(file: File, around: _Surroundings) -> Rehearsed:
    try:
        whole = whole_of(file, {**around.files, file.name: file})
    except PlaybookFaultError as fault:
        return Rehearsed(file, file.name, fault=fault)
    shelf = [cover for cover in around.shelf if cover.id != whole.playbook.id]
    results = (
        Result(example, run_example(whole.playbook, example, shelf, around.rules))
        for example in whole.examples
    )
    return Rehearsed(file, whole.playbook.id, tuple(results))
