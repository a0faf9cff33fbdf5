"""Telephone numbers, addresses and links in a text, and which of them are the shop's own."""

import re
from functools import lru_cache

from reviewlog.domain.redacting.finding import find_cards, find_emails, find_ibans
from reviewlog.domain.redacting.folding import Folded, Span, fold, folded_words
from reviewlog.domain.redacting.marks import Found, apart
from reviewlog.domain.redacting.numbers import find_phones
from reviewlog.reply.case import Case

_MOST_DIGITS = 2_000
"""A text with more is junk: looking at each number as numbering plans have it takes too long."""
_SURE = 7
"""Digits that two notations of one number have in common."""
_ENDINGS = (
    "com|net|org|info|biz|shop|store|online|site|app|eu|de|uk|fr|es|nl|ch|pl|ie|ca|au|nz|dk|se|fi|"
    "cz|io|dev|ly|gl"
)
"""Endings of addresses that are no everyday words: `sorry.it` is a blank that is missing."""
_LINKS = (
    re.compile(r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"]++"),
    re.compile(rf"(?<![\w@.-])(?:[\w-]++\.){{1,6}}(?:{_ENDINGS})(?![\w-])(?:/[^\s<>\"]*+)?"),
    re.compile(r"(?<![\w@.-])(?:[\w-]++\.){1,6}[a-z]{2,24}/[^\s<>\"]*+"),
    re.compile(r"(?<![\w@.-])[\w-]{2,60} ?[\[({]? ?dot ?[\])}]? ?(?:com|net|org|info|co)(?!\w)"),
)

_STOPS = ".,;:!?)]}'"
"""What ends the sentence rather than the address."""


@lru_cache(maxsize=4)
def numbers_and_addresses(original: str, countries: tuple[str, ...]) -> tuple[Found, ...]:
    """Return the telephone numbers, e-mail addresses, cards and bank accounts of a text."""
    folded = fold(original)
    found = list(find_emails(folded))
    digits = sum(map(str.isdigit, folded.text))
    if digits:
        found += [*find_cards(folded), *find_ibans(folded), *_phones(folded, digits, countries)]
    return tuple(apart(found))


def links(original: str) -> list[Span]:
    """Return the addresses of pages."""
    folded = fold(original)
    return [
        folded.span(match.start(), match.start() + len(match[0].rstrip(_STOPS)))
        for shape in _LINKS
        for match in shape.finditer(folded.text)
    ]


def is_ours(original: str, found: Found, case: Case) -> bool:
    """Whether a number or an address is the one that the shop gives out."""
    said = original[found.span.start : found.span.end]
    if found.what == "email":
        return bool(case.voice.email) and folded_words(said) == folded_words(case.voice.email)
    return found.what == "phone" and _is_same(_digits(said), _digits(case.voice.phone))


def is_reachable(original: str, case: Case) -> bool:
    """Whether a text gives a link, the shop's own number or address, or any while none is set.

    The customer's own number is no door to us.
    """
    voice = case.voice
    found = (
        f for f in numbers_and_addresses(original, case.countries) if f.what in ("phone", "email")
    )
    given = any(
        is_ours(original, f, case)
        or not (voice.phone or voice.email or _is_theirs(original, f, case))
        for f in found
    )
    return given or bool(links(original))


def _is_theirs(original: str, found: Found, case: Case) -> bool:
    said = _digits(original[found.span.start : found.span.end])
    return any(_is_same(said, _digits(number)) for number in case.numbers)


def _phones(folded: Folded, digits: int, countries: tuple[str, ...]) -> list[Found]:
    if digits > _MOST_DIGITS:
        from reviewlog.domain.phones import phone_spans

        shapes = phone_spans(folded.text, sure=bool(countries))
        return [Found(folded.span(*place), "phone") for place in shapes]
    return list(find_phones(folded, countries))


def _digits(text: str) -> str:
    """Return the digits of a number without the zeros and the `(0)` that depend on the notation."""
    return "".join(c for c in fold(text).text.replace("(0)", "") if c.isdigit()).lstrip("0")


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and (len(short) >= _SURE or (bool(short) and short == long))
