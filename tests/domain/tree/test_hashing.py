"""The tree against the plain words of RFC 6962."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.tree.hashing import EMPTY_ROOT, Frontier, node_hash, root_of
from tests.domain.tree.plain import leaves_of, plain_root


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=70))
def test_the_root_of_a_growing_tree_is_the_one_of_the_definition(leaves):
    frontier = Frontier()
    for size, leaf in enumerate(leaves, 1):
        frontier.add(leaf)
        assert frontier.size == size
        assert frontier.root() == plain_root(leaves[:size])
    assert root_of(leaves) == plain_root(leaves)


def test_the_known_roots_come_out():
    """The seven inputs of Certificate Transparency's own tests."""
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
              "606162636465666768696a6b6c6d6e6f"]  # fmt: skip
    leaves = [hashlib.sha256(b"\x00" + bytes.fromhex(text)).digest() for text in inputs]
    assert root_of([]) == EMPTY_ROOT == hashlib.sha256(b"").digest()
    assert root_of(leaves[:1]).hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    assert root_of(leaves).hex() == (
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    )


def test_a_leaf_cannot_pass_for_a_node():
    left, right = leaves_of(2)
    assert node_hash(left, right) != hashlib.sha256(b"\x00" + left + right).digest()
    assert node_hash(left, right) != node_hash(right, left)
