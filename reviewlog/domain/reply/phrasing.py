"""How the phrases of a rule are written, and what their signs mean.

we will [certainly] sue|prosecute you      words in a row, one of several, one that may be missing
refund*                                    a word that begins so
give you ... back                          up to four words between, in the same sentence
^but   $                                   at the beginning of a sentence, at its end
# pounds                                   a word with a digit in it
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reviewlog.domain.reply.lettering import plain_words

SHORTEST = 3
"""Letters that must stand before a `*`."""
LONGEST = 40
"""Parts of a phrase at most."""
BETWEEN = 4
"""Words that `...` stands for at most."""
WORD, GAP, BEGIN, END = ("word", "gap", "begin", "end")
_SIGNS = re.compile(r"[*\[\]|#^$]|\.{2,}|\u2026")


class Element(NamedTuple):
    """One part of a phrase."""

    kind: str = WORD
    words: tuple[str, ...] = ()
    """One of them must stand there; blanks inside one stand for its hyphens."""
    stems: tuple[str, ...] = ()
    """Or a word that begins with one of them."""
    number: bool = False
    """Or a word with a digit in it."""
    optional: bool = False


_MARKS = {"...": Element(GAP), "\u2026": Element(GAP), "^": Element(BEGIN), "$": Element(END)}


@lru_cache(maxsize=8192)
def parse(phrase: str) -> tuple[Element, ...]:
    """Return the parts of a phrase; a ValueError says in plain words what is wrong with it."""
    elements = tuple(_element(token) for token in _tokens(phrase))
    if len(elements) > LONGEST:
        raise ValueError(f"a phrase has at most {LONGEST} parts")
    if not any(_is_needed(one) for one in elements):
        raise ValueError("a phrase needs at least one word that may not be left out")
    _check_gaps([one for one in elements if one.kind in (WORD, GAP)])
    return elements


def _check_gaps(elements: list[Element]) -> None:
    if elements[0].kind == GAP or elements[-1].kind == GAP:
        raise ValueError("“...” stands between words, not at the beginning or the end")
    if any(one.kind == other.kind == GAP for one, other in pairwise(elements)):
        raise ValueError(f"one “...” is enough: it stands for up to {BETWEEN} words")
    needed = [number for number, one in enumerate(elements) if _is_needed(one)]
    gaps = [number for number, one in enumerate(elements) if one.kind == GAP]
    if gaps and not needed[0] < gaps[0] <= gaps[-1] < needed[-1]:
        raise ValueError(
            "on either side of “...” a word must stand beside it that may not be left out"
        )


def _is_needed(element: Element) -> bool:
    return element.kind == WORD and not element.optional


def _tokens(phrase: str) -> list[str]:
    """Return the parts of a phrase as they are written, `^` and `$` apart."""
    rest = phrase.strip()
    begins, ends = rest.startswith("^"), rest.endswith("$")
    rest = rest.removeprefix("^").removesuffix("$")
    if "^" in rest or "$" in rest:
        raise ValueError("“^” stands at the beginning of a phrase only, “$” at its end only")
    return ["^"] * begins + rest.split() + ["$"] * ends


def _element(token: str) -> Element:
    if token in _MARKS:
        return _MARKS[token]
    optional = token.startswith("[")
    if optional != token.endswith("]"):
        raise ValueError("square brackets go around one word: [really] [so]")
    return _choice(token[1:-1] if optional else token, optional=optional)


def _choice(token: str, *, optional: bool) -> Element:
    words: list[str] = []
    stems: list[str] = []
    for one in token.split("|"):
        if one.endswith("*"):
            stems.append(_stem(one[:-1]))
        elif one != "#":
            words.append(_word(one))
    return Element(WORD, tuple(words), tuple(stems), "#" in token.split("|"), optional)


def _stem(written: str) -> str:
    stem = _word(written) if written else ""
    if " " in stem or len(stem) < SHORTEST:
        raise ValueError(f"at least {SHORTEST} letters must stand before “*”, without a hyphen")
    return stem


def _word(written: str) -> str:
    if written.isascii() and written.isalnum():
        return written.lower()
    if _SIGNS.search(written):
        raise ValueError(f"“{written}” holds a sign in the wrong place")
    word = " ".join(plain_words(written))
    if not word:
        said = (
            f"“{written}” has no letter and no digit" if written else "a word is missing beside “|”"
        )
        raise ValueError(said)
    return word
