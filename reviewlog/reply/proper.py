"""Words with a capital that are part of a name, though a rule knows them: `Ms Court`."""

from reviewlog.domain.reply.lettering import plain_words
from reviewlog.domain.reply.rules import LEVELS, Rule
from reviewlog.reply.case import Case
from reviewlog.reply.phrases import Hit
from reviewlog.reply.words import Text

_THREATS = "threats"
"""Only words of the law are looked at beside a title or in a street: `Mr Liar` is no name."""
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "judge"))
_PLACES = frozenset(
    (
        "arms", "avenue", "bridge", "close", "crescent", "drive", "gardens", "gate", "green",
        "hill", "hotel", "house", "inn", "lane", "mews", "park", "place", "road", "row", "square",
        "station", "street", "tavern", "terrace", "walk", "way", "yard",
    )
)  # fmt: skip


def is_name(rule: Rule, text: Text, hit: Hit, case: Case) -> bool:
    """Whether a word that a rule stops is part of a name there.

    It is only where it stands alone with a capital, and either is the name of one of ours or
    stands inside a sentence beside what tells a name: a capital by itself says nothing.
    """
    if rule.level != LEVELS[0] or hit.first != hit.last or not _is_proper(text, hit.first):
        return False
    if text.words[hit.first].text in _ours(case):
        return True
    is_inside = _THREATS in rule.forbidden_as and not _is_first(text, hit.first)
    return is_inside and _is_called(text, hit.first)


def _ours(case: Case) -> set[str]:
    """Return the words of the names of the business and its staff."""
    return {word for name in (*case.ours, case.voice.name) for word in plain_words(name)}


def _is_called(text: Text, at: int) -> bool:
    """Whether a title stands before a word, or a word of streets and houses behind it."""
    before, behind = text.words[at - 1], at + 1
    if before.text in _TITLES and _is_proper(text, at - 1):
        return True
    return (
        behind < len(text.words)
        and text.words[behind].text in _PLACES
        and not _is_first(text, behind)
        and _is_proper(text, behind)
    )


def _is_proper(text: Text, at: int) -> bool:
    """Whether a word has a capital and small letters behind it."""
    word = text.words[at]
    written = text.original[word.start : word.end]
    return written[0].isupper() and written[1:].islower()


def _is_first(text: Text, at: int) -> bool:
    """Whether a sentence begins with a word."""
    return at == 0 or text.words[at].sentence != text.words[at - 1].sentence
