"""What amendments and retractions leave of the entries: applied before anything is folded."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import NOTHING, Entry, EntryId

ABOUT_THE_AMENDMENT = frozenset(("why",))


class Settled(NamedTuple):
    """An entry as it stands now, with what it said before."""

    entry: Entry
    """The entry with the amended values in its fields and the incident it belongs to."""
    original: Entry
    amendments: tuple[Entry, ...] = ()
    corrected: Mapping[str, Any] = NOTHING
    """Values that no longer hold, by field name (`incident` when it was misfiled)."""


def standing(entries: Iterable[Entry]) -> tuple[list[Entry], set[EntryId]]:
    """Return the relations that hold, in the order they were written, and what is retracted.

    A retraction that was itself retracted does not count.
    """
    relations = sorted((e for e in entries if e.rel), key=lambda e: e.written_order)
    dead: set[EntryId] = set()
    for relation in reversed(relations):
        if relation.rel == "retracts" and relation.id not in dead:
            dead.update(ref.id for ref in relation.refs)
    return [r for r in relations if r.id not in dead], dead


def settle(entries: Iterable[Entry]) -> list[Settled]:
    """Return what the entries say now, in fold order; relations themselves are left out."""
    known = list(entries)
    relations, dead = standing(known)
    amendments: dict[EntryId, list[Entry]] = {}
    for relation in relations:
        if relation.rel == "amends":
            for ref in relation.refs:
                amendments.setdefault(ref.id, []).append(relation)
    settled = [
        _amended(entry, amendments.get(entry.id, []))
        for entry in known
        if entry.rel is None and entry.id not in dead
    ]
    return sorted(settled, key=lambda s: s.entry.order)


def _amended(entry: Entry, amendments: list[Entry]) -> Settled:
    if not amendments:
        return Settled(entry, entry)
    fields, corrected = dict(entry.fields), dict[str, Any]()
    incident = entry.incident
    for amendment in amendments:
        for name, value in amendment.fields.items():
            if name in ABOUT_THE_AMENDMENT:
                continue
            if name == "incident":
                corrected["incident"], incident = entry.incident, value
            else:
                corrected[name] = entry.fields.get(name)
                fields[name] = value
    if incident == entry.incident:
        corrected.pop("incident", None)
    now = entry._replace(fields=fields, incident=incident)
    return Settled(now, entry, tuple(amendments), corrected)
