"""Time stamps over seals: kept by the seal's hash, whole, in the order of their services."""

import pytest

from reviewlog.domain.errors import BookError
from reviewlog.store.checkpoints import Checkpoints, slug_of
from reviewlog.store.seals import KeptStamp, Seals

SEAL, OTHER = "a" * 64, "b" * 64
FIRST, SECOND = "https://tsa.example/one", "https://tsa.example/two"


def test_what_is_kept_comes_back_by_the_seal(tmp_path):
    seals = Seals(tmp_path / "checkpoints" / "seals")
    assert seals.stamps(SEAL) == []
    seals.put(SEAL, SECOND, b"second", None)
    seals.put(SEAL, FIRST, b"first", b"chain")
    seals.put(OTHER, FIRST, b"other", None)
    known = {stamp.slug: stamp for stamp in seals.stamps(SEAL)}
    assert known == {
        slug_of(FIRST): KeptStamp(slug_of(FIRST), b"first", b"chain"),
        slug_of(SECOND): KeptStamp(slug_of(SECOND), b"second", None),
    }
    assert [stamp.slug for stamp in seals.stamps(SEAL)] == sorted(known)
    folder = tmp_path / "checkpoints" / "seals"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_seals_are_not_taken_for_checkpoints(tmp_path):
    Seals(tmp_path / "seals").put(SEAL, FIRST, b"first", b"chain")
    assert Checkpoints(tmp_path).sizes() == []
    assert Checkpoints(tmp_path).tokens() == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "seals").write_text("in the way")
    with pytest.raises(BookError):
        Seals(tmp_path / "seals").put(SEAL, FIRST, b"first", None)
