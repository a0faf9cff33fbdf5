"""What changed from one version to the next."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.reply.changes import ADDED, GONE, KEPT, changes

TEXTS = st.text(st.sampled_from("ab \n\t.é\u2028🙂"), max_size=40)


def told(old, new):
    return [(change.what, change.text) for change in changes(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", []),
        ("We are sorry.", "We are sorry.", [(KEPT, "We are sorry.")]),
        ("", "Thank you.", [(ADDED, "Thank you.")]),
        ("Thank you.", "", [(GONE, "Thank you.")]),
        ("We are sorry", "We are very sorry", [(KEPT, "We are"), (ADDED, " very"), (KEPT, " sorry")]),
        ("You are a liar. Bye", "Bye", [(GONE, "You are a liar."), (KEPT, "Bye")]),
        ("one two three", "one 2 three",
         [(KEPT, "one"), (GONE, " two"), (ADDED, " 2"), (KEPT, " three")]),
        ("one  two\n", "one\ntwo", [(KEPT, "one\ntwo")]),
        ("Sorry", "sorry", [(GONE, "Sorry"), (ADDED, "sorry")]),
    ],
)  # fmt: skip
def test_what_is_kept_gone_and_added(old, new, said):
    assert told(old, new) == said


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_it(old, new):
    said = changes(old, new)
    assert "".join(c.text for c in said if c.what != GONE) == (new if new.strip() else "")
    before = [word for c in said if c.what == GONE for word in c.text.split()]
    kept = [word for c in said if c.what == KEPT for word in c.text.split()]
    assert sorted(before + kept) == sorted(old.split())
    assert all(a.what != b.what for a, b in pairwise(said))


@given(TEXTS)
def test_a_text_did_not_change_into_itself(text):
    assert {change.what for change in changes(text, text)} <= {KEPT}


def test_far_too_many_words_are_taken_as_one_change(monkeypatch):
    monkeypatch.setattr("reviewlog.reply.changes.MOST", 5)
    assert told("a b c d e", "a x c y e") == [
        (KEPT, "a"), (GONE, " b c d"), (ADDED, " x c y"), (KEPT, " e"),
    ]  # fmt: skip
