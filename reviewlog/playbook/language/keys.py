"""The keys of a playbook file, with what each is for; also the source of its JSON Schema."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Discriminator, Field, Tag, WithJsonSchema, create_model

from reviewlog.domain.playbook import ANCHOR_WORDS, FACT_WORDS
from reviewlog.domain.vocabulary import STEP_KINDS
from reviewlog.playbook.faults import TAG
from reviewlog.playbook.language.given import ExampleForm, GivenForm
from reviewlog.playbook.language.patterns import NAME, USE
from reviewlog.playbook.language.vocabulary import FACT_MEANINGS, done_by_schema
from reviewlog.playbook.language.words import (
    Form,
    Length,
    Letters,
    Line,
    Name,
    OneOf,
    OneOrMore,
    OneOrMoreOf,
    Source,
    Within,
    Words,
)
from reviewlog.playbook.strict import Path

if TYPE_CHECKING:
    Facts = Form
else:
    Facts = create_model(
        "Facts",
        __base__=Form,
        __doc__="Facts of an incident, each with the word or words it may have.",
        **{
            name: (
                Annotated[Words, OneOrMoreOf(words)],
                Field(None, description=FACT_MEANINGS.get(name)),
            )
            for name, words in FACT_WORDS.items()
        },
    )


def _key(said: str, *default: Any, **more: Any) -> Any:
    """Return a field with what editors show for it; without a default it is needed."""
    return Field(*default, description=said, **more)


class RepeatForm(Form):
    """How often a step comes again; without a cap it is refused."""

    every: Length = _key("How long after it was done it comes again: `21 days`.")
    at_most: int = _key("How often it may come at most, 1 to 12.", gt=0, le=12)


class BudgetForm(Form):
    """How many contacts without an answer are allowed, and the smallest gap between them."""

    unanswered: int = _key("Contacts from you without an answer, at most.", gt=0, le=9)
    gap: Length = _key("The smallest time between two of them: `4 days`.")


class TargetsForm(Form):
    """What the owner aims at; steps name a target instead of a length."""

    first_answer: Length = _key("How soon they should hear from you first: `1 working day`.")


class CoolingForm(Form):
    """After what they are left in peace, and for how long; any word from them ends it."""

    after: Annotated[Words, OneOrMoreOf(ANCHOR_WORDS)] = _key("What begins it: `[refused]`.")
    length: Length = _key("How long it lasts: `3 days`.", alias="for")


DoneBy = Annotated[dict[str, Annotated[Words, OneOrMore()]], WithJsonSchema(done_by_schema())]


class Changes(Form):
    """The keys of a step, each of them optional: what may be changed in a step that is used."""

    title: Line | None = _key("The instruction, one sentence.", None)
    kind: Annotated[str, OneOf(STEP_KINDS)] | None = _key("What sort of thing it is.", None)
    why: Line | None = _key("The reason, one sentence.", None)
    source: list[Source] = _key("The advice it rests on: `[T1, N1]`.", [])
    say: list[Line] = _key("Lines to say or write; those with `reviewlog` in front are typed.", [])
    avoid: list[Line] = _key("What not to say or do.", [])
    when: Facts = _key("Facts that must all hold.", default_factory=Facts)
    unless: Facts = _key("Facts any of which rules it out.", default_factory=Facts)
    after: Name = _key(
        "What its times count from: a fact, or a step's id.",
        "opened",
        json_schema_extra={"anyOf": [{"enum": list(ANCHOR_WORDS)}, {"pattern": NAME}]},
    )
    within: Within | None = _key("When it is due: `2 working days`, or `first_answer`.", None)
    not_before: Length | None = _key("When it may begin: `2 days`.", None)
    latest: Length | None = _key("When a `may` step lapses: `30 days`.", None)
    repeat: RepeatForm | None = _key("That it comes again, and how often at most.", None)
    done_by: DoneBy = _key("The entry that shows it is done: `{entry: reply}`.", {})
    weight: Annotated[str, OneOf(("must", "may"))] = _key("Whether it must be done.", "may")


class StepForm(Changes):
    """One thing for the owner to do."""

    id: Name = _key("The step's name, for ever.")
    title: Line = _key("The instruction, one sentence.")
    kind: Annotated[str, OneOf(STEP_KINDS)] = _key("What sort of thing it is.")
    why: Line = _key("The reason, one sentence.")


class UseForm(Changes):
    """All steps of another playbook in place, or one of them with keys changed."""

    use: str = _key(
        "`make-good` for all its steps, `no-answer/second-contact` for one of them.",
        pattern=USE,
    )


def _sort(value: Any) -> str:
    return f"{TAG}use" if isinstance(value, dict | UseForm) and _uses(value) else f"{TAG}step"


def _uses(value: Any) -> bool:
    return isinstance(value, UseForm) or "use" in value


AnyStep = Annotated[
    Annotated[StepForm, Tag(f"{TAG}step")] | Annotated[UseForm, Tag(f"{TAG}use")],
    Discriminator(_sort),
]


class PlaybookForm(Form):
    """A playbook of reviewlog: advice for one kind of trouble."""

    playbook: Name = _key("Its name: that of the file, without `.yaml`.")
    version: int = _key("Counts up with every change.", gt=0)
    title: Line = _key("What it is for, in plain words.")
    use_when: Facts = _key(
        "Facts that must all hold; none: followed only when chosen.", default_factory=Facts
    )
    not_when: Facts = _key("Facts any of which rules it out.", default_factory=Facts)
    sources: dict[Letters, Line] = _key("The texts that `source` names by their letters.", {})
    targets: TargetsForm | None = _key("What you aim at.", None)
    budget: BudgetForm | None = _key("How often you may write without an answer.", None)
    cooling: CoolingForm | None = _key("After what they are left in peace.", None)
    steps: list[AnyStep] = _key("What there is to do.", min_length=1)
    examples: list[ExampleForm] = _key("Its tests: what happened, and what is due then.", [])


_LEVELS: dict[str, type[Form]] = {
    "targets": TargetsForm,
    "budget": BudgetForm,
    "cooling": CoolingForm,
    "repeat": RepeatForm,
    "examples": ExampleForm,
    "given": GivenForm,
}


def keys_beside(path: Path) -> list[str]:
    """Return the keys that may stand where the last part of a path stands."""
    names = [part for part in path[:-1] if isinstance(part, str) and not part.startswith(TAG)]
    level = names[-1] if names else ""
    if level in ("when", "unless", "use_when", "not_when"):
        return list(FACT_WORDS)
    if level == "steps":
        return [*UseForm.model_fields] if f"{TAG}use" in path else ["use", *StepForm.model_fields]
    form = _LEVELS.get(level, PlaybookForm)
    return [info.alias or name for name, info in form.model_fields.items()]
