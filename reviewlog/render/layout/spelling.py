"""Plain signs for what an old code page or a pipe cannot print: less pretty, never a crash."""

import unicodedata

SIGNS = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",  # noqa: RUF001
    "–": "-", "—": "-", "−": "-", "‑": "-", "·": "-", "•": "*", "…": "...",  # noqa: RUF001
    "─": "-", "━": "-", "│": "|", "┃": "|", "═": "=", "║": "|", "╌": "-", "╎": "|",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "⟨": "<", "⟩": ">", "×": "x",  # noqa: RUF001
    "≤": "<=", "≥": ">=", "≠": "!=", "✓": "x", "✔": "x", "✗": "-", "★": "*", "☆": "-",
    "▶": ">", "▸": ">", "●": "*", "○": "o", "■": "#", "□": "-",
    "€": "EUR ", "£": "GBP ", "¥": "JPY ", "©": "(c)", "®": "(R)", "°": " deg", "§": "s. ",
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ı": "i", "⁄": "/",  # noqa: RUF001
}  # fmt: skip
UNKNOWN = "?"
WIDE = "WF"
"""Letters that take two columns; so does what stands for them, or columns would shift."""
UNSEEN = ("Mn", "Me", "Cf")
"""Marks above or under a letter, and joiners: without them the letter still reads."""


def plain(text: str) -> str:
    """Return a text in ASCII."""
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char in SIGNS:
        return SIGNS[char]
    category = unicodedata.category(char)
    if category == "Cs":
        return f"<U+{ord(char):04X}>"
    if category in UNSEEN:
        return ""
    letters = "".join(SIGNS.get(part, part) for part in unicodedata.normalize("NFKD", char))
    return letters.encode("ascii", "ignore").decode() or UNKNOWN * _columns(char)


def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def composed(text: str) -> str:
    """Return a text whose letters and marks are one sign where there is one: code pages know those."""
    return unicodedata.normalize("NFC", text)
