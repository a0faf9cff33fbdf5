"""A search in one's own records, with its scope: what was looked for, where, and what was there.

That nothing was found is the result of a search; "fake" would be an accusation.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from reviewlog.domain.vocabulary import one_of

NOTHING, SOMETHING = FOUND = ("nothing", "something")
FOUND_SYNONYMS = {
    "no": NOTHING,
    "none": NOTHING,
    "n": NOTHING,
    "not": NOTHING,
    "nobody": NOTHING,
    "yes": SOMETHING,
    "y": SOMETHING,
    "found": SOMETHING,
    "some": SOMETHING,
    "match": SOMETHING,
}
_AT = ("in", "on", "at", "among", "with", "under")
_OWNED = ("the", "a", "an", "my", "our", "all", "both", "every", "each", "his", "her", "their")
_NUMBER = re.compile(r"(?=(?:[^0-9]*[0-9]){3})[^a-z]*\Z|\S*[0-9]{3,}\S*\Z", re.IGNORECASE)
_ACCUSING = re.compile(
    r"\b(?:fake[sd]?|faker|liars?|lie[sd]?|lying|fraud\w*|scam\w*|invented|made[ -]up|imposter"
    r"|impostor|bogus|sham|extort\w*|blackmail\w*|never (?:was|were|been) (?:a )?customers?)\b",
    re.IGNORECASE,
)


def found(word: str) -> str:
    """Return what a search found: nothing or something. Raises BadWordError."""
    folded = word.strip().casefold()
    return one_of("result of a search", FOUND_SYNONYMS.get(folded, folded), FOUND)


def told_found(answer: str) -> tuple[str, str | None]:
    """Return what a search found, and the words for it where more was said than that."""
    said = answer.strip()
    word = FOUND_SYNONYMS.get(said.casefold(), said.casefold())
    if word in FOUND:
        return word, None
    first = said.casefold().replace(",", " ").split()[:1]
    none = first and (first[0] == NOTHING or FOUND_SYNONYMS.get(first[0]) == NOTHING)
    return NOTHING if none else SOMETHING, said or None


def is_accusing(text: str | None) -> bool:
    """Whether words accuse somebody instead of saying what a search showed."""
    return bool(text and _ACCUSING.search(text))


def under_words(looked_for: Any) -> str:
    """Return under what was searched, `name Dana Cole, e-mail dana@example.com`."""
    names = looked_for if isinstance(looked_for, list | tuple) else (looked_for,)
    return ", ".join(_named(str(name)) for name in names if name)


def _named(text: str) -> str:
    """Return what was looked for after its kind; of what was left out nobody knows the kind."""
    return text if text.startswith("[") and text.endswith("]") else f"{kind_of(text)} {text}"


def kind_of(text: str) -> str:
    """Return what a thing looked for is: an e-mail address, a number or a name."""
    if "@" in text and " " not in text.strip():
        return "e-mail"
    return "number" if len(text) <= 40 and _NUMBER.match(text.strip()) else "name"


def scope_words(fields: Mapping[str, Any]) -> str:
    """Return where and over which days was searched, `in the order book, 1 to 20 Nov`."""
    where = str(fields.get("where") or "")
    parts = [place_words(where)] if where else []
    return ", ".join(parts + ([str(fields["period"])] if fields.get("period") else []))


def place_words(where: str) -> str:
    """Return where was searched with an `in` before it, unless it says so itself."""
    return into(where) + where


def into(where: str) -> str:
    """Return what must stand before the words for a place, `in the ` before `order book`."""
    first = where.strip().casefold().partition(" ")[0]
    if first in _AT:
        return ""
    return "in " if first in _OWNED else "in the "


def lookup_words(fields: Mapping[str, Any]) -> str:
    """Return what a search found, with its scope, in one sentence."""
    begin = BEGIN.get(str(fields.get("found")), BEGIN[NOTHING])
    scope = scope_words(fields)
    under = under_words(fields.get("looked_for")) or "what was looked for"
    return f"{begin}{under}" + (f" ({scope})" if scope else "")


BEGIN: Mapping[str, str] = {
    NOTHING: "No record found under ",
    SOMETHING: "A record found under ",
}
"""How the sentence begins, by what was found."""


def names_in(looked_for: Iterable[str]) -> tuple[str, ...]:
    """Return what was looked for, each once, in the order in which it was said."""
    return tuple(dict.fromkeys(text.strip() for text in looked_for if text.strip()))
