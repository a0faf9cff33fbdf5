"""Choosing from a list: by its number, by the word, or by the first letters of it."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

LONG_NUMBER = 20
"""Digits that no number of a list has."""


YES = "yes"
"""Whatever stands behind it: "yes she did" may mean each line for which a yes is taken."""


class Choice(NamedTuple, Generic[Value]):
    """One line of a list."""

    value: Value
    shown: str
    words: tuple[str, ...] = ()
    """Other words that are taken for it."""
    number: int | None = None
    """The number it is known by; without one its place counts."""


def fitting(answer: str, choices: Sequence[Choice[Value]]) -> list[Choice[Value]]:
    """Return the choices that an answer may mean: none, the one, or several."""
    word = _plain(answer)
    if not word:
        return []
    if word.isdecimal() and len(word) < LONG_NUMBER:
        chosen = [c for n, c in zip(numbers(choices), choices, strict=True) if n == int(word)]
        if chosen or any(choice.number is not None for choice in choices):
            return chosen
    exact = [choice for choice in choices if word in map(_plain, (choice.shown, *choice.words))]
    if exact:
        return exact
    shown = [choice for choice in choices if _begins(choice.shown, word)]
    begun = shown or [c for c in choices if any(_begins(other, word) for other in c.words)]
    return begun or [c for c in choices if YES in c.words and _first_word(word) == YES]


def _first_word(line: str) -> str:
    return line.split()[0].strip(",;.!:")


def numbers(choices: Sequence[Choice[Value]]) -> list[int]:
    """Return the number of each choice: its own, or its place."""
    return [place if c.number is None else c.number for place, c in enumerate(choices, 1)]


def _begins(line: str, word: str) -> bool:
    """Whether a line begins so, its own number left out."""
    plain = _plain(line)
    return plain.startswith(word) or plain.lstrip("0123456789 ").startswith(word)


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(".").split())
