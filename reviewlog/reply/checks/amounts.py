"""Amounts of money and shares of a hundred in a text, by their signs and by words."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.phrases import Hit, hits, listed, span, wordings
from reviewlog.reply.words import Text, Word

_CODES = frozenset(
    (
        "eur", "usd", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf",
        "jpy", "cny", "inr", "zar", "brl", "mxn", "aed",
    )
)  # fmt: skip
"""Currencies as letters, the same in every language; their names are in the rules."""
_INSIDE = frozenset(",.'\u2019\u00a0\u202f")
"""What stands between the groups of one number."""
_PERCENT = frozenset("%\u066a\uff05\ufe6a")
_REACH = 3
"""Characters between a number and its sign at most."""


class Amount(NamedTuple):
    """An amount, in words and with its sign."""

    hit: Hit
    span: Span


def amounts(text: Text, rule: Rule, case: Case) -> list[Amount]:
    """Return the amounts of a text but those that stand in what the rule lets pass."""
    spared = covered(h for w in wordings(rule, text, case) for h in hits(text, w.unless))
    found = [*_signed(text)]
    found += [Amount(h, span(text, h)) for h in listed(rule, "amounts", text, case)]
    return [one for one in found if spared.isdisjoint(range(one.hit.first, one.hit.last + 1))]


def covered(found: Iterable[Hit]) -> set[int]:
    """Return the numbers of all words that hits are made of."""
    return {index for hit in found for index in range(hit.first, hit.last + 1)}


def _signed(text: Text) -> Iterator[Amount]:
    for run in _numbers(text):
        last = text.words[run.last]
        start, end = text.words[run.first].start, last.end
        before, at = _sign(text.original, start - 1, -1)
        after, until = _sign(text.original, end, 1)
        if after in _PERCENT:
            if not _is_whole(text, run):
                yield Amount(run, Span(start, until + 1))
        elif any(map(_is_currency, _written(text, run))):
            yield Amount(run, Span(start, end))
        elif _is_currency(before):
            yield Amount(run, Span(at, end))
        elif _is_currency(after):
            yield Amount(run, Span(start, until + 1))
        elif hit := _with_code(text, run):
            yield Amount(hit, span(text, hit))


def _numbers(text: Text) -> Iterator[Hit]:
    """Yield the words that make up one number each, `1.500,00`."""
    index, words = 0, text.words
    while index < len(words):
        last = index
        if _has_digit(words[index]):
            while last + 1 < len(words) and _goes_on(text.original, words[last], words[last + 1]):
                last += 1
            yield Hit(index, last)
        index = last + 1


def _has_digit(word: Word) -> bool:
    return any(map(str.isdigit, word.text))


def _goes_on(original: str, word: Word, after: Word) -> bool:
    return _has_digit(after) and original[word.end : after.start] in _INSIDE


def _is_whole(text: Text, run: Hit) -> bool:
    """Whether it is a plain hundred, as in `100 % our mistake`."""
    return run.first == run.last and text.words[run.first].text == "100"


def _sign(original: str, place: int, step: int) -> tuple[str, int]:
    """Return the first sign beside a number that can be seen, and where it stands."""
    for at in range(place, place + step * _REACH, step):
        if not 0 <= at < len(original):
            break
        char = original[at]
        if not char.isspace() and unicodedata.category(char) != "Cf":
            return char, at
    return "", place


def _written(text: Text, run: Hit) -> str:
    """Return how a number is written: a sign may be taken for a letter of it, as in `&euro;50`."""
    words = text.words[run.first : run.last + 1]
    return "".join(word.text + text.original[word.start : word.end] for word in words)


def _is_currency(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "Sc"


def _with_code(text: Text, run: Hit) -> Hit | None:
    """Return a number with the letters of a currency beside it, or None."""
    words = text.words
    sentence = words[run.first].sentence
    for beside, hit in (
        (run.first - 1, Hit(run.first - 1, run.last)),
        (run.last + 1, Hit(run.first, run.last + 1)),
    ):
        if 0 <= beside < len(words) and words[beside].text in _CODES:
            return hit if words[beside].sentence == sentence else None
    glued = any("".join(c for c in words[i].text if not c.isdigit()) in _CODES for i in run)
    return run if glued else None
