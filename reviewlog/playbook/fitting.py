"""Why a shipped playbook does not fit the owner's own ones that it uses."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from reviewlog.domain.errors import MisfitError
from reviewlog.playbook.language.fragments import put_together, read_alone
from reviewlog.playbook.language.keys import UseForm


def misfits(
    user: str, text: str, library: Mapping[str, str], own: Mapping[str, str]
) -> list[MisfitError]:
    """Return which of the owner's own files are the cause; `own` are their paths by name.

    Where no step is missing by its name, every own file that is used is named.
    """
    used = {name: own[name] for name in sorted(_used(user, {**library, user: text})) if name in own}
    found = []
    for name, path in used.items():
        steps = _missing(text, name, library)
        if steps:
            found.append(_misfit(path, f"has no step {', '.join(steps)}, which {user} uses"))
    return found or [_misfit(path, f"does not fit {user}, which uses it") for path in used.values()]


def _misfit(path: str, what: str) -> MisfitError:
    said = f"Your {PurePath(path).name} {what}; that one keeps to the shipped one."
    return MisfitError(path, said)


def _used(name: str, library: Mapping[str, str]) -> set[str]:
    """Return every playbook that one uses, also through others."""
    seen: set[str] = set()
    ahead = [name]
    while ahead:
        for other, _ in _uses(library.get(ahead.pop(), "")):
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return seen


def _uses(text: str) -> Iterator[tuple[str, str]]:
    form = read_alone(text).form
    for step in form.steps if form else ():
        if isinstance(step, UseForm):
            name, _, wanted = step.use.partition("/")
            yield name, wanted


def _missing(text: str, name: str, library: Mapping[str, str]) -> tuple[str, ...]:
    """Return the steps of a playbook that a text uses and that are not in it."""
    read = read_alone(library[name])
    if read.form is None:
        return ()
    ids = {placed.step.id for placed in put_together(read.form, read.document, library).steps}
    wanted = [step for other, step in _uses(text) if other == name and step]
    return tuple(step for step in wanted if step not in ids)
