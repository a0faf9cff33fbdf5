"""Playbooks: the list, and one in full."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.playbook import Playbook, Step
from reviewlog.domain.wording import COMMAND, filled
from reviewlog.render.layout.style import PLAIN, Style
from reviewlog.render.layout.tables import drawn
from reviewlog.render.layout.wrapping import labelled, wrap
from reviewlog.render.words.moments import count
from reviewlog.render.words.terms import ANCHORS, condition_words, target_words, timing_words

if TYPE_CHECKING:
    from reviewlog.render.promised import playbooks

INDENT = "    "
ORIGINS = {"shipped": "shipped", "own": "yours", "instead": "yours, instead of the shipped one"}


def playbooks_text(playbooks: Sequence[tuple[Playbook, str]], width: int) -> str:
    """Return the playbooks, each with its title on the row below and its origin."""
    margin = max((len(book.id) for book, _ in playbooks), default=0) + 2
    lines: list[str] = []
    for book, origin in playbooks:
        offered = "offered by itself" if book.use_when else "when chosen"
        told = f"version {book.version}, {count(len(book.steps), 'step')}, {offered}"
        text = f"{told}, {ORIGINS[origin]}"
        lines += labelled(harmless_line(book.id), text, width, min(margin, width // 2))
        lines += _wrapped(book.title, width, INDENT)
    return "\n".join(lines)


def playbooks_table(playbooks: Sequence[tuple[Playbook, str]], columns: int) -> str:
    """Return the same as a table on a terminal."""
    rows = [
        (
            book.id,
            book.title,
            str(len(book.steps)),
            "by itself" if book.use_when else "when chosen",
            f"{ORIGINS[origin]}, v{book.version}",
        )
        for book, origin in playbooks
    ]
    return drawn(("Playbook", "When", "Steps", "Offered", "Whose"), rows, columns, right=(2,))


def playbook_text(playbook: Playbook, origin: str, width: int, look: Style = PLAIN) -> str:
    """Return one playbook in full: every step with its reason and its words."""
    lines = [
        look.strong(
            f"{harmless_line(playbook.id)}, version {playbook.version} ({ORIGINS[origin]})"
        ),
        harmless_line(playbook.title),
        *(line for text in _frame(playbook) for line in _wrapped(text, width, "")),
        "",
    ]
    for step in playbook.steps:
        lines.append(look.strong(f"{step.id} ({step.kind}, {'must' if step.must else 'may'})"))
        lines += [line for text in _step(step) for line in _wrapped(text, width, INDENT)]
        lines += [
            line
            for text in source_words(step.source, playbook.sources)
            for line in _wrapped(text, width, INDENT)
        ]
    return "\n".join(lines)


def _frame(playbook: Playbook) -> Iterator[str]:
    """When it fits, and what holds for all its steps."""
    if playbook.use_when:
        yield f"Offered when {', and '.join(condition_words(playbook.use_when))}."
    else:
        yield "Followed only when you choose it."
    if playbook.not_when:
        yield f"Not when {', or '.join(condition_words(playbook.not_when))}."
    if playbook.first_answer:
        yield f"First answer: {target_words(playbook.first_answer)}."
    budget = playbook.budget
    yield (
        f"Contact: at most {count(budget.unanswered, 'message')} without an answer,"
        f" {budget.gap} apart."
    )
    if playbook.cooling:
        after = " or ".join(ANCHORS[name] for name in playbook.cooling.after)
        yield f"Peace: {playbook.cooling.length} without contact after {after}."


def _step(step: Step) -> Iterator[str]:
    yield step.title
    yield step.why
    yield f"When: {timing_words(step)}."
    if step.when:
        yield f"Only when {', and '.join(condition_words(step.when))}."
    if step.unless:
        yield f"Not when {', or '.join(condition_words(step.unless))}."
    yield f"Ends: {done_words(step.done_by) if step.done_by else 'when you tick it'}."
    for line in step.say:
        text = filled(line, {})
        yield f"Type: {text}" if line.startswith(COMMAND) else f"“{text}”"
    if step.avoid:
        yield f"Avoid: {'; '.join(text.rstrip('.') for text in step.avoid)}."


DONE_BY = {
    "interaction": "when you log a contact with them",
    "assessment": "when you write down your view",
    "attempt": "when you write down an attempt",
    "demand": "when you answer what they want",
    "evidence": "when you attach a file",
    "export": "when you make a bundle",
    "outcome": "when you close it",
    "playbook": "when you choose a playbook",
    "review": "when you write down the review",
    "reply": "when you write down your public reply, or tick it",
    "dispute": "when you write it down, or tick it",
    "debrief": "when you write down what you learnt",
}


DISPUTE_PARTS = {
    "chosen": "the ground",
    "sent": "the report",
    "early": "the report",
    "notice": "the notice",
}


def done_words(wanted: Mapping[str, tuple[str, ...]]) -> str:
    """Return what ends a step that an entry fulfils."""
    kind, *_ = wanted.get("entry", ("",))
    if kind == "interaction" and "in" in wanted.get("direction", ()):
        return "when they get in touch"
    states = wanted.get("state", ())
    if kind == "dispute" and states:
        told = dict.fromkeys(DISPUTE_PARTS.get(state, "what the site answers") for state in states)
        return f"when you write down {' or '.join(told)}, or tick it"
    if kind == "reply" and "draft" in states:
        return "when you keep a draft, or tick it"
    text = DONE_BY.get(kind, f"when the log holds an entry of the kind {kind}")
    return f"{text} ({' or '.join(states)})" if states and kind in ("attempt", "demand") else text


def source_words(names: Sequence[str], sources: Mapping[str, str]) -> Iterator[str]:
    """Return pieces of advice with the title of their article, one line an article."""
    articles: dict[str, list[str]] = {}
    for name in names:
        articles.setdefault(name.rstrip("0123456789"), []).append(name)
    for letter, ids in articles.items():
        title = sources.get(letter)
        yield f"{', '.join(ids)}: {harmless_line(title)}" if title else ", ".join(ids)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return wrap(harmless_line(text), width, indent, indent)


def playbook_shape(playbook: Playbook, origin: str) -> "playbooks.Playbook":
    """Return a playbook with its steps, as `--json` prints it."""
    cooling = playbook.cooling
    return {
        "id": playbook.id,
        "version": playbook.version,
        "title": playbook.title,
        "digest": playbook.digest,
        "origin": origin,
        "use_when": _lists(playbook.use_when),
        "not_when": _lists(playbook.not_when),
        "first_answer": playbook.first_answer and str(playbook.first_answer),
        "budget": {"unanswered": playbook.budget.unanswered, "gap": str(playbook.budget.gap)},
        "cooling": cooling and {"after": list(cooling.after), "for": str(cooling.length)},
        "sources": dict(playbook.sources),
        "steps": [_step_shape(step) for step in playbook.steps],
    }


def _step_shape(step: Step) -> "playbooks.Step":
    return {
        "id": step.id,
        "title": step.title,
        "kind": step.kind,
        "why": step.why,
        "say": list(step.say),
        "avoid": list(step.avoid),
        "when": _lists(step.when),
        "unless": _lists(step.unless),
        "after": step.after,
        "within": step.within and str(step.within),
        "not_before": step.not_before and str(step.not_before),
        "latest": step.latest and str(step.latest),
        "repeat": step.repeat and {"every": str(step.repeat.every), "at_most": step.repeat.at_most},
        "done_by": _lists(step.done_by),
        "source": list(step.source),
        "must": step.must,
    }


def _lists(conditions: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: list(words) for name, words in conditions.items()}
