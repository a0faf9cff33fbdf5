"""RFC 6962 section 2.1 word for word: slow, and short enough to be believed."""

import hashlib
from collections.abc import Sequence

from reviewlog.domain.tree.proofs import Nodes


def leaves_of(size: int) -> list[bytes]:
    """Leaves that differ from each other."""
    return [hashlib.sha256(b"\x00" + str(number).encode()).digest() for number in range(size)]


def plain_root(leaves: Sequence[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = largest_power_below(len(leaves))
    return hashlib.sha256(b"\x01" + plain_root(leaves[:half]) + plain_root(leaves[half:])).digest()


def plain_path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    half = largest_power_below(len(leaves))
    if index < half:
        return [*plain_path(index, leaves[:half]), plain_root(leaves[half:])]
    return [*plain_path(index - half, leaves[half:]), plain_root(leaves[:half])]


def plain_subproof(old: int, leaves: Sequence[bytes], *, whole: bool = True) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [plain_root(leaves)]
    half = largest_power_below(len(leaves))
    if old <= half:
        return [*plain_subproof(old, leaves[:half], whole=whole), plain_root(leaves[half:])]
    rest = plain_subproof(old - half, leaves[half:], whole=False)
    return [*rest, plain_root(leaves[:half])]


def largest_power_below(number: int) -> int:
    power = 1
    while power * 2 < number:
        power *= 2
    return power


def nodes_over(leaves: Sequence[bytes]) -> Nodes:
    """Complete subtrees straight from the leaves."""
    return lambda level, place: plain_root(leaves[place << level : (place + 1) << level])
