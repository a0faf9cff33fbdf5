"""A simulation: which playbook, which script, and the walk through both."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.playbook import Playbook
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.usage_errors import BadWordError
from reviewlog.playbook.language.form import Whole
from reviewlog.playbook.library import FOLDER_NAME, covers_of, find_file, library, whole_of
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.rehearsing.examples import Example, Given
from reviewlog.playbook.rehearsing.script import opening_of, read_script
from reviewlog.playbook.rehearsing.stage import Stage
from reviewlog.playbook.rehearsing.walk import Walk, walk
from reviewlog.playbook.siteshelf import site_shelf


class Play(NamedTuple):
    """What is played: a playbook, and what happens besides what it asks for."""

    playbook: Playbook
    script: tuple[Given, ...]
    words: str
    """Where the script comes from, as a sentence."""


def played(book: Path, word: str, script: Path | None, example: str | None) -> Play:
    """Return what to play: the script, the example named, the first one, or what it is for.

    Raises UnknownPlaybookError, PlaybookFaultError, UnreadableFileError, BadWordError.
    """
    files = library(book)
    whole = whole_of(find_file(word, files), files)
    if script is not None:
        told = read_script(read_file(script), str(script), whole.playbook)
        return Play(whole.playbook, told, f"the script {script.name}.")
    chosen = _example(whole, example)
    if chosen is None:
        return Play(whole.playbook, opening_of(whole.playbook), "what it is for, and no more.")
    return Play(whole.playbook, chosen.given, f"the example “{chosen.name}”.")


def _example(whole: Whole, name: str | None) -> Example | None:
    """Return the example of a name, else the first. Raises BadWordError."""
    if name is None:
        return next(iter(whole.examples), None)
    wanted = name.casefold()
    for example in whole.examples:
        if example.name.casefold() == wanted:
            return example
    names = tuple(example.name for example in whole.examples)
    near = [known for known in names if wanted in known.casefold()]
    raise BadWordError("example", name, names, near[0] if near else None)


def simulate(
    book: Path, play: Play, calendar: Calendar, first_day: date, *, silent: bool = False
) -> Walk:
    """Return the walk of a play in a calendar."""
    shelf = covers_of(library(book))
    rules = site_shelf(book / FOLDER_NAME).rules()
    stage = Stage(play.playbook, shelf, rules, calendar, first_day)
    return walk(stage, play.script, silent=silent)
