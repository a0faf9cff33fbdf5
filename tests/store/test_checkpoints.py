"""The folder of checkpoints: written whole, never written over."""

import os
import stat

import pytest

from reviewlog.domain.errors import BookError
from reviewlog.domain.evidence_errors import CheckpointError
from reviewlog.domain.tree.checkpoint import Checkpoint, checkpoint_text
from reviewlog.domain.tree.notes import BadNoteError, sign_note, verifier_of
from reviewlog.store.checkpoints import Checkpoints, slug_of

PRIVATE = bytes(range(32))
MINE = verifier_of("reviewlog/a", PRIVATE)
SERVICE = "https://freetsa.example/tsr"


def note_of(size, root=b"\x01" * 32):
    text = checkpoint_text(Checkpoint("reviewlog/a", size, root))
    return sign_note(text, "reviewlog/a", PRIVATE)


@pytest.fixture
def checkpoints(tmp_path):
    return Checkpoints(tmp_path / "checkpoints")


def test_there_are_none_at_first(checkpoints):
    assert checkpoints.sizes() == []
    assert checkpoints.tokens() == []
    assert checkpoints.note(3) is None
    with pytest.raises(BadNoteError):
        checkpoints.get(3)


def test_a_note_is_kept_byte_for_byte_under_its_size(checkpoints):
    path = checkpoints.put(123, note_of(123))
    assert path.name == "000000123.txt"
    assert path.read_bytes() == note_of(123) == checkpoints.note(123)
    kept = checkpoints.get(123, [MINE])
    assert (kept.path, kept.checkpoint.size) == (path, 123)
    assert stat.S_IMODE(checkpoints.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_sizes_are_counted_as_numbers(checkpoints):
    for size in (2, 1_000_000_000, 10):
        checkpoints.put(size, note_of(size))
    (checkpoints.folder / "000000004.txt.part").write_bytes(b"")
    (checkpoints.folder / "4.txt").write_bytes(b"")
    assert checkpoints.sizes() == [2, 10, 1_000_000_000]


def test_a_note_is_never_written_over(checkpoints):
    path = checkpoints.put(5, note_of(5))
    assert checkpoints.put(5, note_of(5)) == path
    with pytest.raises(CheckpointError) as error:
        checkpoints.put(5, note_of(5, b"\x02" * 32))
    assert (error.value.path, error.value.reason) == (str(path), "damaged")
    assert path.read_bytes() == note_of(5)


@pytest.mark.parametrize(
    "raw", [b"", b"garbage", note_of(6), note_of(5).replace(b"a", b"b"), b"x" * 200_000]
)
def test_what_is_not_the_checkpoint_of_its_size_is_refused(checkpoints, raw):
    checkpoints.put(5, note_of(5))
    checkpoints.path(5).write_bytes(raw)
    with pytest.raises(BadNoteError):
        checkpoints.get(5, [MINE])


def test_tokens_lie_beside_their_note(checkpoints):
    checkpoints.put(5, note_of(5))
    first = checkpoints.put_token(5, SERVICE, b"token", b"chain")
    second = checkpoints.put_token(5, "http://other.example/", b"token", None)
    later = checkpoints.put_token(7, SERVICE, b"token", b"chain")
    assert first.path.name == f"000000005.{slug_of(SERVICE)}.tsr"
    assert first.path.read_bytes() == b"token"
    assert first.chain is not None
    assert first.chain.read_bytes() == b"chain"
    assert second.chain is None
    assert checkpoints.tokens(5) == sorted([first, second])
    assert checkpoints.tokens() == [*sorted([first, second]), later]
    assert checkpoints.sizes() == [5]


def test_a_second_token_of_a_service_lies_beside_the_first(checkpoints):
    first = checkpoints.put_token(5, SERVICE, b"one", b"chain")
    assert checkpoints.put_token(5, SERVICE, b"one", b"chain") == first
    second = checkpoints.put_token(5, SERVICE, b"two", b"chain")
    third = checkpoints.put_token(5, SERVICE, b"three", b"other")
    paths = [token.path for token in (first, second, third)]
    assert [path.read_bytes() for path in paths] == [b"one", b"two", b"three"]
    assert len(checkpoints.tokens(5)) == 3


def test_a_chain_left_alone_by_a_crash_is_taken_up(checkpoints):
    kept = checkpoints.put_token(5, SERVICE, b"one", b"chain")
    kept.path.unlink()
    assert checkpoints.tokens() == []
    assert checkpoints.put_token(5, SERVICE, b"one", b"chain") == kept


@pytest.mark.parametrize(
    "service", [SERVICE, "", "http://", "https://" + "a" * 500, "http://ü/../../x", "HTTP://A:80"]
)
def test_the_name_of_a_service_is_harmless_and_its_own(checkpoints, service):
    assert slug_of(service) != slug_of(service + "x")
    token = checkpoints.put_token(1, service, b"token", None)
    assert token.path.parent == checkpoints.folder
    assert len(token.path.name) < 80
    assert checkpoints.tokens() == [token]


def test_a_full_disk_leaves_nothing_behind(checkpoints, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BookError) as error:
            checkpoints.put(5, note_of(5))
    assert error.value.reason == "full"
    assert list(checkpoints.folder.iterdir()) == []
    checkpoints.put(5, note_of(5))
    assert checkpoints.sizes() == [5]


def test_a_file_in_the_way_of_the_folder_is_said(checkpoints):
    checkpoints.folder.write_text("mine")
    with pytest.raises(BookError) as error:
        checkpoints.put(5, note_of(5))
    assert error.value.reason == "read-only"
