"""The person behind an incident: the name, the number, what their other incidents tell."""

import unicodedata
from collections.abc import Iterable

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.threats import threat_of
from reviewlog.domain.facts.tracks import track_key
from reviewlog.domain.harmless import storable
from reviewlog.domain.relations import Settled

UNKNOWN = ""


def person_key(name: str | None) -> str:
    """Return what a person is found by: letters folded, blanks joined; empty is nobody known."""
    if not name:
        return UNKNOWN
    return " ".join(unicodedata.normalize("NFKC", storable(name)).casefold().split())


def naming_entry(ours: Iterable[Settled]) -> Entry | None:
    """Return the entry whose name is the customer's: the first written, later ones may name others.

    One that was misfiled elsewhere names the customer only where nothing else does.
    """
    named = [s for s in ours if s.entry.kind == "interaction" and person_key(_who(s.entry))]
    order = [(("incident" in s.corrected, s.entry.written_order), s.entry) for s in named]
    return min(order, key=lambda pair: pair[0])[1] if order else None


def customer_of(ours: Iterable[Settled]) -> str | None:
    """Return the customer's name, None while nobody knows it."""
    naming = naming_entry(ours)
    return _who(naming) if naming else None


def _who(entry: Entry) -> str | None:
    return entry.fields.get("on_behalf_of") or entry.fields.get("who")


def phone_of(person: str, own: set[EntryId], shared: Iterable[Entry]) -> str | None:
    """Their latest number: given with their name, or in this incident without any name."""
    found = None
    for entry in shared:
        who = person_key(entry.fields.get("who"))
        if entry.fields.get("phone") and (who == person if who else entry.id in own):
            found = entry.fields["phone"]
    return found


def is_dangerous(entries: Iterable[Entry]) -> bool:
    """A threat of violence in any incident of the person stands until it is withdrawn there."""
    by_incident: dict[str | None, list[Entry]] = {}
    for entry in entries:
        by_incident.setdefault(entry.incident, []).append(entry)
    return any(threat_of(found)[0] == "harm" for found in by_incident.values())


def demands_elsewhere(shared: Iterable[Entry], but: str) -> int:
    """How many demands a person made in other incidents."""
    return len(
        {(e.incident, track_key(e)) for e in shared if e.kind == "demand" and e.incident != but}
    )


def go_between_of(entries: Iterable[Entry]) -> str | None:
    """Return the name of somebody who spoke for the customer."""
    return next((e.fields.get("who") for e in entries if e.fields.get("on_behalf_of")), None)
