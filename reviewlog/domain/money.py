"""Amounts of money as people type them."""

import re
from decimal import Decimal

from reviewlog.domain.usage_errors import BadAmountError

_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?")
_GROUPED = re.compile(r"\d{1,3}(?:([ '.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?")
_SIGNS = re.compile(r"^(?:[$£€¥]|[A-Z]{3})\s*|\s*(?:[$£€¥]|[A-Z]{3})$")


def parse_amount(text: str) -> str:
    """Return an amount as plain digits with two decimals, `1234.50`.

    Takes `240`, `240.00`, `240,00`, `1,234.50`, `1.234,50`, with or without a currency sign.
    Raises BadAmountError where more than one reading is possible (`12,5,0`).
    """
    bare = _SIGNS.sub("", text.strip())
    if _PLAIN.fullmatch(bare):
        return f"{Decimal(bare.replace(',', '.')):.2f}"
    grouped = _GROUPED.fullmatch(bare)
    if grouped is None:
        raise BadAmountError(text)
    plain = bare.replace(grouped[1], "").replace(",", ".")
    return f"{Decimal(plain):.2f}"
