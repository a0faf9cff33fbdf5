"""Reading what a script hands over: one JSON object, a list of them, or one after the other."""

import json
import re
from collections import Counter
from typing import Any, NoReturn

from reviewlog.domain.entering_errors import MOST_TO_READ, UnreadableEntriesError

NOT_UTF8 = re.compile(r"\A.?\0|[\udc80-\udcff]")
"""What is left of bytes that are no UTF-8; UTF-16 has zeros between its letters."""
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
    if (
        len(text) > MOST_TO_READ // 4
        and len(text.encode("utf-8", "surrogateescape")) > MOST_TO_READ
    ):
        raise UnreadableEntriesError("large")
    if odd := NOT_UTF8.search(text):
        raise UnreadableEntriesError("bytes", _line(text, odd.start()))
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
        counted = Counter(key for key, _ in pairs)
        raise _TwiceError(next(key for key, times in counted.items() if times > 1))
    return found


def _odd_number(word: str) -> NoReturn:
    raise _OddNumberError(word)
