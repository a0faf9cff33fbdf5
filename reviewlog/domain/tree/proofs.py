"""Proofs out of the log tree, made and checked: RFC 6962 section 2.1, RFC 9162 section 2.1.

A leaf is named by its index from 0; a tree is named by its size.
"""

from collections.abc import Callable, Sequence

from reviewlog.domain.tree.hashing import HASH_BYTES, joined, node_hash

Nodes = Callable[[int, int], bytes]
"""Gives the root of a complete subtree: of 2 to the power of level leaves, at place (from 0)."""


def range_root(start: int, end: int, node: Nodes) -> bytes:
    """Return the root over the leaves from start up to end, where a subtree begins at start."""
    complete = []
    while start < end:
        level = (end - start).bit_length() - 1
        complete.append(node(level, start >> level))
        start += 1 << level
    return joined(complete)


def inclusion_proof(index: int, size: int, node: Nodes) -> list[bytes]:
    """Return the hashes that lead from a leaf to the root, from below.

    Raises ValueError when the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    proof, start, end = [], 0, size
    while end - start > 1:
        middle = _middle(start, end)
        if index < middle:
            proof.append(range_root(middle, end, node))
            end = middle
        else:
            proof.append(range_root(start, middle, node))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, node: Nodes) -> list[bytes]:
    """Return the hashes that show a tree of one size to be the beginning of a larger one.

    Raises ValueError when it cannot be: nothing is shown about an empty tree.
    """
    if not 0 < old <= new:
        raise ValueError(f"no proof from a tree of {old} to one of {new}")
    proof, start, end = [], 0, new
    while end != old:
        middle = _middle(start, end)
        if old <= middle:
            proof.append(range_root(middle, end, node))
            end = middle
        else:
            proof.append(range_root(start, middle, node))
            start = middle
    if start:  # else the part that both share is the old tree itself, whose root is known
        proof.append(range_root(start, end, node))
    return proof[::-1]


def _middle(start: int, end: int) -> int:
    """Where a tree divides: the largest power of two below its size is on the left."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def is_included(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from a leaf at its index to the root of a tree."""
    if not 0 <= index < size or not _are_hashes([leaf, root, *proof]):
        return False
    place, last, found = index, size - 1, leaf
    for other in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(other, found)
            place, last = _up_to_a_right_one(place, last)
        else:
            found = node_hash(found, other)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """Whether the proof shows the old tree to be the beginning of the new one."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not proof or not _are_hashes([old_root, new_root, *proof]):
        return False
    place, last = _up_to_a_left_one(old - 1, new - 1)
    was = now = path[0]
    for other in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            was, now = node_hash(other, was), node_hash(other, now)
            place, last = _up_to_a_right_one(place, last)
        else:
            now = node_hash(now, other)
        place, last = place >> 1, last >> 1
    return last == 0 and (was, now) == (old_root, new_root)


def _up_to_a_right_one(place: int, last: int) -> tuple[int, int]:
    """Skip the levels at which the last node stands alone and moves up as it is."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _up_to_a_left_one(place: int, last: int) -> tuple[int, int]:
    """Skip the levels that lie inside the largest complete subtree at the old right edge."""
    while place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _are_hashes(values: Sequence[bytes]) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
