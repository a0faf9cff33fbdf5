"""Headers: the bytes that were hashed, their form, and the columns beside them."""

import re
from hashlib import sha256
from itertools import product
from typing import Any

from reviewlog.domain.sealing import read_json
from reviewlog.store.checking.found import Found, entry_place
from reviewlog.store.checking.stream import Row

Header = dict[str, Any]
_BESIDE = ("command", "incident", "n", "kind", "recorded_at")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_TYPES: dict[str, tuple[type, ...]] = {
    "v": (int,), "log": (str,), "seq": (int,), "command": (int,), "incident": (str, type(None)),
    "n": (int, type(None)), "prev": (str, type(None)), "kind": (str,), "recorded_at": (str,),
    "utc_offset_min": (int,), "rel": (str, type(None)), "refs": (list,), "sd": (list,),
}  # fmt: skip
"""Which types the values of a header have."""
_FORMS = frozenset(product(*_TYPES.values()))
_REF = ("log", "seq", "leaf")
_REF_FORMS = frozenset([(str, int, str)])


def read_header(row: Row, found: Found) -> Header | None:
    """Return the header of a row, or None when it is not the one that was hashed."""
    found.counts["headers"] += 1
    place = entry_place(row.seq)
    if type(row.header) is not bytes or sha256(b"\x00" + row.header).digest() != row.leaf:
        found.fault("headers", place, "the header was changed after it was written")
        return None
    header = _read(row.header)
    if header is None:
        found.fault("headers", place, "the header cannot be read")
    elif (header["log"], header["seq"]) != (row.log, row.seq):
        found.fault("headers", place, "the header belongs to another place in the log")
    elif tuple(map(header.__getitem__, _BESIDE)) != row.beside:
        found.fault("headers", place, "the columns beside the header do not say what it says")
    return header


def _read(raw: bytes) -> Header | None:
    try:
        header = read_json(raw.decode())
    except (ValueError, RecursionError):
        return None
    if not _has_form(header, tuple(_TYPES), _FORMS) or header["v"] != 1:
        return None
    for ref in header["refs"]:
        if not _has_form(ref, _REF, _REF_FORMS):
            return None
    whole = set(map(type, header["sd"])) <= {str}
    return header if whole and _TIME.fullmatch(header["recorded_at"]) else None


def _has_form(value: Any, names: tuple[str, ...], forms: frozenset[tuple[type, ...]]) -> bool:
    """Whether a value is an object of exactly these names, with values of these types."""
    if type(value) is not dict or len(value) != len(names):
        return False
    return tuple(map(type, map(value.get, names, names))) in forms


def beside(row: Row) -> Header:
    """Return what the columns say where the header says nothing any more."""
    _, incident, n, _, _ = row.beside
    return {"incident": incident, "n": n}
