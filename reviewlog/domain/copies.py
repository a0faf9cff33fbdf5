"""Where words that go were taken over: sentences of a review, what is hidden, what a site was told."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.erasing import KEPT_KINDS, Mention, Part, going, texts, words_of
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.splitting import sentences_of

COPIED = {"claim": ("sentence",), "redaction": ("hide", "keep"), "dispute": ("fields",)}
"""By kind, the fields that hold copies of words of other entries."""
BEGINNING = 40
"""Letters of a text that are looked for: a form may hold no more of it."""
PLAIN = 15
"""Letters of a sentence that is looked for by itself: a shorter one stands in many texts."""


class Loose(NamedTuple):
    """Words that go and, but for copies, stand nowhere else; folded."""

    lost: tuple[str, ...]
    kept: tuple[str, ...]
    """What the other entries still say."""

    def holds(self, text: str) -> bool:
        """Whether a text was a part of what goes and of nothing that stays."""
        return any(text in one for one in self.lost) and not any(text in one for one in self.kept)


def copies(parts: Iterable[Part], entries: Iterable[Entry]) -> tuple[list[Part], list[Mention]]:
    """Return which copies of the words of `parts` go along, and what else holds some of them.

    `entries` are all of the same incidents.
    """
    known = {part.entry.id: set(part.names) for part in parts}
    every = list(entries)
    loose = _loose(words_of(parts), known, every)
    needles = _needles(loose)
    along, mentions = [], []
    for entry in every:
        if entry.kind not in COPIED or entry.id in known:
            continue
        gone = tuple(name for name in COPIED[entry.kind] if _is_copy(entry, name, loose))
        rest = [name for name in going(entry) if name not in gone]
        told = tuple(name for name in rest if _tells(entry, name, needles))
        along += [Part(entry, gone)] if gone else []
        mentions += [Mention(entry, told)] if told else []
    return along, mentions


def _loose(
    words: Iterable[str], known: Mapping[EntryId, set[str]], entries: Iterable[Entry]
) -> Loose:
    """Return what goes for good: words that another entry has of its own do not."""
    about_copies = {e.id for e in entries if e.kind in COPIED}
    kept = {
        person_key(text)
        for entry in entries
        if entry.id not in about_copies and entry.kind not in KEPT_KINDS
        if not any(ref.id in about_copies for ref in entry.refs)
        for name in going(entry)
        if name not in known.get(entry.id, ())
        for text in texts(entry.fields[name])
    }
    folded = {person_key(word) for word in words}
    lost = (one for one in folded if not any(one in other for other in kept))
    return Loose(tuple(sorted(lost)), tuple(sorted(kept)))


def _is_copy(entry: Entry, name: str, loose: Loose) -> bool:
    """Whether a field holds nothing but copies; a form must hold the very values."""
    said = [person_key(text) for text in texts(entry.fields.get(name))]
    if entry.kind == "dispute":
        return bool(said) and all(text in loose.lost for text in said)
    return bool(said) and all(loose.holds(text) for text in said)


def _needles(loose: Loose) -> list[str]:
    """Return the beginnings of what goes, and its sentences that stand nowhere else."""
    sentences = (one for text in loose.lost for one in sentences_of(text) if len(one) >= PLAIN)
    found = [text[:BEGINNING] for text in loose.lost]
    return [*found, *(one for one in sentences if loose.holds(one))]


def _tells(entry: Entry, name: str, needles: Iterable[str]) -> bool:
    said = "\n".join(person_key(text) for text in texts(entry.fields[name]))
    return any(needle in said for needle in needles)
