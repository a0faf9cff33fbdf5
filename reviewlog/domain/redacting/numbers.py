"""Telephone numbers, as the numbering plans of the countries have them."""

import re
from collections.abc import Iterable, Iterator

from reviewlog.domain.phones import phone_spans
from reviewlog.domain.redacting.folding import Folded
from reviewlog.domain.redacting.marks import Found

_STRETCH = re.compile(r"(?<![\w.])[+(\d][\d ()/.+-]{5,}+")
"""Where a number may stand: the rest of a text need not be read number by number."""
_JOINED = str.maketrans("\n_*", "   ")
"""Signs that a number goes on behind, in the eyes of people only."""
_GAP = r"[ .-]"
_AMERICAN = re.compile(
    rf"(?<![\w.])(?:\([2-9]\d\d\) ?|[2-9]\d\d{_GAP})[2-9]\d\d{_GAP}\d{{4}}(?!\d)"
)
"""The shape of numbers in America: they are given without a country everywhere."""
_TOLD = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|cell|call|ring|fax|whatsapp|sms)[ .:]{1,2}(\d{9,11})(?!\d)"
)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d?-\d\d?(?!\d)")


def find_phones(folded: Folded, countries: Iterable[str]) -> Iterator[Found]:
    """Yield the numbers of some countries, all with a country code, and what looks like one."""
    known = tuple(countries)
    text = _DATE.sub(lambda date: "x" * len(date[0]), folded.text)
    for match in _STRETCH.finditer(text):
        for start, end in _valid(match[0], known):
            yield Found(folded.span(match.start() + start, match.start() + end), "phone")
    yield from _joined(folded, text, known)
    for shape, group in ((_AMERICAN, 0), (_TOLD, 1)):
        for match in shape.finditer(text):
            yield Found(folded.span(*match.span(group)), "phone")
    for start, end in phone_spans(text, sure=bool(known)):
        yield Found(folded.span(start, end), "phone")


def _joined(folded: Folded, text: str, countries: tuple[str, ...]) -> Iterator[Found]:
    """Yield numbers that go over the end of a line, or have lines and stars between the digits."""
    joined = text.translate(_JOINED)
    if joined == text:
        return
    for match in _STRETCH.finditer(joined):
        if not any(sign in text[match.start() : match.end()].strip() for sign in "\n_*"):
            continue
        for start, end in (*_valid(match[0], countries), *phone_spans(match[0], sure=True)):
            yield Found(folded.span(match.start() + start, match.start() + end), "phone")


def countries_in(folded: Folded) -> set[str]:
    """Return the countries of the numbers that are written with their country code."""
    stretches = [*_STRETCH.finditer(folded.text)] if "+" in folded.text else ()
    if not stretches:
        return set()
    import phonenumbers

    found = set()
    for match in stretches:
        for number in phonenumbers.PhoneNumberMatcher(match[0], None):
            found.add(phonenumbers.region_code_for_number(number.number))
    return {country for country in found if country}


def _valid(text: str, countries: tuple[str, ...]) -> set[tuple[int, int]]:
    import phonenumbers

    return {
        (match.start, match.end)
        for country in (countries or (None,))
        for match in phonenumbers.PhoneNumberMatcher(text, country)
    }
