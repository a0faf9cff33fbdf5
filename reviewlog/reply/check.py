"""Every rule that holds for a text, set against it."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Checked, Finding, Promised
from reviewlog.domain.reply.rules import LEVELS, OFF, PHRASES, PUBLIC, Rule
from reviewlog.reply.case import Case
from reviewlog.reply.phrases import places, span
from reviewlog.reply.words import Text, read

CHECKS = {
    "lacks": "lacking",
    "door": "lacking",
    "name": "lacking",
    "length": "measure",
    "reasons": "measure",
    "shouting": "measure",
    "holes": "shape",
    "lists": "shape",
    "html": "shape",
    "site-length": "site",
    "third-reply": "site",
    "language": "tongue",
    "this-case": "fitting",
    "similar": "copied",
    "personal": "private",
    "silent": "private",
    "contact-data": "private",
    "offers": "offers",
    "wall": "offers",
    "asking": "offers",
    "promises": "promises",
}
"""The module of `reply/checks` that holds each check, but for `phrases`."""


PROMISES = "promises"
"""The check that also tells what is promised."""
Check = Callable[[Rule, Text, Case], Iterator["Found"]]


class Found(NamedTuple):
    """One thing that a check found."""

    spans: tuple[Span, ...] = ()
    said: str = ""
    twin: str = ""
    """The number of the entry of an earlier reply that is nearly the same."""


def check(original: str, case: Case) -> Checked:
    """Return what all rules that hold here say of a text."""
    text = _told(read(original), case)
    rules = tuple(rule for rule in case.rules if _holds(rule, case))
    findings = [one for rule in rules for one in _findings(rule, text, case)]
    return Checked(
        tuple(sorted(_once(findings), key=_order)),
        _promises(text, case),
        text.language,
        _is_unread(text, case),
    )


def _once(findings: list[Finding]) -> list[Finding]:
    """Return findings without repetitions.

    Two rules that mark the same words stay both: each has its own reason and advice.
    """
    return list({(one.rule.id, one.spans, one.said, one.twin): one for one in findings}.values())


def _told(text: Text, case: Case) -> Text:
    """Return a text with its language; letters in disguise do not hide that either."""
    from reviewlog.reply.tongues import language_of

    language = language_of(text.original, case.tongues)
    plain = language or language_of(" ".join(word.text for word in text.words), case.tongues)
    return text._replace(language=plain)


def _promises(text: Text, case: Case) -> tuple[Promised, ...]:
    """Return all that a text promises, whether or not a rule stands against it."""
    from reviewlog.reply.checks.promises import promised

    rule = next((rule for rule in case.rules if rule.check == PROMISES), None)
    return promised(text, rule, case) if rule else ()


def _is_unread(text: Text, case: Case) -> bool:
    """Whether no rule that needs nothing but phrases has any in the language of a text."""
    language = text.language or case.first
    worded = (rule for rule in case.rules if rule.check == PHRASES and not rule.never)
    return not any(rule.wording(language).phrases for rule in worded)


def _holds(rule: Rule, case: Case) -> bool:
    """Whether a rule holds for this medium, verdict, trade and site."""
    return (
        rule.level != OFF
        and case.medium in rule.media
        and (not rule.verdicts or case.verdict in rule.verdicts)
        and rule.strict in (None, case.strict)
        and (not rule.only_forbidden or bool(_forbidden(rule, case)))
    )


def _forbidden(rule: Rule, case: Case) -> str:
    """Return the word of the site that forbids what a rule finds; nothing where none does."""
    if case.medium != PUBLIC:
        return ""
    words = {one.what for one in case.reply.forbids}
    return next((word for word in rule.forbidden_as if word in words), "")


def _findings(rule: Rule, text: Text, case: Case) -> Iterator[Finding]:
    forbidden = _forbidden(rule, case)
    for found in _check_of(rule.check)(rule, text, case):
        if forbidden:
            said = " ".join(filter(None, (found.said, _forbids(case))))
            yield Finding(rule, LEVELS[0], found.spans, said, found.twin, forbidden)
        else:
            yield Finding(rule, rule.level, found.spans, found.said, found.twin)


def _forbids(case: Case) -> str:
    return f"{case.site or 'The site'} does not allow it in a public reply."


def _check_of(name: str) -> Check:
    if name == PHRASES:
        return _phrases
    module = import_module(f"reviewlog.reply.checks.{CHECKS[name]}")
    return cast(Check, getattr(module, name.replace("-", "_")))


def _phrases(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    spans = tuple(span(text, hit) for hit in places(rule, text, case))
    if spans:
        yield Found(spans)


def _order(finding: Finding) -> tuple[int, int]:
    """Return what findings are ordered by: their level, then their place; what is missing last."""
    place = min((one.start for one in finding.spans), default=1 << 62)
    return LEVELS.index(finding.level), place
