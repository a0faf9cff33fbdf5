"""Checking the bag: every file listed, every listed file there, nothing else, nothing changed."""

import re
from collections.abc import Iterator, Mapping

from reviewlog.bundle.checking.contents import Fault, name_fault
from reviewlog.bundle.packing.bag import TAGS
from reviewlog.bundle.packing.seal import LOOSE
from reviewlog.bundle.pages.baginfo import INCIDENT, OXUM, ZONE, info_from

PAYLOAD = "manifest-sha256.txt"
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")
_VERSION = re.compile(r"BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8(\r?\n)?")


def bag_places(
    texts: Mapping[str, str], hashes: Mapping[str, str], sizes: Mapping[str, int]
) -> Iterator[Fault]:
    """Yield every place in which the bag does not hold; its seal is made of its lists."""
    for name in ("bagit.txt", "bag-info.txt", PAYLOAD, TAGS):
        if name not in hashes:
            yield name, "it is missing"
    if "bagit.txt" in texts and not _VERSION.fullmatch(texts["bagit.txt"]):
        yield "bagit.txt", "it does not say that this is a bag"
    if "fetch.txt" in hashes:
        yield "fetch.txt", "it would fetch files from elsewhere; a bundle holds all that is its own"
    payload = {name for name in hashes if name.startswith("data/")}
    loose = {name for name in hashes if LOOSE.fullmatch(name)}
    tags = {n for n in hashes if not n.startswith(("data/", "tagmanifest-"))} - loose
    yield from _manifest_places(PAYLOAD, texts.get(PAYLOAD, ""), payload, hashes)
    yield from _manifest_places(TAGS, texts.get(TAGS, ""), tags, hashes)
    for name in sorted(set(hashes) - payload - tags - loose - {TAGS}):
        yield name, "no list names it"
    yield from _info_places(texts.get("bag-info.txt", ""), payload, sizes)


def _manifest_places(
    manifest: str, text: str, expected: set[str], hashes: Mapping[str, str]
) -> Iterator[Fault]:
    listed: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found is None or name_fault(found[2]) is not None:
            yield manifest, f"line {number} cannot be read"
            continue
        name = found[2]
        if name in listed:
            yield manifest, f"line {number} names a file twice"
        listed.add(name)
        if name not in hashes:
            yield name, "it is missing"
        elif hashes[name] != found[1].lower():
            yield name, "it was changed after the bundle was made"
    for name in sorted(expected - listed):
        yield name, "no list names it"


def _info_places(text: str, payload: set[str], sizes: Mapping[str, int]) -> Iterator[Fault]:
    info = info_from(text)
    for name in (INCIDENT, ZONE):
        if text and name not in info:
            yield "bag-info.txt", f"the line {name} is missing"
    oxum = f"{sum(sizes[name] for name in payload)}.{len(payload)}"
    if info.get(OXUM, oxum) != oxum:
        yield "bag-info.txt", "the number or the size of the files is not what it says"
