"""What else may still hold what was erased: found by looking, and told; it is never touched."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import SHORTEST, texts, words_of
from reviewlog.domain.errors import BookError
from reviewlog.domain.facts.people import person_key
from reviewlog.logbook.base import Book
from reviewlog.logbook.keeping.erasable import Planned
from reviewlog.logbook.replies.draftfiles import DRAFTS, lying
from reviewlog.store.connection import FILE_NAME
from reviewlog.store.fast import CONFIG_NAME, PLAYBOOKS_NAME, REPLIES_NAME, SITES_NAME
from reviewlog.store.look import UNREADABLE, Look

OURS = frozenset((FILE_NAME, f"{FILE_NAME}-journal", "files", "key", "checkpoints",
                  CONFIG_NAME, PLAYBOOKS_NAME, DRAFTS))  # fmt: skip
LARGEST = 20_000_000
"""Bytes of a file that is looked through."""
LONGEST = 40
"""Letters of a text that are looked for: quotation marks and line ends may stand further on."""


class Held(NamedTuple):
    """A text file that holds words that were erased."""

    path: Path
    lines: int
    """In how many lines; 0 where only this program was called."""
    called: int = 0
    """How many lines call this program."""


class Remains(NamedTuple):
    """Where copies of what was erased may be."""

    bundles: tuple[Entry, ...]
    """The exports of the incidents, as logged."""
    copies: tuple[Path, ...]
    """What lies in the folder and is not ours, and logbooks beside it that hold the words."""
    unread: tuple[Path, ...]
    """Logbooks beside the folder that could not be looked into."""
    texts: tuple[Held, ...]
    """Settings, playbooks and open drafts of the owner's that hold the words."""
    histories: tuple[Held, ...]
    """The shell's lists of what was typed."""


def remains_of(book: Book, planned: Planned, histories: Sequence[Path]) -> Remains:
    """Look where else the words may be that an erasure takes out of the logbook."""
    words = [*words_of(planned.parts), *([planned.person] if planned.person else [])]
    needles = _needles(words)
    folder = book.store.folder
    with book.store.reading():
        exports = book.store.log.everything(("export",))
    beside = {path: _holds(path, words) for path in _beside(folder)}
    return Remains(
        tuple(e for e in exports if e.fields.get("incident") in planned.rows),
        (*_strangers(folder), *_strays(book), *(path for path, holds in beside.items() if holds)),
        tuple(path for path, holds in beside.items() if holds is None),
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
    called = sum(program in line for line in lines) if program else 0
    return Held(path, found, called) if found or called else None


def _own_texts(folder: Path) -> Iterator[Path]:
    yield folder / CONFIG_NAME
    yield from sorted((folder / PLAYBOOKS_NAME).glob("*.yaml"))
    yield from sorted((folder / PLAYBOOKS_NAME / SITES_NAME).glob("*.yaml"))
    yield from sorted((folder / PLAYBOOKS_NAME / REPLIES_NAME).glob("*.yaml"))
    yield from lying(folder)


def _strangers(folder: Path) -> list[Path]:
    """What is in the folder and not ours: it may be a copy of the logbook."""
    return sorted(path for path in folder.iterdir() if path.name not in OURS)


def _strays(book: Book) -> list[Path]:
    """Files that no entry names and that are too new to be taken for left behind."""
    named = book.store.erasures.named_files()
    files = book.store.files.folder.rglob("*")
    return sorted(path for path in files if path.is_file() and path.name not in named)


def _beside(folder: Path) -> list[Path]:
    """Other folders beside it that hold a logbook."""
    here = folder.resolve()
    try:
        beside = sorted(path for path in here.parent.iterdir() if path.is_dir())
        return [path for path in beside if path != here and (path / FILE_NAME).is_file()]
    except OSError:
        return []


def _holds(folder: Path, words: Iterable[str]) -> bool | None:
    """Whether another logbook holds one of the words; None where it cannot be looked into."""
    wanted = {key for word in words if len(key := person_key(word)) >= SHORTEST}
    try:
        look = Look.open(folder)
    except (BookError, *UNREADABLE):
        return None
    try:
        with look.still():
            said = (person_key(text) for _, _, v in look.erasures.values() for text in texts(v))
            return any(word in text for text in said for word in wanted)
    except (BookError, *UNREADABLE):
        return None
    finally:
        look.close()
