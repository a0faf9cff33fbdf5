"""Reading the lines of entries.jsonl, each on its own: its header, its leaf, what is disclosed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewlog.bundle.caps import LINE_CAP, MEMBERS
from reviewlog.bundle.checking.contents import Fault
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
_NAMES = ("header", "leaf", "disclosures", "corrected", "retracted")
"""The names in a line, in their order; the last one may be `redacted`."""
_MOST_UNREADABLE = 20
_FILE = {"name": str, "size": int, "sha256": str, "type": str}


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


class _FormError(Exception):
    """A line is not in the one form that there is."""


def read_lines(raw: bytes, name: str = ENTRIES) -> tuple[list[Line], list[Fault]]:
    """Return the lines that can be read, and the places that cannot, up to many of them."""
    lines: list[Line] = []
    places: list[Fault] = []
    for number, text in enumerate(_texts(raw), 1):
        place = f"{name}, line {number}"
        if len(places) == _MOST_UNREADABLE or len(lines) > MEMBERS:
            places.append((place, "nothing from here on was read: there is too much of it"))
            break
        try:
            lines.append(_read(place, _said(text)))
        except _FormError:
            places.append((place, "it is not written as a reviewlog does it"))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            places.append((place, "it cannot be read"))
    return lines, places


def _texts(raw: bytes) -> Iterator[bytes]:
    """Yield the lines one by one; what no line feed ends is none of ours."""
    place = 0
    while place < len(raw):
        end = raw.find(b"\n", place)
        if end < 0 or end - place > LINE_CAP:
            yield b""
            return
        yield raw[place:end]
        place = end + 1


def _said(text: bytes) -> Any:
    """Return what a line says. Raises _FormError where we would have written it in another way.

    So it holds nothing that is not looked at: no other names, none twice, no number that is none.
    """
    said = json.loads(text)
    known = {name: said[name] for name in _NAMES}
    if said.get("redacted"):
        known["redacted"] = said["redacted"]
    if json.dumps(known, ensure_ascii=True, allow_nan=False).encode() != text:
        raise _FormError
    return said


def _read(place: str, said: Any) -> Line:
    raw = said["header"].encode() if isinstance(said["header"], str) else b""
    header = json.loads(raw)
    _check_shape(header)
    disclosures, corrected = said["disclosures"], said["corrected"]
    if not isinstance(disclosures, list) or not isinstance(said["retracted"], bool):
        raise TypeError(place)
    if not isinstance(corrected, list) or corrected != sorted(set(map(str, corrected))):
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
