"""Names of other people that the logbook knows, found in a text."""

import re
from collections.abc import Iterable, Iterator

from reviewlog.domain.redacting.folding import Folded, folded_words
from reviewlog.domain.redacting.marks import Found

_WORD = re.compile(r"[^\W_]++")
_SHORTEST = 3
_SHORTEST_LAST = 4
"""Letters of a last name that is looked for on its own."""
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mme", "sr"))
_SPACED = "\u0e00"


class Names:
    """Names to look for; those of the incident itself, of the business and its staff are not."""

    def __init__(self, names: Iterable[str], own: Iterable[str]) -> None:
        kept = {tuple(_words(folded_words(name))) for name in own}
        ours = {word for words in kept for word in words}
        known = {tuple(_words(folded_words(name))) for name in names} - kept
        self._whole: dict[str, list[tuple[str, ...]]] = {}
        self._last: set[str] = set()
        self._joined: list[str] = []
        for words in sorted(known):
            self._add(words, ours)

    def _add(self, words: tuple[str, ...], ours: set[str]) -> None:
        if not words or set(words) <= ours:
            return
        if any(char >= _SPACED for word in words for char in word):
            self._joined.append(" ".join(words))
        elif len("".join(words)) >= _SHORTEST:
            self._whole.setdefault(words[0], []).append(words)
            if len(words) > 1 and len(words[-1]) >= _SHORTEST_LAST and words[-1] not in ours:
                self._last.add(words[-1])

    def find(self, folded: Folded, original: str) -> Iterator[Found]:
        """Yield the names in a text, and last names alone where they are written like one."""
        spans = [match.span() for match in _WORD.finditer(folded.text)]
        words = [folded.text[start:end] for start, end in spans]
        for index, word in enumerate(words):
            for name in self._whole.get(word, ()):
                if tuple(words[index : index + len(name)]) == name:
                    end = spans[index + len(name) - 1][1]
                    yield Found(folded.span(spans[index][0], end), "name")
            if word in self._last and _is_like_a_name(folded, original, words, spans, index):
                yield Found(folded.span(*spans[index]), "name")
        for joined in self._joined:
            for match in re.finditer(re.escape(joined), folded.text):
                yield Found(folded.span(*match.span()), "name")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _is_like_a_name(
    folded: Folded, original: str, words: list[str], spans: list[tuple[int, int]], index: int
) -> bool:
    """Whether a word has a capital that does not come from beginning a sentence."""
    if not original[folded.places[spans[index][0]]].isupper():
        return False
    before = folded.text[spans[index - 1][1] : spans[index][0]] if index else ""
    return bool(index) and (words[index - 1] in _TITLES or not before.strip("' ,"))
