"""Checking the log: that its entries hold together, and that none is missing."""

from collections.abc import Iterable, Iterator
from typing import Any

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.checking.lines import Line
from reviewlog.domain.audience import may_be_redacted
from reviewlog.domain.order import counted_from
from reviewlog.domain.redacting.marks import has_mark
from reviewlog.domain.relations import ABOUT_THE_AMENDMENT

_NOT_FOLDED = ABOUT_THE_AMENDMENT | {"incident"}


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
    amendments = (ln for ln in lines if ln.header["rel"] == "amends" and not ln.retracted)
    amended = {place for amendment in amendments for place in amendment.targets}
    for line in lines:
        if line.id in known:
            yield line.place, "the same entry is in it twice"
        known.add(line.id)
    for line in lines:
        elsewhere = line.header["incident"] != incident
        moved = "incident" in line.corrected and line.id in amended
        if elsewhere and not moved and not line.targets & known:
            yield line.place, "it belongs to another incident and is not marked as moved here"


def _relation_places(lines: list[Line]) -> Iterator[Fault]:
    """What was taken back follows from the entries; a retraction may itself be taken back."""
    taken_back: set[tuple[str, int]] = set()
    for line in reversed(in_order(lines)):
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
            elif not has_mark(value["name"] if name == "file" else value):
                yield line.place, f"a field is told in other words without a mark ({name})"
            elif any(name in ln.fields for ln in known if not ln.retracted):
                yield line.place, f"a field is told twice, once with words left out ({name})"
        if line.header["rel"] is not None or line.retracted or closed < len(line.redacted):
            yield line.place, "it is told with words left out, but nothing of it is withheld"


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Return the lines in the order in which the logbook applies them: the later written wins."""
    known = list(lines)
    counted = counted_from((line.id, str(line.header["recorded_at"])) for line in known)
    return sorted(known, key=lambda line: (counted[line.id], line.id))


def told(lines: list[Line], incident: str) -> dict[str, tuple[Line, dict[str, Any]]]:
    """Return the entries that the pages tell, by leaf, with their fields as they stand now."""
    amends = (ln for ln in in_order(lines) if ln.header["rel"] == "amends")
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
