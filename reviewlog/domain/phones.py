"""Telephone numbers in free text: found by their shape, never with certainty."""

import re
from collections.abc import Iterator

_DIGITS = re.compile(r"(?<![\w.])[+(]{0,2}\d[\d ()/.\-\u2010-\u2015\u00a0]{5,}\d(?!\w)")
_DATE = re.compile(r"(\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4})( \d\d?)?")
LEFT_OUT = "[telephone number left out]"


def without_phones(text: str) -> str:
    """Return a text in which what looks like a telephone number is left out, visibly."""
    return _DIGITS.sub(lambda found: LEFT_OUT if _is_phone(found[0]) else found[0], text)


def phone_spans(text: str, *, sure: bool) -> Iterator[tuple[int, int]]:
    """Yield where a text looks like a telephone number; `sure` takes those with a 0 or + only."""
    for match in _DIGITS.finditer(text):
        if _is_phone(match[0]) and (not sure or _is_sure(match[0])):
            yield match.span()


def _is_sure(found: str) -> bool:
    return found.lstrip("(").startswith(("+", "0"))


def _is_phone(found: str) -> bool:
    digits = [c for c in found if c.isdigit()]
    return not _DATE.fullmatch(found) and len(digits) >= (7 if _is_sure(found) else 9)
