"""Names of other people that the logbook knows, found in a text however they are put together."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reviewlog.domain.redacting.baring import Bare, bare
from reviewlog.domain.redacting.everyday import EVERYDAY
from reviewlog.domain.redacting.marks import Found

_SHORTEST = 3
_SHORTEST_LAST = 4
"""Letters of a last name that is looked for on its own."""
_ACROSS = 6
"""Letters of a name that is found where its words are cut or joined otherwise."""
_LONGEST = 6
"""Words of a text that are taken together."""
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "mme", "sr"))
_ENDINGS = ("ne", "es", "s")
"""What is put behind a last name: of a wife, of a family, of what is theirs."""
_SPACED = "\u0e00"


class Names:
    """Names to look for; those of the incident itself, of the business and its staff are not."""

    def __init__(self, names: Iterable[str], own: Iterable[str]) -> None:
        kept = {_parts(name) for name in own}
        ours = {word for words in kept for word in words}
        self._whole: dict[str, tuple[int, ...]] = {}
        self._initials: set[tuple[str, str]] = set()
        self._last: set[str] = set()
        self._joined: set[str] = set()
        for words in sorted({_parts(name) for name in names} - kept):
            self._add(words, ours)
        self._longest = max(map(len, self._whole), default=0)

    def _add(self, words: tuple[str, ...], ours: set[str]) -> None:
        letters = "".join(words)
        if not words or set(words) <= ours:
            return
        if any(char >= _SPACED for char in letters):
            self._joined.add(letters)
            return
        if len(letters) < _SHORTEST:
            return
        for form in _forms(words):
            self._whole.setdefault("".join(form), tuple(map(len, form)))
        self._initials |= set(_initials(words))
        if len(words) > 1 and words[-1] not in ours:
            self._last.add(words[-1])

    def find(self, original: str) -> Iterator[Found]:
        """Yield the names in a text, and last names alone where they are written like one."""
        seen = bare(original)
        if self._whole:
            for index in range(len(seen.words) - 1):
                yield from self._names_at(seen, original, index)
        for joined in self._joined:
            start = seen.text.find(joined)
            while start >= 0:
                yield Found(seen.span(start, start + len(joined)), "name")
                start = seen.text.find(joined, start + len(joined))

    def _names_at(self, seen: Bare, original: str, index: int) -> Iterator[Found]:
        start = seen.words[index]
        for last in range(index + 1, min(index + _LONGEST, len(seen.words) - 1) + 1):
            end = seen.words[last]
            if end - start > self._longest:
                break
            cuts = tuple(b - a for a, b in pairwise(seen.words[index : last + 1]))
            if self._is_name(seen.text[start:end], cuts, original, seen, index):
                yield Found(seen.span(start, end), "name")
        yield from self._with_initial(seen, original, index)

    def _is_name(
        self, letters: str, cuts: tuple[int, ...], original: str, seen: Bare, index: int
    ) -> bool:
        form = self._whole.get(letters)
        if form is not None and (form == cuts or len(letters) >= _ACROSS):
            is_everyday = len(form) == 1 and letters in EVERYDAY
            if not is_everyday or _is_inside(original, seen, index, rare=False):
                return True
        if (last := self._last_in(letters)) is None or (len(cuts) > 1 and len(last) < _ACROSS):
            return False
        if index and seen.text[seen.words[index - 1] : seen.words[index]] in _TITLES:
            return True
        rare = last not in EVERYDAY
        return len(last) >= _SHORTEST_LAST and _is_inside(original, seen, index, rare=rare)

    def _last_in(self, letters: str) -> str | None:
        if letters in self._last:
            return letters
        stems = (letters.removesuffix(ending) for ending in _ENDINGS if letters.endswith(ending))
        return next((s for s in stems if s in self._last and s not in EVERYDAY), None)

    def _with_initial(self, seen: Bare, original: str, index: int) -> Iterator[Found]:
        """Yield a name with an initial: for one of its words, or between the two."""
        at = seen.words[index : index + 4]
        words = tuple(seen.text[a:b] for a, b in pairwise(at))
        capital = (original[seen.spans[place].start].isupper() for place in at[:2])
        if words[:2] in self._initials and all(capital):
            yield Found(seen.span(at[0], at[2]), "name")
        if len(words) < 3 or len(words[1]) > 1:
            return
        if self._whole.get(words[0] + words[2]) == (len(words[0]), len(words[2])):
            yield Found(seen.span(at[0], at[3]), "name")


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, the last name last."""
    last, comma, first = name.partition(",")
    words = (bare(word).text for word in (f"{first} {last}" if comma else name).split())
    return tuple(word for word in words if word)


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to put a name: turned round, without the middle, with an initial."""
    yield words
    if len(words) < 2:
        return
    first, last = words[0], words[-1]
    yield from ((first, last), (last, first), (last, *words[:-1]))


def _initials(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the ways to put a name with one letter for one of its words."""
    first, last = words[0], words[-1]
    if len(words) > 1 and len(last) >= _SHORTEST_LAST:
        yield from ((first[0], last), (last, first[0]))
    if len(words) > 1 and len(first) >= _SHORTEST_LAST:
        yield first, last[0]


def _is_inside(original: str, seen: Bare, index: int, *, rare: bool) -> bool:
    """Whether a word has a capital, which where it is no rare one does not begin a sentence."""
    at = seen.spans[seen.words[index]].start
    if rare or not original[at].isupper():
        return original[at].isupper()
    before = original[seen.spans[seen.words[index] - 1].end : at] if index else ""
    return bool(index) and not before.strip("' ,\u2019")
