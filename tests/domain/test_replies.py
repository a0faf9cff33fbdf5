"""Which review a reply answers: the one it names, those of its site, else all of them."""

import pytest

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.facts.replies import reviews_meant
from reviewlog.domain.time.moment import utc_text
from tests.builders import (
    COVERS,
    LOG,
    LONDON,
    SHELF,
    a_pin,
    a_review,
    an_entry,
    at,
    facts_of,
    in_order,
)

GOOGLE, YELP = f"{LOG}:1", f"{LOG}:2"


def answered(*entries):
    """Return the sites whose reviews were answered."""
    facts = facts_of(*in_order(*entries))
    return {t.fields["site"] for t in facts.reviews if facts.replies.answer(t)}


def a_reply(hours=2, **fields):
    return an_entry("reply", at(hours=hours), text="Thank you.", **fields)


def both(*entries):
    return answered(a_review(), a_review(at(hours=1), site="yelp"), *entries)


@pytest.mark.parametrize(
    ("fields", "sites"),
    [
        ({}, {"google", "yelp"}),
        ({"site": "yelp"}, {"yelp"}),
        ({"of": GOOGLE}, {"google"}),
        ({"of": GOOGLE, "site": "google"}, {"google"}),
        ({"site": "trustpilot"}, set()),
        ({"of": f"{LOG}:9"}, {"google", "yelp"}),
        ({"of": f"{LOG}:9", "site": "yelp"}, {"yelp"}),
        ({"of": GOOGLE, "site": "yelp"}, {"yelp"}),  # its site was corrected
        ({"of": GOOGLE, "site": "trustpilot"}, {"google"}),  # the review's site was corrected
        ({"of": YELP, "state": "draft"}, set()),
        ({"of": YELP, "medium": "private"}, set()),
    ],
)
def test_a_reply_answers_what_it_is_for(fields, sites):
    assert both(a_reply(**fields)) == sites


def test_a_review_that_was_changed_since_waits_again():
    changed = a_review(at(hours=3), state="changed", of=GOOGLE)
    assert both(a_reply(of=GOOGLE), changed) == set()
    assert both(a_reply(of=GOOGLE), changed, a_reply(4, of=GOOGLE)) == {"google"}


def test_a_reply_that_names_a_review_answers_it_whatever_its_time():
    assert both(a_reply(0.5, of=YELP)) == {"yelp"}
    assert both(a_reply(0.5, site="yelp")) == set()


def test_a_reply_whose_review_was_taken_back_answers_the_one_written_instead():
    old, reply = in_order(a_review(), a_reply(of=GOOGLE, site="google"))
    back = an_entry("amendment", at(hours=2), seq=3, rel="retracts", refs=(old,))
    facts = facts_of(old, reply, back, a_review(at(hours=1), seq=4))
    assert facts.reply == "posted"


def test_a_moved_reply_names_nothing_where_it_came_to():
    assert reviews_meant({"of": "other:1", "site": "yelp"}, {GOOGLE: "google"}) == ()
    assert reviews_meant({"of": "other:1"}, {GOOGLE: "google"}) == (GOOGLE,)


def items(*entries):
    facts = facts_of(*in_order(*entries))
    return agenda(SHELF["bad-review"], facts, LONDON, COVERS)


def asked(*entries):
    """Return the reviews that an answer is asked for, by their entries."""
    known = (a_review(), a_review(at(hours=1), site="yelp"), a_pin("bad-review"))
    judged = an_entry("assessment", at(hours=1), verdict="right")
    return {i.anchor.seq: i for i in items(*known, judged, *entries) if i.kind == "reply"}


def test_the_answer_to_one_review_leaves_that_to_the_other_on_the_agenda():
    assert asked().keys() == {1, 2}
    assert asked(a_reply(of=GOOGLE, site="google")).keys() == {2}
    assert asked(a_reply(of=YELP, site="yelp")).keys() == {1}
    assert not asked(a_reply())


def test_a_draft_for_one_review_is_read_again_in_the_line_of_that_review():
    fields = {"state": "draft", "ready_at": utc_text(at(days=1))}
    found = asked(a_reply(of=YELP, site="yelp", **fields))
    assert found.keys() == {1, 2}
    assert found[2].title == "Read the draft of your answer on Yelp again, then post it."
    assert found[2].opens_at == at(days=1)
    assert found[1].title.startswith("Answer the review")


def test_a_draft_that_is_older_than_its_review_waits_for_it():
    draft = an_entry("reply", at(), text="Thank you.", state="draft", ready_at=utc_text(at()))
    late = a_review(at(days=3))
    known = (draft, late, an_entry("assessment", at(days=3), verdict="right"), a_pin("bad-review"))
    reading = [i for i in items(*known) if i.title.startswith("Read the draft")]
    assert [i.opens_at for i in reading if i.playbook] == [at(days=3)]


def test_a_draft_is_never_overdue_before_the_shop_works_again():
    sunday = {"state": "draft", "ready_at": utc_text(at(hours=16))}
    (item,) = [i for i in items(a_review(), a_reply(0.1, **sunday)) if i.step == "re-read"]
    assert LONDON.is_working(item.due_on)
    assert item.due_on > LONDON.day_of(at(hours=16))


def test_a_draft_for_a_review_that_is_gone_waits_no_more():
    gone = a_review(at(hours=3), state="gone", of=GOOGLE)
    draft = a_reply(of=GOOGLE, state="draft")
    assert not [i for i in items(a_review(), draft, gone) if i.step == "re-read"]
