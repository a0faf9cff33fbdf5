"""Choosing from a list: by its number, by the word, or by the first letters of it."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Choice(NamedTuple, Generic[Value]):
    """One line of a list."""

    value: Value
    shown: str
    words: tuple[str, ...] = ()
    """Other words that are taken for it."""


def fitting(answer: str, choices: Sequence[Choice[Value]]) -> list[Choice[Value]]:
    """Return the choices that an answer may mean: none, the one, or several."""
    word = _plain(answer)
    if word.isdecimal() and 1 <= int(word) <= len(choices):
        return [choices[int(word) - 1]]
    if not word:
        return []
    exact = [choice for choice in choices if word in map(_plain, (choice.shown, *choice.words))]
    if exact:
        return exact
    shown = [choice for choice in choices if _begins(choice.shown, word)]
    return shown or [c for c in choices if any(_begins(other, word) for other in c.words)]


def _begins(line: str, word: str) -> bool:
    """Whether a line begins so, its own number left out."""
    plain = _plain(line)
    return plain.startswith(word) or plain.lstrip("0123456789 ").startswith(word)


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(".").split())
