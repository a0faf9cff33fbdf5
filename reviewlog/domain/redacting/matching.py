"""Words that are to be left out, found however they are written."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reviewlog.domain.redacting.baring import Bare, bare
from reviewlog.domain.redacting.everyday import EVERYDAY
from reviewlog.domain.redacting.folding import Span, fold, folded_words
from reviewlog.domain.redacting.marks import Found

_LONG = 8
"""Letters that do not come together by chance, whatever stands between them."""
_ROOMY = 5
"""Letters of a name that is looked for inside longer words as well."""
_FEWEST = 3
"""Letters that words with other signs need to be compared by their letters only."""
_DIGITS = 5
"""Digits that are looked for in any notation."""
_NATIONAL = 9
"""Last digits of a telephone number that are the same with and without its country."""
_RUN = re.compile(r"[0-9]++")


class Secret(NamedTuple):
    """Words that are to be left out."""

    words: str
    """As they are looked for (`folded_words`)."""
    what: str
    """A word of MARKS; a short `name` is left out where it stands as a whole word only."""


class _Wanted(NamedTuple):
    letters: str
    gaps: tuple[int, ...]
    is_bare: bool
    is_number: bool
    whole: bool
    at: int | None
    """Where the @ of an e-mail address stands."""


def secret(text: str, what: str = "text") -> Secret:
    """Return what is looked for when a text is to be left out."""
    return Secret(folded_words(text), what)


def found_in(piece: str, secrets: tuple[Secret, ...]) -> Iterator[Found]:
    """Yield where the secrets stand in a text."""
    seen = bare(piece)
    line = None
    for one in (one for one in secrets if one.words):
        wanted = _wanted(one)
        if not wanted.is_bare:
            line = line or fold(piece)
            for match in re.finditer(re.escape(one.words), line.text.replace("\n", " ")):
                yield Found(line.span(*match.span()), one.what)
        elif wanted.letters in seen.text:
            spans = _numbers if wanted.is_number else _words
            yield from (Found(span, one.what) for span in spans(piece, seen, wanted))


@lru_cache(maxsize=4096)
def _wanted(one: Secret) -> _Wanted:
    seen = bare(one.words)
    letters = seen.text
    has_signs = any(not c.isalnum() and not c.isspace() for c in one.words)
    is_number = letters.isdigit() and len(letters) >= _DIGITS
    short = len(letters) < _ROOMY or letters in EVERYDAY
    return _Wanted(
        letters=_national(letters) if is_number and one.what == "phone" else letters,
        gaps=tuple(seen.gaps_of(0, len(letters))),
        is_bare=bool(letters) and (not has_signs or len(letters) >= _FEWEST),
        is_number=is_number,
        whole=one.what == "name" and short,
        at=_place_of_at(one.words) if one.what == "email" else None,
    )


def _place_of_at(words: str) -> int | None:
    local, _, host = words.partition("@")
    return len(bare(local).text) if bare(host).text else None


def _national(digits: str) -> str:
    bare_digits = digits.lstrip("0") or digits
    return bare_digits[-_NATIONAL:] if len(bare_digits) > _NATIONAL else bare_digits


def _words(_piece: str, seen: Bare, wanted: _Wanted) -> Iterator[Span]:
    start = seen.text.find(wanted.letters)
    while start >= 0:
        end = start + len(wanted.letters)
        if is_meant := _is_meant(seen, start, end, wanted):
            yield seen.span(start, end)
        start = seen.text.find(wanted.letters, end if is_meant else start + 1)


def _is_meant(seen: Bare, start: int, end: int, wanted: _Wanted) -> bool:
    """Whether the letters stand for the words: cut elsewhere they must be whole, or many."""
    if wanted.at and seen.gaps[start + wanted.at - 1] == seen.gaps[start + wanted.at]:
        return False
    same = seen.inner_gaps(start, end) == len(wanted.gaps) and all(
        seen.gaps[start + gap] > seen.gaps[start + gap - 1] for gap in wanted.gaps
    )
    is_loose = wanted.whole or not (same or len(wanted.letters) >= _LONG)
    return seen.is_whole(start, end) if is_loose else True


def _numbers(piece: str, seen: Bare, wanted: _Wanted) -> Iterator[Span]:
    """Yield where the digits stand, with those before that belong to the number."""
    for run in _RUN.finditer(seen.text):
        least = run.start()
        start = seen.text.find(wanted.letters, *run.span())
        while start >= 0:
            end = start + len(wanted.letters)
            first = _first_digit(piece, seen, start, least)
            least = end
            span = seen.span(first, end)
            plus = piece[max(span.start - 1, 0) : span.start] == "+"
            yield Span(span.start - plus, span.end)
            start = seen.text.find(wanted.letters, end, run.end())


def _first_digit(piece: str, seen: Bare, start: int, least: int) -> int:
    """Return where a number begins: its group of digits, then `(0)` and the country before it."""
    start = _group(seen, start, least)
    for _ in range(2):
        before = _group(seen, start - 1, least) if start > least else start
        at = seen.spans[before].start
        near = seen.spans[start].start - seen.spans[start - 1].end <= 3 if start > least else False
        digits = seen.text[before:start]
        is_country = piece[max(at - 1, 0) : at] == "+" or digits.startswith("00")
        if not near or not 0 < len(digits) <= 5 or not (is_country or digits == "0"):
            break
        start = before
    return start


def _group(seen: Bare, start: int, least: int) -> int:
    while start > least and seen.gaps[start] == seen.gaps[start - 1]:
        start -= 1
    return start
