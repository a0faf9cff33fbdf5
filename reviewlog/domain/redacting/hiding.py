"""Leaving words out of what leaves: whatever its capitals, blanks, digits or invisible characters."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.redacting.marks import Found, marked, pieces
from reviewlog.domain.redacting.matching import Secret, found_in

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
_ROUNDS = 5


def hidden(text: str, secrets: Iterable[Secret]) -> str:
    """Return a text with marks instead of what is to be left out."""
    wanted = tuple(secrets)
    for _ in range(_ROUNDS):  # beside a mark a word may stand alone that did not before
        before, text = text, marked(text, hits(text, wanted))
        if text == before:
            break
    return text


def hits(text: str, secrets: tuple[Secret, ...]) -> Iterator[Found]:
    """Yield where the secrets stand in a text, between the marks that are there already."""
    for place, piece in pieces(text) if secrets else ():
        for (start, end), what in found_in(piece, secrets):
            yield Found(Span(start + place, end + place), what)


def occurs(text: str, one: Secret) -> bool:
    """Whether a text holds what is to be left out."""
    return next(hits(text, (one,)), None) is not None


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
