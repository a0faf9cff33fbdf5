import pytest

from reviewlog.domain.facts.conditions import fact_words
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.playbook import ANCHOR_WORDS, FACT_WORDS
from reviewlog.domain.relations import settle
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.time.moment import utc_text
from tests.builders import (
    INCIDENT,
    a_call,
    a_mail,
    a_review,
    an_entry,
    at,
    facts_of,
    in_order,
)

YELP = SiteRule(asking="forbidden", inviting="forbidden", early_report="refused")
GOOGLE = SiteRule(asking="allowed", inviting="allowed", early_report="taken")
RULES = {"yelp": YELP, "google": GOOGLE}


def words(*entries, of_the_person=()):
    settled = settle(in_order(*entries))
    others = settle(of_the_person)
    facts = fold(INCIDENT, settled, [*settled, *others], RULES)
    return fact_words(facts, budget_used=False)


def an_answer(hours, **fields):
    return an_entry("reply", at(hours=hours), **fields)


def test_the_facts_are_those_that_playbooks_may_ask_for():
    assert set(words(a_call())) == set(FACT_WORDS)


def test_the_anchors_are_those_that_playbooks_may_count_from():
    assert set(facts_of(a_call()).anchors) == set(ANCHOR_WORDS)


@pytest.mark.parametrize(
    ("fact", "word", "entries"),
    [
        ("reviews", "none", [a_call()]),
        ("reviews", "one", [a_review(), a_review(at(hours=1))]),
        ("reviews", "several", [a_review(at(hours=n)) for n in range(3)]),
        ("reviews", "one", [*(a_review(at(hours=n)) for n in range(2)),
                            a_review(at(hours=3), state="gone")]),
        ("reply", "none", [a_call()]),
        ("reply", "missing", [a_review()]),
        ("reply", "posted", [a_review(), an_answer(1)]),
        ("reply", "missing", [an_answer(-1), a_review()]),
        ("reply", "missing", [a_review(), an_answer(1), a_review(at(hours=2))]),
        ("reply", "none", [a_review(state="gone")]),
        ("evidence", "missing", [a_call()]),
        ("evidence", "kept", [a_call(), an_entry("evidence", at())]),
        ("cooling", "none", [a_call()]),
        ("cooling", "set", [a_call(cool_until=utc_text(at(days=3)))]),
        ("cooling", "set", [a_call(cool_until=utc_text(at(days=3))), a_mail(at(hours=1))]),
        ("cooling", "none", [a_call(cool_until=utc_text(at(days=3))), a_call(at(hours=1))]),
        ("talk", "private", [a_call()]),
        ("talk", "private", [a_review()]),
        ("talk", "private", [a_mail(channel="social"), a_call(at(hours=1))]),
        ("talk", "private", [a_call(), a_call(at(hours=1), channel="social")]),
        ("talk", "public", [a_call(channel="social")]),
        ("talk", "public", [a_call(channel="google"), a_call(at(hours=1))]),
        ("contact", "first", [a_call()]),
        ("contact", "first", [a_call(), a_mail(at(hours=1), channel="phone", no_answer=True)]),
        ("contact", "again", [a_call(), a_mail(at(hours=1))]),
        ("contact", "again", [a_call(), an_entry("attempt", at(hours=1), state="offered")]),
        ("contact", "first", [a_call(), an_entry("demand", at(hours=1), state="open")]),
        ("contact", "again", [a_call(), an_entry("demand", at(hours=1), state="declined")]),
        ("history", "first", [a_call(), an_entry("demand", at())]),
        ("history", "again", [a_call(), an_entry("demand", at()), an_entry("demand", at(hours=1))]),
        ("outcome", "none", [a_call()]),
        ("outcome", "removed", [a_call(), an_entry("outcome", at(hours=1), state="closed",
                                                   outcome="removed")]),
        ("outcome", "none", [a_call(), an_entry("outcome", at(hours=1), state="closed",
                                                outcome="removed"),
                             an_entry("outcome", at(hours=2), state="reopened")]),
        ("asking", "unknown", [a_call()]),
        ("asking", "allowed", [a_review()]),
        ("asking", "forbidden", [a_review(), a_call(at(hours=1), sites=["yelp"])]),
        ("asking", "unknown", [a_review(site="bbb")]),
        ("inviting", "forbidden", [a_review(site="yelp")]),
        ("early_report", "taken", [a_review(site="yelp"), a_review(at(hours=1))]),
        ("early_report", "refused", [a_review(site="yelp")]),
    ],
)  # fmt: skip
def test_a_fact_has_its_word(fact, word, entries):
    assert words(*entries)[fact] == word
    assert word in FACT_WORDS[fact]


def test_a_changed_review_wants_a_new_answer():
    review = a_review(seq=1)
    changed = an_entry("review", at(hours=2), seq=3, state="changed", of=str(review.id))
    answer = an_entry("reply", at(hours=1), seq=2)
    assert facts_of(review, answer).reply == "posted"
    assert facts_of(review, answer, changed).reply == "missing"


def test_a_ticked_answer_is_one():
    review = a_review(seq=1)
    tick = an_entry("step", at(hours=1), seq=2, step_kind="reply", state="done",
                    anchor=str(review.id))  # fmt: skip
    assert facts_of(review, tick).reply == "posted"
    other = tick._replace(fields={**tick.fields, "anchor": "log0:9"})
    assert facts_of(review, other).reply == "missing"


def test_a_demand_in_another_incident_of_the_person_counts():
    elsewhere = an_entry("demand", at(days=-9), seq=9, incident="inc1")
    assert words(a_call(), of_the_person=[elsewhere])["history"] == "again"


def test_one_demand_that_was_answered_and_made_again_is_counted_once():
    first = an_entry("demand", at(), seq=1)
    answered = an_entry("demand", at(hours=1), seq=2, state="declined", of=str(first.id))
    again = an_entry("demand", at(hours=2), seq=3, state="open", of=str(first.id))
    assert facts_of(first, answered, again).earlier_demands == 0


def test_repeated_demands_of_a_person_are_counted():
    ours = [an_entry("demand", at(hours=n), seq=n) for n in (1, 2, 3)]
    theirs = [an_entry("demand", at(days=-n), seq=9 + n, incident="inc1") for n in (1, 2)]
    facts = fold(INCIDENT, settle(ours), settle([*ours, *theirs]))
    assert facts.earlier_demands == 4


def test_an_incident_of_the_shop_has_no_customer_and_begins_with_our_own_note():
    facts = facts_of(*in_order(an_entry("note", at(), text="Invitations", shop=True)))
    assert (facts.shop, facts.customer) == (True, None)
    assert [a.at.start for a in facts.anchors["opened"]] == [at()]
    assert not facts_of(a_call(), an_entry("note", at(hours=1), seq=2)).shop


def anchors(*entries):
    found = facts_of(*in_order(*entries)).anchors
    return {name: [a.entry.seq for a in said] for name, said in found.items() if said}


def test_an_answer_in_public_is_counted_from_its_entry_or_its_tick():
    tick = an_entry("step", at(hours=2), step_kind="reply", state="done")
    left_out = an_entry("step", at(hours=3), step_kind="reply", state="skipped")
    assert anchors(a_review(), an_answer(1), tick, left_out)["replied"] == [3]
    assert anchors(a_review(), an_answer(1))["replied"] == [2]


def test_disputes_are_counted_from_the_last_of_each_site():
    disputes = [an_entry("dispute", at(hours=n), site=s) for n, s in enumerate(("google", "yelp", "google"))]  # fmt: skip
    ticked = an_entry("step", at(hours=5), step_kind="dispute", state="done")
    assert sorted(anchors(*disputes, ticked)["disputed"]) == [2, 3, 4]


def test_demands_are_counted_from_our_answer():
    demand = an_entry("demand", at(), seq=1)
    for state in ("granted", "countered", "declined"):
        answer = an_entry("demand", at(hours=1), state=state, of=str(demand.id))
        assert anchors(demand, answer)[state] == [2]


def test_cooling_is_counted_from_the_contact_that_set_it_while_it_holds():
    cool = utc_text(at(days=6))
    assert anchors(a_call(cool_until=cool), a_mail(at(hours=1)))["cooling"] == [1]
    assert "cooling" not in anchors(a_call(cool_until=cool), a_call(at(hours=1)))
