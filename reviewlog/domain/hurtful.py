"""Which stored words of theirs hurt to read: a screen folds them until somebody asks for them."""

from collections.abc import Iterable

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.tracks import track_key

HURTING = ("veiled", "open", "harm")
"""The threats whose exact words are folded."""
KIND_STARS = 4
"""From so many stars on a review is taken for a kind one; stars that nobody knows are none."""


def hurtful_field(entry: Entry, entries: Iterable[Entry]) -> str | None:
    """Return the field of an entry that holds hurtful words of theirs, None where none does.

    `entries` are those of the incident: the stars of a review may stand in another of them.
    """
    if entry.kind == "interaction":
        return "quote" if entry.fields.get("threat") in HURTING else None
    name = {"review": "text", "claim": "sentence"}.get(entry.kind)
    return None if name is None or _is_kind(entry, entries) else name


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
