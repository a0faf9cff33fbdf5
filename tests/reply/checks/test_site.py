"""What the site takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.site import Reply
from tests.reply.checks.looking import ANYTHING, look


@pytest.mark.parametrize(
    ("text", "reply", "beyond", "said"),
    [
        ("Thank you", Reply(5), " you", "9, 4 too many"),
        ("Grüße", Reply(6, "bytes"), "e", "7, 1 too many"),
        ("Grüße", Reply(3, "bytes"), "üße", "7, 4 too many"),
        ("one two three", Reply(2, "words"), "three", "3, 1 too many"),
        ("  Thank you", Reply(5), " you", "9, 4 too many"),
        ("😡😡", Reply(1), "😡", "2, 1 too many"),
    ],
)
def test_what_hangs_over_is_marked(text, reply, beyond, said):
    [(told, [words])] = look("site-length", text, reply=reply, site="Yelp")
    assert words == beyond
    assert told == f"Yelp takes {reply.most} {reply.unit}; this text has {said}."


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Thank you\n", Reply(9)),
        ("Grüße", Reply(7, "bytes")),
        ("one two", Reply(2, "words")),
        ("a" * 9000, Reply()),
        ("", Reply(0)),
    ],
)
def test_what_fits_is_fine(text, reply):
    assert look("site-length", text, reply=reply) == []


def test_a_site_without_a_name_is_the_site():
    assert look("site-length", "abc", reply=Reply(2))[0][0].startswith("The site takes 2")


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        (2, "2 public replies stand under this review already."),
        (5, "5 public replies stand under this review already."),
    ],
)
def test_a_third_public_reply_is_one_too_many(posted, said):
    assert look("third-reply", "Thank you.", posted=posted, most=2) == [(said, [])]


@pytest.mark.parametrize("posted", [0, 1])
def test_a_second_one_is_not(posted):
    assert look("third-reply", "Thank you.", posted=posted, most=2) == []


def test_an_owner_may_allow_only_one():
    [(said, _)] = look("third-reply", "Thank you.", posted=1, most=1)
    assert said == "1 public reply stands under this review already."


@given(ANYTHING, st.integers(0, 40), st.sampled_from(["characters", "bytes", "words"]))
def test_what_is_left_without_the_overhang_fits(text, most, unit):
    reply = Reply(most, unit)
    for _, [beyond] in look("site-length", text, reply=reply):
        assert not look("site-length", text.rstrip()[: -len(beyond)], reply=reply)
