"""Words as somebody writes them who wants to get them past a rule."""
# ruff: noqa: RUF001

from typing import Any

from hypothesis import strategies as st

from reviewlog.domain.lookalikes import FOREIGN, LATIN

UNSEEN = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u200f", "\u2066", "\u180e",
    "\u115f", "\u1160", "\ufe0f", "\u034f", "\x00", "\U000e0061", "\u0301", "\u0336", "\u20dd", "'", "’",
)  # fmt: skip
"""What may stand inside a word without parting it."""


def _alike() -> dict[str, list[str]]:
    alike: dict[str, list[str]] = {chr(n): [chr(n), chr(n - 32)] for n in range(97, 123)}
    for letter, shapes in alike.items():
        number = ord(letter) - 97
        firsts = (
            0x1D400,
            0x1D41A,
            0x1D4D0,
            0x1D5D4,
            0x1D670,
            0xFF21,
            0xFF41,
            0x24B6,
            0x24D0,
            0x1F130,
        )
        shapes += [chr(first + number) for first in firsts]
    for table in (FOREIGN, LATIN):
        for shape, plain in table.items():
            alike[plain].append(chr(shape))
    return alike


ALIKE = _alike()
"""Other ways to draw each letter."""


@st.composite
def disguised(draw: Any, word: str) -> str:
    """Draw a word in letters that look the same, with things inside it that nobody sees."""
    shapes = [draw(st.sampled_from(ALIKE[letter])) for letter in word]
    gaps = [draw(st.sampled_from(("", "", "", *UNSEEN))) for _ in word[1:]]
    return "".join(shape + gap for shape, gap in zip(shapes, [*gaps, ""], strict=True))
