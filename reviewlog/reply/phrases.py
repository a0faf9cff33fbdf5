"""Where the phrases of a rule stand in a text. Never a regular expression: no text is too long."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule, Wording
from reviewlog.reply.case import Case
from reviewlog.reply.matching import matches
from reviewlog.reply.words import Text


class Hit(NamedTuple):
    """The words of a text that a phrase was found in, by their numbers, both inclusive."""

    first: int
    last: int


def hits(text: Text, phrases: tuple[str, ...], unless: tuple[str, ...] = ()) -> list[Hit]:
    """Return where phrases stand, in order and not overlapping, without what is fine there."""
    found = sorted(_found(text, phrases), key=lambda hit: (hit.first, -hit.last))
    fine = {n for hit in _found(text, unless if found else ()) for n in _words(hit)}
    kept: list[Hit] = []
    for hit in found:
        is_free = not kept or hit.first > kept[-1].last
        if is_free and fine.isdisjoint(_words(hit)):
            kept.append(hit)
    return kept


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
    """Return what the phrases of a rule find."""
    return _joined(hits(text, w.phrases, w.unless) for w in wordings(rule, text, case))


def listed(rule: Rule, name: str, text: Text, case: Case) -> list[Hit]:
    """Return what the phrases of a further list of a rule find."""
    said = (w.lists.get(name, ()) for w in wordings(rule, text, case))
    return _joined(hits(text, phrases) for phrases in said)


def _joined(found: Iterable[list[Hit]]) -> list[Hit]:
    """Return the hits of several languages in order, those that overlap once."""
    kept: list[Hit] = []
    for hit in sorted((hit for some in found for hit in some), key=lambda h: (h.first, -h.last)):
        if not kept or hit.first > kept[-1].last:
            kept.append(hit)
    return kept


def _found(text: Text, phrases: tuple[str, ...]) -> set[Hit]:
    return {Hit(*match) for phrase in phrases for match in matches(text, phrase)}


def _words(hit: Hit) -> range:
    return range(hit.first, hit.last + 1)
