"""Checkpoints of a logbook: the key and its entries, one history only, crashes and crowds."""

import random
import signal
import subprocess
import sys
import time

import pytest

from reviewlog.domain.evidence_errors import CheckpointError, KeyFileError
from reviewlog.domain.tree.checkpoint import Checkpoint, checkpoint_text, origin_of
from reviewlog.domain.tree.notes import open_note, sign_note, verifier_of
from reviewlog.domain.tree.proofs import is_consistent, is_included
from reviewlog.logbook.proving.signing import LOST, logged_keys
from tests.builders import said
from tests.domain.tree.plain import plain_root
from tests.program import Program


def leaves(logbook):
    return [bytes.fromhex(entry.leaf) for entry in logbook.store.log.everything()]


def key_entries(logbook):
    return logbook.store.log.everything(["key", "key-change"])


def test_nothing_is_made_before_a_checkpoint_is_asked_for(logbook):
    logbook.log(said("Dana", "The vase was cracked."))
    assert not logbook.store.key.path.exists()
    assert not logbook.store.checkpoints.folder.exists()
    assert key_entries(logbook) == []


def test_the_first_checkpoint_makes_the_key_and_covers_its_entry(logbook):
    logbook.log(said("Dana", "The vase was cracked."))
    kept = logbook.checkpoint()
    (entry,) = key_entries(logbook)
    log = logbook.store.log
    mine = verifier_of(origin_of(log.ours), logbook.store.key.get())
    assert (entry.kind, entry.incident, entry.rel) == ("key", None, None)
    assert entry.fields == {"public": mine.vkey}
    assert logged_keys(logbook.store) == [mine]
    root = plain_root(leaves(logbook))
    assert kept.checkpoint == Checkpoint(origin_of(log.ours), log.length(), root)
    assert entry.id.seq == kept.checkpoint.size
    assert open_note(kept.note, [mine]) == checkpoint_text(kept.checkpoint)
    assert kept.path.read_bytes() == kept.note


def test_while_nothing_is_written_the_checkpoint_stays_the_same(logbook):
    first = logbook.checkpoint()
    before = first.path.stat().st_mtime_ns
    assert logbook.checkpoint() == first
    assert first.path.stat().st_mtime_ns == before
    assert logbook.store.checkpoints.sizes() == [first.checkpoint.size]


def test_every_checkpoint_is_kept_and_goes_on_from_the_one_before(logbook):
    first = logbook.checkpoint()
    logbook.log(said("Dana", "The vase was cracked."))
    second = logbook.checkpoint()
    old, new = first.checkpoint, second.checkpoint
    assert logbook.store.checkpoints.sizes() == [old.size, new.size]
    tree, log = logbook.store.tree, logbook.store.log.ours
    proof = tree.consistency(log, old.size, new.size)
    assert is_consistent(old.size, new.size, proof, old.root, new.root)
    for index, leaf in enumerate(leaves(logbook)):
        proof = tree.inclusion(log, index, new.size)
        assert is_included(index, new.size, leaf, proof, new.root)
    assert len(key_entries(logbook)) == 1


def test_a_lost_key_is_followed_by_another_and_the_log_says_so(logbook):
    first = logbook.checkpoint()
    logbook.store.key.path.unlink()
    second = logbook.checkpoint()
    before, after = logged_keys(logbook.store)
    change = key_entries(logbook)[-1]
    assert (change.kind, change.incident) == ("key-change", None)
    assert change.fields == {"public": after.vkey, "before": before.vkey, "why": LOST}
    assert before.name == after.name
    assert before.public != after.public
    assert open_note(first.note, [before])
    assert open_note(second.note, [after])
    assert second.checkpoint.size == first.checkpoint.size + 1
    assert logbook.checkpoint() == second


def test_the_entries_of_keys_change_nothing_else(logbook):
    logbook.log(said("Dana", "The vase was cracked."))
    due = logbook.view("1")
    logbook.checkpoint()
    logbook.store.key.path.unlink()
    logbook.checkpoint()
    assert logbook.view("1") == due
    assert logbook.rebuild()
    (undone, *_) = logbook.undo().entries
    assert undone.kind == "interaction"
    assert len(key_entries(logbook)) == 2


def test_a_key_that_cannot_be_used_stops_the_signing_and_nothing_else(logbook):
    logbook.checkpoint()
    path = logbook.store.key.path
    path.write_bytes(b"garbage")
    logbook.log(said("Dana", "The vase was cracked."))
    with pytest.raises(KeyFileError) as error:
        logbook.checkpoint()
    assert error.value.reason == "damaged"
    assert path.read_bytes() == b"garbage"
    assert len(key_entries(logbook)) == 1
    path.rename(path.with_name("key.broken"))
    logbook.checkpoint()
    assert [entry.kind for entry in key_entries(logbook)] == ["key", "key-change"]


def test_a_log_that_fell_back_signs_no_second_history(logbook, tmp_path, clock):
    """A copy of the database from before the checkpoint, put back under it."""
    logbook.checkpoint()
    book = logbook.store.folder
    older = (book / "logbook.db").read_bytes()
    logbook.log(said("Dana", "The vase was cracked."))
    kept = logbook.checkpoint()
    (book / "logbook.db").write_bytes(older)
    with pytest.raises(CheckpointError) as error:
        logbook.checkpoint()
    assert (error.value.path, error.value.reason) == (str(kept.path), "forked")
    for text in ("Other words.", "More of them.", "And more."):
        logbook.log(said("Dana", text))
    with pytest.raises(CheckpointError):
        logbook.checkpoint()
    assert logbook.store.checkpoints.sizes()[-1] == kept.checkpoint.size


def test_a_file_that_our_keys_did_not_sign_does_not_stop_the_signing(logbook):
    first = logbook.checkpoint()
    folder = logbook.store.checkpoints.folder
    forged = Checkpoint(first.checkpoint.origin, 999, b"\x00" * 32)
    note = sign_note(checkpoint_text(forged), forged.origin, b"\x07" * 32)
    (folder / "000000999.txt").write_bytes(note)
    (folder / "000000998.txt").write_bytes(b"garbage")
    logbook.log(said("Dana", "The vase was cracked."))
    assert logbook.checkpoint().checkpoint.size == logbook.store.log.length()


def test_an_altered_checkpoint_is_left_as_it_is(logbook):
    kept = logbook.checkpoint()
    altered = kept.note.replace(b"\n", b"\nx", 1)
    kept.path.write_bytes(altered)
    with pytest.raises(CheckpointError) as error:
        logbook.checkpoint()
    assert error.value.reason == "damaged"
    assert kept.path.read_bytes() == altered


# What a process leaves behind that was killed between two steps


def test_a_key_without_its_entry_is_logged_by_the_next_call(logbook):
    with logbook.store.writing():
        private = logbook.store.key.get()
    logbook.checkpoint()
    assert logbook.store.key.get() == private
    assert [entry.kind for entry in key_entries(logbook)] == ["key"]


def test_an_entry_without_its_checkpoint_is_signed_by_the_next_call(logbook):
    first = logbook.checkpoint()
    first.path.unlink()
    assert logbook.checkpoint() == first
    assert len(key_entries(logbook)) == 1


SIGNS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reviewlog.domain.entry import Draft
from reviewlog.logbook.logbook import Logbook
book = Logbook.open(Path(sys.argv[1]), lambda: datetime(2026, 11, 21, tzinfo=UTC), "Europe/London")
for number in range(int(sys.argv[2])):
    if number:
        with book.store.writing():
            book.record([Draft("key-test", {"number": number})])
    print(book.checkpoint().checkpoint.size, flush=True)
"""


def signer(program, count):
    words = [sys.executable, "-c", SIGNS, str(program.book), str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, env=dict(program.env))


def assert_whole(program):
    book = program.logbook()
    try:
        last = book.checkpoint()
        kinds = [entry.kind for entry in key_entries(book)]
        keys = logged_keys(book.store)
        assert kinds == ["key"]
        said_leaves = leaves(book)
        for size in book.store.checkpoints.sizes():
            kept = book.store.checkpoints.get(size, keys)
            assert kept.checkpoint.root == plain_root(said_leaves[:size])
        assert last.checkpoint.size == len(said_leaves)
    finally:
        book.close()


def test_two_processes_at_once_make_one_key(tmp_path):
    program = Program(tmp_path)
    program.logbook().close()
    signers = [signer(program, 3) for _ in range(4)]
    for process in signers:
        printed, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert len(printed.split()) == 3
    assert_whole(program)


@pytest.mark.slow
def test_a_signer_killed_at_any_moment_is_healed_by_the_next(tmp_path):
    chance = random.Random(4)
    for attempt in range(12):
        program = Program(tmp_path, tmp_path / f"book-{attempt}")
        process = signer(program, 10_000)
        time.sleep(0.2 + chance.uniform(0, 0.7))
        process.send_signal(signal.SIGKILL)
        printed, _ = process.communicate(timeout=20)
        assert_whole(program)
        book = program.logbook()
        assert set(map(int, printed.split()[:-1])) <= set(book.store.checkpoints.sizes())
        book.close()
