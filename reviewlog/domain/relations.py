"""What amendments and retractions leave of the entries: applied before anything is folded."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import CLOCK_BACK, NOTHING, Entry, EntryId
from reviewlog.domain.order import placed

ABOUT_THE_AMENDMENT = frozenset(("why", CLOCK_BACK))


class Settled(NamedTuple):
    """An entry as it stands now, with what it said before."""

    entry: Entry
    """The entry with the amended values in its fields and the incident it belongs to."""
    original: Entry
    amendments: tuple[Entry, ...] = ()
    corrected: Mapping[str, Any] = NOTHING
    """Values that no longer hold, by field name (`incident` when it was misfiled)."""
    erased: frozenset[str] = frozenset()
    """Names of the fields that were erased, of the entry or of what amended it."""


def standing(entries: Iterable[Entry]) -> tuple[list[Entry], set[EntryId]]:
    """Return the relations that hold, in the order they were written, and what is retracted.

    A retraction that was itself retracted does not count.
    """
    return _standing(placed(entries))


def _standing(entries: Iterable[Entry]) -> tuple[list[Entry], set[EntryId]]:
    relations = sorted((e for e in entries if e.rel), key=lambda e: e.written_order)
    dead: set[EntryId] = set()
    for relation in reversed(relations):
        if relation.rel == "retracts" and relation.id not in dead:
            dead.update(ref.id for ref in relation.refs)
    return [r for r in relations if r.id not in dead], dead


def erased_by(erasure: Entry) -> Iterator[tuple[EntryId, frozenset[str]]]:
    """Return which fields of which entries an erasure names."""
    erased = erasure.fields.get("erased")
    for place, names in erased.items() if isinstance(erased, Mapping) else ():
        log, _, seq = str(place).rpartition(":")
        if seq.isdecimal() and isinstance(names, Mapping):
            yield EntryId(log, int(seq)), frozenset(names)


def _all_erased(relations: Iterable[Entry]) -> dict[EntryId, frozenset[str]]:
    """Return which fields of which entries went: nothing brings them back."""
    found: dict[EntryId, frozenset[str]] = {}
    for relation in relations:
        for entry, names in erased_by(relation) if relation.rel == "erases" else ():
            found[entry] = found.get(entry, frozenset()) | names
    return found


def settle(entries: Iterable[Entry]) -> list[Settled]:
    """Return what the entries say now, in fold order; relations themselves are left out."""
    known = placed(entries)
    relations, dead = _standing(known)
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
    if erased := _all_erased(known):
        settled = [_without(s, erased) for s in settled]
    return sorted(settled, key=lambda s: s.entry.order)


def _without(settled: Settled, erased: Mapping[EntryId, frozenset[str]]) -> Settled:
    concerned = (settled.original, *settled.amendments)
    gone = frozenset().union(*(erased.get(entry.id, frozenset()) for entry in concerned))
    return settled._replace(erased=gone)


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


def contacts(command: list[Entry]) -> list[list[Entry]]:
    """Return the entries of a command, those of each contact where it wrote down many."""
    if command[0].kind != "interaction":
        return [command]
    found: list[list[Entry]] = []
    for entry in command:
        if entry.kind == "interaction":
            found.append([])
        found[-1].append(entry)
    return found
