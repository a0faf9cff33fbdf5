"""What a text promises them, and by when."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.finding import Promised
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.amounts import covered
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import Hit, listed, places, span
from reviewlog.reply.words import Text


class _Part(NamedTuple):
    """The words of a sentence that belong to one promise."""

    promise: Hit
    reach: Hit
    """From behind the promise before it, or the beginning of the sentence, to the next."""


def promises(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Yield what is promised without a day."""
    yield from (Found((one.span,)) for one in promised(text, rule, case) if not one.due)


def promised(text: Text, rule: Rule, case: Case) -> tuple[Promised, ...]:
    """Return all that a text promises, with the words that give the day."""
    by_sentence = _dates(text, listed(rule, "dates", text, case))
    return tuple(
        _promised(text, part, by_sentence.get(text.words[part.promise.first].sentence, []))
        for part in _parts(text, _promises(text, rule, case))
    )


def _dates(text: Text, found: list[Hit]) -> dict[int, list[Hit]]:
    """Return the days by their sentence; words that follow each other, `Monday 3 May`, are one."""
    by_sentence: dict[int, list[Hit]] = {}
    for date in found:
        here = by_sentence.setdefault(text.words[date.first].sentence, [])
        first = here.pop().first if here and here[-1].last + 1 == date.first else date.first
        here.append(Hit(first, date.last))
    return by_sentence


def _promises(text: Text, rule: Rule, case: Case) -> list[Hit]:
    """Return where something is promised: no general word and no word within another."""
    general = covered(listed(rule, "general", text, case))
    found: list[Hit] = []
    for hit in sorted({*places(rule, text, case), *listed(rule, "promising", text, case)}):
        is_free = not found or hit.first > found[-1].last
        if is_free and general.isdisjoint(range(hit.first, hit.last + 1)):
            found.append(hit)
    return found


def _parts(text: Text, promises: list[Hit]) -> Iterator[_Part]:
    bounds = _bounds(text)
    for index, hit in enumerate(promises):
        sentence = text.words[hit.first].sentence
        first, last = bounds[sentence]
        if index and text.words[promises[index - 1].first].sentence == sentence:
            first = promises[index - 1].last + 1
        if index + 1 < len(promises):
            after = promises[index + 1]
            last = after.first - 1 if text.words[after.first].sentence == sentence else last
        yield _Part(hit, Hit(first, max(last, hit.last)))


def _bounds(text: Text) -> dict[int, Hit]:
    """Return the first and the last word of each sentence."""
    bounds: dict[int, Hit] = {}
    for index, word in enumerate(text.words):
        bounds[word.sentence] = Hit(bounds.get(word.sentence, Hit(index, index)).first, index)
    return bounds


def _promised(text: Text, part: _Part, dates: list[Hit]) -> Promised:
    """Return a promise with its own day, or the nearest one of its sentence."""
    date = _date(part, dates)
    first = part.promise.first
    if date and part.reach.first <= date.first < first:
        first = date.first
    place = span(text, Hit(first, part.reach.last))
    due = _said(text, span(text, date)) if date else ""
    return Promised(_said(text, place), place, due)


def _date(part: _Part, dates: list[Hit]) -> Hit | None:
    """Return the first day behind a promise that is its own, else one before, else one behind."""
    index = bisect_left(dates, part.promise.first, key=lambda date: date.first)
    behind = dates[index] if index < len(dates) else None
    if behind and behind.first <= part.reach.last:
        return behind
    return dates[index - 1] if index else behind


def _said(text: Text, place: Span) -> str:
    return " ".join(text.original[place.start : place.end].split())
