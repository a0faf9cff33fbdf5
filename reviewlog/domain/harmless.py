"""Which characters of a stored text may reach a screen as they are.

Everything that moves the cursor, hides, reorders or pretends is shown by its number
instead. Unicode categories Cc, Cs, Co, Cn, Zl, Zp and Cf are affected, newlines and the
joiners that many scripts and emoji need (ZWNJ, ZWJ) excepted.
"""

_JOINERS = "\u200c\u200d"
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""Category Zs, which Python does not call printable, but for the blank itself."""
_KEPT = frozenset("\n" + _JOINERS + _BLANKS)


def is_harmless(char: str) -> bool:
    """Whether a character may be shown as it is."""
    return char.isprintable() or char in _KEPT


def harmless(text: str) -> str:
    """Return a text with every harmful character shown as ⟨U+XXXX⟩."""
    if text.isprintable():
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
