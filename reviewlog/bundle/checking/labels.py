"""Checking the exhibits: each is a file that an entry names, under the number that it got."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reviewlog.bundle.checking.contents import Fault
from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.checking.log import in_order
from reviewlog.domain.exhibits import label_order
from reviewlog.store.sniff import EXTENSIONS

EXHIBITS = "data/exhibits/"
Standing = Mapping[str, tuple[Line, Mapping[str, Any]]]
"""The told entries by leaf, with their fields as they stand now."""


def file_places(known: Standing, files: Mapping[str, str]) -> Iterator[Fault]:
    """Yield every file without an entry, every entry without its file, every wrong ending.

    `files` are the SHA-256 of the exhibits by their names.
    """
    endings: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for line, fields in known.values():
        file = fields.get("file")
        if file is None:
            continue
        said = file if isinstance(file, dict) else {}
        sha256 = str(said.get("sha256"))
        counts[sha256] = counts.get(sha256, 0) + 1
        endings.setdefault(sha256, set()).add(EXTENSIONS.get(str(said.get("type")), "bin"))
        if sha256 not in files.values():
            yield line.place, "the file that it names is not among the exhibits, or was changed"
    for name, sha256 in files.items():
        counts[sha256] = counts.get(sha256, 0) - 1
        if sha256 not in endings:
            yield name, "no entry names it, or it was changed"
        elif name.rpartition(".")[2] not in endings[sha256]:
            yield name, "its name ends otherwise than those of files of its kind"
        elif counts[sha256] < 0:
            yield name, "it is there more often than entries name it"


def label_places(
    lines: list[Line], incident: str, known: Standing, files: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield every exhibit whose number is not one that its entry can have got in the incident.

    Numbers rise in the order of writing, and each took an entry. What was moved here from another
    incident took one too, which is not told where it was moved away again.
    """
    labels: dict[str, list[int]] = {}
    for name in sorted(files, key=_number):
        labels.setdefault(files[name], []).append(_number(name))
    newest, last = _newest(lines), 0
    elsewhere = sum(newest.values())
    for rank, line in enumerate(_own_files(lines, incident), 1):
        file = known[line.leaf][1].get("file") if line.leaf in known else None
        numbers = labels.get(str(file.get("sha256")), []) if isinstance(file, dict) else []
        log, seq = line.id
        least, most = max(rank, last + 1), seq + elsewhere - newest[log]
        found = next((number for number in numbers if least <= number <= most), None)
        if numbers and found is None:
            yield line.place, "its file is not the exhibit that it became when it was taken in"
        last = found or last


def _number(name: str) -> int:
    return label_order(name.removeprefix(EXHIBITS).partition(".")[0])


def _newest(lines: Iterable[Line]) -> dict[str, int]:
    """Return the newest entry of each log."""
    newest: dict[str, int] = {}
    for line in lines:
        log, seq = line.id
        newest[log] = max(newest.get(log, 0), seq)
    return newest


def _own_files(lines: Iterable[Line], incident: str) -> list[Line]:
    return [
        line for line in in_order(lines) if line.header["incident"] == incident and _may_hold(line)
    ]


def _may_hold(line: Line) -> bool:
    """Whether an entry holds a file, or held one until it was erased."""
    return line.header["rel"] is None and (
        line.header["kind"] == "evidence" or "file" in line.fields
    )
