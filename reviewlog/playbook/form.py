"""The form of a playbook file, checked by pydantic: all faults at once, each with its line."""

import hashlib
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from reviewlog.domain import playbook as domain
from reviewlog.domain.durations import Duration, parse_duration
from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.vocabulary import KINDS, STEP_KINDS
from reviewlog.playbook.faults import fault_of
from reviewlog.playbook.strict import Document, Fault, read_strictly

Words = str | list[str]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=400)]


class Form(BaseModel):
    """Shared by all forms: unknown keys are faults, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True)


def _spelled_out(text: str) -> str:
    _duration(text)
    return text


Length = Annotated[str, AfterValidator(_spelled_out)]


class RepeatForm(Form):
    """`repeat`: how often a step comes again; without a cap it is refused."""

    every: Length
    at_most: int = Field(gt=0, le=12)


class BudgetForm(Form):
    """`budget`: contacts without an answer, and the smallest gap between them."""

    unanswered: int = Field(gt=0, le=9)
    gap: Length


class StepForm(Form):
    """One step."""

    id: Name
    title: Line
    kind: str
    why: Line
    source: list[str] = []
    say: list[Line] = []
    avoid: list[Line] = []
    when: dict[str, Words] = {}
    unless: dict[str, Words] = {}
    after: str = "opened"
    within: Length | None = None
    not_before: Length | None = None
    latest: Length | None = None
    repeat: RepeatForm | None = None
    done_by: dict[str, Words] = {}
    weight: Literal["must", "may"] = "may"


class PlaybookForm(Form):
    """A playbook file."""

    playbook: Name
    version: int = Field(gt=0)
    title: Line
    use_when: dict[str, Words] = {}
    not_when: dict[str, Words] = {}
    sources: dict[str, Line] = {}
    budget: BudgetForm
    steps: list[StepForm] = Field(min_length=1)


def read_playbook(text: str, path: str) -> domain.Playbook:
    """Return the playbook of a YAML text.

    Raises PlaybookFaultError with every fault and its line.
    """
    document = read_strictly(text)
    faults = list(document.faults)
    form = None
    if not faults:
        try:
            form = PlaybookForm.model_validate(document.data)
            faults += _meaning_faults(form, document)
        except ValidationError as error:
            faults += [fault_of(details, document) for details in error.errors()]
    if faults or form is None:
        raise PlaybookFaultError(path, tuple(sorted(faults)))
    return _to_domain(form, hashlib.sha256(text.encode()).hexdigest())


def _meaning_faults(form: PlaybookForm, document: Document) -> list[Fault]:
    """Unknown facts, words, steps and kinds, and ids that cannot be told apart."""
    ids = [step.id for step in form.steps]
    faults = _id_faults(ids, document)
    faults += _condition_faults(form.use_when, ("use_when",), document)
    faults += _condition_faults(form.not_when, ("not_when",), document)
    for i, step in enumerate(form.steps):
        path = ("steps", i)
        faults += _condition_faults(step.when, (*path, "when"), document)
        faults += _condition_faults(step.unless, (*path, "unless"), document)
        faults += _word_fault(step.kind, STEP_KINDS, (*path, "kind"), document)
        faults += _word_fault(step.after, (*domain.ANCHOR_WORDS, *ids), (*path, "after"), document)
        if step.done_by:
            faults += _done_by_faults(step.done_by, (*path, "done_by"), document)
    return faults + (_circle_faults(form, document) if not faults else [])


def _id_faults(ids: list[str], document: Document) -> list[Fault]:
    faults = []
    for i, step_id in enumerate(ids):
        line = document.line_of(("steps", i, "id"))
        if step_id in ids[:i]:
            faults.append((line, f"The step “{step_id}” stands here twice."))
        if step_id in domain.ANCHOR_WORDS:
            faults.append(
                (line, f"“{step_id}” is a fact that steps count from; choose another id.")
            )
    return faults


def _circle_faults(form: PlaybookForm, document: Document) -> list[Fault]:
    """A step that comes after itself, directly or through others, would never open."""
    after = {step.id: step.after for step in form.steps}
    faults = []
    for i, step in enumerate(form.steps):
        behind, name = {step.id}, step.after
        while name in after and name not in behind:
            behind.add(name)
            name = after[name]
        if name == step.id:
            line = document.line_of(("steps", i, "after"))
            faults.append(
                (line, f"“{step.id}” and “{step.after}” wait for each other in a circle.")
            )
    return faults


def _done_by_faults(
    done_by: dict[str, Words], path: tuple[str | int, ...], document: Document
) -> list[Fault]:
    kind = done_by.get("entry")
    if kind is None:
        return [(document.line_of(path), "“entry” is missing.")]
    faults = _word_fault(str(kind), KINDS, (*path, "entry"), document)
    known = domain.ENTRY_WORDS.get(str(kind), {})
    for name, words in done_by.items() if known else ():
        if name != "entry":
            faults += _word_fault(name, tuple(known), (*path, name), document)
        for word in _words(words) if name in known else ():
            faults += _word_fault(word, known[name], (*path, name), document)
    return faults


def _condition_faults(
    conditions: dict[str, Words], path: tuple[str | int, ...], document: Document
) -> list[Fault]:
    faults = []
    for name, words in conditions.items():
        faults += _word_fault(name, tuple(domain.FACT_WORDS), (*path, name), document)
        for word in _words(words) if name in domain.FACT_WORDS else ():
            faults += _word_fault(word, domain.FACT_WORDS[name], (*path, name), document)
    return faults


def _word_fault(
    word: str, known: tuple[str, ...], path: tuple[str | int, ...], document: Document
) -> list[Fault]:
    if word in known:
        return []
    near = get_close_matches(word, known, n=1)
    hint = f"; did you mean “{near[0]}”?" if near else f"; known are {', '.join(known)}."
    return [(document.line_of(path), f"“{word}” is not known here{hint}")]


def _words(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _duration(text: str) -> Duration:
    try:
        return parse_duration(text)
    except ValueError:
        raise ValueError(f"“{text}” is no duration; write “2 hours” or “3 working days”") from None


def _maybe(text: str | None) -> Duration | None:
    return None if text is None else _duration(text)


def _conditions(mapping: dict[str, Words]) -> dict[str, tuple[str, ...]]:
    return {name: _words(words) for name, words in mapping.items()}


def _to_domain(form: PlaybookForm, digest: str) -> domain.Playbook:
    return domain.Playbook(
        id=form.playbook,
        version=form.version,
        title=form.title,
        digest=digest,
        use_when=_conditions(form.use_when),
        not_when=_conditions(form.not_when),
        budget=domain.Budget(form.budget.unanswered, _duration(form.budget.gap)),
        steps=tuple(_step(step) for step in form.steps),
    )


def _step(form: StepForm) -> domain.Step:
    repeat = None
    if form.repeat is not None:
        repeat = domain.Repeat(_duration(form.repeat.every), form.repeat.at_most)
    return domain.Step(
        id=form.id,
        title=form.title,
        kind=form.kind,
        why=form.why,
        source=tuple(form.source),
        say=tuple(form.say),
        avoid=tuple(form.avoid),
        when=_conditions(form.when),
        unless=_conditions(form.unless),
        after=form.after,
        within=_maybe(form.within),
        not_before=_maybe(form.not_before),
        latest=_maybe(form.latest),
        repeat=repeat,
        done_by=_conditions(form.done_by),
        must=form.weight == "must",
    )
