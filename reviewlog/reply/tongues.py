"""In which language a text is, as far as that is sure: by its script, then by its small words.

Nothing is said of a text that is too short, of names only, or half in one language, half in
another: a wrong answer costs more than none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from reviewlog.domain.reply.lexicon import KNOWN
from reviewlog.domain.reply.lexicon.alphabets import BY_SCRIPT, LETTERS, NAMES
from reviewlog.domain.reply.rules import Tongue

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 40
"""Characters of the longest word that is looked at."""
_MOSTLY = 0.6
"""Share of the letters that must belong to one script."""
_FREQUENT = 0.2
"""Share of the words that must be frequent ones of the language."""
_LEAST = 3
"""Words and letters that speak for a language at least."""
_APART = 2
"""Words that only this language has, compared with every other one."""
_STRONGER = 3
"""How many of them there must be for each that speaks for the other language."""
_ODD = 0.15
"""Share of the words that may have letters of another language."""
_LETTER = "+"
"""What stands before a letter, so that it is no word."""
_WEIGHT = {"CJK": 3, "HIRAGANA": 2, "KATAKANA": 2, "HANGUL": 2}
"""Letters that say as much as several of ours."""
_ENOUGH = 10
"""Weighted letters from which a script alone is believed."""
_KANA = 0.05
"""Share of Japanese syllables from which ideographs are Japanese."""


def language_of(text: str, tongues: Iterable[Tongue] = ()) -> str:
    """Return the language of a text, `en`; nothing where it is not sure."""
    script, letters = _script(text)
    if not script:
        return ""
    if script == "CJK":
        return _east_asian(letters)
    words = _words(text, script)
    told = _by_words(words, tuple(tongues))
    if told in LETTERS and _foreign(words, LETTERS[told]) > _ODD * len(words):
        return ""
    return told or _by_script(script, letters, words)


def name_of(language: str, tongues: Iterable[Tongue] = ()) -> str:
    """Return how a language is called; its letters where nobody knows."""
    own = {tongue.language: tongue.name for tongue in tongues}
    return own.get(language) or NAMES.get(language, language)


def common_words(language: str, tongues: Iterable[Tongue] = ()) -> frozenset[str]:
    """Return the small words of a language, in small letters: none that says what it is about."""
    own = [word.lower() for one in tongues if one.language == language for word in one.common]
    small, _, _ = KNOWN.get(language, "").partition("|")
    return frozenset((*small.split(), *own))


def _script(text: str) -> tuple[str, Counter[str]]:
    """Return the script of most letters, and the weighted letters of each."""
    letters: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            script = _script_of(char)
            letters[script] += times * _WEIGHT.get(script, 1)
    together = letters["CJK"] + letters["HIRAGANA"] + letters["KATAKANA"]
    shares = Counter(letters) | Counter({"CJK": together})
    script, most = max(shares.items(), key=lambda share: share[1], default=("", 0))
    return (script if most and most >= _MOSTLY * letters.total() else ""), letters


@lru_cache(maxsize=4096)
def _script_of(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)[0]
    return re.split("[ -]", unicodedata.name(plain, ""), maxsplit=1)[0]


def _east_asian(letters: Counter[str]) -> str:
    kana = letters["HIRAGANA"] + letters["KATAKANA"]
    together = letters["CJK"] + kana
    if together < _ENOUGH:
        return ""
    return "ja" if kana >= _KANA * together else "zh"


def _words(text: str, script: str) -> list[str]:
    """Return the words of a script, composed and in small letters."""
    words = (word for piece in text.split() for word in _parted(piece))
    return [word for word in words if _script_of(word[0]) == script]


def _parted(piece: str) -> list[str]:
    """Return the words between two gaps: letters and the marks on them, nothing unseen."""
    if piece.isascii() or len(piece) > _LONGEST:
        return _WORD.findall(piece.lower())
    whole = unicodedata.normalize("NFKC", piece).lower()
    kinds = ((char, unicodedata.category(char)) for char in whole)
    return "".join(_shown(char, kind) for char, kind in kinds).split()


def _shown(char: str, kind: str) -> str:
    if kind == "Cf":
        return ""
    return char if kind[0] in "LM" else " "


def _by_words(words: list[str], tongues: tuple[Tongue, ...]) -> str:
    """Return the language that most of the frequent words and the letters speak for."""
    known = _spoken_by(tongues)
    times = Counter(words)
    signs: dict[str, set[str]] = {}
    for sign in (*times, *{_LETTER + char for word in times for char in word}):
        for language in known.get(sign, ()):
            signs.setdefault(language, set()).add(sign)
    best = max(signs, key=lambda language: len(signs[language]), default="")
    if not best or not _is_apart(best, signs):
        return ""
    frequent = sum(times[sign] for sign in signs[best])
    return best if frequent >= _FREQUENT * len(words) else ""


def _foreign(words: list[str], letters: str) -> int:
    """Return how many words have a letter that the language does not write; one is a name."""
    plain = frozenset(letters)
    odd = (word for word in words if not all(c < "\x7f" or c in plain for c in word))
    return max(0, sum(1 for _ in odd) - 1)


def _is_apart(best: str, signs: dict[str, set[str]]) -> bool:
    """Whether enough speaks for a language against each other one."""
    if len(signs[best]) < _LEAST:
        return False
    others = (found for language, found in signs.items() if language != best)
    return all(
        len(signs[best] - found) >= max(_APART, _STRONGER * len(found - signs[best]))
        for found in others
    )


def _spoken_by(tongues: tuple[Tongue, ...]) -> dict[str, tuple[str, ...]]:
    """Return the languages in which a word is frequent, or a letter is written."""
    if not tongues:
        return _built_in()
    known = dict(_built_in())
    for tongue in tongues:
        for word in {word.lower() for word in tongue.common}:
            known[word] = (*known.get(word, ()), tongue.language)
    return known


@lru_cache(maxsize=1)
def _built_in() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for language, words in KNOWN.items():
        for sign in _signs(language, words):
            known.setdefault(sign, []).append(language)
    return {sign: tuple(languages) for sign, languages in known.items()}


def _signs(language: str, words: str) -> set[str]:
    letters = (_LETTER + char for char in LETTERS.get(language, ""))
    return {*words.replace("|", " ").split(), *letters}


def _by_script(script: str, letters: Counter[str], words: list[str]) -> str:
    """Return the language of a script that only one language writes."""
    sure = letters[script] >= _ENOUGH and (len(words) > _APART or script not in _SPACED)
    return BY_SCRIPT.get(script, "") if sure else ""


_SPACED = frozenset(("GREEK", "HEBREW", "GEORGIAN", "ARMENIAN"))
"""Scripts in which a word or two may be a name."""
