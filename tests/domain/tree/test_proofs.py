"""Proofs: those made are accepted, those altered are not, and what others wrote agrees."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewlog.domain.tree.proofs import (
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    range_root,
)
from tests.domain.tree.plain import leaves_of, nodes_over, plain_path, plain_root, plain_subproof

LEAVES = leaves_of(70)
ROOTS = [plain_root(LEAVES[:size]) for size in range(len(LEAVES) + 1)]
NODE = nodes_over(LEAVES)


@pytest.mark.parametrize("size", range(1, len(LEAVES) + 1))
def test_every_leaf_of_every_tree_is_proved(size):
    assert range_root(0, size, NODE) == ROOTS[size]
    for index in range(size):
        proof = inclusion_proof(index, size, NODE)
        assert proof == plain_path(index, LEAVES[:size])
        assert is_included(index, size, LEAVES[index], proof, ROOTS[size])


@pytest.mark.parametrize("new", range(1, len(LEAVES) + 1))
def test_every_tree_is_proved_to_be_the_beginning_of_every_later_one(new):
    for old in range(1, new + 1):
        proof = consistency_proof(old, new, NODE)
        assert proof == plain_subproof(old, LEAVES[:new])
        assert is_consistent(old, new, proof, ROOTS[old], ROOTS[new])


def flipped(raw: bytes, bit: int) -> bytes:
    number = int.from_bytes(raw, "big") ^ (1 << bit)
    return number.to_bytes(len(raw), "big")


BITS = st.integers(0, 255)


@given(st.data(), st.integers(1, len(LEAVES)), BITS)
def test_a_flipped_bit_anywhere_breaks_an_inclusion_proof(data, size, bit):
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, NODE)
    parts = [LEAVES[index], ROOTS[size], *proof]
    which = data.draw(st.integers(0, len(parts) - 1))
    parts[which] = flipped(parts[which], bit)
    leaf, root, *hashes = parts
    assert not is_included(index, size, leaf, hashes, root)


@given(st.data(), st.integers(2, len(LEAVES)), BITS)
def test_a_flipped_bit_anywhere_breaks_a_consistency_proof(data, new, bit):
    old = data.draw(st.integers(1, new - 1))
    parts = [ROOTS[old], ROOTS[new], *consistency_proof(old, new, NODE)]
    which = data.draw(st.integers(0, len(parts) - 1))
    parts[which] = flipped(parts[which], bit)
    old_root, new_root, *hashes = parts
    assert not is_consistent(old, new, hashes, old_root, new_root)


@given(st.data(), st.integers(1, len(LEAVES)))
def test_a_proof_holds_for_its_own_place_only(data, size):
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(-1, len(LEAVES)))
    assume(other != index)
    proof = inclusion_proof(index, size, NODE)
    assert not is_included(other, size, LEAVES[index], proof, ROOTS[size])


@given(st.data(), st.integers(1, len(LEAVES)), st.sampled_from(["shorter", "longer", "odd"]))
def test_a_proof_of_another_length_does_not_hold(data, size, change):
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, NODE)
    assume(proof or change != "shorter")
    changed = {"shorter": proof[:-1], "longer": [*proof, ROOTS[3]], "odd": [*proof, b"short"]}
    assert not is_included(index, size, LEAVES[index], changed[change], ROOTS[size])


@given(st.integers(-3, 80), st.integers(-3, 80), st.lists(st.binary(max_size=33), max_size=8))
def test_nonsense_is_refused_and_never_a_crash(a, b, proof):
    assert not is_included(a, b, LEAVES[0], proof, b"\x00" * 32)
    assert not is_consistent(a, b, proof, LEAVES[0], LEAVES[1])


@pytest.mark.parametrize(("index", "size"), [(0, 0), (-1, 3), (3, 3)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(index, size):
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_proof(index, size, NODE)


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 3), (4, 3), (-1, 2)])
def test_there_is_no_proof_from_nothing_or_backwards(old, new):
    with pytest.raises(ValueError, match="no proof"):
        consistency_proof(old, new, NODE)
    assert not is_consistent(old, new, [], ROOTS[0], ROOTS[0])
