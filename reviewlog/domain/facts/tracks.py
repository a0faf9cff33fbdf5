"""The lives of demands, attempts and reviews: the entries that belong together."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import NOTHING, Entry

FINAL = "delivered"


class Track(NamedTuple):
    """The life of a demand, an attempt or a review: the entries that belong to it, in order."""

    first: Entry
    last: Entry
    """The one that brought it to its state, the last of several."""
    state: str
    label: str = ""
    """The letter of an attempt, `A`."""
    fields: Mapping[str, Any] = NOTHING
    """The values stated along its life, the later ones winning."""


def track_key(entry: Entry) -> str:
    """Return what the entries of one life share: the one they continue, else a letter, else itself."""
    return str(entry.fields.get("of") or entry.fields.get("label") or entry.id)


class Lives(NamedTuple):
    """All lives of an incident."""

    reviews: tuple[Track, ...]
    demands: tuple[Track, ...]
    attempts: tuple[Track, ...]


def lives_of(entries: Iterable[Entry]) -> Lives:
    """Return the lives of the reviews, demands and attempts among entries in fold order."""
    known = list(entries)
    return Lives(
        tracks([e for e in known if e.kind == "review"], "up"),
        tracks([e for e in known if e.kind == "demand"], "open"),
        tracks([e for e in known if e.kind == "attempt"], "offered"),
    )


def tracks(entries: list[Entry], initial: str) -> tuple[Track, ...]:
    """Return the lives that entries make, each with the state it has reached."""
    lives: dict[str, list[Entry]] = {}
    for entry in entries:
        lives.setdefault(track_key(entry), []).append(entry)
    return tuple(_track(life, initial) for life in lives.values())


def _track(life: list[Entry], initial: str) -> Track:
    known = {name: v for e in life for name, v in e.fields.items() if v is not None}
    states = [e.fields["state"] for e in life if e.fields.get("state")]
    # What was delivered stays delivered, whatever times people noted for the rest.
    state = FINAL if FINAL in states else states[-1] if states else initial
    reached = next((e for e in reversed(life) if e.fields.get("state") == state), life[-1])
    return Track(life[0], reached, state, life[0].fields.get("label", ""), known)
