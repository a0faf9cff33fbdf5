"""Reading files of rules for replies: every fault of a file, also what takes two files to tell."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from reviewlog.domain.reply.checks import LISTS
from reviewlog.domain.reply.rules import Rule
from reviewlog.playbook.faults import fault_of, path_of
from reviewlog.playbook.language.words import Form
from reviewlog.playbook.replies.claims import Claims, first_claims, holding, repeated
from reviewlog.playbook.replies.form import (
    ExampleForm,
    RuleForm,
    RulesForm,
    SoftenForm,
    TranslationForm,
)
from reviewlog.playbook.replies.given import GivenForm, VoiceForm
from reviewlog.playbook.replies.meaning import Around, cut_phrases, meaning_faults, misread
from reviewlog.playbook.replies.partsform import PartForm
from reviewlog.playbook.strict import Document, Fault, read_strictly

_INSIDE: Mapping[str, type[Form]] = {
    "rules": RuleForm,
    "translates": TranslationForm,
    "soften": SoftenForm,
    "parts": PartForm,
    "bad": ExampleForm,
    "good": ExampleForm,
    "given": GivenForm,
    "voice": VoiceForm,
}
"""The form behind each key that holds one, or a list of them."""
_SHAPES = {
    "rules": "id: next-door",
    "translates": "rule: but",
    "soften": "rule: but",
    "parts": "part: thanks",
    "bad": "text: Sorry, but no.",
    "good": "text: Sorry. We close at six.",
}
"""How one of a list begins."""


class Read(NamedTuple):
    """What was read of a file."""

    name: str
    """The file's own, without ending."""
    document: Document
    form: RulesForm | None = None
    """None where it has faults."""
    faults: tuple[Fault, ...] = ()


def read_shipped(texts: Mapping[str, str]) -> list[Read]:
    """Return the program's own files, by their names."""
    return _read(texts, ())


def read_own(texts: Mapping[str, str], shipped: Iterable[Rule]) -> list[Read]:
    """Return the files of an owner; they stand beside the rules of the program."""
    return _read(texts, tuple(shipped), is_own=True)


def _read(texts: Mapping[str, str], known: tuple[Rule, ...], *, is_own: bool = False) -> list[Read]:
    """Read each file by itself, then beside those that hold: a faulty one bars no other."""
    documents = {name: read_strictly(text) for name, text in texts.items()}
    shipped = {rule.id: rule for rule in known}

    def judged(name: str, first: Claims) -> Read:
        return _judged(name, texts[name], documents[name], Around(shipped, first, is_own))

    alone = [judged(n, first_claims(known, {n: one, **documents})) for n, one in documents.items()]
    sound = {read.name: read.document for read in alone if read.form is not None}
    first = first_claims(known, holding(known, sound) | documents)
    return [
        judged(read.name, first) if any(repeated(read.name, read.document, first)) else read
        for read in alone
    ]


def _judged(name: str, text: str, document: Document, around: Around) -> Read:
    if document.data is None:
        return Read(name, document, None, tuple(sorted(document.faults)))
    for path in misread(document):
        document.forgive(path)
    form, faults = _form(document)
    found = (*cut_phrases(text, document), *faults, *meaning_faults(name, document, around))
    faults = sorted({*document.all_faults(found)})
    return Read(name, document, None if faults else form, tuple(faults))


def _form(document: Document) -> tuple[RulesForm | None, list[Fault]]:
    try:
        return RulesForm.model_validate(document.data), []
    except ValidationError as error:
        return None, [_fault(details, document) for details in error.errors()]


def _fault(details: Any, document: Document) -> Fault:
    """Return what is wrong, with the shape that is expected where there is one."""
    path, kind, keys = path_of(details["loc"]), details["type"], _keys(details["loc"])
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden" and key in LISTS and "lists" in keys:
        said = f"“{key}” belongs under “lists”, as “lists: {{{key}: […]}}”."
        return document.key_place(path).fault(said)
    if kind == "list_type" and key in _SHAPES and isinstance(details["input"], dict):
        said = f"{key}: a list is expected, each with a dash in front: “- {_SHAPES[key]}”."
        return document.place(path).fault(said)
    return fault_of(details, document, keys)


def _keys(loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the keys that may stand on the level of a fault."""
    inside = [_INSIDE[str(part)] for part in path_of(loc)[:-1] if part in _INSIDE]
    return tuple((inside[-1] if inside else RulesForm).model_fields)
