"""Judging playbook files: every fault of all of them, then what is unwise in the sound ones."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Cover
from reviewlog.domain.sites import SiteRule
from reviewlog.playbook.language.form import Whole, read_whole
from reviewlog.playbook.language.fragments import put_together, read_alone
from reviewlog.playbook.language.making import conditions_of, to_step
from reviewlog.playbook.reading import read_file
from reviewlog.playbook.shelf import own_paths
from reviewlog.playbook.strict import Fault
from reviewlog.playbook.unwise import Remark, remarks
from reviewlog.playbook.unwise.view import Around, Seat, View


class Source(NamedTuple):
    """A file to be judged."""

    path: str
    """As it is shown in front of its faults."""
    text: str | None
    """None when it could not be read as text; `faults` say why."""
    faults: tuple[Fault, ...] = ()

    @property
    def name(self) -> str:
        """The name that other playbooks use it by."""
        return Path(self.path).stem


class Checked(NamedTuple):
    """What was found in a file."""

    path: str
    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...] = ()


def source_of(path: Path) -> Source:
    """Return a file with its text, or with the reason why it is none. Raises UnreadableFileError."""
    try:
        return Source(str(path), read_file(path))
    except PlaybookFaultError as error:
        return Source(str(path), None, tuple(Fault(*fault) for fault in error.faults))


def own_sources(folder: Path) -> list[Source]:
    """Return the owner's own playbook files in a folder. Raises UnreadableFileError."""
    return [source_of(path) for path in own_paths(folder).values()]


def library_of(*shelves: Mapping[str, str] | Iterable[Source]) -> dict[str, str]:
    """Return the texts that `use:` may name; of two with one name the later wins."""
    texts: dict[str, str] = {}
    for shelf in shelves:
        if isinstance(shelf, Mapping):
            texts |= shelf
        else:
            texts |= {source.name: source.text for source in shelf if source.text is not None}
    return texts


def around(
    library: Mapping[str, str], today: date, sites: Mapping[str, SiteRule], verbs: Iterable[str]
) -> Around:
    """Return what playbooks are judged by: the others, the sites, the day, the verbs."""
    forms = [read_alone(text).form for text in library.values()]
    covers = [
        Cover(f.playbook, f.version, f.title, "", conditions_of(f.use_when))
        for f in forms
        if f is not None
    ]
    return Around(today, tuple(covers), sites, frozenset(verbs))


def check(source: Source, library: Mapping[str, str], surroundings: Around) -> Checked:
    """Return the faults of a file; of a sound one, what is unwise in it."""
    if source.text is None:
        return Checked(source.path, source.faults)
    try:
        whole = read_whole(source.text, source.path, library)
    except PlaybookFaultError as error:
        return Checked(source.path, tuple(Fault(*fault) for fault in error.faults))
    view = view_of(source.text, whole, library, surroundings)
    return Checked(source.path, (), remarks(view))


def view_of(text: str, whole: Whole, library: Mapping[str, str], surroundings: Around) -> View:
    """Return what the rules about unwise playbooks look at."""
    read = read_alone(text)
    if read.form is None:
        raise ValueError("only a sound text is judged")
    target = read.form.targets.first_answer if read.form.targets else None
    placed = put_together(read.form, read.document, library).steps
    parts = {name: read_alone(part).form for name, part in whole.parts.items()}
    return View(
        playbook=whole.playbook,
        seats=tuple(Seat(to_step(p, target), p) for p in placed),
        examples=whole.examples,
        document=read.document,
        texts=tuple((name, form.sources) for name, form in parts.items() if form),
        around=surroundings,
    )
