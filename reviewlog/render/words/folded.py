"""Hurtful words of theirs on a screen: counted instead of shown, until somebody unfolds them."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.harmless import harmless
from reviewlog.domain.hurtful import hurtful_field
from reviewlog.render.layout.blocks import shortened
from reviewlog.render.layout.cells import cells
from reviewlog.render.words.moments import count

LONG = 20
"""No word of a language that has blanks takes so many columns in wide letters."""
FOLDED = "Hurtful words are folded. To read them: {line}"


class Folding(NamedTuple):
    """What one screen folds."""

    entries: tuple[Entry, ...]
    """The entries of the incident, or of the command, that is shown."""
    unfold: bool = False

    def folds(self, entry: Entry, name: str) -> bool:
        """Whether a field of an entry is not to be shown word by word."""
        return not self.unfold and name == hurtful_field(entry, self.entries)

    def told(self, entry: Entry, name: str, text: str) -> str:
        """Return words of an entry harmless to show, or how many they are where they are folded."""
        return folded_words(text) if self.folds(entry, name) else f"“{harmless(text)}”"

    def in_short(self, entry: Entry, *names: str) -> str:
        """Return the beginning of the first of some fields that an entry has, empty for none."""
        name = next((name for name in names if entry.fields.get(name)), None)
        if name is None:
            return ""
        text = str(entry.fields[name])
        return self.told(entry, name, text if self.folds(entry, name) else shortened(text))

    def hint(self, entries: Iterable[Entry], line: str) -> list[str]:
        """Return how to unfold, where words of some entries are folded."""
        if self.unfold or not any(self._hides(entry) for entry in entries):
            return []
        return [FOLDED.format(line=line)]

    def _hides(self, entry: Entry) -> bool:
        name = hurtful_field(entry, self.entries)
        return name is not None and bool(entry.fields.get(name))


def folded_words(text: str) -> str:
    """Return how many words there are: `their words: 34 words, folded`."""
    return f"their words: {counted(text)}"


def counted(text: str) -> str:
    """Return `34 words, folded`."""
    return f"{length(text)}, folded"


def length(text: str) -> str:
    """Return `34 words`, or `104 letters` where no blanks stand between words."""
    words = text.split()
    if any(cells(word) > max(len(word), LONG) for word in words):
        return count(sum(map(len, words)), "letter")
    return count(len(words), "word")
