"""The examples of a rule as its own test: texts that it must find, and near misses."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewlog.domain.reply.finding import Finding
from reviewlog.domain.reply.rules import Example, Rule, Tongue
from reviewlog.domain.site import OWN_PAGE, Forbidden, Known, Reply
from reviewlog.domain.trades import is_strict
from reviewlog.reply.case import Case, Earlier, Voice
from reviewlog.reply.check import check
from reviewlog.reply.similarity import words_of

_FIELDS = {
    "medium": "medium",
    "verdict": "verdict",
    "site": "site",
    "nick": "nick",
    "posted": "posted",
    "may_ask": "may_ask",
    "language": "first",
    "review": "reviews",
    "known": "known",
    "names": "customers",
    "numbers": "numbers",
    "ours": "ours",
    "countries": "countries",
}
"""What an example says under a name of its own, by the field of the case that it becomes."""


def failures(
    rule: Rule,
    bad: tuple[Example, ...],
    good: tuple[Example, ...],
    rules: tuple[Rule, ...],
    tongues: tuple[Tongue, ...] = (),
) -> tuple[str, ...]:
    """Return what is wrong with a rule or its examples, in sentences; nothing where all is well.

    All rules are tried together, as they are on a real text.
    """
    told = [_missed(rule, one, case_of(one, rules, tongues)) for one in bad]
    told += [_tripped(rule, one, case_of(one, rules, tongues)) for one in good]
    return tuple(said for said in told if said)


def case_of(example: Example, rules: tuple[Rule, ...], tongues: tuple[Tongue, ...] = ()) -> Case:
    """Return how things stand in an example; what it leaves out is as in a new logbook."""
    given = example.given
    fields = {field: given[name] for name, field in _FIELDS.items() if name in given}
    return Case(
        rules,
        strict="trade" in given and is_strict(given["trade"]),
        reply=_reply(given),
        voice=Voice(**given.get("voice", {})),
        earlier=_earlier(given.get("earlier", ())),
        tongues=tongues,
        **fields,
    )


def _reply(given: Mapping[str, Any]) -> Reply:
    sure = Known(sure=OWN_PAGE)
    forbids = tuple(Forbidden(what, sure) for what in _listed(given.get("forbids", ())))
    return Reply(given.get("most"), given.get("unit", "characters"), forbids=forbids)


def _earlier(texts: tuple[str, ...]) -> tuple[Earlier, ...]:
    return tuple(Earlier(str(n), words_of(text)) for n, text in enumerate(texts, 1))


def _listed(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def _missed(rule: Rule, example: Example, case: Case) -> str:
    """Say that a bad text passes the rule, or that other words are marked in it."""
    found = _findings(rule, example, case)
    marked = list(_marked(found, example.text))
    if not found:
        return f"{rule.id} does not find “{example.text}”"
    if example.marks and [*example.marks] != marked:
        expected, said = (_quoted(words) for words in (example.marks, marked))
        return f"{rule.id} marks {said or 'nothing'} in “{example.text}”, not {expected}"
    return ""


def _tripped(rule: Rule, example: Example, case: Case) -> str:
    """Say that a near miss trips the rule."""
    found = _findings(rule, example, case)
    if not found:
        return ""
    marked = _quoted(_marked(found, example.text))
    return f"{rule.id} finds {marked or 'something missing'} in “{example.text}”, which is fine"


def _findings(rule: Rule, example: Example, case: Case) -> list[Finding]:
    findings = check(example.text, case).findings
    return [finding for finding in findings if finding.rule.id == rule.id]


def _marked(findings: list[Finding], text: str) -> Iterator[str]:
    spans = sorted(span for finding in findings for span in finding.spans)
    yield from (text[span.start : span.end] for span in spans)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
