"""Leaving words out of what leaves: whatever its capitals, blanks, digits or invisible characters."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.redacting.folding import Span, fold, folded_words
from reviewlog.domain.redacting.marks import Found, marked, pieces

OF_THE_PROGRAM = frozenset(
    (
        "happened_at", "captured_at", "due", "clock_back", "state", "channel", "direction",
        "threat", "sites", "site", "no_answer", "stars", "how", "consent", "shows", "stand", "of",
        "proofs", "found", "place", "remedy", "currency", "label", "exhibits", "try", "parent",
        "redacts", "for_lawyer", "ground", "ground_name",
    )
)  # fmt: skip
"""Fields that hold words of the program's own, times and numbers; every other one is searched."""
_OF_A_FILE = frozenset(("size", "sha256", "type"))
_SPACED = "\u0e00"
"""Before it in Unicode lie the scripts whose words stand apart."""


class Secret(NamedTuple):
    """Words that are to be left out."""

    words: str
    """As they are looked for (`folded_words`)."""
    what: str
    """A word of MARKS; a `name` is left out where it stands as a whole word only."""


def secret(text: str, what: str = "text") -> Secret:
    """Return what is looked for when a text is to be left out."""
    return Secret(folded_words(text), what)


def hidden(text: str, secrets: Iterable[Secret]) -> str:
    """Return a text with marks instead of what is to be left out."""
    wanted = tuple(secrets)
    return marked(text, (f for place, piece in pieces(text) for f in _found(piece, place, wanted)))


def occurs(text: str, one: Secret) -> bool:
    """Whether a text holds what is to be left out."""
    return any(next(_found(piece, 0, (one,)), None) for _, piece in pieces(text))


def hidden_value(value: Any, secrets: tuple[Secret, ...]) -> Any:
    """Return a field's value with marks in every text inside it; of a file only its name is one."""
    if isinstance(value, str):
        return hidden(value, secrets)
    if isinstance(value, Mapping):
        kept = _OF_A_FILE if "sha256" in value else ()
        return {
            (name if "sha256" in value else hidden(name, secrets)): (
                one if name in kept else hidden_value(one, secrets)
            )
            for name, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [hidden_value(one, secrets) for one in value]
    return value


def hidden_fields(fields: Mapping[str, Any], secrets: tuple[Secret, ...]) -> dict[str, Any]:
    """Return the fields that read otherwise without what is to be left out."""
    said = {n: v for n, v in fields.items() if n not in OF_THE_PROGRAM} if secrets else {}
    told = {name: hidden_value(value, secrets) for name, value in said.items()}
    return {name: value for name, value in told.items() if value != said[name]}


def searched_texts(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text in the fields in which something may be left out, with the field's name."""
    for name, value in fields.items():
        if name not in OF_THE_PROGRAM:
            yield from ((name, text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        is_file = "sha256" in value
        for name, one in value.items():
            if not is_file:
                yield str(name)
            if not (is_file and name in _OF_A_FILE):
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _found(piece: str, place: int, secrets: tuple[Secret, ...]) -> Iterator[Found]:
    folded = fold(piece)
    line = folded.text.replace("\n", " ")
    for words, what in secrets:
        if not words or words not in line:
            continue
        for match in re.finditer(re.escape(words), line):
            if what != "name" or _is_whole(line, *match.span()):
                start, end = folded.span(*match.span())
                yield Found(Span(start + place, end + place), what)


def _is_whole(line: str, start: int, end: int) -> bool:
    before, after = line[max(start - 1, 0) : start], line[end : end + 1]
    return not (_joins(before, line[start]) or _joins(line[end - 1], after))


def _joins(left: str, right: str) -> bool:
    """Whether two neighbours are letters of one word, in a script whose words stand apart."""
    return (left + right).isalnum() and len(left + right) == 2 and max(left, right) < _SPACED
