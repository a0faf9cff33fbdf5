"""Putting an owner's values into a wording: nothing in a value is ever read as part of it."""

import re
import unicodedata
from collections.abc import Mapping

from reviewlog.domain.reply.parts import SENTENCES

_HOLE = re.compile(r"\{([^{}]*)\}(\.?)")
_GROUP = re.compile(r"\[([^\[\]]*)\]")
_ENDS = frozenset(".!?…\u3002\uff01\uff1f\u061f\u06d4\u0964\u0965\u0589\u1362")
"""What ends a sentence, in several scripts."""
_CLOSING = ("Pe", "Pf", "Pi")
_LOOSE = ",;:"
"""Marks after which a sentence would go on."""
_DRAWN = ("So", "Sk")
"""Characters that are pictures: no full stop stands behind them."""


def holes(variant: str) -> tuple[str, ...]:
    """Return the names of all values in a wording."""
    return tuple(name for name, _ in _HOLE.findall(variant))


def needs(variant: str) -> tuple[str, ...]:
    """Return the names of the values without which a wording cannot be used."""
    return holes(_GROUP.sub("", variant))


def fixed(variant: str) -> str:
    """Return the longest stretch of a wording that is the same in every text."""
    pieces = re.split(r"\{[^{}]*\}|\[[^\[\]]*\]", variant)
    return max(pieces, key=len).strip()


def settled(variant: str, values: Mapping[str, str]) -> str:
    """Return a wording without the parts in brackets whose values are missing."""

    def group(found: re.Match[str]) -> str:
        return found[1] if all(name in values for name in holes(found[1])) else ""

    return _GROUP.sub(group, variant)


def filled(variant: str, values: Mapping[str, str]) -> str:
    """Return a wording with its values; a full stop is not doubled. All it needs must be there."""

    def value(found: re.Match[str]) -> str:
        said = values[found[1]]
        return said if found[2] and is_ended(said) else said + found[2]

    return _HOLE.sub(value, settled(variant, values))


def tidy(values: Mapping[str, str]) -> dict[str, str]:
    """Return what an owner gave as it can stand in a text: sentences end, blanks are single.

    A value without anything to read in it is none.
    """
    tidied = {name: _tidied(name, text) for name, text in values.items()}
    return {name: text for name, text in tidied.items() if _says_something(text)}


def _says_something(text: str) -> bool:
    return any(unicodedata.category(char)[0] in "LN" for char in text)


def _tidied(name: str, text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    kept = [line for line in lines if line]
    if name in SENTENCES:
        return as_sentence("\n".join(kept))
    return ("\n" if name == "sign_off" else " ").join(kept)


def as_sentence(text: str) -> str:
    """Return a text with its full stop."""
    bare = text.rstrip(_LOOSE + " \n") or text
    return bare if not bare or is_ended(bare) else f"{bare}."


def is_ended(text: str) -> bool:
    """Whether nothing needs to stand behind a text any more."""
    last = len(text) - 1
    while last > 0 and _is_closing(text[last]):
        last -= 1
    return text[last] in _ENDS or text[-1] == "\ufe0f" or unicodedata.category(text[-1]) in _DRAWN


def _is_closing(char: str) -> bool:
    return char in "\"'" or unicodedata.category(char) in _CLOSING
