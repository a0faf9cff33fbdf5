"""Checking a bundle: the bag, the log in it, its report, its proofs and seal, and the times."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reviewlog.bundle.checking.about import About, about, about_places
from reviewlog.bundle.checking.bag import bag_places
from reviewlog.bundle.checking.contents import Fault, HostileError, opened
from reviewlog.bundle.checking.corrections import closed_places, correction_places
from reviewlog.bundle.checking.keys import key_places, read_keys
from reviewlog.bundle.checking.labels import file_places, label_places
from reviewlog.bundle.checking.lines import ENTRIES, Line, read_lines
from reviewlog.bundle.checking.log import log_places, told
from reviewlog.bundle.checking.names import checker_places, name_places
from reviewlog.bundle.checking.page import REPORT, page_places
from reviewlog.bundle.checking.proofs import Signed, consistency_places, entry_places, read_signed
from reviewlog.bundle.checking.readbag import Bag, read_bag
from reviewlog.bundle.checking.readpage import read_page
from reviewlog.bundle.checking.seal import Found, check_seal
from reviewlog.bundle.checking.tokens import (
    Token,
    outside_of,
    time_remarks,
    token_places,
    token_remarks,
    tokens_of,
)
from reviewlog.bundle.checking.untold import untold_remarks
from reviewlog.bundle.checking.whole import whole_places
from reviewlog.bundle.packing.bag import DECLARED, INFO, START, STATEMENT, TAGS
from reviewlog.bundle.packing.seal import SEAL, Seal
from reviewlog.bundle.pages.baginfo import INCIDENT, READER
from reviewlog.bundle.telling.fieldwords import Fields
from reviewlog.domain.audience import EVERYTHING
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
    said = about(bag.text(INFO))
    lines, unreadable = read_lines(bag.raw.get(ENTRIES, b""))
    standing = told(lines, said.info.get(INCIDENT, ""))
    evidence = _evidence(bag, said, lines, roots)
    log = [*unreadable, *_log_faults(bag, said, lines, standing)]
    places = [*_bag_places(bag, said), *(Place("entries", *fault) for fault in log)]
    places += _report_places(bag, standing, said.zone)
    if not places and said.zone is not None:
        places += _whole_places(bag, said, lines, standing, evidence.signed)
    faults = tuple(dict.fromkeys([*places, *evidence.places]))
    untold = () if faults else untold_remarks(bag, said, lines, standing)
    return Checked(
        counts=_counts(bag, lines, standing, evidence),
        places=faults,
        outside=tuple(evidence.outside),
        remarks=(*_remarks(evidence, lines), *untold),
    )


def _counts(bag: Bag, lines: list[Line], known: Standing, evidence: _Evidence) -> dict[str, int]:
    counts = {"bag": len(bag.hashes), "entries": len(lines), "report": len(known)}
    counts |= {"proofs": sum(name.endswith(".tlog-proof") for name in bag.proofs), "seal": 1}
    return counts | ({"tokens": len(evidence.tokens)} if evidence.tokens else {})


def _bag_places(bag: Bag, said: About) -> Iterator[Place]:
    texts = {name: bag.text(name) for name in bag.raw if not name.startswith("data/")}
    found = [*bag_places(texts, bag.hashes, bag.sizes), *name_places(bag.hashes)]
    found += about_places(said)
    if said.is_of_our_version:
        found += checker_places(bag.hashes)
    yield from (Place("bag", *fault) for fault in found)


def _log_faults(bag: Bag, said: About, lines: list[Line], known: Standing) -> Iterator[Fault]:
    if ENTRIES not in bag.raw:
        yield ENTRIES, "it is missing"
        return
    incident = said.info.get(INCIDENT, "")
    yield from log_places(lines, incident)
    yield from correction_places(lines)
    if said.info.get(READER) == EVERYTHING:
        yield from closed_places(lines, incident)
    yield from file_places(known, _exhibits(bag))
    yield from label_places(lines, incident, known, _exhibits(bag))


def _exhibits(bag: Bag) -> dict[str, str]:
    return {name: sha for name, sha in bag.hashes.items() if name.startswith("data/exhibits/")}


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
    for name in (START, STATEMENT, DECLARED):
        if name in bag.raw and read_page(bag.text(name)).strange:
            yield Place("report", name, "it holds something that no such page of ours does")


def _whole_places(
    bag: Bag, said: About, lines: list[Line], known: Standing, signed: Signed
) -> Iterator[Place]:
    """Compare the pages as wholes: where the entries themselves do not hold, that says nothing."""
    if said.is_of_our_layout and signed.checkpoints and said.zone is not None:
        for fault in whole_places(bag, lines, frozenset(known), signed, said.zone):
            yield Place("report", *fault)


def _evidence(bag: Bag, said: About, lines: list[Line], roots: bytes) -> _Evidence:
    raw = bag.proofs
    signed, places = read_signed(raw)
    key_lines, unreadable = read_keys(raw)
    strange = [*unreadable, *key_places(signed, raw, key_lines)]
    found = Found(bag.top, bag.hashes.get(TAGS, ""), said.info.get(INCIDENT, ""), len(lines))
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
