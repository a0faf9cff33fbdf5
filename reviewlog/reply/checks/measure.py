"""What is too much in a text: words, explanations, noise."""

import re
from collections.abc import Iterable, Iterator

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.capitals import shouted
from reviewlog.reply.checks.counting import first_beyond, number_of_words
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import places, span
from reviewlog.reply.words import Text

_LENGTH = 150
_REASONS = 2
_MARKS = re.compile(r"[!?\uff01\uff1f\u203c\u2047-\u2049\u203d\u2755\u2757\ufe0f\ufe57\u01c3]+")
"""Exclamation and question marks in a row, of other widths and as pictures too."""
_LOUD = dict.fromkeys("!\uff01\u2755\u2757\ufe57\u01c3\u2048\u2049\u203d", 1) | {"\u203c": 2}
"""Exclamation marks, and how many stand in one character."""
_MIXED = frozenset("\u2048\u2049\u203d")
"""A question mark and an exclamation mark in one."""
_ASKED = dict.fromkeys("?\uff1f", 1) | {"\u2047": 2}
"""Question marks, and how many stand in one character."""
_ASKED_TWICE = 2
_ASKING = frozenset(_ASKED)
_ANGRY = re.compile(
    "[\U0001f620\U0001f621\U0001f624\U0001f47f\U0001f4a2\U0001f595\U0001f63e\U0001f644\U0001f92c"
    "\U0001f921\U0001f4a9\U0001f44e][\U0001f3fb-\U0001f3ff\ufe0f]?"
)
"""Faces and hands that are angry, rude or mocking."""


def length(rule: Rule, text: Text, case: Case) -> Iterator[Found]:  # noqa: ARG001
    """Find what stands beyond the words that are enough."""
    most = _LENGTH if rule.most is None else rule.most
    beyond = first_beyond(text, most)
    if beyond is None:
        return
    words = number_of_words(text)
    said = f"{words} words; {most} are enough."
    yield Found((Span(beyond.start, text.words[-1].end),), said)


def reasons(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Find the explanations, where there are more than a reader listens to."""
    most = _REASONS if rule.most is None else rule.most
    hits = places(rule, text, case)
    if len(hits) > most:
        spans = tuple(span(text, hit) for hit in hits)
        yield Found(spans, f"{len(hits)} explanations; more than {most} sound like excuses.")


def shouting(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Find capitals, exclamation marks and angry faces."""
    most = 1 if rule.most is None else rule.most
    yield from _found(shouted(text, case), "Words in capitals.")
    yield from _exclaimed(text.original, most)
    angry = (Span(*match.span()) for match in _ANGRY.finditer(text.original))
    yield from _found(angry, "An angry or mocking face.")


def _exclaimed(original: str, most: int) -> Iterator[Found]:
    """Find exclamation marks: too many, two in a row, or one with a question mark."""
    runs = [(Span(*run.span()), run[0]) for run in _MARKS.finditer(original)]
    loud = [(at, sum(_LOUD.get(char, 0) for char in marks), marks) for at, marks in runs]
    together = sum(times for _, times, _ in loud)
    mixed = [at for at, times, marks in loud if times and (_is_mixed(marks))]
    if together > most:
        spans = (at for at, times, _ in loud if times)
        yield from _found(spans, f"{together} exclamation marks.")
    else:
        yield from _found(mixed, "A question mark and an exclamation mark in one.")
    asked = [at for at, times, marks in loud if not times and _is_row(marks)]
    yield from _found(asked, "Question marks in a row.")


def _is_mixed(marks: str) -> bool:
    chars = set(marks)
    return bool(chars & _MIXED) or bool(chars & _ASKING and chars & set(_LOUD))


def _is_row(marks: str) -> bool:
    """Whether more than two question marks follow each other."""
    return sum(_ASKED.get(char, 0) for char in marks) > _ASKED_TWICE


def _found(spans: Iterable[Span], said: str) -> Iterator[Found]:
    found = tuple(spans)
    if found:
        yield Found(found, said)
