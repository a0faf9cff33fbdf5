"""Checkpoints and proof files: what is written is read back, what is loose is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.tree.checkpoint import (
    Checkpoint,
    checkpoint_text,
    origin_of,
    read_checkpoint,
)
from reviewlog.domain.tree.hashing import EMPTY_ROOT
from reviewlog.domain.tree.notes import BadNoteError, sign_note
from reviewlog.domain.tree.prooffile import PROOF_CAP, Proof, proof_text, read_proof

ORIGIN = origin_of("5786d8966d4c6d07f7a83e83e12e2f4a")
TEXT = checkpoint_text(Checkpoint(ORIGIN, 123, EMPTY_ROOT))
NOTE = sign_note(TEXT, ORIGIN, bytes(range(32)))
HASHES = st.binary(min_size=32, max_size=32)


@given(st.integers(0, 10**18 - 1), HASHES)
def test_a_checkpoint_is_read_back(size, root):
    checkpoint = Checkpoint(ORIGIN, size, root)
    assert read_checkpoint(checkpoint_text(checkpoint)) == checkpoint


def test_the_example_of_the_specification_is_read():
    text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    checkpoint = read_checkpoint(text)
    assert checkpoint[:2] == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint_text(checkpoint) == text


def test_lines_that_extend_a_checkpoint_are_passed_over():
    assert read_checkpoint(TEXT + "more\n") == read_checkpoint(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        TEXT.removesuffix("\n"),
        TEXT + "\n",
        TEXT.replace(ORIGIN, ""),
        TEXT.replace("123", "0123"),
        TEXT.replace("123", "-1"),
        TEXT.replace("123", "1 "),
        TEXT.replace("123", "\u0661"),
        TEXT.replace("123", "1" + "0" * 18),
        TEXT.replace("123", "1_0"),
        TEXT.replace("=", ""),
        f"{ORIGIN}\n1\nQUJD\n",
    ],
)
def test_a_loose_checkpoint_is_refused(text):
    with pytest.raises(BadNoteError):
        read_checkpoint(text)


@given(st.integers(0, 10**18 - 1), st.lists(HASHES, max_size=60))
def test_a_proof_file_is_read_back(place, hashes):
    assert read_proof(proof_text(place, hashes, NOTE)) == Proof(place, tuple(hashes), NOTE)


def test_a_proof_file_has_the_form_of_the_specification():
    lines = proof_text(5, [EMPTY_ROOT], NOTE).decode().split("\n")
    assert lines[:4] == [
        "c2sp.org/tlog-proof@v1",
        "index 5",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "",
    ]
    assert "\n".join(lines[4:]).encode() == NOTE


def test_extra_data_is_passed_over():
    plain = proof_text(5, [EMPTY_ROOT], NOTE)
    extra = plain.replace(b"@v1\n", b"@v1\nextra QUJD\n")
    assert read_proof(extra) == read_proof(plain)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"@v1", b"@v2"),
        (b"@v1\n", b"@v1\nextra QUJ\n"),
        (b"index 5", b"index 05"),
        (b"index 5", b"index five"),
        (b"index 5\n", b""),
        (b"index 5\n", b"index 5\nQUJD\n"),
        (b"47DE", b"47D\xc3\xa9"),
        (b"47DE", b"x" * PROOF_CAP),
        (b"\n\n", b"\n"),
    ],
)
def test_a_loose_proof_file_is_refused(old, new):
    raw = proof_text(5, [EMPTY_ROOT], NOTE)
    assert old in raw
    with pytest.raises(BadNoteError):
        read_proof(raw.replace(old, new))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_and_never_a_crash(raw):
    with pytest.raises(BadNoteError):
        read_proof(raw)
