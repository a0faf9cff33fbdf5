"""What is wrong in `examples`: entries that cannot be, steps that are not there."""

from collections.abc import Iterator

from reviewlog.domain.playbook import ENTRY_WORDS
from reviewlog.playbook.faults import near_hint, unknown
from reviewlog.playbook.language.given import ExampleForm, GivenForm
from reviewlog.playbook.language.keys import PlaybookForm
from reviewlog.playbook.language.vocabulary import GIVEN, TICKS
from reviewlog.playbook.strict import Document, Fault, Path

OFFER = "use-"
"""How the id of an item begins that offers another playbook."""


def example_faults(form: PlaybookForm, ids: list[str], document: Document) -> Iterator[Fault]:
    """Find the faults of all examples; `ids` are the steps of the playbook."""
    seen: set[str] = set()
    for i, example in enumerate(form.examples):
        path: Path = ("examples", i)
        if example.name in seen:
            said = "Another example has this name; each says what it shows."
            yield document.place((*path, "name")).fault(said)
        seen.add(example.name)
        yield from _step_faults(example, ids, path, document)
        last = 0
        for j, given in enumerate(example.given):
            spot: Path = (*path, "given", j)
            yield from given_faults(given, ids, spot, document)
            if given.day < last:
                said = "Entries stand in the order in which they happened."
                yield document.place((*spot, "day")).fault(said)
            last = given.day


def _step_faults(
    example: ExampleForm, ids: list[str], path: Path, document: Document
) -> Iterator[Fault]:
    for name in example.expect:
        if name not in ids and not name.startswith(OFFER):
            yield document.key_place((*path, "expect", name)).fault(unknown(name, ids))
    if example.first is not None and example.first not in ids:
        yield document.place((*path, "first")).fault(unknown(example.first, ids))
    for i, name in enumerate(example.never):
        if name not in ids and not name.startswith(OFFER):
            yield document.place((*path, "never", i)).fault(unknown(name, ids))


def given_faults(
    given: GivenForm, ids: list[str], path: Path, document: Document
) -> Iterator[Fault]:
    """Find what cannot be said of an entry of its kind."""
    kind = given.entry
    for name in sorted(given.model_fields_set - {"day", "at", "entry"}):
        if name not in GIVEN[kind]:
            said = f"“{name}” is not known of an entry of kind “{kind}”."
            yield document.key_place((*path, name)).fault(said + near_hint(name, GIVEN[kind]))
    if "state" in GIVEN[kind] and given.state is not None:
        states = TICKS if kind == "step" else ENTRY_WORDS[kind]["state"]
        if given.state not in states:
            yield document.place((*path, "state")).fault(unknown(given.state, states))
    if kind == "step" and given.step is None:
        yield document.place(path).fault("“step” is missing: which one was ticked?")
    elif kind == "step" and given.step not in ids:
        yield document.place((*path, "step")).fault(unknown(str(given.step), ids))
