"""The numbers of exhibits: E1, E2 ... in the order in which files came into an incident, for ever.

A number is never given twice: what was taken back, erased or moved elsewhere keeps its own. So
a bundle may hold E1 and E4 only, and "E4" means the same file in every letter ever written.
"""

from collections.abc import Iterable, Mapping

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.order import as_written
from reviewlog.domain.relations import erased_by

Labels = Mapping[EntryId, str]


def exhibit_labels(incident: str, entries: Iterable[Entry]) -> dict[EntryId, str]:
    """Return the label of every file that ever stood in an incident.

    `entries` are all that were ever filed in it or in one that shares an entry with it.
    """
    known = as_written(entries)
    files = _files(known)
    joined: dict[EntryId, None] = {}
    for entry in known:
        for place in _joining(entry, incident):
            if place in files:
                joined.setdefault(place)
    return {place: f"E{number}" for number, place in enumerate(joined, 1)}


def labelled(word: str, labels: Labels) -> EntryId | None:
    """Return the entry that a word like `E3` names, None where it names none."""
    wanted = word.strip().upper()
    return next((place for place, label in labels.items() if label == wanted), None)


def label_order(label: str) -> int:
    """Return the number in a label, to sort by."""
    digits = label[1:]
    return int(digits) if digits.isdecimal() else 0


def _joining(entry: Entry, incident: str) -> Iterable[EntryId]:
    """Return the entries that come into an incident with this one: itself, or what it moves.

    Also a move that was undone has put its entries there for a while.
    """
    if entry.rel is None:
        return (entry.id,) if entry.incident == incident else ()
    if entry.rel == "amends" and entry.fields.get("incident") == incident:
        return tuple(ref.id for ref in entry.refs)
    return ()


def _files(entries: list[Entry]) -> set[EntryId]:
    """Return the entries that hold a file, or held one until it was erased."""
    held = {e.id for e in entries if e.rel is None and (e.kind == "evidence" or "file" in e.fields)}
    erasures = (erasure for erasure in entries if erasure.rel == "erases")
    return held | {place for one in erasures for place, names in erased_by(one) if "file" in names}
