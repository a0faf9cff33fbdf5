"""A picture with parts blacked out is told as a copy, and its original as something that is kept."""

import hashlib

import pytest

from reviewlog.logbook.said import Capture
from tests.bundle.conftest import Desk, checked, png
from tests.bundle.test_bundle_report import text_of


@pytest.fixture
def copied(story: Desk) -> Desk:
    """The first exhibit has a copy with parts blacked out, the third."""
    book = story.book
    copy = story.file("copy.png", png(44, 33))
    book.attach("1", (copy,), None, "Blackened", Capture(redacts="E1"))
    return story


@pytest.mark.parametrize("word", ["google", "lawyer", "court"])
def test_a_copy_is_called_a_copy(copied: Desk, tmp_path, word: str) -> None:
    bag = copied.bag(word)
    page = text_of(bag["START-HERE.html"])
    assert "E3 is a copy with parts blacked out." in page
    assert "exactly as taken in" not in page
    assert "data/exhibits/E1.png" not in bag
    assert checked(bag, tmp_path / "bag") == []


@pytest.mark.parametrize("word", ["lawyer", "court"])
def test_the_original_is_named_by_its_hash_where_it_may_be_asked_for(
    copied: Desk, word: str
) -> None:
    bag = copied.bag(word)
    parent = hashlib.sha256(png()).hexdigest()
    for name in ("START-HERE.html", "data/report.html"):
        assert parent in bag[name].decode(), name
    assert "the original" in text_of(bag["data/report.html"])


def test_without_a_copy_the_files_are_as_they_were_taken_in(story: Desk) -> None:
    assert "exactly as taken in" in text_of(story.bag("court")["START-HERE.html"])
