"""Whether the reason for an erasure names somebody: it stays in the log, so it must not."""

import re
import unicodedata
from collections.abc import Iterable

from reviewlog.domain.entry import Entry
from reviewlog.domain.erasing import PEOPLE, SHORTEST, texts
from reviewlog.domain.facts.people import person_key

ORDINARY = frozenset(
    (
        "about", "after", "all", "and", "any", "are", "asked", "because", "but", "can", "customer",
        "for", "from", "had", "has", "have", "her", "him", "his", "its", "lady", "letter", "man",
        "may", "more", "mrs", "needed", "not", "our", "out", "over", "she", "that", "the", "their",
        "them", "they", "this", "was", "were", "who", "will", "with", "woman", "year", "you",
    )
)  # fmt: skip
"""Words that name nobody by themselves, though somebody may be called so or known by them."""
TAIL = 7
"""Digits at the end of a telephone number that are the same with and without a country code."""
_LETTERS = re.compile(r"[^\W\d_]+")


def names_in(reason: str, entries: Iterable[Entry]) -> bool:
    """Whether a reason names somebody whom entries name, or their telephone number."""
    words, runs = _words(reason), _numbers(reason)
    for entry in entries:
        for name in PEOPLE:
            if any(_is_named(words, text) for text in texts(entry.fields.get(name))):
                return True
        for phone in texts(entry.fields.get("phone")):
            if _is_dialled(words, runs, phone):
                return True
    return False


def _is_named(words: list[str], name: str) -> bool:
    """Whether words hold a name, or a part of it that is a name by itself."""
    wanted = _words(name)
    telling = {word for word in wanted if len(word) >= SHORTEST} - ORDINARY
    if telling & set(words) or _stands_in(words, wanted):
        return True
    # Not every script parts its words.
    return any(not word.isascii() and word in said for word in wanted for said in words)


def _stands_in(words: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    if len("".join(wanted)) < 2 or (set(wanted) <= ORDINARY and size == 1):
        return False
    return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _is_dialled(words: list[str], runs: list[str], phone: str) -> bool:
    """Whether a number stands there, however it is grouped; a short one only as it is."""
    digits = "".join(_numbers(phone))
    if len(digits) < TAIL:
        return len(digits) >= SHORTEST and digits in words
    return any(digits[-TAIL:] in run for run in runs)


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in person_key(text)).split()


def _numbers(text: str) -> list[str]:
    """Return the digits between letters, whatever blanks and signs group them."""
    parts = _LETTERS.split(person_key(text))
    runs = ("".join(str(unicodedata.digit(c)) for c in p if c.isdecimal()) for p in parts)
    return [run for run in runs if run]
