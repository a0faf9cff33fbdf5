"""Amounts of money and shares of a hundred in a text, by their signs and by words."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.phrases import UNLESS, Hit, excusing, listed, span
from reviewlog.reply.words import Text, Word

_CODES = frozenset(
    (
        "eur", "usd", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf",
        "jpy", "cny", "inr", "zar", "brl", "mxn", "aed", "kr", "zl", "rs", "\u5143", "\u5186", "\uc6d0",
    )
)  # fmt: skip
"""Currencies as letters, the same in every language; their names are in the rules."""
_INSIDE = frozenset(",.'\u2019\u00a0\u202f")
"""What stands between the groups of one number."""
_PENCE = "p"
"""Pence, glued to their number: `40p`."""
_DASHED = (".-", ",-", ".\u2013", ",\u2013", ".\u2014", ",\u2014")
"""What follows a round sum of money: `100.-`."""
_MINUS = frozenset("-\u2010\u2011\u2012\u2013\u2212")
_PERCENT = frozenset("%\u066a\uff05\ufe6a")
_REACH = 3
"""Characters between a number and its sign at most."""


class Amount(NamedTuple):
    """An amount, in words and with its sign."""

    hit: Hit
    span: Span


def amounts(text: Text, rule: Rule, case: Case) -> list[Amount]:
    """Return the amounts of a text but those that stand in what the rule lets pass."""
    spared = covered(excusing(rule, UNLESS, text, case))
    found = [*_signed(text)]
    found += _worded(text, listed(rule, "numerals", text, case))
    found += [Amount(h, span(text, h)) for h in listed(rule, "amounts", text, case)]
    return [one for one in found if spared.isdisjoint(range(one.hit.first, one.hit.last + 1))]


def covered(found: Iterable[Hit]) -> set[int]:
    """Return the numbers of all words that hits are made of."""
    return {index for hit in found for index in range(hit.first, hit.last + 1)}


def _worded(text: Text, numerals: list[Hit]) -> Iterator[Amount]:
    """Yield numbers in words with the sign of a currency before them: `£twenty`."""
    for hit in numerals:
        sign, at = _sign(text.original, text.words[hit.first].start - 1, -1)
        if _is_currency(sign):
            yield Amount(hit, Span(at, text.words[hit.last].end))


def _signed(text: Text) -> Iterator[Amount]:
    for run in _numbers(text):
        if place := _place(text, run):
            yield Amount(run, place)
        elif hit := _with_code(text, run):
            yield Amount(hit, span(text, hit))


def _place(text: Text, run: Hit) -> Span | None:
    """Return where a number stands with its sign; None where no sign makes it an amount."""
    start, end = text.words[run.first].start, text.words[run.last].end
    before, at = _sign(text.original, start - 1, -1)
    after, until = _sign(text.original, end, 1)
    if after in _PERCENT:
        return None if _is_whole(text, run) else Span(start, until + 1)
    if any(map(_is_currency, _written(text, run))):
        return Span(start, end)
    if _is_currency(before):
        return Span(at, end)
    if _is_currency(after):
        return Span(start, until + 1)
    return Span(start, end + 2) if _is_round(text.original, end) else None


def _is_round(original: str, end: int) -> bool:
    """Whether a sum without pence ends there: `100.-`, with nothing glued to it."""
    return original.startswith(_DASHED, end) and not original[end + 2 : end + 3].strip()


def _numbers(text: Text) -> Iterator[Hit]:
    """Yield the words that make up one number each, `1.500,00`."""
    index, words = 0, text.words
    while index < len(words):
        last = index
        if words[index].has_digit:
            while last + 1 < len(words) and _goes_on(text.original, words[last], words[last + 1]):
                last += 1
            yield Hit(index, last)
        index = last + 1


def _goes_on(original: str, word: Word, after: Word) -> bool:
    return after.has_digit and original[word.end : after.start] in _INSIDE


def _is_whole(text: Text, run: Hit) -> bool:
    """Whether it is a plain hundred, as in `100 % our mistake`."""
    return run.first == run.last and text.words[run.first].text == "100"


def _sign(original: str, place: int, step: int) -> tuple[str, int]:
    """Return the first sign beside a number that can be seen, and where it stands."""
    for at in range(place, place + step * _REACH, step):
        if not 0 <= at < len(original):
            break
        char = original[at]
        is_minus = step < 0 and char in _MINUS
        if not (char.isspace() or is_minus or unicodedata.category(char) == "Cf"):
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
    last = words[run.last].text
    is_pence = last.endswith(_PENCE) and last.removesuffix(_PENCE).isdigit()
    glued = any("".join(c for c in words[i].text if not c.isdigit()) in _CODES for i in run)
    return run if glued or is_pence else None
