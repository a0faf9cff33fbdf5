"""Which proof the log holds of what a site asks for."""

import pytest

from reviewlog.domain.needs import (
    HELD,
    MISSING,
    UNSEEN,
    InHand,
    leaving_needs,
    missing_of,
    needs_of,
)
from reviewlog.domain.site import NOT_KNOWN, Ground
from reviewlog.domain.sitewords import NEEDS
from reviewlog.render.disputes.needs import NEED_WORDS, need_words
from tests.builders import a_call, a_review, an_entry, at, facts_of, in_order

GROUND = Ground("g", "G", "m", "a?", NEEDS, NOT_KNOWN, only_with=("written",))
FILE = {"name": "a.png", "size": 1, "sha256": "0" * 64, "type": "image/png"}


def states(*entries, **said):
    known = InHand(facts_of(*in_order(*entries)), **said)
    return {need.word: need.state for need in needs_of(GROUND, known)}


def test_of_an_empty_log_everything_is_missing():
    found = states(a_call(who=None))
    assert found.keys() == set(NEEDS)
    assert {w for w, s in found.items() if s == UNSEEN} == {"order", "month", "profile", "tie"}
    assert {w for w, s in found.items() if s == HELD} == {"when"}


@pytest.mark.parametrize(
    ("entry", "held"),
    [
        (a_call(threat="open"), {"threat", "sender", "when"}),
        (a_call(threat="open", quote="or else", channel="email"), {"quote", "written"}),
        (a_review(at(), text="Dry.", url="https://a.example", nick="Fan"),
         {"review", "passage", "url", "reviewer"}),
        (an_entry("evidence", at(), file=FILE, shows="message"), {"demand-picture", "messages"}),
        (an_entry("evidence", at(), file=FILE, shows="review"), {"picture"}),
        (an_entry("evidence", at(), file=FILE, how="document"), {"records"}),
        (an_entry("evidence", at(), file=FILE, how="photo"), {"photos"}),
        (an_entry("lookup", at(), found="nothing"), {"lookup"}),
        (an_entry("dispute", at(), state="notice", site="bbb"), {"notice"}),
    ],
    ids=lambda value: getattr(value, "kind", None),
)  # fmt: skip
def test_an_entry_shows_it(entry, held):
    found = states(entry)
    assert {word for word in held if found[word] != HELD} == set()


def test_a_message_counts_only_if_the_threat_was_in_it():
    talked = a_call(at(), threat="open")
    mailed = a_call(at(hours=1), channel="email", text="Where is my cake?")
    assert states(talked, mailed)["written"] == MISSING


GOOGLE = "https://www.google.com/maps/reviews/1"


def test_a_picture_of_their_message_counts_as_written_and_a_recording_does_not():
    said = a_call(threat="open")
    picture = an_entry("evidence", at(hours=1), file=FILE, shows="message", seq=2)
    heard = an_entry("evidence", at(hours=1), file=FILE, how="recording", seq=2)
    sound = an_entry("evidence", at(hours=1), file=FILE | {"type": "audio/ogg"}, shows="message",
                     seq=2)  # fmt: skip
    assert states(said, picture)["written"] == HELD
    assert states(said, heard)["written"] == MISSING
    assert states(said, sound)["written"] == MISSING


def test_a_picture_of_the_page_counts_for_its_own_site_only():
    google, yelp = a_review(at(), site="google"), a_review(at(hours=1), site="yelp")
    picture = an_entry("evidence", at(hours=2), file=FILE, seq=3, how="screenshot", source=GOOGLE)
    assert states(google, yelp, picture, site="google")["picture"] == HELD
    assert states(google, yelp, picture, site="yelp")["picture"] == MISSING
    assert states(yelp, picture, site="yelp")["picture"] == MISSING


def test_a_picture_from_nowhere_counts_where_there_is_one_site_only():
    google, yelp = a_review(at(), site="google"), a_review(at(hours=1), site="yelp")
    picture = an_entry("evidence", at(hours=2), file=FILE, seq=3, shows="review")
    assert states(google, picture, site="google")["picture"] == HELD
    assert states(google, yelp, picture, site="google")["picture"] == MISSING


def test_a_trade_that_keeps_silent_is_asked_for_nothing_that_may_not_leave():
    every = needs_of(GROUND, InHand(facts_of(a_call())))
    words = {need.word for need in leaving_needs(every)}
    assert {"review", "url", "picture"} <= words
    assert words.isdisjoint({"lookup", "records", "quote", "messages", "order", "month", "written"})


def test_all_reviews_of_a_report_need_their_address():
    with_url = a_review(at(), url="https://a.example", nick="A")
    assert states(with_url, a_review(at(hours=1), nick="B"))["url"] == MISSING


def test_what_the_owner_put_into_the_form_and_the_settings_count():
    found = states(a_call(), business=True, given={"month"})
    assert (found["business"], found["month"], found["order"]) == (HELD, HELD, UNSEEN)


def test_what_decides_stands_first_and_what_only_you_know_last():
    lacking = missing_of(needs_of(GROUND, InHand(facts_of(a_call()))))
    assert (lacking[0].word, lacking[0].decisive) == ("written", True)
    assert [need.state for need in lacking][-4:] == [UNSEEN] * 4


def test_every_need_has_words_and_a_line_that_can_be_typed():
    assert set(NEED_WORDS) == set(NEEDS)
    for need in needs_of(GROUND, InHand(facts_of(a_call()))):
        words = need_words(need, "12", None, None)
        assert "{" not in words
        assert ("reviewlog " in words) == (bool(NEED_WORDS[need.word][1]) and need.state != UNSEEN)


def test_before_the_review_nothing_of_it_is_asked_for():
    ground = GROUND._replace(before_review=True, needs=("quote", "review", "url"), only_with=())
    before = needs_of(ground, InHand(facts_of(a_call(threat="open"))))
    assert [need.word for need in before] == ["quote"]
    after = needs_of(ground, InHand(facts_of(*in_order(a_call(threat="open"), a_review()))))
    assert [need.word for need in after] == ["quote", "review", "url"]
    strict = needs_of(ground._replace(before_review=False), InHand(facts_of(a_call())))
    assert "review" in [need.word for need in strict]
