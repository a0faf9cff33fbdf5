"""Amounts of money as people type them, and as they are shown."""

import re

from reviewlog.domain.usage_errors import BadAmountError

_PLAIN = r"(\d+)(?:[.,](\d{1,2}))?"
_GROUPED = r"(\d{1,3}(?:([ '.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}))?"
_CURRENCY = r"^([$£€¥]|[A-Z]{3})\s*|\s*([$£€¥]|[A-Z]{3})$"
"""Not compiled here: every start would pay for it, and Python keeps what it compiled."""
SIGNS = ("£", "$", "€", "¥")


def parse_amount(text: str, *, zero: bool = False) -> str:
    """Return an amount as plain digits with two decimals, `1234.50`.

    Takes `240`, `240.00`, `240,00`, `1,234.50`, `1.234,50`, with or without a currency sign.
    Raises BadAmountError where more than one reading is possible (`12,5,0`), and for nothing
    at all: `00` is what the shell leaves of "$500". `zero` allows a plain `0`.
    """
    bare = re.sub(_CURRENCY, "", text.strip())
    if plain := re.fullmatch(_PLAIN, bare):
        whole, cents = plain[1], plain[2]
    elif grouped := re.fullmatch(_GROUPED, bare):
        whole, cents = grouped[1].replace(grouped[2], ""), grouped[3]
    else:
        raise BadAmountError(text)
    amount = f"{whole.lstrip('0') or '0'}.{(cents or '').ljust(2, '0')}"
    if amount == "0.00" and not (zero and bare == "0"):
        raise BadAmountError(text)
    return amount


def swallowed(amount: str | None, text: str | None) -> str | None:
    """Return the sum in a text of which an amount is the end without its first digit.

    A shell makes `40` of "$240": it takes $2 for a variable.
    """
    if amount is None or not text:
        return None
    found = re.findall(r"(?<![0-9.,])[1-9][0-9]+(?:\.[0-9]{2})?(?![.,]?[0-9])", text)
    named = {parse_amount(one): one for one in found}
    if amount in named:
        return None
    cut = {re.sub(r"^0+(?=[0-9])", "", whole[1:]): one for whole, one in named.items()}
    return cut.get(amount)


def currency_of(text: str | None) -> str | None:
    """Return the sign or the code that was typed with an amount."""
    found = re.search(_CURRENCY, text.strip()) if text else None
    return (found[1] or found[2]) if found else None


def money_words(amount: str, currency: str | None) -> str:
    """Return `£86.00` for a sign, `86.00 GBP` for a code."""
    if not currency:
        return amount
    return f"{currency}{amount}" if currency in SIGNS else f"{amount} {currency}"
