"""Addresses and numbers that a text holds, found by their shape and their check digits.

It proposes and never promises: what it does not find may stand there all the same.
"""

import re
from collections.abc import Iterator

from reviewlog.domain.redacting.folding import Folded
from reviewlog.domain.redacting.marks import Found

_LOCAL = r"(?<![\w.+%\u0300-\u036f-])[\w.+%\u0300-\u036f-]++"
_HOST = r"[\w\u0300-\u036f-]++(?:\.[\w\u0300-\u036f-]++)++"
_EMAIL = re.compile(_LOCAL + r"[ \n]?(?:@|&#64;|&#x40;)[ \n]?" + _HOST)
_CODED = re.compile(r"(?<![\w.+-])[\w.+-]++%40" + _HOST)
_AT = r" ?(?:[\[({] ?at ?[\])}]|[\[({] ?@ ?[\])}]) ?"
_DOT = r" ?(?:\.|[\[({] ?(?:dot|\.) ?[\])}]) ?"
_SPELT = re.compile(_LOCAL + _AT + r"[\w-]++(?:(?:" + _DOT + r"| dot )[\w-]++)*+")
_TOLD = re.compile(_LOCAL + r" at [\w-]++(?: dot [\w-]++)++")
_GAP = r"[ \n./_,*-]{0,3}"
_CARDS = tuple(
    re.compile(rf"(?<!\d)(?=({shape})(?!\d))")
    for shape in (
        rf"[2-6]\d{{3}}(?:{_GAP}\d{{4}}){{2}}{_GAP}\d{{4}}{_GAP}\d{{1,3}}",
        rf"[2-6]\d{{3}}(?:{_GAP}\d{{4}}){{2}}{_GAP}\d{{1,4}}",
        rf"3\d{{3}}{_GAP}\d{{6}}{_GAP}\d{{4,5}}",
    )
)
_IBAN = re.compile(
    r"(?<![^\W_])(?:iban)?(?=([a-z]{2}[ ./_-]?\d{2}(?:[ \n./_-]{0,2}[a-z0-9]){11,30}))"
)
_IBAN_LENGTHS = {
    "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22,
    "br": 29, "by": 28, "ch": 21, "cr": 22, "cy": 28, "cz": 24, "de": 22, "dk": 18, "do": 28,
    "ee": 20, "eg": 29, "es": 24, "fi": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22, "gi": 23,
    "gl": 18, "gr": 27, "gt": 28, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "is": 26,
    "it": 27, "jo": 30, "kw": 30, "kz": 20, "lb": 28, "lc": 32, "li": 21, "lt": 20, "lu": 20,
    "lv": 21, "mc": 27, "md": 24, "me": 22, "mk": 19, "mr": 27, "mt": 31, "mu": 30, "nl": 18,
    "no": 15, "pk": 24, "pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "sa": 24,
    "sc": 31, "se": 24, "si": 19, "sk": 24, "sm": 27, "st": 25, "sv": 28, "tl": 23, "tn": 24,
    "tr": 26, "ua": 29, "va": 22, "vg": 24, "xk": 20,
}  # fmt: skip


def find_emails(folded: Folded) -> Iterator[Found]:
    """Yield e-mail addresses, also those that are spelt out."""
    for shape in (_EMAIL, _CODED, _SPELT, _TOLD):
        for match in shape.finditer(folded.text):
            last = match[0].rpartition(".")[2]
            if not last.isdecimal() or not any(gap in match[0] for gap in " \n"):  # `2 @ 3.50`
                yield Found(folded.span(*match.span()), "email")


def find_cards(folded: Folded) -> Iterator[Found]:
    """Yield numbers with the length and the check digit of a payment card."""
    for shape in _CARDS:
        for match in shape.finditer(folded.text):
            if is_luhn("".join(c for c in match[1] if c.isdigit())):
                yield Found(folded.span(*match.span(1)), "card")


def find_ibans(folded: Folded) -> Iterator[Found]:
    """Yield international bank account numbers."""
    for match in _IBAN.finditer(folded.text):
        length = _IBAN_LENGTHS.get(match[1][:2], 99)
        taken = [i for i, c in enumerate(match[1]) if c.isalnum()][:length]
        if len(taken) < length:
            continue
        start, end = match.start(1), match.start(1) + taken[-1] + 1
        ends = not folded.text[end : end + 1].isalnum()
        if ends and is_iban("".join(match[1][i] for i in taken)):
            yield Found(folded.span(start, end), "iban")


def is_luhn(digits: str) -> bool:
    """Whether digits pass the check of payment cards."""
    odd = sum(int(d) for d in digits[::-2])
    even = sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (odd + even) % 10 == 0


def is_iban(compact: str) -> bool:
    """Whether letters and digits without blanks pass the check of bank accounts (ISO 7064)."""
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1
