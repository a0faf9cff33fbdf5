"""Texts within the length that a field of a site's form takes: cut at a word, never inside one."""

from collections.abc import Callable
from typing import NamedTuple

MORE = " …"
_SIZES: dict[str, Callable[[str], int]] = {
    "characters": len,
    "bytes": lambda text: len(text.encode("utf-8", "replace")),
    "words": lambda text: len(text.split()),
}


class Fitted(NamedTuple):
    """A text as it fits."""

    text: str
    size: int
    cut: bool = False


def size_of(text: str, unit: str) -> int:
    """Return how long a text is in a unit of `site.UNITS`."""
    return _SIZES[unit](text)


def fitted(text: str, most: int | None, unit: str) -> Fitted:
    """Return a text that is no longer than a field takes."""
    size = size_of(text, unit)
    if most is None or size <= most:
        return Fitted(text, size)
    shorter = _cut(text, most, unit)
    return Fitted(shorter, size_of(shorter, unit), cut=True)


def _cut(text: str, most: int, unit: str) -> str:
    """Cut after the last word that leaves room for the mark; one long word is cut anyhow."""
    more = MORE if size_of(MORE, unit) < most else ""
    ends = [i for i in range(1, len(text) + 1) if i == len(text) or text[i].isspace()]
    whole = _longest(text, ends, most, unit, more)
    if whole:
        return whole
    return _longest(text, list(range(1, len(text) + 1)), most, unit, more)


def _longest(text: str, ends: list[int], most: int, unit: str, more: str) -> str:
    """Return the longest beginning that fits, found by halving: it only grows with its end."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        if size_of(_ended(text, ends[middle - 1], more), unit) <= most:
            low = middle
        else:
            high = middle - 1
    return _ended(text, ends[low - 1], more) if low else ""


def _ended(text: str, end: int, more: str) -> str:
    return text[:end].rstrip() + more
