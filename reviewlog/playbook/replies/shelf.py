"""The rules for replies: the program's own, and what the files of an owner add to them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.reply.rules import SHIPPED
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.replies.making import Origin, Trial, ruleset_of, trials_of
from reviewlog.playbook.replies.reading import Read, read_own, read_shipped
from reviewlog.playbook.replies.wire import Ruleset
from reviewlog.playbook.shelf import ENDING, REPLIES_FOLDER, own_paths, shipped_reply_texts

OWN = "own"
_FOLDER = ""
"""Stands for the folder itself among the names of files."""
Fault = PlaybookFaultError | UnreadableFileError


class ReplyShelf(NamedTuple):
    """All rules, the texts that try them, and what is wrong with files."""

    ruleset: Ruleset
    faults: tuple[Fault, ...] = ()
    trials: tuple[Trial, ...] = ()
    texts: Mapping[str, str] = {}
    """The texts of the owner's files that hold, by name: the last good ones of faulty files."""


def shipped_ruleset() -> Ruleset:
    """Return the rules of the program."""
    return shipped_shelf().ruleset


@lru_cache(maxsize=1)
def shipped_shelf() -> ReplyShelf:
    """Return the rules of the program with the texts that try them."""
    reads = read_shipped(shipped_reply_texts())
    files = _files(reads, SHIPPED)
    faults = _faults(reads, Path(REPLIES_FOLDER))
    return ReplyShelf(ruleset_of(Ruleset(()), files), (*faults.values(),), trials_of(files))


def reply_shelf(folder: Path, kept: Mapping[str, str] | None = None) -> ReplyShelf:
    """Return all rules; `folder` is that of a logbook's own playbooks.

    `kept` are the last good texts of the owner's files: they hold where a file is faulty now.
    """
    shipped, kept, place = shipped_shelf(), kept or {}, folder / REPLIES_FOLDER
    rules = shipped.ruleset.rules
    texts, faults = own_texts(place)
    reads = read_own(texts, rules)
    faults |= _faults(reads, place)
    if faults:
        held = kept if _FOLDER in faults else {n: kept[n] for n in faults.keys() & kept.keys()}
        texts |= held
        reads = read_own(dict(sorted(texts.items())), rules)
    files = _files(reads)
    used = {read.name: texts[read.name] for read in reads if read.form is not None}
    return ReplyShelf(
        ruleset_of(shipped.ruleset, files),
        (*shipped.faults, *(_told(fault, name in used) for name, fault in faults.items())),
        (*shipped.trials, *trials_of(files)),
        used,
    )


def _told(fault: Fault, holds: object) -> Fault:
    """Return a fault of an owner's file that says whether its last good text holds."""
    if isinstance(fault, UnreadableFileError) or not holds:
        return fault
    return PlaybookFaultError(fault.path, fault.faults, OWN)


def own_texts(folder: Path) -> tuple[dict[str, str], dict[str, Fault]]:
    """Return the texts of the owner's files by their names, and why others have none."""
    texts: dict[str, str] = {}
    faults: dict[str, Fault] = {}
    try:
        paths = own_paths(folder)
    except OSError:
        return {}, {_FOLDER: UnreadableFileError(str(folder), "locked")}
    for name, path in paths.items():
        try:
            texts[name] = read_file(path)
        except (PlaybookFaultError, UnreadableFileError) as fault:
            faults[name] = fault
    return texts, faults


def _faults(reads: Iterable[Read], folder: Path) -> dict[str, Fault]:
    return {
        read.name: PlaybookFaultError(str(folder / f"{read.name}{ENDING}"), read.faults)
        for read in reads
        if read.faults
    }


def _files(reads: Iterable[Read], origin: str = "") -> tuple[Origin, ...]:
    """Return the files that can be used, each with whose it is."""
    return tuple(
        Origin(origin or f"{read.name}{ENDING}", read.form)
        for read in reads
        if read.form is not None
    )
