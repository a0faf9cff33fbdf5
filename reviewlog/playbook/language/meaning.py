"""What a playbook's words must agree on: ids, references, variables, sources, file name."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from reviewlog.domain.agenda.never import forbidden_line, kinds_of
from reviewlog.domain.playbook import ANCHOR_WORDS
from reviewlog.domain.wording import STAND_INS, variables
from reviewlog.playbook.faults import near_hint, unknown
from reviewlog.playbook.language.fragments import Placed, Whole
from reviewlog.playbook.language.keys import PlaybookForm, StepForm
from reviewlog.playbook.language.vocabulary import DONE_BY
from reviewlog.playbook.language.words import FIRST_ANSWER, Words, words_of
from reviewlog.playbook.strict import Document, Fault, Path, shortened


def meaning_faults(
    form: PlaybookForm, whole: Whole, document: Document, path: str
) -> Iterator[Fault]:
    """Find what pydantic cannot see, because it takes two places of the file to tell."""
    yield from _name_faults(form, document, path)
    twice = list(_id_faults(whole, document))
    yield from twice or _circle_faults(whole, document)
    target = form.targets is not None
    for placed in whole.steps:
        yield from _after_faults(placed, whole, document)
        yield from _source_faults(placed, form.sources, document)
        yield from _text_faults(placed, document)
        if "done_by" in placed.own:
            yield from done_by_faults(
                placed.step.done_by, (*placed.path, "done_by"), document, DONE_BY
            )
        if placed.step.within == FIRST_ANSWER and not (target or placed.target):
            said = f"“{FIRST_ANSWER}” is not among the targets; write “targets:” above the steps."
            yield document.place((*placed.path, "within")).fault(said)


def _name_faults(form: PlaybookForm, document: Document, path: str) -> Iterator[Fault]:
    file = PurePath(path)
    written = document.data.get("playbook") == form.playbook
    if written and file.suffix == ".yaml" and file.stem != form.playbook:
        said = f"“{form.playbook}” is not the file's name; one of the two must be changed."
        yield document.place(("playbook",)).fault(said)


def _id_faults(whole: Whole, document: Document) -> Iterator[Fault]:
    seen: set[str] = set()
    for placed in whole.steps:
        place, step_id = document.place((*placed.path, _namer(placed))), placed.step.id
        if step_id in seen:
            yield place.fault(f"The step “{step_id}” stands here twice.")
        if step_id in ANCHOR_WORDS:
            said = f"“{step_id}” is a fact that steps count from; choose another id."
            yield place.fault(said)
        seen.add(step_id)


def _namer(placed: Placed) -> str:
    return "use" if placed.origin else "id"


def _after_faults(placed: Placed, whole: Whole, document: Document) -> Iterator[Fault]:
    after = placed.step.after
    ids = [p.step.id for p in whole.steps]
    if after in ANCHOR_WORDS or after in ids:
        return
    if placed.origin and "after" not in placed.own:
        said = f"“{placed.step.id}” comes after “{after}”, which is not in this playbook;"
        place = document.place((*placed.path, "use"))
        yield place.fault(f"{said} use that step too, or write another “after:”.")
        return
    place = document.place((*placed.path, "after"))
    yield place.fault(unknown(after, (*ANCHOR_WORDS, *ids)))


def _circle_faults(whole: Whole, document: Document) -> Iterator[Fault]:
    """A step that comes after itself, directly or through others, would never open."""
    after = {p.step.id: p.step.after for p in whole.steps}
    for placed in whole.steps:
        step = placed.step
        behind, name = {step.id}, step.after
        while name in after and name not in behind:
            behind.add(name)
            name = after[name]
        if name == step.id:
            said = f"“{step.id}” and “{step.after}” wait for each other in a circle."
            yield document.place((*placed.path, "after")).fault(said)


def _source_faults(
    placed: Placed, sources: Mapping[str, str], document: Document
) -> Iterator[Fault]:
    if "source" not in placed.own:
        return
    for i, source in enumerate(placed.step.source):
        letters = source.rstrip("0123456789")
        if letters not in sources:
            said = f"“{source}”: no text is named “{letters}” under “sources:”."
            hint = near_hint(letters, sources)
            yield document.place((*placed.path, "source", i)).fault(said + hint)


def texts_of(placed: Placed) -> Iterator[tuple[Path, str]]:
    """Return the texts of a step that were written in this file, with their paths."""
    step: StepForm = placed.step
    for name in ("title", "why"):
        if name in placed.own:
            yield (*placed.path, name), getattr(step, name)
    for name in ("say", "avoid"):
        for i, line in enumerate(getattr(step, name) if name in placed.own else ()):
            yield (*placed.path, name, i), line


def _text_faults(placed: Placed, document: Document) -> Iterator[Fault]:
    for path, text in texts_of(placed):
        kind = placed.step.kind if {"say", "title"} & set(path) else ""
        done_by = {name: words_of(words) for name, words in placed.step.done_by.items()}
        found = (forbidden_line(one, text) for one in (kinds_of(kind, done_by) if kind else ()))
        if rule := next(filter(None, found), None):
            said = f"“{shortened(text)}” must not stand in a step of kind “{kind}”: {rule.sentence}"
            yield document.place(path).fault(said)
        for name in variables(text):
            if name not in STAND_INS:
                said = f"“{{{name}}}” is no variable.{near_hint(name, STAND_INS)}"
                yield document.place(path).fault(said)


def done_by_faults(
    done_by: Mapping[str, Words],
    path: Path,
    document: Document,
    kinds: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> Iterator[Fault]:
    """Find what an entry that fulfils a step cannot have."""
    kind = done_by.get("entry")
    if kind is None:
        yield document.place(path).fault("“entry” is missing.")
        values = {name for known in kinds.values() for name in known}
        for name in done_by.keys() - values:
            yield document.key_place((*path, name)).fault(unknown(name, ("entry", *values)))
    elif not isinstance(kind, str) or kind not in kinds:
        word = ", ".join(words_of(kind))
        yield document.place((*path, "entry")).fault(unknown(word, kinds))
    else:
        for name in done_by.keys() - {"entry"}:
            if name in kinds[kind]:
                yield from _word_faults(done_by[name], kinds[kind][name], (*path, name), document)
                continue
            said = f"“{name}” is not known of an entry of kind “{kind}”."
            hint = near_hint(name, kinds[kind])
            yield document.key_place((*path, name)).fault(said + hint)


def _word_faults(
    words: Words, known: tuple[str, ...], path: Path, document: Document
) -> Iterator[Fault]:
    for i, word in enumerate(words_of(words)):
        if word not in known:
            spot = path if isinstance(words, str) else (*path, i)
            yield document.place(spot).fault(unknown(word, known))
