"""The tree over stored leaves: kept subtrees change nothing but the speed."""

import random
import sqlite3

import pytest

from reviewlog.domain.entry import Draft
from reviewlog.domain.tree.hashing import EMPTY_ROOT, root_of
from reviewlog.domain.tree.proofs import is_consistent, is_included
from reviewlog.store import tree as kept
from reviewlog.store.book import Store
from reviewlog.store.connection import BrokenRowError
from tests.domain.tree.plain import nodes_over, plain_path, plain_root, plain_subproof
from tests.fakes import SATURDAY
from tests.store.old import a_first_version

SUBTREES = "SELECT level, place, hash FROM subtrees ORDER BY level, place"


def append(store, count):
    with store.writing():
        for _ in range(count):
            store.log.append([Draft("note", {}, "i1")], SATURDAY)


def leaves(store):
    return [bytes.fromhex(entry.leaf) for entry in store.log.everything()]


@pytest.fixture
def narrow(monkeypatch):
    """Subtrees of 4, 16 and 64 leaves: the same code, with three levels in a small log."""
    monkeypatch.setattr(kept, "SPAN", 4)
    monkeypatch.setattr(kept, "HALVINGS", 2)
    monkeypatch.setattr("reviewlog.store.log.SPAN", 4)


def test_a_log_without_entries_has_the_empty_root(store):
    assert store.tree.root(store.log.ours, 0) == EMPTY_ROOT
    with pytest.raises(ValueError, match="no leaf"):
        store.tree.inclusion(store.log.ours, 0, 0)


def test_roots_and_proofs_are_those_of_the_definition_at_every_size(store, narrow):
    append(store, 150)
    log, said = store.log.ours, leaves(store)
    roots = [plain_root(said[:size]) for size in range(151)]
    assert [store.tree.root(log, size) for size in range(151)] == roots
    chance = random.Random(1)
    for size in range(1, 151):
        index, old = chance.randrange(size), chance.randrange(1, size + 1)
        proof = store.tree.inclusion(log, index, size)
        assert proof == plain_path(index, said[:size])
        assert is_included(index, size, said[index], proof, roots[size])
        proof = store.tree.consistency(log, old, size)
        assert proof == plain_subproof(old, said[:size])
        assert is_consistent(old, size, proof, roots[old], roots[size])


def test_every_node_is_the_one_over_the_leaves(store, narrow):
    append(store, 150)
    node = nodes_over(leaves(store))
    for level in range(8):
        for place in range(150 >> level):
            assert store.tree.node(store.log.ours, level, place) == node(level, place)


def test_subtrees_are_kept_the_moment_they_are_complete(store, plain):
    append(store, 255)
    assert plain.execute(SUBTREES).fetchall() == []
    append(store, 1)
    said = leaves(store)
    assert plain.execute(SUBTREES).fetchall() == [(1, 0, root_of(said[:256]))]
    append(store, 256)
    assert [row[:2] for row in plain.execute(SUBTREES)] == [(1, 0), (1, 1)]


def test_a_command_that_crosses_the_border_keeps_its_subtree(store, plain):
    append(store, 250)
    with store.writing():
        store.log.append([Draft("note", {}, "i1")] * 20, SATURDAY)
    assert plain.execute(SUBTREES).fetchall() == [(1, 0, root_of(leaves(store)[:256]))]


def test_what_is_rolled_back_leaves_no_subtree(store, plain):
    def fails():
        with store.writing():
            store.log.append([Draft("note", {}, "i1")], SATURDAY)
            raise ZeroDivisionError

    append(store, 255)
    with pytest.raises(ZeroDivisionError):
        fails()
    assert plain.execute(SUBTREES).fetchall() == []


def test_three_levels_are_kept_and_made_again_the_same(store, plain, narrow):
    append(store, 70)
    before = plain.execute(SUBTREES).fetchall()
    assert [row[:2] for row in before] == (
        [(1, place) for place in range(17)] + [(2, place) for place in range(4)] + [(3, 0)]
    )
    with store.writing():
        store.tree.rebuild()
    assert plain.execute(SUBTREES).fetchall() == before


def test_missing_subtrees_cost_time_and_nothing_else(store, plain, narrow):
    append(store, 63)
    plain.execute("DELETE FROM subtrees WHERE level = 2 OR place % 2")
    append(store, 1)
    root = plain_root(leaves(store))
    assert store.tree.root(store.log.ours, 64) == root
    assert plain.execute("SELECT hash FROM subtrees WHERE level = 3").fetchall() == [(root,)]


def test_a_leaf_that_is_gone_is_said(store, plain):
    append(store, 20)
    plain.execute("DROP TRIGGER entries_never_go")
    plain.execute("DELETE FROM disclosures")
    plain.execute("DELETE FROM entries WHERE seq = 7")
    with pytest.raises(BrokenRowError):
        store.tree.root(store.log.ours, 20)


def test_an_older_logbook_gets_its_subtrees_when_it_is_opened(folder):
    store = Store.open(folder)
    append(store, 300)
    rows = store._connection.execute("SELECT * FROM entries").fetchall()
    log = store.log.ours
    expected = store._connection.execute(SUBTREES).fetchall()
    store.close()
    (folder / "logbook.db").unlink()
    old = sqlite3.connect(folder / "logbook.db", isolation_level=None)
    a_first_version(old)
    old.execute("INSERT INTO logs VALUES (?, '', 1)", (log,))
    old.executemany("INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?)", rows)
    old.close()

    upgraded = Store.open(folder)
    assert upgraded._connection.execute(SUBTREES).fetchall() == expected
    assert len(expected) == 1
    upgraded.close()


def test_the_logs_of_two_writers_are_two_trees(store, plain):
    append(store, 5)
    own = store.tree.root(store.log.ours, 5)
    plain.execute("INSERT INTO logs VALUES ('other', 'K', 0)")
    rows = plain.execute("SELECT * FROM entries ORDER BY seq LIMIT 3").fetchall()
    for row in rows:
        plain.execute("INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?)", ("other", *row[1:]))
    assert store.tree.root(store.log.ours, 5) == own
    assert store.tree.root("other", 3) == plain_root([row[3] for row in rows])
