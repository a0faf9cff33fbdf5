"""Where the phrases of a rule stand in a text. Never a regular expression: no text is too long."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule, Wording
from reviewlog.reply.case import Case
from reviewlog.reply.matching import matches
from reviewlog.reply.words import Text

UNLESS = "unless"
"""The list of a rule that says what is fine."""


class Hit(NamedTuple):
    """The words of a text that a phrase was found in, by their numbers, both inclusive."""

    first: int
    last: int


def hits(text: Text, phrases: tuple[str, ...], unless: tuple[str, ...] = ()) -> list[Hit]:
    """Return where phrases stand, those that overlap as one, without what is fine there."""
    found = _found(text, phrases)
    fine = {n for hit in _found(text, unless if found else ()) for n in _words(hit)}
    return joined(hit for hit in found if fine.isdisjoint(_words(hit)))


def span(text: Text, hit: Hit) -> Span:
    """Return where a hit stands in the original text."""
    first, last = text.words[hit.first], text.words[hit.last]
    start, _ = text.readings.widths.get(hit.first, (first.start, first.end))
    _, end = text.readings.widths.get(hit.last, (last.start, last.end))
    return Span(start, end)


def wordings(rule: Rule, text: Text, case: Case) -> tuple[Wording, ...]:
    """Return the words of a rule that hold for a text: those of its language, or of all of them.

    What may never be said may not be said in another language either.
    """
    if rule.never:
        return rule.wordings
    return tuple(w for w in rule.wordings if w.language == (text.language or case.first))


def places(rule: Rule, text: Text, case: Case) -> list[Hit]:
    """Return what the phrases of a rule find; each language excuses its own phrases only."""
    said = wordings(rule, text, case)
    return joined(hit for w in said for hit in hits(text, w.phrases, w.unless))


def listed(rule: Rule, name: str, text: Text, case: Case) -> list[Hit]:
    """Return what the phrases of a further list of a rule find.

    What two languages find stays apart, so that the words of one do not change the other's.
    """
    said = wordings(rule, text, case)
    return sorted({hit for w in said for hit in hits(text, w.lists.get(name, ()))})


def excusing(rule: Rule, name: str, text: Text, case: Case) -> list[Hit]:
    """Return what lets something pass that no phrase found: by a list, or by UNLESS.

    For a never-rule only the program says that, in the language of the text: no file of the
    owner's and no other language makes fine what may never be said.
    """
    language = text.language or case.first
    said = [w for w in rule.wordings if w.language == language and not (rule.never and w.is_own)]
    phrases = (w.unless if name == UNLESS else w.lists.get(name, ()) for w in said)
    return joined(hit for some in phrases for hit in hits(text, some))


def joined(found: Iterable[Hit]) -> list[Hit]:
    """Return hits in order, those that overlap as one."""
    kept: list[Hit] = []
    for hit in sorted(found):
        if kept and hit.first <= kept[-1].last:
            kept[-1] = Hit(kept[-1].first, max(kept[-1].last, hit.last))
        else:
            kept.append(hit)
    return kept


def _found(text: Text, phrases: tuple[str, ...]) -> set[Hit]:
    return {Hit(*match) for phrase in phrases for match in matches(text, phrase)}


def _words(hit: Hit) -> range:
    return range(hit.first, hit.last + 1)
