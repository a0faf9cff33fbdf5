"""Judging playbook files: every fault of all of them, then what is unwise in the sound ones."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Cover
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.playbook.fitting import misfits
from reviewlog.playbook.language.form import Whole, read_whole
from reviewlog.playbook.language.fragments import put_together, read_alone
from reviewlog.playbook.language.making import conditions_of, to_step
from reviewlog.playbook.library import File, find_file
from reviewlog.playbook.shelf import ENDING, shipped_texts
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


PLAYBOOK, SITE, REPLY = "playbook", "site file", "reply file"


class Checked(NamedTuple):
    """What was found in a file."""

    path: str
    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...] = ()
    kind: str = PLAYBOOK
    """What kind of file it is, as it is counted."""


def source_of(word: str, files: Mapping[str, File]) -> Source:
    """Return the playbook of an id or of a path, with its text or the reason why it has none.

    Raises UnknownPlaybookError, UnreadableFileError.
    """
    file = find_file(word, files)
    if isinstance(file.fault, UnreadableFileError):
        raise file.fault
    return _source(file)


def _source(file: File) -> Source:
    if isinstance(file.fault, PlaybookFaultError):
        return Source(file.path, None, tuple(Fault(*fault) for fault in file.fault.faults))
    return Source(file.path, file.text)


def own_sources(files: Iterable[File]) -> list[Source]:
    """Return the owner's own playbook files; what may not be read is named elsewhere."""
    return [_source(file) for file in files if not isinstance(file.fault, UnreadableFileError)]


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
    shipped = [read_alone(text).form for text in shipped_texts().values()]
    titles = {letters: title for f in shipped if f for letters, title in f.sources.items()}
    return Around(today, tuple(covers), sites, frozenset(verbs), titles)


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


def check_shelf(
    own: Sequence[Source], library: Mapping[str, str], surroundings: Around
) -> list[Checked]:
    """Return what was found in the owner's own files and in the shipped ones.

    A shipped one that does not fit the owner's own is no fault of its own: it is told of the
    owner's file, and the shipped one keeps to the shipped texts.
    """
    shipped = shipped_texts()
    paths = {source.name: source.path for source in own}
    told: dict[str, list[Fault]] = {source.path: [] for source in own}
    checked = []
    for name, text in shipped.items():
        source = Source(f"{name}{ENDING}", text)
        found = check(source, library, surroundings)
        if found.faults:
            for misfit in misfits(name, text, library, paths):
                told[misfit.path].append(Fault(1, 1, misfit.sentence))
            found = check(source, shipped, surroundings)
        checked.append(found)
    mine = [check(source, library, surroundings) for source in own]
    return [m._replace(faults=tuple(sorted([*m.faults, *told[m.path]]))) for m in mine] + checked


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
