"""In which language a text is to be judged, and which rules have no words in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reviewlog.domain.reply.rules import PHRASES, Rule
from reviewlog.reply.case import Case
from reviewlog.reply.tongues import common_words, language_of
from reviewlog.reply.words import Text

_SENTENCE = 5
"""Words of a sentence whose language is looked at by itself."""
_FEWEST = 3
"""Words of a text that is called strange."""
_LETTERS = re.compile("[a-z]+")


def spoken(text: Text, case: Case) -> str:
    """Return the language of a text; letters in disguise do not hide that either."""
    plain = " ".join(word.text for word in text.words)
    return _language(text.original, case) or _language(plain, case)


def is_unread(rules: Iterable[Rule], language: str) -> bool:
    """Whether no rule that needs nothing but phrases has any in a language."""
    worded = (rule for rule in rules if rule.check == PHRASES and not rule.never)
    return not any(rule.wording(language).phrases for rule in worded)


def stranger(text: Text, case: Case) -> str:
    """Return the language of a sentence that no rule can read; nothing where there is none."""
    sizes = Counter(word.sentence for word in text.words)
    for number, (start, end) in enumerate(text.sentences):
        if sizes[number] >= _SENTENCE:
            told = _language(text.original[start:end], case)
            if told and told != text.language and is_unread(case.rules, told):
                return told
    return ""


def is_strange(text: Text, case: Case) -> bool:
    """Whether a text whose language cannot be told has hardly a word that the rules know."""
    words = [word.text for word in text.words if word.text.isalpha()]
    small = common_words(case.first, case.tongues)
    if text.language or len(words) < _FEWEST or any(word in small for word in words):
        return False
    known = _known(case)
    return 3 * sum(word in known for word in words) < len(words)


def _known(case: Case) -> set[str]:
    """Return the words of all phrases in the language that is taken where none can be told."""
    said = (rule.wording(case.first) for rule in case.rules)
    return {word for wording in said for one in wording.phrases for word in _LETTERS.findall(one)}


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
