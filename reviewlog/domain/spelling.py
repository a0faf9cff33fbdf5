"""Slips of spelling: so near that nothing else can be meant."""

from collections.abc import Iterable

from reviewlog.domain.vocabulary import alike

ENDINGS = ("s", "es", "d", "ed", "ing", "er")
"""What a word may have behind it and still say the same."""
NEAR = 0.82
"""How alike two words must be; further away lie other words, such as scam and link."""


def meant_by(word: str, known: Iterable[str]) -> str | None:
    """Return the word that was meant: the same with another ending, or with a slip in it."""
    words = list(known)
    bare = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    slips = (one for one in words if _is_turned(word, one) or _is_short_by_one(word, one))
    near = (one for one in alike(word, words, most=5, cutoff=NEAR) if one[0] == word[0])
    return next((one for one in (*bare, *slips, *near) if one in words), None)


def _is_turned(word: str, other: str) -> bool:
    """Whether two neighbouring letters are the wrong way round, and all else is the same."""
    turned = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    return word != other and other in turned


def _is_short_by_one(word: str, other: str) -> bool:
    """Whether one of two words lacks a letter behind its first."""
    short, long = sorted((word, other), key=len)
    return len(short) > 1 and any(short == long[:i] + long[i + 1 :] for i in range(1, len(long)))
