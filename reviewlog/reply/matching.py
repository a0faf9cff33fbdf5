"""Where one phrase stands in a text: from each word that may begin it, a bounded number of steps."""

from collections.abc import Iterator

from reviewlog.domain.reply.phrasing import BEGIN, BETWEEN, END, GAP, WORD, Element, parse
from reviewlog.reply.words import Text

Failed = set[tuple[int, int, bool]]


def matches(text: Text, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each place where a phrase stands."""
    elements: list[Element] = []
    for element in parse(phrase):
        elements.append(_narrowed(text, element))
        if not _is_anywhere(elements[-1]):
            return
    failed: Failed = set()
    for first in sorted(_starts(text, elements)):
        end = _end(text, elements, (0, first, True), failed)
        if end is not None:
            yield first, end - 1


def _narrowed(text: Text, element: Element) -> Element:
    """Return a part with those of its words only that stand anywhere in a text."""
    if element.kind != WORD:
        return element
    return Element(
        WORD,
        tuple(word for word in element.words if text.readings.begins(word)),
        tuple(stem for stem in element.stems if text.readings.begins_with(stem)),
        element.number and bool(text.readings.numbers),
        element.optional,
    )


def _is_anywhere(element: Element) -> bool:
    """Whether a narrowed part can be found at all."""
    if element.kind != WORD or element.optional:
        return True
    return bool(element.words or element.stems or element.number)


def _starts(text: Text, elements: list[Element]) -> set[int]:
    """Return the words at which a phrase may begin."""
    starts: set[int] = set()
    for element in elements:
        starts.update(_places(text, element))
        if element.kind == WORD and not element.optional:
            break
    return starts


def _places(text: Text, element: Element) -> Iterator[int]:
    """Yield the words at which a part may begin."""
    for word in element.words:
        yield from text.readings.begins(word)
    for stem in element.stems:
        yield from text.readings.begins_with(stem)
    if element.number:
        yield from text.readings.numbers


def _end(
    text: Text, elements: list[Element], state: tuple[int, int, bool], failed: Failed
) -> int | None:
    """Return the word behind the rest of a phrase; None where the rest does not follow.

    A state is the number of the next part, that of the next word, and whether nothing was found yet.
    """
    n, at, is_fresh = state
    if n == len(elements):
        return at
    if state in failed:
        return None
    for following in _after(text, elements[n], at, is_fresh=is_fresh):
        end = _end(text, elements, (n + 1, following, is_fresh and following == at), failed)
        if end is not None:
            return end
    failed.add(state)
    return None


def _after(text: Text, element: Element, at: int, *, is_fresh: bool) -> Iterator[int]:
    """Yield the words that may follow a part which stands at a word, the likeliest first."""
    if element.kind in (BEGIN, END):
        yield from [at] if _is_edge(text, at) else []
    elif element.kind == GAP:
        yield at
        for following in range(at + 1, at + BETWEEN + 1):
            if _is_edge(text, following - 1):
                break
            yield following
    else:
        if at < len(text.words) and (is_fresh or not _is_edge(text, at)):
            yield from _behind(text, element, at)
        yield from [at] if element.optional else []


def _behind(text: Text, element: Element, at: int) -> Iterator[int]:
    """Yield the words behind a part that is found at a word."""
    for word in element.words:
        yield from text.readings.behind(word, at)
    for stem in element.stems:
        yield from text.readings.behind_stem(stem, at)
    if element.number and at in text.readings.numbers:
        yield at + 1


def _is_edge(text: Text, at: int) -> bool:
    """Whether a sentence begins with a word, or the text ends before it."""
    if at in (0, len(text.words)):
        return True
    return text.words[at].sentence != text.words[at - 1].sentence
