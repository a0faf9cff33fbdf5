"""Checking the time stamps: over exactly these bytes, and what they say about when."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import accumulate
from typing import NamedTuple

from reviewlog.bundle.checking.lines import Line
from reviewlog.bundle.checking.proofs import Raw, Signed
from reviewlog.bundle.packing.seal import LOOSE, SEAL, Seal
from reviewlog.bundle.telling.proofnames import checkpoint_name
from reviewlog.domain.checked import Outside, Place, Remark
from reviewlog.domain.time.moment import utc_from_text, utc_text
from reviewlog.domain.tree.checkpoint import origin_of
from reviewlog.store.checking.lateness import AHEAD, LATE
from reviewlog.sync.tokens import TokenFacts, check_token

_TOKEN = re.compile(r"proof/([0-9]{9,18})\.([a-z0-9-]{1,80})\.tsr")
_PEM = re.compile(rb"(-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n)+")
_FAULTS: Mapping[str | None, str] = {
    "other-data": "it is not a time stamp of {}: of something else, or of another checkpoint",
    "broken": "its signature or its certificate does not hold",
    "no-stamp": "it is no time stamp",
}


class Token(NamedTuple):
    """A time stamp in the bundle, checked."""

    name: str
    over: str
    """The file that it is to stamp."""
    size: int
    """How many of the first entries of the log that file covers; 0 where it does not hold."""
    facts: TokenFacts
    service: str


def tokens_of(raw: Raw, signed: Signed, seal: Seal | None, roots: bytes) -> list[Token]:
    """Return every time stamp, checked against the certificates that are trusted."""
    found = []
    for name in sorted(raw):
        size, loose = _TOKEN.fullmatch(name), LOOSE.fullmatch(name)
        if size is not None:
            over = checkpoint_name(int(size[1]))
            covered = int(size[1]) if int(size[1]) in signed.checkpoints else 0
            found.append(_token(raw, name, over, covered, roots, size[2]))
        elif loose is not None and loose[2] == "tsr":
            covered = seal.size if seal else 0
            found.append(_token(raw, name, SEAL, covered, roots, loose[1]))
    return found


def _token(raw: Raw, name: str, over: str, size: int, roots: bytes, slug: str) -> Token:
    facts = check_token(raw[name], raw.get(over, b""), roots)
    return Token(name, over, size, facts, facts.signer or slug)


def token_places(raw: Raw, tokens: Iterable[Token]) -> Iterator[Place]:
    """Yield every time stamp that does not hold, and certificates that belong to none."""
    known = {}
    for token in tokens:
        known[token.name] = token.facts
        if token.over not in raw:
            yield Place("tokens", token.name, f"{token.over}, which it stamps, is missing")
        elif token.facts.state == "faulty":
            what = _FAULTS[token.facts.fault].format(token.over)
            yield Place("tokens", token.name, what)
    for name in raw:
        if (
            LOOSE.fullmatch(name)
            and name.endswith(".pem")
            and not _is_chain(raw[name], known.get(f"{name[:-3]}tsr"))
        ):
            yield Place("tokens", name, "it does not hold the certificates of a time stamp here")


def _is_chain(pem: bytes, facts: TokenFacts | None) -> bool:
    """Whether certificates beside the seal, which no list names, are those of its time stamp."""
    if facts is None or not _PEM.fullmatch(pem):
        return False
    said = set(facts.chain.encode("ascii").split(b"-----END")) if facts.chain else None
    return said is None or set(pem.split(b"-----END")) == said


def outside_of(tokens: Iterable[Token]) -> list[Outside]:
    """Return who knew how much of the log when, the earliest first; only what is certain."""
    found = [
        Outside(token.size, token.facts.at, token.service)
        for token in tokens
        if token.facts.state == "checked" and token.facts.at is not None and token.size
    ]
    return sorted(found, key=lambda known: (known.at, known.size))


def token_remarks(tokens: Iterable[Token]) -> Iterator[Remark]:
    """Yield what is to be said of time stamps that could not be checked to the end."""
    for token in tokens:
        if token.facts.state in ("untrusted", "unparsed"):
            at = utc_text(token.facts.at) if token.facts.at else None
            facts = {"name": token.name, "service": token.service, "at": at}
            yield Remark(token.facts.state, facts)


def time_remarks(lines: Iterable[Line], signed: Signed, outside: list[Outside]) -> Iterator[Remark]:
    """Yield what the times from outside show of the times that the entries claim."""
    if not outside:
        yield Remark("no-time")
        return
    gaps, unstamped = [], 0
    known_at = _Known(outside)
    for line in lines:
        claimed, known = _claimed(line), known_at(line.header["seq"])
        if known is None or origin_of(line.header["log"]) != signed.origin:
            unstamped += 1
        elif claimed is not None:
            gaps.append((line.header["seq"], known - claimed))
    yield from _gap("late", [(seq, gap) for seq, gap in gaps if gap > LATE])
    yield from _gap("ahead", [(seq, -gap) for seq, gap in gaps if -gap > AHEAD])
    if unstamped:
        yield Remark("unstamped", {"count": unstamped})


def _gap(key: str, gaps: list[tuple[int, timedelta]]) -> Iterator[Remark]:
    """Yield how many entries are concerned, the first of them, and the longest gap."""
    if gaps:
        longest = max(gap for _, gap in gaps)
        facts = {"count": len(gaps), "first": min(gaps)[0], "days": longest.days}
        yield Remark(key, facts | {"minutes": int(longest.total_seconds() // 60)})


class _Known:
    """Tells when somebody outside first knew of an entry."""

    def __init__(self, outside: list[Outside]) -> None:
        by_size = sorted((one.size, one.at) for one in outside)
        self._sizes = [size for size, _ in by_size]
        self._earliest = list(accumulate((at for _, at in reversed(by_size)), min))[::-1]

    def __call__(self, seq: int) -> datetime | None:
        place = bisect_left(self._sizes, seq)
        return self._earliest[place] if place < len(self._sizes) else None


def _claimed(line: Line) -> datetime | None:
    try:
        claimed = utc_from_text(line.header["recorded_at"])
    except ValueError:
        return None
    return claimed if claimed.tzinfo is not None else None
