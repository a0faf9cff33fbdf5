"""The words for what is to be known of a bundle."""

import pytest

from reviewlog.domain.checked import Checked, Place, Remark
from reviewlog.render.proving.checked import checked_text


def words(key: str, **facts: object) -> str:
    return checked_text("a.zip", Checked({"bag": 9}, remarks=(Remark(key, facts),)), 10_000)


def test_the_key_is_named_with_those_before_it():
    assert "Signed with the key ab12 cd34. A file cannot tell" in words(
        "key", fingerprint="ab12 cd34", earlier=[]
    )
    said = words("key", fingerprint="ab12", earlier=["ef56", "7890"])
    assert "Earlier keys of the log: ef56, 7890." in said


@pytest.mark.parametrize(
    ("number", "what"), [(1, "its 1 entry is all"), (12, "its 12 entries are all")]
)
def test_what_the_seal_says_is_told_as_a_claim(number, what):
    said = words("sealed", entries=number, size=1200)
    assert f"has signed that {what}" in said
    assert "up to entry 1,200 of the log" in said


@pytest.mark.parametrize(
    ("number", "what"), [(1, "1 entry is covered"), (1200, "1,200 entries are covered")]
)
def test_entries_that_nobody_stamped_are_counted(number, what):
    assert what in words("unstamped", count=number)


def test_a_bundle_that_does_not_hold_is_kept_and_asked_for_again():
    checked = Checked({"bag": 9, "seal": 1}, (Place("seal", "seal.txt", "it is missing"),))
    said = checked_text("a.zip", checked, 80)
    assert "the seal: seal.txt: it is missing" in said
    assert "The rest holds: the files and their lists." in said
    assert "Ask whoever made it for another copy" in said
