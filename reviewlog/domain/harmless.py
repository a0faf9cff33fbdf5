"""Which characters of a stored text may reach a screen as they are.

Everything that moves the cursor, hides, reorders or pretends is shown by its number
instead. Unicode categories Cc, Cs, Co, Cn, Zl, Zp and Cf are affected, newlines and the
joiners that many scripts and emoji need (ZWNJ, ZWJ) excepted.
"""

import unicodedata

_HARMFUL = frozenset(("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"))
_KEPT = frozenset("\n\u200c\u200d")


def is_harmless(char: str) -> bool:
    """Whether a character may be shown as it is."""
    return char in _KEPT or unicodedata.category(char) not in _HARMFUL


def harmless(text: str) -> str:
    """Return a text with every harmful character shown as ⟨U+XXXX⟩."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if is_harmless(c) else f"⟨U+{ord(c):04X}⟩" for c in text)


def harmless_line(text: str) -> str:
    """Return a text on one line, as `harmless` shows it."""
    return " ".join(harmless(text).split())


def storable(text: str) -> str:
    """Return a text that SQLite can keep: bytes that are no UTF-8 are shown by their number.

    Entries keep every text as it is (as JSON); only the copies in projections need this.
    """
    if text.isascii():
        return text
    return "".join(f"⟨U+{ord(c):04X}⟩" if "\ud800" <= c <= "\udfff" else c for c in text)
