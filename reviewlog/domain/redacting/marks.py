"""The marks that stand where words were left out."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reviewlog.domain.redacting.folding import Span

MARKS = {
    "phone": "[telephone number left out]",
    "email": "[e-mail address left out]",
    "card": "[card number left out]",
    "iban": "[bank account left out]",
    "name": "[name left out]",
    "text": "[left out]",
}
"""What was left out, and the words that stand for it."""
_MARK = re.compile("(" + "|".join(re.escape(mark) for mark in MARKS.values()) + ")")


class Found(NamedTuple):
    """A stretch of a text, and what stands there: a word of MARKS."""

    span: Span
    what: str


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches between the marks of a text, with where each begins."""
    place = 0
    for index, piece in enumerate(_MARK.split(text)):
        if index % 2 == 0 and piece:
            yield place, piece
        place += len(piece)


def apart(found: Iterable[Found]) -> list[Found]:
    """Return stretches that neither overlap nor are empty, in order; of two the longer names it."""
    result: list[Found] = []
    for one in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if result and one.span.start < result[-1].span.end:
            before = result[-1]
            longer = max(before, one, key=lambda f: f.span.end - f.span.start)
            both = Span(before.span.start, max(before.span.end, one.span.end))
            result[-1] = Found(both, longer.what)
        elif one.span.start < one.span.end:
            result.append(one)
    return result


def marked(text: str, found: Iterable[Found]) -> str:
    """Return a text with marks where something was found."""
    told: list[str] = []
    place = 0
    for (start, end), what in apart(found):
        told += (text[place:start], MARKS[what])
        place = end
    return "".join([*told, text[place:]])


def parted(text: str) -> str:
    """Return a text with a line break behind each mark: a sentence may have ended there."""
    return _MARK.sub(lambda mark: mark[0] + "\n", text)


def has_mark(value: Any) -> bool:
    """Whether a mark stands anywhere in a field's value."""
    if isinstance(value, str):
        return bool(_MARK.search(value))
    if isinstance(value, dict):
        return any(map(has_mark, value.values()))
    return isinstance(value, list | tuple) and any(map(has_mark, value))


def snippets(value: Any, around: int = 40) -> Iterator[str]:
    """Yield the marks in a field's value with the words around them."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from snippets(name, around)
            yield from snippets(one, around)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from snippets(one, around)
    elif isinstance(value, str):
        end = 0
        for mark in _MARK.finditer(value):
            if mark.start() >= end:
                end = mark.end() + around
                yield value[max(mark.start() - around, 0) : end].strip()
