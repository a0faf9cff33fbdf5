"""Checking the log: headers, leaves, what is disclosed, and that no entry is missing."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewlog.bundle.checking.contents import Fault
from reviewlog.domain.audience import may_be_redacted
from reviewlog.domain.order import counted_from
from reviewlog.domain.redacting.marks import has_mark
from reviewlog.domain.relations import ABOUT_THE_AMENDMENT
from reviewlog.domain.sealing import digest, leaf_hash, open_disclosure

ENTRIES = "data/entries.jsonl"
_SHAPE: dict[str, type | tuple[type, ...]] = {
    "log": str,
    "seq": int,
    "incident": (str, type(None)),
    "n": (int, type(None)),
    "prev": (str, type(None)),
    "kind": str,
    "recorded_at": str,
    "rel": (str, type(None)),
    "refs": list,
    "sd": list,
}
_FILE = {"name": str, "size": int, "sha256": str, "type": str}
_NOT_FOLDED = ABOUT_THE_AMENDMENT | {"incident"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of entries.jsonl, read and checked on its own."""

    place: str
    header: Mapping[str, Any]
    leaf: str
    corrected: tuple[str, ...]
    retracted: bool
    fields: dict[str, Any]
    """What is disclosed of it."""
    redacted: Mapping[str, Any] = field(default_factory=dict)
    """What is told of it with words left out; the digests of these fields stay closed."""
    faults: list[str] = field(default_factory=list)

    @property
    def id(self) -> tuple[str, int]:
        """Where the entry stands in the logs."""
        return self.header["log"], self.header["seq"]

    @property
    def targets(self) -> set[tuple[str, int]]:
        """The entries that its relation points at."""
        return {(ref["log"], ref["seq"]) for ref in self.header["refs"]}


def read_lines(raw: bytes, name: str = ENTRIES) -> tuple[list[Line], list[Fault]]:
    """Return the lines that can be read, and the places that cannot."""
    lines: list[Line] = []
    places: list[Fault] = []
    for number, text in enumerate(raw.split(b"\n"), 1):
        if not text:
            continue
        place = f"{name}, line {number}"
        try:
            lines.append(_read(place, json.loads(text)))
        except (ValueError, KeyError, TypeError, RecursionError):
            places.append((place, "it cannot be read"))
    return lines, places


def _read(place: str, said: Any) -> Line:
    raw = said["header"].encode() if isinstance(said["header"], str) else b""
    header = json.loads(raw)
    _check_shape(header)
    disclosures, corrected = said["disclosures"], said["corrected"]
    if not isinstance(disclosures, list) or not isinstance(said["retracted"], bool):
        raise TypeError(place)
    line = Line(
        place=f"{place} (entry {header['seq']})",
        header=header,
        leaf=leaf_hash(raw),
        corrected=tuple(str(name) for name in corrected),
        retracted=said["retracted"],
        fields={},
        redacted=_redacted(said.get("redacted", {})),
    )
    if line.leaf != said["leaf"]:
        line.faults.append("the header was changed after it was written")
    for text in disclosures:
        _disclose(line, str(text))
    return line


def _check_shape(header: Any) -> None:
    for name, kind in _SHAPE.items():
        if not isinstance(header[name], kind) or isinstance(header[name], bool):
            raise TypeError(name)
    for ref in header["refs"]:
        if not (isinstance(ref["log"], str) and isinstance(ref["seq"], int)):
            raise TypeError("refs")


def _redacted(said: Any) -> Mapping[str, Any]:
    """Return what is told with words left out. Raises TypeError for what no entry can hold."""
    if not isinstance(said, dict):
        raise TypeError("redacted")
    for name, value in said.items():
        is_file = isinstance(value, dict) and all(
            isinstance(value.get(part), kind) for part, kind in _FILE.items()
        )
        if not (is_file if name == "file" else isinstance(value, str | list | dict)):
            raise TypeError(name)
    return said


def _disclose(line: Line, text: str) -> None:
    try:
        name, value = open_disclosure(text)
        known = digest(text) in line.header["sd"]
    except (ValueError, RecursionError):
        name, value, known = "", None, False
    if not known:
        line.faults.append("a field was changed after it was written")
    elif name in line.fields:
        line.faults.append("a field is in it twice")
    line.fields[name] = value


def log_places(lines: list[Line], incident: str) -> Iterator[Fault]:
    """Yield every place in which the entries do not hold together."""
    for line in lines:
        yield from ((line.place, what) for what in line.faults)
    yield from _chain_places(lines, incident)
    yield from _belonging_places(lines, incident)
    yield from _relation_places(lines)
    yield from _redaction_places(lines)


def _chain_places(lines: Iterable[Line], incident: str) -> Iterator[Fault]:
    """Within the incident, each log counts from 1, and each entry names the one before it."""
    last: dict[str, tuple[int, str | None]] = {}
    for line in lines:
        if line.header["incident"] != incident:
            continue
        n, leaf = last.get(line.header["log"], (0, None))
        if line.header["n"] != n + 1:
            yield line.place, f"it does not follow entry {n} of the incident: one is missing"
        elif line.header["prev"] != leaf:
            yield line.place, "it names another entry as the one before it"
        last[line.header["log"]] = (line.header["n"] or 0, line.leaf)


def _belonging_places(lines: list[Line], incident: str) -> Iterator[Fault]:
    """An entry of another incident is here because it was moved, or speaks of one that is here."""
    known: set[tuple[str, int]] = set()
    for line in lines:
        if line.id in known:
            yield line.place, "the same entry is in it twice"
        known.add(line.id)
    for line in lines:
        elsewhere = line.header["incident"] != incident
        if elsewhere and "incident" not in line.corrected and not line.targets & known:
            yield line.place, "it belongs to another incident and is not marked as moved here"


def _relation_places(lines: list[Line]) -> Iterator[Fault]:
    """What was taken back follows from the entries; a retraction may itself be taken back."""
    taken_back: set[tuple[str, int]] = set()
    for line in reversed(_as_written(lines)):
        if line.header["rel"] == "retracts" and line.id not in taken_back:
            taken_back |= line.targets
    for line in lines:
        if line.retracted != (line.id in taken_back):
            what = "taken back" if line.retracted else "standing"
            yield line.place, f"it is marked as {what}, but the entries say otherwise"


def _redaction_places(lines: list[Line]) -> Iterator[Fault]:
    """Words may be told otherwise only where the digest stays closed, and where a mark says so."""
    for line in (line for line in lines if line.redacted):
        beside = [ln for ln in lines if ln.header["rel"] == "amends" and line.id in ln.targets]
        known = [line, *beside]
        closed = sum(len(ln.header["sd"]) - len(ln.fields) for ln in known)
        for name, value in line.redacted.items():
            if not may_be_redacted(line.header["kind"], name):
                yield line.place, f"words are left out of a field that has none ({name})"
            elif not has_mark(value):
                yield line.place, f"a field is told in other words without a mark ({name})"
            elif any(name in ln.fields for ln in known if not ln.retracted):
                yield line.place, f"a field is told twice, once with words left out ({name})"
        if line.header["rel"] is not None or line.retracted or closed < len(line.redacted):
            yield line.place, "it is told with words left out, but nothing of it is withheld"


def _as_written(lines: list[Line]) -> list[Line]:
    """Return the lines in the order in which the logbook applies them: the later written wins."""
    counted = counted_from((line.id, str(line.header["recorded_at"])) for line in lines)
    return sorted(lines, key=lambda line: (counted[line.id], line.id))


def told(lines: list[Line], incident: str) -> dict[str, tuple[Line, dict[str, Any]]]:
    """Return the entries that the pages tell, by leaf, with their fields as they stand now."""
    amends = (ln for ln in _as_written(lines) if ln.header["rel"] == "amends")
    amendments = [ln for ln in amends if not ln.retracted]
    result = {}
    for line in lines:
        if line.header["rel"] is not None or line.retracted:
            continue
        amended = [ln.fields for ln in amendments if line.id in ln.targets]
        fields = dict(line.fields) | dict(line.redacted)
        for said in amended:
            fields |= {name: v for name, v in said.items() if name not in _NOT_FOLDED}
        # Where an entry went is disclosed to `self` only; outsiders get nothing of it anyway.
        homes = [said["incident"] for said in amended if "incident" in said]
        if fields and (not homes or homes[-1] == incident):
            result[line.leaf] = (line, fields)
    return result
