"""Which words of theirs are folded on a screen."""

import pytest

from reviewlog.domain.hurtful import hurtful_field
from tests.builders import LOG, an_entry, at


def entry(kind, seq=1, **fields):
    return an_entry(kind, at(hours=seq), seq=seq, **fields)


@pytest.mark.parametrize(
    ("threat", "name"),
    [("open", "quote"), ("veiled", "quote"), ("harm", "quote"), ("none", None),
     ("withdrawn", None), (None, None)],
)  # fmt: skip
def test_the_exact_words_of_a_threat_hurt(threat, name):
    contact = entry("interaction", threat=threat, quote="or one star", text="a summary")
    assert hurtful_field(contact, [contact]) == name


@pytest.mark.parametrize(
    ("stars", "name"), [(1, "text"), (3, "text"), (None, "text"), (4, None), (5, None)]
)
def test_a_review_with_few_or_unknown_stars_hurts(stars, name):
    review = entry("review", stars=stars, text="Dry!")
    assert hurtful_field(review, [review]) == name


def test_a_changed_text_hurts_as_the_review_does_whose_stars_are_known():
    first = entry("review", stars=5, text="Lovely")
    later = entry("review", 2, of=f"{LOG}:1", state="changed", text="Lovely indeed")
    assert hurtful_field(later, [first, later]) is None
    worse = entry("review", 3, of=f"{LOG}:1", state="changed", stars=1, text="Awful")
    assert hurtful_field(worse, [first, worse]) == "text"
    assert hurtful_field(later, [first, later, worse]) == "text"


def test_a_sentence_hurts_as_its_review_does():
    kind, harsh = entry("review", stars=5), entry("review", 2, stars=1)
    of_kind = entry("claim", 3, of=f"{LOG}:1", sentence="Lovely.")
    of_harsh = entry("claim", 4, of=f"{LOG}:2", sentence="Dry.")
    assert hurtful_field(of_kind, [kind, harsh]) is None
    assert hurtful_field(of_harsh, [kind, harsh]) == "sentence"


@pytest.mark.parametrize("kind", ["note", "demand", "reply", "attempt", "dispute"])
def test_our_own_words_never_fold(kind):
    ours = entry(kind, text="ours", quote="ours", threat="open")
    assert hurtful_field(ours, [ours]) is None
