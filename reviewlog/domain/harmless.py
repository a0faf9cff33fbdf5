"""Which characters of a stored text may reach a screen as they are.

Everything that moves the cursor, hides, reorders or pretends is shown by its number
instead. Unicode categories Cc, Cs, Co, Cn, Zl, Zp and Cf are affected, newlines and the
joiners that many scripts and emoji need (ZWNJ, ZWJ) excepted; and a few letters that show
nothing at all.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

_JOINERS = "\u200c\u200d"
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""Category Zs, which Python does not call printable, but for the blank itself."""
_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing: a name made of them would be an empty place."""
_KEPT = frozenset("\n" + _JOINERS + _BLANKS)


def is_harmless(char: str) -> bool:
    """Whether a character does no harm; the checker of a bundle judges names alike."""
    return char.isprintable() or char in _KEPT


def harmless(text: str, but: "Container[str]" = "") -> str:
    """Return a text with every harmful character shown as ⟨U+XXXX⟩, `but` some."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c if (is_harmless(c) and c not in _EMPTY) or c in but else f"⟨U+{ord(c):04X}⟩" for c in text
    )


def is_seen(text: str) -> bool:
    """Whether there is anything to see in a text."""
    return any(c.isprintable() and not c.isspace() and c not in _EMPTY for c in text)


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
