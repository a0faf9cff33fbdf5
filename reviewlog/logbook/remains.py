"""What else may still hold what was erased: found by looking, and told; it is never touched."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import words_of
from reviewlog.logbook.base import Book
from reviewlog.logbook.erasable import Planned
from reviewlog.store.connection import FILE_NAME
from reviewlog.store.fast import CONFIG_NAME, PLAYBOOKS_NAME

OURS = frozenset((FILE_NAME, f"{FILE_NAME}-journal", "files", "key", "checkpoints",
                  CONFIG_NAME, PLAYBOOKS_NAME))  # fmt: skip
LARGEST = 20_000_000
"""Bytes of a file that is looked through."""
LONGEST = 40
"""Letters of a text that are looked for: quotation marks and line ends may stand further on."""


class Held(NamedTuple):
    """A text file that holds words that were erased."""

    path: Path
    lines: int
    """In how many lines; 0 where only this program was called."""


class Remains(NamedTuple):
    """Where copies of what was erased may be."""

    bundles: tuple[Entry, ...]
    """The exports of the incidents, as logged."""
    copies: tuple[Path, ...]
    """What lies in or beside the folder and may be a copy of the logbook."""
    texts: tuple[Held, ...]
    """Settings and playbooks of the owner's that hold the words."""
    histories: tuple[Held, ...]
    """The shell's lists of what was typed."""


def remains_of(book: Book, planned: Planned, histories: Sequence[Path]) -> Remains:
    """Look where else the words may be that an erasure takes out of the logbook."""
    needles = _needles([*words_of(planned.parts), *([planned.person] if planned.person else [])])
    folder = book.store.folder
    with book.store.reading():
        exports = book.store.log.everything(("export",))
    return Remains(
        tuple(e for e in exports if e.fields.get("incident") in planned.rows),
        tuple(_copies(folder)),
        tuple(h for path in _own_texts(folder) if (h := _held(path, needles)) and h.lines),
        tuple(h for path in histories if (h := _held(path, needles, "reviewlog"))),
    )


def _needles(words: Iterable[str]) -> set[str]:
    """Return the beginnings of what was said, up to where a shell would have it otherwise."""
    found = set()
    for word in words:
        first = word.casefold().replace("'", "\n").replace('"', "\n").split("\n", 1)[0]
        found.add(first[:LONGEST].strip())
    return {needle for needle in found if len(needle) > 2}


def _held(path: Path, needles: Collection[str], program: str | None = None) -> Held | None:
    """Return how many lines of a file hold one of the words, None where there is nothing to say."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        lines = path.read_bytes().decode("utf-8", "replace").casefold().splitlines()
    except OSError:
        return None
    found = sum(any(needle in line for needle in needles) for line in lines)
    called = program is not None and any(program in line for line in lines)
    return Held(path, found) if found or called else None


def _own_texts(folder: Path) -> Iterator[Path]:
    yield folder / CONFIG_NAME
    yield from sorted((folder / PLAYBOOKS_NAME).glob("*.yaml"))


def _copies(folder: Path) -> Iterator[Path]:
    """What is in the folder and not ours, and other folders beside it that hold a logbook."""
    yield from sorted(path for path in folder.iterdir() if path.name not in OURS)
    try:
        beside = sorted(path for path in folder.resolve().parent.iterdir() if path.is_dir())
    except OSError:
        return
    yield from (p for p in beside if p != folder.resolve() and (p / FILE_NAME).is_file())
