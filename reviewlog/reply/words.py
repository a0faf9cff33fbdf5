"""A text as the checks read it: its words and sentences, with the way back to the original."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.lettering import (
    Piece,
    chosen,
    is_unseen,
    mostly_latin,
    pieces,
)
from reviewlog.domain.splitting import sentence_spans
from reviewlog.reply.readings import Readings, readings

_CHOPPED = 3
"""Sentences of one word each that are read as one: `We. Will. Sue.`"""


class Word(NamedTuple):
    """One word of a text."""

    text: str
    """Small letters and digits, without accents, apostrophes and what nobody sees."""
    start: int
    end: int
    sentence: int
    """The number of its sentence."""

    @property
    def has_digit(self) -> bool:
        """Whether a digit stands in it."""
        return any(map(str.isdigit, self.text))


class Text(NamedTuple):
    """A text, read once for all checks."""

    original: str
    words: tuple[Word, ...]
    sentences: tuple[Span, ...]
    language: str = ""
    readings: Readings = Readings()
    """At which words each word stands, however it is disguised."""


def read(original: str) -> Text:
    """Return a text as the checks read it."""
    found = tuple(pieces(original))
    sentences = _joined(_sentences(original), found)
    is_latin = mostly_latin(found)
    words = tuple(
        Word(chosen(piece, is_latin=is_latin), piece.start, piece.end, number)
        for piece, number in zip(found, _numbers(sentences, found), strict=True)
    )
    hidden = readings(original, found, [word.text for word in words])
    return Text(original, words, sentences, readings=hidden)


def _sentences(original: str) -> tuple[Span, ...]:
    """Return the sentences of a text; what nobody sees does not hide where one ends."""
    if original.isascii():
        return sentence_spans(original)
    seen = [place for place, char in enumerate(original) if not is_unseen(char)]
    spans = sentence_spans("".join(original[place] for place in seen))
    return tuple(Span(seen[span.start], seen[span.end - 1] + 1) for span in spans)


def _numbers(sentences: tuple[Span, ...], found: tuple[Piece, ...]) -> Iterator[int]:
    """Yield the number of the sentence in which each word begins."""
    number = 0
    for piece in found:
        while number < len(sentences) - 1 and sentences[number].end <= piece.start:
            number += 1
        yield number


def _joined(sentences: tuple[Span, ...], found: tuple[Piece, ...]) -> tuple[Span, ...]:
    """Return sentences; several of one word each that follow each other are taken as one."""
    count = Counter(_numbers(sentences, found))
    joined: list[Span] = []
    for is_word, some in groupby(enumerate(sentences), lambda one: count[one[0]] == 1):
        spans = [span for _, span in some]
        if is_word and len(spans) >= _CHOPPED:
            spans = [Span(spans[0].start, spans[-1].end)]
        joined += spans
    return tuple(joined)
