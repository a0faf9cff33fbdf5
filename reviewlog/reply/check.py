"""Every rule that holds for a text, set against it."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from reviewlog.domain.reply.finding import Checked, Finding, Promised
from reviewlog.domain.reply.rules import LEVELS, OFF, PHRASES, PUBLIC, Rule
from reviewlog.domain.site import OWN_PAGE, Forbidden
from reviewlog.reply.case import Case
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import places, span
from reviewlog.reply.proper import is_name
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


PROMISES, LACKS = "promises", "lacks"
"""The check that also tells what is promised, and the one that misses something."""
Check = Callable[[Rule, Text, Case], Iterator["Found"]]


def check(original: str, case: Case) -> Checked:
    """Return what all rules that hold here say of a text."""
    from reviewlog.reply.wordless import is_strange, is_unread, spoken, stranger, unworded

    text = read(original)
    text = text._replace(language=spoken(text, case))
    rules = tuple(rule for rule in case.rules if _holds(rule, case))
    findings = [one for rule in rules for one in _findings(rule, text, case)]
    told = stranger(text, case) or text.language
    language = told or case.first
    return Checked(
        tuple(sorted(_once(findings), key=_order)),
        _promises(text, case),
        told,
        is_unread(case.rules, language) or is_strange(text, case),
        tuple(unworded(rules, language)),
    )


def _once(findings: list[Finding]) -> list[Finding]:
    """Return findings without repetitions.

    Two rules that mark the same words stay both: each has its own reason and advice.
    """
    return list({(one.rule.id, one.spans, one.said, one.twin): one for one in findings}.values())


def _promises(text: Text, case: Case) -> tuple[Promised, ...]:
    """Return all that a text promises, whether or not a rule stands against it."""
    from reviewlog.reply.checks.promises import promised

    rule = next((rule for rule in case.rules if rule.check == PROMISES), None)
    return promised(text, rule, case) if rule else ()


def _holds(rule: Rule, case: Case) -> bool:
    """Whether a rule holds for this medium, verdict, trade and site."""
    return (
        rule.level != OFF
        and case.medium in rule.media
        and (not rule.verdicts or case.verdict in rule.verdicts)
        and rule.strict in (None, case.strict)
        and not _would_confirm(rule, case)
        and (not rule.only_forbidden or _forbidden(rule, case) is not None)
    )


def _would_confirm(rule: Rule, case: Case) -> bool:
    """Whether what a rule misses would tell all who read it that somebody was a customer.

    Whoever must keep silent owes an apology to somebody who is right in private only.
    """
    return rule.check == LACKS and bool(rule.verdicts) and case.strict and case.medium == PUBLIC


def _forbidden(rule: Rule, case: Case) -> Forbidden | None:
    """Return how the site forbids what a rule finds, the surest first; None where it does not."""
    if case.medium != PUBLIC:
        return None
    words = (one for one in case.reply.forbids if one.what in rule.forbidden_as)
    return min(words, key=lambda one: one.known.sure != OWN_PAGE, default=None)


def _findings(rule: Rule, text: Text, case: Case) -> Iterator[Finding]:
    forbidden = _forbidden(rule, case)
    for found in _check_of(rule.check)(rule, text, case):
        finding = Finding(rule, rule.level, found.spans, found.said, found.twin)
        yield _at_site(finding, forbidden, case.site or "The site") if forbidden else finding


def _at_site(finding: Finding, forbidden: Forbidden, site: str) -> Finding:
    """Return a finding as a stop where the site itself says so; else it keeps its level."""
    is_sure = forbidden.known.sure == OWN_PAGE
    told = f"{site} does not allow it in public." if is_sure else f"{site} may refuse it."
    said = " ".join(filter(None, (finding.said, told)))
    if not is_sure:
        return finding._replace(said=said)
    return finding._replace(level=LEVELS[0], said=said, forbidden=forbidden.what)


def _check_of(name: str) -> Check:
    if name == PHRASES:
        return _phrases
    module = import_module(f"reviewlog.reply.checks.{CHECKS[name]}")
    return cast(Check, getattr(module, name.replace("-", "_")))


def _phrases(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    found = (hit for hit in places(rule, text, case) if not is_name(rule, text, hit, case))
    if spans := tuple(span(text, hit) for hit in found):
        yield Found(spans)


def _order(finding: Finding) -> tuple[int, int]:
    """Return what findings are ordered by: their level, then their place; what is missing last."""
    place = min((one.start for one in finding.spans), default=1 << 62)
    return LEVELS.index(finding.level), place
