"""Checking a bundle: the bag, the log in it, its report, its proofs and seal, and the times."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.checking.bag import bag_places
from reviewlog.bundle.checking.contents import Fault, HostileError, opened
from reviewlog.bundle.checking.keys import key_places, read_keys
from reviewlog.bundle.checking.log import ENTRIES, Line, log_places, read_lines, told
from reviewlog.bundle.checking.page import REPORT, page_places
from reviewlog.bundle.checking.proofs import Signed, consistency_places, entry_places, read_signed
from reviewlog.bundle.checking.readbag import Bag, read_bag
from reviewlog.bundle.checking.seal import Found, check_seal
from reviewlog.bundle.checking.tokens import (
    Token,
    outside_of,
    time_remarks,
    token_places,
    token_remarks,
    tokens_of,
)
from reviewlog.bundle.checking.whole import is_of_our_layout, whole_places
from reviewlog.bundle.packing.bag import TAGS
from reviewlog.bundle.packing.seal import SEAL, Seal
from reviewlog.bundle.pages.baginfo import AGENT, INCIDENT, ZONE, info_from
from reviewlog.bundle.telling.fieldwords import Fields
from reviewlog.domain.checked import Checked, Outside, Place, Remark

Standing = Mapping[str, tuple[Line, Fields]]
"""The told entries by leaf, with their fields as they stand now."""


class _Evidence(NamedTuple):
    """What the proofs and the seal are found to be."""

    signed: Signed
    seal: Seal | None
    tokens: list[Token]
    outside: list[Outside]
    places: list[Place]


def verify_bundle(path: Path, roots: bytes = b"") -> Checked:
    """Check a bundle, a zip or an unpacked bag, without unpacking anything.

    A time stamp counts when it leads to one of `roots` (PEM), or without them to a certificate
    that this computer trusts. Raises UnreadableFileError when there is nothing to read.
    """
    try:
        with opened(path) as contents:
            bag = read_bag(contents)
    except HostileError as error:
        return Checked({"bag": 0}, (Place("bag", *error.fault),))
    lines, unreadable = read_lines(bag.raw.get(ENTRIES, b""))
    standing = told(lines, _incident(bag))
    evidence = _evidence(bag, lines, roots)
    log = [*unreadable, *_log_faults(bag, lines, standing)]
    places = [*_bag_places(bag), *(Place("entries", *fault) for fault in log)]
    zone = _zone(bag)
    places += _report_places(bag, standing, zone)
    if not places and zone is not None:
        places += _whole_places(bag, lines, standing, evidence.signed, zone)
    return Checked(
        counts=_counts(bag, lines, standing, evidence),
        places=tuple(dict.fromkeys([*places, *evidence.places])),
        outside=tuple(evidence.outside),
        remarks=(*_remarks(evidence, lines), *_layout_remarks(bag)),
    )


def _layout_remarks(bag: Bag) -> Iterator[Remark]:
    if bag.raw and not is_of_our_layout(bag):
        yield Remark("layout", {"made_by": info_from(bag.text("bag-info.txt")).get(AGENT, "")})


def _counts(bag: Bag, lines: list[Line], known: Standing, evidence: _Evidence) -> dict[str, int]:
    counts = {"bag": len(bag.hashes), "entries": len(lines), "report": len(known)}
    counts |= {"proofs": sum(name.endswith(".tlog-proof") for name in bag.proofs), "seal": 1}
    return counts | ({"tokens": len(evidence.tokens)} if evidence.tokens else {})


def _bag_places(bag: Bag) -> Iterator[Place]:
    texts = {name: bag.text(name) for name in bag.raw if not name.startswith("data/")}
    for fault in bag_places(texts, bag.hashes, bag.sizes):
        yield Place("bag", *fault)


def _incident(bag: Bag) -> str:
    return info_from(bag.text("bag-info.txt")).get(INCIDENT, "")


def _log_faults(bag: Bag, lines: list[Line], known: Standing) -> Iterator[Fault]:
    if ENTRIES not in bag.raw:
        yield ENTRIES, "it is missing"
        return
    yield from log_places(lines, _incident(bag))
    yield from _file_faults(known, _exhibits(bag))


def _exhibits(bag: Bag) -> dict[str, str]:
    return {name: sha for name, sha in bag.hashes.items() if name.startswith("data/exhibits/")}


def _file_faults(known: Standing, files: dict[str, str]) -> Iterator[Fault]:
    """Every file that an entry names is an exhibit, and every exhibit is named by an entry."""
    named = set()
    for line, fields in known.values():
        file = fields.get("file")
        if file is None:
            continue
        sha256 = file.get("sha256") if isinstance(file, dict) else None
        named.add(sha256)
        if sha256 not in files.values():
            yield line.place, "the file that it names is not among the exhibits, or was changed"
    for name, sha256 in files.items():
        if sha256 not in named:
            yield name, "no entry names it, or it was changed"


def _zone(bag: Bag) -> ZoneInfo | None:
    """Return the time zone of the pages, None where it is not known."""
    try:
        return ZoneInfo(info_from(bag.text("bag-info.txt")).get(ZONE, ""))
    except (KeyError, ValueError, OSError):
        return None


def _report_places(bag: Bag, known: Standing, zone: ZoneInfo | None) -> Iterator[Place]:
    if ENTRIES not in bag.raw:
        return
    if REPORT not in bag.raw:
        yield Place("report", REPORT, "it is missing")
    elif zone is None:
        yield Place("bag", "bag-info.txt", "its time zone is not known")
    else:
        files = set(_exhibits(bag).values())
        for fault in page_places(bag.text(REPORT), known, zone, files):
            yield Place("report", *fault)


def _whole_places(
    bag: Bag, lines: list[Line], known: Standing, signed: Signed, zone: ZoneInfo
) -> Iterator[Place]:
    """Compare the pages as wholes: where the entries themselves do not hold, that says nothing."""
    if is_of_our_layout(bag) and signed.checkpoints:
        for fault in whole_places(bag, lines, frozenset(known), signed, zone):
            yield Place("report", *fault)


def _evidence(bag: Bag, lines: list[Line], roots: bytes) -> _Evidence:
    raw = bag.proofs
    signed, places = read_signed(raw)
    key_lines, unreadable = read_keys(raw)
    strange = [*unreadable, *key_places(signed, raw, key_lines)]
    found = Found(bag.top, bag.hashes.get(TAGS, ""), _incident(bag), len(lines))
    seal, unsealed = check_seal(raw.get(SEAL), signed, found)
    seal = None if unsealed else seal
    inconsistent = list(consistency_places(signed, raw))
    tokens = tokens_of(raw, signed, seal, roots)
    proven = entry_places(signed, raw, [*key_lines, *lines])
    places += [*strange, *proven, *inconsistent, *unsealed]
    places += token_places(raw, tokens)
    # A checkpoint from which the newest does not go on says nothing about these entries,
    # and somebody with another key may have put together anything at all.
    outside = [] if strange or inconsistent or unsealed else outside_of(tokens)
    if strange:
        places.append(Place("seal", SEAL, "the log is not shown to name the key that signed it"))
        return _Evidence(Signed(), None, tokens, [], places)
    return _Evidence(signed, seal, tokens, outside, places)


def _remarks(evidence: _Evidence, lines: Iterable[Line]) -> Iterator[Remark]:
    """Yield what a reader must know to judge it: whose key, how much of the log, known since."""
    signed, seal = evidence.signed, evidence.seal
    if signed.keys:
        others = dict.fromkeys(key for key in signed.keys if key != signed.keys[-1])
        earlier = [key.fingerprint for key in others]
        yield Remark("key", {"fingerprint": signed.keys[-1].fingerprint, "earlier": earlier})
    if seal is not None:
        yield Remark("sealed", {"entries": seal.entries, "size": seal.size})
    yield from token_remarks(evidence.tokens)
    yield from time_remarks(lines, signed, evidence.outside)
