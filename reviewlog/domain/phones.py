"""Telephone numbers in free text: found by their shape, never with certainty."""

import re

_DIGITS = re.compile(r"(?<![\w.])[+(]{0,2}\d[\d ()/.\-\u2010-\u2015\u00a0]{5,}\d(?!\w)")
_DATE = re.compile(r"(\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4})( \d\d?)?")
LEFT_OUT = "[telephone number left out]"


def without_phones(text: str) -> str:
    """Return a text in which what looks like a telephone number is left out, visibly."""
    return _DIGITS.sub(lambda found: LEFT_OUT if _is_phone(found[0]) else found[0], text)


def mentions_phone(text: str) -> bool:
    """Whether a text holds what looks like a telephone number."""
    return any(_is_phone(found) for found in _DIGITS.findall(text))


def _is_phone(found: str) -> bool:
    digits = [c for c in found if c.isdigit()]
    sure = found.lstrip("(").startswith(("+", "0"))
    return not _DATE.fullmatch(found) and len(digits) >= (7 if sure else 9)
