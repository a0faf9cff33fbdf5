"""Playbooks on their way into the logbook: read where they changed, and out of the log again."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.errors import PlaybookFaultError, ReviewlogError
from reviewlog.domain.playbook import Playbook
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.logbook.opening.editions import OWN, SHIPPED, Change, Logged, changes_of
from reviewlog.playbook.fitting import misfits
from reviewlog.playbook.language.form import Whole, read_again, read_whole
from reviewlog.playbook.language.wire import playbook_to_json
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.shelf import own_paths, shipped_texts
from reviewlog.store.book import Store
from reviewlog.store.fast import PLAYBOOKS_NAME


class Chosen(NamedTuple):
    """The text that is to be current, and where it is from."""

    logged: Logged
    origin: str
    whole: Whole | None
    """None where the logbook holds it already."""


class Files(NamedTuple):
    """What lies in the folders, by id, and what of it cannot be read at all."""

    shipped: Mapping[str, str]
    own: Mapping[str, str]
    paths: Mapping[str, str]
    faults: tuple[ReviewlogError, ...]


def read_files(book: Path) -> Files:
    """Return the texts of all playbook files; what cannot be read must not stop anything."""
    own: dict[str, str] = {}
    faults: list[ReviewlogError] = []
    folder = book / PLAYBOOKS_NAME
    try:
        paths = own_paths(folder)
    except OSError:
        return Files(shipped_texts(), {}, {}, (UnreadableFileError(str(folder), "locked"),))
    for name, path in paths.items():
        try:
            own[name] = read_file(path)
        except (PlaybookFaultError, UnreadableFileError) as error:
            faults.append(error)
    return Files(shipped_texts(), own, {n: str(p) for n, p in paths.items()}, tuple(faults))


class Shelf:
    """Finds the text that each playbook is to have: the owner's own, else the shipped one."""

    def __init__(
        self, files: Files, logged: Mapping[str, Logged], current: Mapping[str, tuple[str, str]]
    ) -> None:
        self._files = files
        self._logged = tuple(logged.values())
        self._held = {
            name: logged[digest]
            for name, (digest, origin) in current.items()
            if origin == OWN and name in files.paths and digest in logged
        }
        """The last good text of every own file that is still there."""
        self.faults: list[ReviewlogError] = list(files.faults)

    def chosen(self) -> dict[str, Chosen]:
        """Return what is to be current, by id; the faults of own files are in `faults`."""
        good = dict(self._files.own)
        while True:
            library = self._library(good)
            found, faulty = self._read_own(good, library)
            if not faulty:
                break
            for name in faulty:
                del good[name]
        for name, held in self._held.items():
            found.setdefault(name, Chosen(held, OWN, None))
        for name in sorted(self._files.shipped.keys() - found.keys()):
            found[name] = self._read_shipped(name, library)
        self._say_what_holds()
        return dict(sorted(found.items()))

    def _say_what_holds(self) -> None:
        names = {path: name for name, path in self._files.paths.items()}
        for i, fault in enumerate(self.faults):
            if isinstance(fault, PlaybookFaultError):
                name = names[fault.path]
                other = "shipped" if name in self._files.shipped else ""
                holds = "own" if name in self._held else other
                self.faults[i] = PlaybookFaultError(fault.path, fault.faults, holds)

    def _library(self, own: Mapping[str, str]) -> dict[str, str]:
        held = {name: held.text for name, held in self._held.items()}
        return {**self._files.shipped, **held, **own}

    def _read_own(
        self, own: Mapping[str, str], library: Mapping[str, str]
    ) -> tuple[dict[str, Chosen], list[str]]:
        found, faulty = {}, []
        for name, text in own.items():
            try:
                found[name] = self._read(name, text, self._files.paths[name], library, OWN)
            except PlaybookFaultError as error:
                self.faults.append(error)
                faulty.append(name)
        return found, faulty

    def _read_shipped(self, name: str, library: Mapping[str, str]) -> Chosen:
        """One that no longer fits the owner's own fragments keeps to the shipped ones."""
        text, shipped = self._files.shipped[name], self._files.shipped
        try:
            return self._read(name, text, f"{name}.yaml", library, SHIPPED)
        except PlaybookFaultError:
            if library == shipped:
                raise
            changed = {
                n: p for n, p in self._files.paths.items() if library.get(n) != shipped.get(n)
            }
            self.faults += misfits(name, text, library, changed)
            return self._read(name, text, f"{name}.yaml", shipped, SHIPPED)

    def _read(
        self, name: str, text: str, path: str, library: Mapping[str, str], origin: str
    ) -> Chosen:
        for known in self._logged:
            if (known.id, known.text) == (name, text) and known.parts.items() <= library.items():
                return Chosen(known, origin, None)
        whole = _whole(text, path, tuple(sorted(library.items())))
        digest = whole.playbook.digest
        return Chosen(Logged(name, digest, text, whole.parts), origin, whole)


@lru_cache(maxsize=64)
def _whole(text: str, path: str, library: tuple[tuple[str, str], ...]) -> Whole:
    return read_whole(text, path, dict(library))


def put_current(
    store: Store, chosen: Mapping[str, Chosen], current: Mapping[str, tuple[str, str]]
) -> list[Change]:
    """Make the chosen texts current; return what changed, to be logged."""
    changes = []
    for name, (logged, origin, whole) in chosen.items():
        if current.get(name) == (logged.digest, origin):
            continue
        changes.append(Change(name, logged, origin))
        if whole is None:
            store.projections.make_current(logged.digest, origin)
        else:
            _put(store, whole.playbook, origin)
    for name in sorted(current.keys() - chosen.keys()):
        store.projections.drop_current(name)
        changes.append(Change(name))
    return changes


def put_logged(store: Store, general: Iterable[Entry]) -> None:
    """Make the playbooks again from the log alone, in the order in which they were current."""
    store.projections.clear_playbooks()
    for change in changes_of(general):
        store.projections.drop_current(change.id)
        if change.logged is not None:
            _put_text(store, change.logged, change.origin)


def _put_text(store: Store, logged: Logged, origin: str) -> None:
    """Put a text of the log; one that only an older program understood advises nothing more."""
    try:
        playbook = read_again(logged.text, f"{logged.id}.yaml", logged.parts)
    except PlaybookFaultError:
        return
    _put(store, playbook._replace(digest=logged.digest), origin)


def _put(store: Store, playbook: Playbook, origin: str) -> None:
    body = playbook_to_json(playbook)
    store.projections.put_playbook(playbook.digest, playbook.id, body, playbook.cover, origin)
