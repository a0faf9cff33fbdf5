"""What changed from one version of a text to another, word by word."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

KEPT, GONE, ADDED = WHATS = ("kept", "gone", "added")
_PIECE = re.compile(r"\s*+\S++(?:\s++\Z)?")
MOST = 100_000_000
"""Pairs of words that are compared: it takes a bit of memory for each."""

Said = Iterator[tuple[str, str]]


class Change(NamedTuple):
    """A stretch of a text that was kept, is gone or was added."""

    what: str
    text: str
    """Its words with the blanks before them: what was kept or added makes up the new text."""


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Return how a text became another; other blanks and line ends are no change."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    return tuple(
        Change(what, "".join(piece for _, piece in pieces))
        for what, pieces in groupby(_said(before, after), key=lambda pair: pair[0])
    )


def _said(before: list[str], after: list[str]) -> Said:
    """Set the ends that are the same apart: what is left is mostly short."""
    ours, theirs = [p.strip() for p in before], [p.strip() for p in after]
    head = _same(ours, theirs)
    tail = _same(ours[head:][::-1], theirs[head:][::-1])
    yield from ((KEPT, piece) for piece in after[:head])
    yield from _between(before[head : len(before) - tail], after[head : len(after) - tail])
    yield from ((KEPT, piece) for piece in after[len(after) - tail :])


def _same(one: list[str], other: list[str]) -> int:
    """Return how many words two lists have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _between(before: list[str], after: list[str]) -> Said:
    if not before or not after or len(before) * len(after) > MOST:
        yield from ((GONE, piece) for piece in before)
        yield from ((ADDED, piece) for piece in after)
        return
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes([p.strip() for p in before], [p.strip() for p in after])
    for is_kept, group in groupby(steps, key=lambda step: step.tag == "equal"):
        some = list(group)
        gone = before[some[0].src_start : some[-1].src_end]
        added = after[some[0].dest_start : some[-1].dest_end]
        if is_kept:
            yield from ((KEPT, piece) for piece in added)
            continue
        yield from ((GONE, piece) for piece in gone)
        yield from ((ADDED, piece) for piece in added)
