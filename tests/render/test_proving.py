import pytest

from reviewlog.domain.evidence_errors import (
    CHECKPOINT_REASONS,
    KEY_REASONS,
    CheckpointError,
    KeyFileError,
)
from reviewlog.render.sentences import explain


@pytest.mark.parametrize("reason", KEY_REASONS)
def test_every_fault_of_the_key_has_its_words(reason):
    words = explain(KeyFileError("/book\x1b/key", reason))
    assert "key that signs for this logbook" in words
    assert "\x1b" not in words


def test_a_key_that_others_can_read_comes_with_the_line_that_mends_it():
    words = explain(KeyFileError("/my book/key", "open"))
    assert words.splitlines()[-1] == "  chmod 600 '/my book/key'"


@pytest.mark.parametrize("reason", CHECKPOINT_REASONS)
def test_every_fault_of_a_checkpoint_has_its_words(reason):
    words = explain(CheckpointError("/book/checkpoints/000000005.txt", reason))
    assert "Nothing was signed." in words
    assert "000000005.txt" in words
