"""What a text has not: an apology, an admission, a way to talk, somebody's name."""

from collections.abc import Iterator

from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.contacts import is_reachable
from reviewlog.reply.checks.signing import is_signed
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import Hit, listed, places, wordings
from reviewlog.reply.words import Text

_NEAR = 2
"""Words before which a `not` takes back what is said: `not at all sorry`."""


def lacks(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield that nothing of what the rule asks for is said; in a language it does not know, nothing."""
    if _is_worded(text, rule, case) and not _is_said(text, rule, case):
        yield Found()


def door(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield that nobody is told how to reach somebody."""
    if not _is_worded(text, rule, case) or _is_said(text, rule, case):
        return
    if not is_reachable(text.original, case):
        yield Found()


def name(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield that nobody stands behind the text with a name."""
    if not is_signed(text, rule, case):
        yield Found()


def _is_worded(text: Text, rule: Rule, case: Case) -> bool:
    return any(wording.phrases for wording in wordings(rule, text, case))


def _is_said(text: Text, rule: Rule, case: Case) -> bool:
    """Whether one of the rule's phrases stands there without a `not` close before it."""
    negated = {
        hit.last: text.words[hit.last].sentence for hit in listed(rule, "negated", text, case)
    }
    return any(not _is_taken_back(text, hit, negated) for hit in places(rule, text, case))


def _is_taken_back(text: Text, hit: Hit, negated: dict[int, int]) -> bool:
    sentence = text.words[hit.first].sentence
    return any(negated.get(index) == sentence for index in range(hit.first - _NEAR - 1, hit.first))
