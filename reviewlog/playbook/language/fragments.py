"""`use:`: the steps of other playbooks, put in place; each keeps what was written where."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pydantic import ValidationError

from reviewlog.playbook.faults import fault_of, near_hint, path_of
from reviewlog.playbook.language.keys import Changes, PlaybookForm, StepForm, UseForm, keys_beside
from reviewlog.playbook.language.salvage import salvaged
from reviewlog.playbook.strict import Document, Fault, Path, read_strictly

MAX_STEPS = 200
"""Steps of one playbook with all it uses; a chain of uses could make millions."""


class Read(NamedTuple):
    """A file as far as it can be read by itself, without the playbooks it uses."""

    document: Document
    form: PlaybookForm | None
    """With faults only what could be salvaged, to be looked at and never followed."""
    faults: tuple[Fault, ...]


class Placed(NamedTuple):
    """A step in its place, with what is known of where it was written."""

    step: StepForm
    path: Path
    """Where it stands in the file that is read: the step itself, or its `use:`."""
    own: frozenset[str]
    """The keys that were written in the file that is read."""
    origin: str = ""
    """The playbook it was taken from, empty for a step of this file."""
    target: str | None = None
    """The first answer that the playbook it was taken from aims at."""


class Whole(NamedTuple):
    """The steps of a playbook with all it uses, and what was wrong on the way."""

    steps: tuple[Placed, ...]
    sources: Mapping[str, str]
    parts: Mapping[str, str]
    """The text of every playbook that is used, also through others, by id."""
    faults: tuple[Fault, ...]


@lru_cache(maxsize=64)
def read_alone(text: str) -> Read:
    """Return what a text holds; a playbook that others use is so read only once."""
    document = read_strictly(text)
    if document.data is None:
        return Read(document, None, tuple(document.faults))
    try:
        form = PlaybookForm.model_validate(document.data)
        return Read(document, form, tuple(document.faults))
    except ValidationError as error:
        for details in error.errors():
            if details["type"] == "extra_forbidden":
                document.forgive(path_of(details["loc"]))
        found = [fault_of(d, document, keys_beside(d["loc"])) for d in error.errors()]
        faults = document.all_faults(found)
        return Read(document, salvaged(document.data, error.errors()), tuple(faults))


def put_together(form: PlaybookForm, document: Document, library: Mapping[str, str]) -> Whole:
    """Return all steps of a playbook in their order, with those of all it uses."""
    return _Assembly(library).whole(form, document, (form.playbook,))


class _UnusableError(Exception):
    """Why a playbook cannot be used here, as a sentence."""


class _Assembly:
    """One playbook being put together; what several places use is put together once."""

    def __init__(self, library: Mapping[str, str]) -> None:
        self.library = library
        self._done: dict[str, tuple[PlaybookForm, Whole]] = {}

    def whole(self, form: PlaybookForm, document: Document, behind: tuple[str, ...]) -> Whole:
        """Return a playbook with all it uses; `behind` are the ones that led here."""
        steps: list[Placed] = []
        sources, parts, faults = dict(form.sources), dict[str, str](), list[Fault]()
        for i, step in enumerate(form.steps):
            path: Path = ("steps", i)
            if isinstance(step, StepForm):
                steps.append(Placed(step, path, frozenset(step.model_fields_set)))
                continue
            try:
                taken, whole = self._taken(step, path, behind, MAX_STEPS - len(steps))
            except _UnusableError as error:
                faults.append(document.place((*path, "use")).fault(str(error)))
                continue
            name = _playbook_of(step)
            steps += taken
            sources = {**whole.sources, **sources}
            parts |= {**whole.parts, name: self.library[name]}
        return Whole(tuple(steps), sources, parts, tuple(faults))

    def _taken(
        self, use: UseForm, path: Path, behind: tuple[str, ...], room: int
    ) -> tuple[list[Placed], Whole]:
        """Return the steps that a `use:` stands for, and the playbook they are from."""
        name, _, wanted = use.use.partition("/")
        form, whole = self._used(name, behind)
        ids = [p.step.id for p in whole.steps]
        changed = use.model_fields_set - {"use"}
        if changed and not wanted:
            raise _UnusableError(f"Only a single step can be changed: write “{name}/{ids[0]}”.")
        if wanted and wanted not in ids:
            raise _UnusableError(f"“{name}” has no step “{wanted}”.{near_hint(wanted, ids)}")
        target = form.targets.first_answer if form.targets else None
        chosen = [p for p in whole.steps if wanted in ("", p.step.id)]
        if len(chosen) > room:
            raise _UnusableError(f"With this there are more than {MAX_STEPS} steps.")
        own = frozenset(changed)
        return [
            Placed(_changed(p.step, use), path, own, name, target or p.target) for p in chosen
        ], whole

    def _used(self, name: str, behind: tuple[str, ...]) -> tuple[PlaybookForm, Whole]:
        if name in behind:
            raise _UnusableError(f"“{name}” and “{behind[-1]}” use each other in a circle.")
        if name not in self.library:
            raise _UnusableError(f"There is no playbook “{name}”.{near_hint(name, self.library)}")
        if name not in self._done:
            self._done[name] = self._read(name, behind)
        form, whole = self._done[name]
        if whole.faults:
            circle = next((f.text for f in whole.faults if "circle" in f.text), None)
            raise _UnusableError(circle or f"“{name}” has faults of its own; check that file.")
        return form, whole

    def _read(self, name: str, behind: tuple[str, ...]) -> tuple[PlaybookForm, Whole]:
        read = read_alone(self.library[name])
        if read.form is None:
            raise _UnusableError(f"“{name}” has faults of its own; check that file.")
        if read.faults:
            return read.form, Whole((), {}, {}, read.faults)
        return read.form, self.whole(read.form, read.document, (*behind, name))


def _playbook_of(use: UseForm) -> str:
    return use.use.partition("/")[0]


def _changed(step: StepForm, changes: Changes) -> StepForm:
    """Return a step with the keys that were written beside `use:`."""
    written = {name: getattr(changes, name) for name in changes.model_fields_set - {"use"}}
    return step.model_copy(update=written)
