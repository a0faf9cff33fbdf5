"""In which language a text is to be judged, and which rules have no words in it."""

from collections.abc import Iterable, Iterator

from reviewlog.domain.reply.rules import PHRASES, Rule
from reviewlog.reply.case import Case
from reviewlog.reply.tongues import language_of
from reviewlog.reply.words import Text


def spoken(text: Text, case: Case) -> str:
    """Return the language of a text; letters in disguise do not hide that either."""
    plain = " ".join(word.text for word in text.words)
    return _language(text.original, case) or _language(plain, case)


def is_unread(rules: Iterable[Rule], language: str) -> bool:
    """Whether no rule that needs nothing but phrases has any in a language."""
    worded = (rule for rule in rules if rule.check == PHRASES and not rule.never)
    return not any(rule.wording(language).phrases for rule in worded)


def unworded(rules: Iterable[Rule], language: str) -> Iterator[str]:
    """Yield the ids of rules that stop words and have none in a language."""
    yield from (rule.id for rule in rules if rule.is_wordless(language))


def _language(original: str, case: Case) -> str:
    """Return the language of a text.

    No file of the owner's takes a text away from a language that the program has rules in.
    """
    told = language_of(original)
    if not case.tongues or told in _shipped(case):
        return told
    return language_of(original, case.tongues)


def _shipped(case: Case) -> set[str]:
    """Return the languages that the program has words of rules in."""
    return {said.language for rule in case.rules for said in rule.wordings if not said.is_own}
