"""What goes when somebody's data is erased, and what of an entry the log keeps."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reviewlog.domain.entry import Draft, Entry, EntryId, Ref
from reviewlog.domain.facts.people import person_key

STAYS = frozenset(
    (
        "happened_at", "channel", "direction", "state", "outcome", "label", "remedy", "threat",
        "verdict", "stars", "site", "sites", "no_answer", "pleased", "leave_alone", "cool_until",
        "due", "until", "amount", "cost", "currency", "needs", "of", "id", "version", "digest",
        "playbook", "step", "step_kind", "anchor", "plans", "rule", "ground", "same_as",
        "incident", "clock_back", "shop", "for_lawyer", "verb", "away_from", "away_to",
        "how", "captured_at", "consent", "redacts", "shows", "stand", "place", "proofs", "found",
        "ground_name", "try", "medium", "ready_at", "draft",
    )
)  # fmt: skip
"""Words of the program's own and times: the fold needs them, and they identify nobody.

It is a list of what stays, never of what goes: a new field goes until somebody decides otherwise.
"""
PEOPLE = ("who", "on_behalf_of", "nick", "staff", "looked_for")
"""Fields that hold the name of a person."""
KEPT_KINDS = frozenset(("key", "key-change", "anchor", "export", "erasure"))
"""What the program wrote for the proof; of all this only the reason of an erasure is typed."""
OF_SETTINGS = frozenset(("business", "staff", "text", "trade"))
"""What of the settings and absences may name somebody."""
OF_THE_PROGRAM = frozenset(("title", "other", "where", "period"))
"""Fields that go and still say little: titles of steps stand in every playbook, "order book" too."""
SHORTEST = 3
"""Letters that a word must have to be looked for elsewhere: a shorter one is found everywhere."""


class Part(NamedTuple):
    """One entry of which fields go."""

    entry: Entry
    names: tuple[str, ...]


class Mention(NamedTuple):
    """An entry about somebody else whose words hold a name."""

    entry: Entry
    names: tuple[str, ...]


def going(entry: Entry) -> tuple[str, ...]:
    """Return the names of all fields of an entry that may identify somebody."""
    return tuple(sorted(name for name in entry.fields if _may_go(entry, name)))


def may_go(entry: Entry, name: str) -> bool:
    """Whether a field may go when it is named; without its settings no logbook opens."""
    return name in going(entry) or (entry.incident is not None and entry.kind not in KEPT_KINDS)


def _may_go(entry: Entry, name: str) -> bool:
    if entry.kind in KEPT_KINDS:
        return entry.kind == "erasure" and name == "why"
    if entry.incident is None and entry.rel is None:
        said = entry.fields.get(name)
        return entry.kind == "setting" and name in OF_SETTINGS and bool(said)
    return name not in STAYS


def going_elsewhere(entry: Entry, person: str) -> tuple[str, ...]:
    """Return what goes of an entry in somebody else's incident in which a person is named.

    Where they are one of the staff, only their name; the names of others stay.
    """
    named = {n for n in PEOPLE if person in map(person_key, texts(entry.fields.get(n)))}
    if not named:
        return ()
    others = set(PEOPLE) - named
    kept = others if named != {"staff"} else set(entry.fields) - named
    return tuple(name for name in going(entry) if name not in kept)


def parts_of(entries: Iterable[Entry]) -> list[Part]:
    """Return what goes of entries whose words all go.

    Earlier reasons go along and are no cause of their own: each erasure leaves a new one.
    """
    parts = [Part(entry, names) for entry in entries if (names := going(entry))]
    return parts if any(part.entry.kind != "erasure" for part in parts) else []


def mentioning(entry: Entry, person: str) -> tuple[str, ...]:
    """Return the names of the fields of an entry whose words hold a person's name."""
    return tuple(name for name in going(entry) if person in _folded(entry.fields[name]))


def words_of(parts: Iterable[Part]) -> set[str]:
    """Return every text that goes, to look for it elsewhere.

    What a site's form was given counts where it holds another of these: the rest is the shop's.
    """
    found: set[str] = set()
    forms: set[str] = set()
    for part in parts:
        said = {name: part.entry.fields[name] for name in part.names if name not in OF_THE_PROGRAM}
        if is_file(said.get("file")):
            said["file"] = said["file"].get("name")
        if part.entry.kind == "dispute":
            forms |= set(texts(said.pop("fields", None)))
        found |= {text for value in said.values() for text in texts(value)}
    words = {text for text in found if len(text) >= SHORTEST}
    return words | {text for text in forms if any(word in text for word in words)}


def files_of(parts: Iterable[Part]) -> dict[str, Mapping[str, Any]]:
    """Return the files whose field goes, by the hash of their bytes."""
    files = (part.entry.fields["file"] for part in parts if "file" in part.names)
    return {str(file["sha256"]): file for file in files if is_file(file)}


def is_file(value: Any) -> bool:
    """Whether a field's value names the bytes of a file."""
    return isinstance(value, Mapping) and isinstance(value.get("sha256"), str)


def erasures(
    parts: Iterable[Part], digests: Mapping[EntryId, Mapping[str, str]], why: str
) -> list[Draft]:
    """Return one entry for each incident that says what went, by its digests, and why."""
    by_incident: dict[str | None, list[Part]] = {}
    for part in parts:
        by_incident.setdefault(part.entry.incident, []).append(part)
    return [
        Draft(
            "erasure",
            {"why": why, "erased": {str(p.entry.id): _of(p, digests) for p in gone}},
            incident,
            "erases",
            tuple(Ref(p.entry.id, p.entry.leaf) for p in gone),
        )
        for incident, gone in by_incident.items()
    ]


def texts(value: Any) -> Iterator[str]:
    """Return every text inside a field's value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def _of(part: Part, digests: Mapping[EntryId, Mapping[str, str]]) -> dict[str, str]:
    known = digests.get(part.entry.id, {})
    return {name: known[name] for name in part.names if name in known}


def _folded(value: Any) -> str:
    return "\n".join(person_key(text) for text in texts(value))
