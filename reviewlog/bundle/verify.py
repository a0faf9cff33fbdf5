"""Checking a bundle: the bag, the log in it, and that the report says what the log says."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from reviewlog.bundle.bag import INCIDENT, ZONE
from reviewlog.bundle.checkbag import PAYLOAD, TAGS, bag_info, bag_places
from reviewlog.bundle.checklog import ENTRIES, Line, log_places, read_lines, told
from reviewlog.bundle.checkpage import REPORT, page_places
from reviewlog.bundle.contents import Contents, HostileError, Place, opened
from reviewlog.bundle.fieldwords import Fields

PAGE_CAP = 256 * 1024 * 1024
"""Bytes up to which a page or the entries are read as a whole."""
Standing = Mapping[str, tuple[Line, Fields]]
"""The told entries by leaf, with their fields as they stand now."""
_READ = (ENTRIES, REPORT, "bagit.txt", "bag-info.txt", PAYLOAD, TAGS)


@dataclass(slots=True)
class _Bag:
    """What was read of a bag: each file once."""

    hashes: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a file as text; what is no text shows as such and agrees with nothing."""
        return self.raw.get(name, b"").decode("utf-8", "replace")


def verify_bundle(path: Path) -> tuple[int, list[Place]]:
    """Check a bundle, a zip or an unpacked bag, without unpacking anything.

    Returns how many files were checked, and every place that does not hold, in words.
    Raises UnreadableFileError when there is nothing to read.
    """
    try:
        with opened(path) as contents:
            bag = _read(contents)
    except HostileError as error:
        return 0, [error.place]
    return len(bag.hashes), list(dict.fromkeys(_places(bag)))


def _read(contents: Contents) -> _Bag:
    bag = _Bag()
    for name in contents.names:
        hasher, size, kept = hashlib.sha256(), 0, bytearray()
        for chunk in contents.chunks(name):
            hasher.update(chunk)
            size += len(chunk)
            if name in _READ:
                if size > PAGE_CAP:
                    raise HostileError(name, "it is too large to be checked")
                kept += chunk
        bag.hashes[name], bag.sizes[name] = hasher.hexdigest(), size
        if name in _READ:
            bag.raw[name] = bytes(kept)
    return bag


def _places(bag: _Bag) -> Iterator[Place]:
    texts = {name: bag.text(name) for name in bag.raw if name not in (ENTRIES, REPORT)}
    yield from bag_places(texts, bag.hashes, bag.sizes)
    info = bag_info(texts.get("bag-info.txt", ""))
    incident = info.get(INCIDENT, "")
    if ENTRIES not in bag.raw:
        yield ENTRIES, "it is missing"
        return
    lines, unreadable = read_lines(bag.raw[ENTRIES])
    yield from unreadable
    yield from log_places(lines, incident)
    standing = told(lines, incident)
    files = {name: sha for name, sha in bag.hashes.items() if name.startswith("data/exhibits/")}
    yield from _file_places(standing, files)
    yield from _report_places(bag, info, standing, set(files.values()))


def _file_places(known: Standing, files: dict[str, str]) -> Iterator[Place]:
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


def _report_places(
    bag: _Bag, info: dict[str, str], known: Standing, files: set[str]
) -> Iterator[Place]:
    if REPORT not in bag.raw:
        yield REPORT, "it is missing"
        return
    try:
        zone = ZoneInfo(info.get(ZONE, ""))
    except (KeyError, ValueError, OSError):
        yield "bag-info.txt", "its time zone is not known"
        return
    yield from page_places(bag.text(REPORT), known, zone, files)
