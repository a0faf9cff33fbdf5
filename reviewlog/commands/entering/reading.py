"""Reading what a script hands over: one JSON object, a list of them, or one after the other."""

import json
import re
from typing import Any, NoReturn

from reviewlog.domain.entering_errors import UnreadableEntriesError

CAP = 64_000_000
"""Characters that are read at most; more are to come in parts."""
_BLANKS = re.compile(r"[ \t\r\n]*")


class Figure(str):
    """A number as it was written: no digit of an amount is lost."""

    __slots__ = ()


class _TwiceError(Exception):
    pass


class _OddNumberError(Exception):
    pass


def read_entries(text: str) -> tuple[list[Any], bool]:
    """Return what was handed over, and whether it was one object alone.

    Raises UnreadableEntriesError.
    """
    if len(text) > CAP:
        raise UnreadableEntriesError("large")
    values = _values(text.removeprefix("\ufeff"))
    if len(values) == 1 and isinstance(values[0], list):
        return values[0], False
    return values, len(values) == 1


def _values(text: str) -> list[Any]:
    """Return the values that stand behind each other, one a line or however."""
    decoder = json.JSONDecoder(
        object_pairs_hook=_once, parse_int=Figure, parse_float=Figure, parse_constant=_odd_number
    )
    found, at = [], _behind_blanks(text, 0)
    while at < len(text):
        value, end = _decoded(decoder, text, at)
        found.append(value)
        at = _behind_blanks(text, end)
    if not found:
        raise UnreadableEntriesError("empty")
    return found


def _decoded(decoder: json.JSONDecoder, text: str, at: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise UnreadableEntriesError("syntax", error.lineno, error.colno) from error
    except RecursionError as error:
        raise UnreadableEntriesError("deep", _line(text, at)) from error
    except _TwiceError as error:
        raise UnreadableEntriesError("twice", _line(text, at), key=str(error)) from error
    except _OddNumberError as error:
        raise UnreadableEntriesError("number", _line(text, at), key=str(error)) from error


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _behind_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _odd_number(word: str) -> NoReturn:
    raise _OddNumberError(word)
