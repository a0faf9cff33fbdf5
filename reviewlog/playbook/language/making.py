"""From the form of a file to what the engine follows."""

from collections.abc import Mapping
from typing import Any

from reviewlog.domain import playbook as domain
from reviewlog.domain.time.durations import Duration, parse_duration
from reviewlog.playbook.language.fragments import Placed, Whole
from reviewlog.playbook.language.given import ExampleForm, GivenForm
from reviewlog.playbook.language.keys import PlaybookForm
from reviewlog.playbook.language.words import FIRST_ANSWER, Form, Words, words_of
from reviewlog.playbook.rehearsing.examples import Example, Given
from reviewlog.playbook.strict import Document


def to_playbook(form: PlaybookForm, whole: Whole, digest: str) -> domain.Playbook:
    """Return the playbook of a form, with the steps of all it uses."""
    target = form.targets.first_answer if form.targets else None
    return domain.Playbook(
        id=form.playbook,
        version=form.version,
        title=form.title,
        digest=digest,
        use_when=conditions_of(form.use_when),
        not_when=conditions_of(form.not_when),
        budget=_budget(form),
        steps=tuple(to_step(placed, target) for placed in whole.steps),
        first_answer=_maybe(target),
        cooling=_cooling(form),
        sources=whole.sources,
    )


def to_step(placed: Placed, target: str | None) -> domain.Step:
    """Return a step as the engine follows it; `first_answer` becomes the target's length."""
    form = placed.step
    within = form.within
    if within == FIRST_ANSWER:
        within = target or placed.target
    repeat = None
    if form.repeat is not None:
        repeat = domain.Repeat(parse_duration(form.repeat.every), form.repeat.at_most)
    return domain.Step(
        id=form.id,
        title=form.title,
        kind=form.kind,
        why=form.why,
        source=tuple(form.source),
        say=tuple(form.say),
        avoid=tuple(form.avoid),
        when=conditions_of(form.when),
        unless=conditions_of(form.unless),
        after=form.after,
        within=_maybe(within),
        not_before=_maybe(form.not_before),
        latest=_maybe(form.latest),
        repeat=repeat,
        done_by=tuples_of(form.done_by),
        must=form.weight == "must",
    )


def to_examples(form: PlaybookForm, document: Document) -> tuple[Example, ...]:
    """Return the tests of a file."""
    return tuple(
        _example(example, document.place(("examples", i)).line)
        for i, example in enumerate(form.examples)
    )


def conditions_of(facts: Form) -> domain.Conditions:
    """Return the facts that were written, in the order of the file."""
    return tuples_of({name: getattr(facts, name) for name in _written(facts)})


def tuples_of(mapping: Mapping[str, Words]) -> domain.Conditions:
    """Return each word or list of words as a tuple."""
    return {name: words_of(words) for name, words in mapping.items()}


def _written(form: Form) -> list[str]:
    return [name for name in type(form).model_fields if name in form.model_fields_set]


def _example(form: ExampleForm, line: int) -> Example:
    given = tuple(to_given(entry) for entry in form.given)
    return Example(form.name, given, dict(form.expect), form.first, tuple(form.never), line)


def to_given(form: GivenForm) -> Given:
    """Return one entry that is told."""
    names = [name for name in _written(form) if name not in ("day", "at", "entry")]
    fields: dict[str, Any] = {name: getattr(form, name) for name in names}
    for name in ("also", "sites"):
        if name in fields:
            fields[name] = words_of(fields[name])
    return Given(form.day, form.at, form.entry, fields)


def _budget(form: PlaybookForm) -> domain.Budget:
    if form.budget is None:
        return domain.Budget()
    return domain.Budget(form.budget.unanswered, parse_duration(form.budget.gap))


def _cooling(form: PlaybookForm) -> domain.Cooling | None:
    if form.cooling is None:
        return None
    return domain.Cooling(words_of(form.cooling.after), parse_duration(form.cooling.length))


def _maybe(text: str | None) -> Duration | None:
    return None if text is None else parse_duration(text)
