"""Which stored words of theirs hurt to read: a screen folds them until somebody asks for them."""

from collections.abc import Iterable, Mapping
from typing import Any

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.tracks import track_key

HURTING = ("veiled", "open", "harm")
"""The threats whose words are folded."""
KIND_STARS = 4
"""From so many stars on a review is taken for a kind one; stars that nobody knows are none."""


def hurtful_field(entry: Entry, entries: Iterable[Entry]) -> str | None:
    """Return the field of an entry that holds hurtful words of theirs, None where none does.

    `entries` are those of the incident: the stars of a review may stand in another of them.
    """
    if entry.kind == "interaction":
        return _of_a_threat(entry.fields)
    if entry.rel == "amends":
        # What it corrects is not at hand: exact words that somebody set right are theirs.
        return next((name for name in ("quote", "sentence") if entry.fields.get(name)), None)
    name = {"review": "text", "claim": "sentence"}.get(entry.kind)
    return None if name is None or _is_kind(entry, entries) else name


def _of_a_threat(fields: Mapping[str, Any]) -> str | None:
    """Their exact words; without these what they said is told in the text, word by word often."""
    if fields.get("threat") not in HURTING:
        return None
    if fields.get("quote"):
        return "quote"
    return "text" if fields.get("direction") == "in" else None


def _is_kind(entry: Entry, entries: Iterable[Entry]) -> bool:
    """Whether a review, or the one that a sentence is of, has many stars."""
    own = entry.fields.get("stars")
    key = track_key(entry)
    life = [own] if own is not None else [
        other.fields.get("stars")
        for other in entries
        if other.kind == "review" and track_key(other) == key
    ]  # fmt: skip
    known = [stars for stars in life if isinstance(stars, int)]
    return min(known, default=0) >= KIND_STARS
