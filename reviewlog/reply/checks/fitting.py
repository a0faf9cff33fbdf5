"""Whether a text speaks of this very case, or would stand under any review."""

from collections.abc import Iterator
from itertools import pairwise

from reviewlog.domain.reply.lettering import plain_words
from reviewlog.domain.reply.rules import Rule
from reviewlog.reply.case import Case
from reviewlog.reply.checks.everyday import EVERYDAY
from reviewlog.reply.found import Found
from reviewlog.reply.phrases import listed
from reviewlog.reply.tongues import common_words, language_of
from reviewlog.reply.words import Text

_STEM = 5
"""Letters that two forms of a word have in common at least."""
_SHORT = 4
"""Letters of a shorter word that others may be a form of: `cake`, `cakes`."""
_TAIL = 3
"""Letters that such a form may add."""
_LEAST = 3
"""Letters of the shortest word that says something."""
_ENOUGH = 2
"""Words of theirs that say something: a single one is too little to come back to."""
_TIMES = """january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday"""
_DATED = frozenset(_TIMES.split())
"""Everyday words that are about a case where both texts name the same one."""
_UNITS = frozenset(
    ("minute", "hour", "day", "week", "month", "year", "time", "euro", "pound", "dollar", "mile")
)
"""What is counted; the number before it says which."""
_ONE = frozenset(("a", "an", "the", "one", "that"))
"""Before a unit they all say the same: `an hour`, `the hour`."""


def this_case(rule: Rule, text: Text, case: Case) -> Iterator[Found]:
    """Find that no word of a text is one of the review's or of what is known of the case."""
    if _is_foreign(text, case):
        return
    idle = _idle(text, case)
    sources = (plain_words(said) for said in (*case.reviews, *case.known))
    known = list(sources)
    theirs = {word for words in known for word in _content(words, idle)}
    if len(theirs) < _ENOUGH:
        return
    said = {n for hit in listed(rule, "everyday", text, case) for n in range(hit[0], hit[1] + 1)}
    ours = tuple(word.text for n, word in enumerate(text.words) if n not in said)
    timed = {one for words in known for one in _timed(words)}
    if timed.isdisjoint(_timed(ours)) and not _meet(set(_content(ours, idle)), theirs):
        yield Found((), "No word of it is about this case.")


def _is_foreign(text: Text, case: Case) -> bool:
    """Whether text and review are surely in two languages, so that no words can meet."""
    theirs = language_of(" ".join(case.reviews), case.tongues)
    return bool(theirs and text.language and theirs != text.language)


def _idle(text: Text, case: Case) -> frozenset[str]:
    """Return the words that say nothing of a case: small ones, names, thanks, days."""
    named = (*case.ours, *case.customers, case.nick, case.site, *case.voice)
    small = common_words(text.language or case.first, case.tongues)
    return frozenset(plain_words(" ".join((*named, *small)))) | EVERYDAY


def _content(words: tuple[str, ...], idle: frozenset[str]) -> Iterator[str]:
    """Yield the words that say something; of scripts without gaps each two letters together."""
    yield from (a + b for a, b in pairwise(words) if _is_sign(a) and _is_sign(b))
    yield from (word for word in words if word not in idle and _says_something(word))


def _timed(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the days and months of a text, and what it counts, each with its number."""
    yield from (("", word) for word in words if word in _DATED)
    for number, unit in pairwise(words):
        singular = unit.removesuffix("s")
        if singular in _UNITS:
            yield "" if number in _ONE else number, singular


def _is_sign(word: str) -> bool:
    return len(word) <= 2 and word >= "\u0e00"


def _says_something(word: str) -> bool:
    if word.isdigit():
        return len(word) > 1 and not (len(word) == 4 and word[:2] in ("19", "20"))
    return len(word) >= _LEAST


def _meet(ours: set[str], theirs: set[str]) -> bool:
    """Whether a word of ours is one of theirs, or another form of it."""
    return bool(
        _stems(ours) & _stems(theirs) or ours & _shortened(theirs) or theirs & _shortened(ours)
    )


def _stems(words: set[str]) -> set[str]:
    return words | {word[:_STEM] for word in words if len(word) >= _STEM and word.isalpha()}


def _shortened(words: set[str]) -> set[str]:
    """Return the short words that others may be a form of."""
    return {word[:_SHORT] for word in words if _SHORT < len(word) <= _SHORT + _TAIL}
