"""A playbook file read as a whole: all its faults at once, each with its place."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.playbook import Playbook
from reviewlog.playbook.language import fragments
from reviewlog.playbook.language.fragments import put_together, read_alone
from reviewlog.playbook.language.keys import PlaybookForm
from reviewlog.playbook.language.making import to_examples, to_playbook
from reviewlog.playbook.language.meaning import meaning_faults
from reviewlog.playbook.language.telling import example_faults
from reviewlog.playbook.language.words import Form
from reviewlog.playbook.rehearsing.examples import Example
from reviewlog.playbook.strict import Fault

__all__ = ["Form", "Whole", "read_again", "read_playbook", "read_whole"]

NO_LIBRARY: Mapping[str, str] = {}


class Whole(NamedTuple):
    """A playbook file: what the engine follows, its tests, and the texts that it uses."""

    playbook: Playbook
    examples: tuple[Example, ...]
    parts: Mapping[str, str]


def read_playbook(text: str, path: str, library: Mapping[str, str] = NO_LIBRARY) -> Playbook:
    """Return the playbook of a YAML text; `library` holds the texts that `use:` may name.

    Raises PlaybookFaultError with every fault and its place.
    """
    return read_whole(text, path, library).playbook


def read_whole(text: str, path: str, library: Mapping[str, str] = NO_LIBRARY) -> Whole:
    """Return a playbook with its examples and the texts it uses.

    Raises PlaybookFaultError with every fault and its place.
    """
    read = read_alone(text)
    if read.form is None:
        raise _refused(path, read.faults)
    whole = put_together(read.form, read.document, library)
    faults = _told_once(read, _faults_of_the_whole(read.form, whole, read, path))
    if faults:
        raise _refused(path, faults)
    playbook = to_playbook(read.form, whole, digest_of(text, whole))
    return Whole(playbook, to_examples(read.form, read.document), whole.parts)


def _faults_of_the_whole(
    form: PlaybookForm, whole: fragments.Whole, read: fragments.Read, path: str
) -> Iterator[Fault]:
    """Find what takes two places to tell."""
    ids = [placed.step.id for placed in whole.steps]
    return chain(
        whole.faults,
        meaning_faults(form, whole, read.document, path),
        example_faults(form, ids, read.document),
    )


def _told_once(read: fragments.Read, found: Iterable[Fault]) -> list[Fault]:
    """Join the faults; of a value that YAML misread only one is told."""
    alone = [fault for fault in read.faults if fault not in read.document.faults]
    return read.document.all_faults([*alone, *found])


def read_again(text: str, path: str, parts: Mapping[str, str] = NO_LIBRARY) -> Playbook:
    """Return the playbook of a text that was found good before, by whatever version.

    Only what the engine cannot follow stops it: advice to writers may get stricter, and an
    incident stays pinned to its text. Raises PlaybookFaultError.
    """
    read = read_alone(text)
    if read.form is None or read.faults:
        raise _refused(path, read.faults)
    whole = put_together(read.form, read.document, parts)
    if whole.faults:
        raise _refused(path, whole.faults)
    return to_playbook(read.form, whole, digest_of(text, whole))


def digest_of(text: str, whole: fragments.Whole) -> str:
    """Return what an incident is pinned to: the text, with the texts of all it uses."""
    if not whole.parts:
        return hashlib.sha256(text.encode()).hexdigest()
    import rfc8785

    return hashlib.sha256(rfc8785.dumps([text, dict(whole.parts)])).hexdigest()


def _refused(path: str, faults: "list[Fault] | tuple[Fault, ...]") -> PlaybookFaultError:
    """Tell each fault once, in the order of the file."""
    return PlaybookFaultError(path, tuple(sorted(set(faults))))
