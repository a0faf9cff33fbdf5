"""Checking what was corrected: what no longer stands is not told, and that some does not is."""

from collections.abc import Iterator, Mapping, Sequence

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.checking.lines import Line
from reviewlog.domain.checked import Remark
from reviewlog.domain.relations import ABOUT_THE_AMENDMENT

Amendments = Mapping[tuple[str, int], Sequence[Line]]
"""The amendments that stand, by the entry that they correct."""


def amendments_in(lines: Sequence[Line]) -> Amendments:
    """Return the amendments that were not taken back."""
    found: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        if line.header["rel"] == "amends" and not line.retracted:
            for target in line.targets:
                found.setdefault(target, []).append(line)
    return found


def correction_places(lines: Sequence[Line]) -> Iterator[Fault]:
    """Yield every entry that is told to be corrected otherwise than its amendments say."""
    by_target, erased = amendments_in(lines), _erased(lines)
    for line in lines:
        amendments = by_target.get(line.id, ())
        said, told = set(line.corrected), set().union(*map(_told, amendments))
        # Of an erased amendment nobody knows any more what it corrected.
        gone = bool({amendment.id for amendment in amendments} & erased)
        if said & line.fields.keys():
            yield line.place, "it tells a value that was corrected later"
        if not told <= said:
            yield line.place, "an amendment corrects it in what is not marked as corrected"
        if (bool(said) != bool(amendments) and not gone) or len(said - told) > sum(
            map(_closed, amendments)
        ):
            yield line.place, "what is marked as corrected is not what its amendments correct"


def _erased(lines: Sequence[Line]) -> set[tuple[str, int]]:
    """Return the entries of which something was erased."""
    return {place for line in lines if line.header["rel"] == "erases" for place in line.targets}


def _told(amendment: Line) -> set[str]:
    return set(amendment.fields) - ABOUT_THE_AMENDMENT


def _closed(amendment: Line) -> int:
    return len(amendment.header["sd"]) - len(amendment.fields)


def is_kept_back(line: Line) -> bool:
    """Whether it is a file that was left out as a whole: the owner may do that for any reader."""
    return line.header["kind"] == "evidence" and not line.fields and not line.redacted


def closed_places(lines: Sequence[Line], incident: str) -> Iterator[Fault]:
    """Yield every entry of a bundle that claims to hold everything, of which something is closed.

    What was erased, corrected, taken back or moved to another incident is not told any more.
    """
    by_target, erased = amendments_in(lines), _erased(lines)
    for line in lines:
        amendments = by_target.get(line.id, ())
        concerned = {line.id, *(amendment.id for amendment in amendments)}
        if line.header["rel"] is not None or line.retracted or concerned & erased:
            continue
        if is_kept_back(line):
            continue
        if "incident" in line.corrected and _home(amendments) != incident:
            continue
        gone = set(line.corrected) - {"incident"}
        told = set().union(*map(_told, amendments))
        if _closed(line) > len(gone) or not gone <= told:
            yield line.place, "the bundle is to hold everything, but some of this entry is closed"


def _home(amendments: Sequence[Line]) -> object:
    homes = [a.fields["incident"] for a in amendments if "incident" in a.fields]
    return homes[-1] if homes else None


def correction_remarks(lines: Sequence[Line], told: frozenset[str]) -> Iterator[Remark]:
    """Yield which told entries were corrected in something that is not shown."""
    by_target = amendments_in(lines)
    found = []
    for line in lines:
        said = set(line.corrected) - {"incident"}
        shown = set().union(*map(_told, by_target.get(line.id, ())))
        if line.leaf in told and said - shown - line.redacted.keys():
            found.append(line.header["seq"])
    if found:
        yield Remark("corrected-closed", {"entries": found})
