"""Which disclosures of the stored entries go into `entries.jsonl`: nothing that is not told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewlog.domain.audience import Leaving, kind_told
from reviewlog.domain.entry import CLOCK_BACK, NOTHING, Entry, EntryId
from reviewlog.domain.relations import ABOUT_THE_AMENDMENT, standing
from reviewlog.logbook.base import Book
from reviewlog.logbook.sharing.gathering import Sealed


def sealed_entries(
    book: Book,
    every: tuple[Entry, ...],
    told: Mapping[EntryId, Leaving],
    *,
    everything: bool = False,
) -> list[Sealed]:
    """Seal every entry; what was corrected, misfiled or taken back leaves as digests only.

    With `everything` the reasons of corrections are disclosed: the report tells them.
    """
    corrected = _corrections(every)
    retracted = standing(every)[1]
    result = []
    for entry in sorted(every, key=lambda e: e.id):
        texts = book.store.log.disclosures_of(entry.id)
        disclosed = _disclosed(entry, told)
        if everything and entry.id not in retracted:
            disclosed |= _reason(entry, told)
        names = tuple(name for name in sorted(disclosed) if name in texts)
        chosen = tuple(texts[name] for name in names)
        fields = tuple(sorted(corrected.get(entry.id, ())))
        shown = _redacted(told.get(entry.id))
        result.append(Sealed(entry, chosen, fields, entry.id in retracted, names, shown))
    return result


def staying_kinds(sealed: Iterable[Sealed]) -> Iterator[str]:
    """Yield the kind of each entry of which nothing is told."""
    for one in sealed:
        if one.entry.rel is None and not one.names and not one.redacted:
            yield kind_told(one.entry)


def _redacted(told: Leaving | None) -> Mapping[str, Any]:
    """Return the fields of an entry that are told with words left out."""
    return {name: told.fields[name] for name in sorted(told.redacted)} if told else NOTHING


def _reason(entry: Entry, told: Mapping[EntryId, Leaving]) -> frozenset[str]:
    """Return the field that says why a told entry was corrected."""
    amended = entry.rel == "amends" and any(ref.id in told for ref in entry.refs)
    return frozenset({"why"} & entry.fields.keys()) if amended else frozenset()


def _disclosed(entry: Entry, told: Mapping[EntryId, Leaving]) -> frozenset[str]:
    """An amendment discloses what it sets right, where the amended entry is told."""
    if entry.rel != "amends":
        return told[entry.id].disclosed if entry.id in told else frozenset()
    targets = [told[ref.id] for ref in entry.refs if ref.id in told]
    names = {
        name
        for name, value in entry.fields.items()
        if name not in ABOUT_THE_AMENDMENT
        and not any(name in target.redacted for target in targets)
        and any(name in target.fields and target.fields[name] == value for target in targets)
    }
    return frozenset(names | ({CLOCK_BACK} & entry.fields.keys() if names else set()))


def _corrections(every: tuple[Entry, ...]) -> dict[EntryId, set[str]]:
    found: dict[EntryId, set[str]] = {}
    for amendment in standing(every)[0]:
        if amendment.rel == "amends":
            for ref in amendment.refs:
                found.setdefault(ref.id, set()).update(set(amendment.fields) - ABOUT_THE_AMENDMENT)
    return found
