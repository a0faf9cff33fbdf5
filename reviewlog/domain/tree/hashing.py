"""Nodes and roots of the log tree, as RFC 6962 hashes them; the leaves come from `sealing`."""

import hashlib
from collections.abc import Iterable

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of a log without entries."""


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash over two neighbours: SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a tree that grows leaf by leaf: all that the next root needs."""

    def __init__(self) -> None:
        self.size = 0
        self._complete: list[bytes] = []
        """Roots of complete subtrees, the largest first: one for each 1 in the binary size."""

    def add(self, leaf: bytes) -> None:
        """Take the next leaf in."""
        rest, root = self.size, leaf
        while rest & 1:
            root = node_hash(self._complete.pop(), root)
            rest >>= 1
        self._complete.append(root)
        self.size += 1

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        return joined(self._complete)


def joined(complete: Iterable[bytes]) -> bytes:
    """Return the root over complete subtrees that stand side by side, the largest first."""
    left = list(complete)
    if not left:
        return EMPTY_ROOT
    root = left.pop()
    while left:
        root = node_hash(left.pop(), root)
    return root


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaves, or over the roots of complete subtrees of one size."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.add(leaf)
    return frontier.root()
