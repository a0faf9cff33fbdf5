import pytest

from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import settle
from tests.builders import a_call, a_mail, a_pin, a_review, an_entry, at, facts_of, in_order
from tests.domain.test_relations import amended


def threats(*said):
    return facts_of(*in_order(*[a_call(at(hours=n), threat=word) for n, word in enumerate(said)]))


@pytest.mark.parametrize(
    ("said", "threat"),
    [
        ((None,), "unasked"),
        (("none",), "none"),
        (("none", None), "none"),
        (("veiled", "open"), "open"),
        (("open", "veiled"), "open"),
        (("open", "none"), "open"),
        (("open", "harm", "open"), "harm"),
        (("open", "withdrawn"), "withdrawn"),
        (("open", "withdrawn", "veiled"), "veiled"),
        (("harm", "withdrawn", "none"), "harm"),
        (("none", "withdrawn"), "withdrawn"),
        (("a word of next year",), "unasked"),
    ],
)
def test_the_strongest_threat_stands_until_it_is_withdrawn(said, threat):
    assert threats(*said).threat == threat


def test_an_amended_threat_may_be_weaker():
    call = a_call(threat="open")
    assert facts_of(call, amended(call, seq=2, threat="none")).threat == "none"


def test_a_threat_counts_from_the_contact_that_made_it_what_it_is():
    facts = threats("veiled", "harm", "open")
    (anchor,) = facts.anchors["threat"]
    assert anchor.at.start == at(hours=1)


def test_a_second_threat_of_harm_is_counted_anew():
    (anchor,) = threats("harm", None, "harm").anchors["threat"]
    assert anchor.at.start == at(hours=2)


def test_a_withdrawn_threat_counts_for_nothing():
    assert threats("open", "withdrawn").anchors["threat"] == ()


def test_the_customer_is_named_by_the_entry_written_first():
    late = a_call(at(hours=-9), written=at(hours=1), who="Her brother")
    first, second = in_order(a_call(at(), who="Dana"), late)
    assert facts_of(second, first).customer == "Dana"


def test_the_customer_is_the_one_spoken_for():
    facts = facts_of(a_call(who="Her brother", on_behalf_of="Dana"))
    assert (facts.customer, facts.go_between) == ("Dana", "Her brother")


def test_an_entry_that_was_moved_in_does_not_rename_the_customer():
    bob, dana = in_order(a_call(at(hours=-3), who="Bob"), a_call(at(), who="Dana"))
    bob = bob._replace(incident="inc1")
    move = amended(bob, seq=3, hours=2, incident="inc1")._replace(fields={"incident": "inc0"})
    assert fold("inc0", settle([bob, dana, move])).customer == "Dana"
    assert fold("inc1", settle([bob, dana, move])).customer is None


def test_a_name_that_only_a_moved_entry_knows_is_taken():
    review, call = in_order(a_review(), a_call(at(hours=1))._replace(incident="inc1"))
    move = amended(call, seq=3, hours=2, incident="inc1")._replace(fields={"incident": "inc0"})
    assert fold("inc0", settle([review, call, move])).customer == "Dana"


def test_a_number_given_without_a_name_is_the_customers():
    facts = facts_of(*in_order(a_call(), a_call(at(hours=1), who=None, phone="07700 900123")))
    assert facts.phone == "07700 900123"


def test_the_number_of_a_go_between_is_not_the_customers():
    facts = facts_of(a_call(who="Her brother", on_behalf_of="Dana", phone="07700 900999"))
    assert facts.phone is None


def test_an_unknown_reviewer_gets_no_number_from_a_linked_incident():
    review, call = in_order(a_review(), a_call(who=None, phone="07700 900123"))
    settled = settle([review, call._replace(incident="inc1")])
    assert fold("inc0", settled, settled).phone is None


def test_the_latest_number_counts():
    facts = facts_of(
        *in_order(a_call(phone="1"), a_call(at(hours=1), phone="2"), a_call(at(hours=2)))
    )
    assert facts.phone == "2"


def a_life(*states, kind="attempt", **fields):
    return [an_entry(kind, at(hours=n), state=s, **fields) for n, s in enumerate(states)]


@pytest.mark.parametrize(
    ("states", "offer"),
    [
        (("offered",), "offered"),
        (("offered", "accepted"), "accepted"),
        (("offered", "refused"), "refused"),
        (("offered", "accepted", "delivered"), "delivered"),
        (("delivered",), "delivered"),
    ],
)
def test_an_attempt_stands_where_its_life_has_got_to(states, offer):
    facts = facts_of(*in_order(*a_life(*states, label="A")))
    assert (facts.offer, len(facts.attempts)) == (offer, 1)


def test_two_attempts_have_their_own_lives():
    facts = facts_of(
        *in_order(*a_life("offered", "refused", label="A"), *a_life("offered", label="B"))
    )
    assert [(t.label, t.state) for t in facts.attempts] == [("A", "refused"), ("B", "offered")]


def test_a_demand_is_answered_by_the_entry_that_continues_it():
    first = an_entry("demand", at(), seq=1, state="open", text="my money")
    other = an_entry("demand", at(hours=1), seq=2, state="open", text="a letter")
    answer = an_entry("demand", at(hours=2), seq=3, state="granted", of=str(first.id))
    facts = facts_of(first, other, answer)
    assert [t.state for t in facts.demands] == ["granted", "open"]
    assert facts.demand == "open"


def test_a_review_that_is_gone_is_no_anchor():
    review = an_entry("review", at(), seq=1, state="up")
    gone = an_entry("review", at(days=1), seq=2, state="gone", of=str(review.id))
    facts = facts_of(review, gone)
    assert (facts.review, facts.anchors["review"]) == ("gone", ())


def test_a_changed_review_counts_from_its_change():
    review = an_entry("review", at(), seq=1, state="up", nick="angry42")
    changed = an_entry("review", at(days=1), seq=2, state="changed", of=str(review.id))
    facts = facts_of(review, changed)
    assert (facts.review, facts.nick) == ("changed", "angry42")
    assert [a.entry for a in facts.anchors["review"]] == [changed.id]


def test_a_reopened_incident_is_not_closed_and_counts_from_no_closing():
    closed = an_entry("outcome", at(), state="closed", outcome="resolved")
    again = an_entry("outcome", at(hours=1), state="reopened")
    assert facts_of(*in_order(a_call(), closed)).anchors["closed"]
    facts = facts_of(*in_order(a_call(), closed, again))
    assert (facts.closed, facts.outcome, facts.anchors["closed"]) == (False, None, ())


def test_a_kind_of_next_year_is_kept_and_never_folded():
    strange = an_entry("hologram", at(hours=1), threat="harm", quote="x", pleased=True, who="Bob",
                       phone="1", sites=["yelp"], on_behalf_of="Eve", cool_until="soon")  # fmt: skip
    call, strange = in_order(a_call(), strange)
    without, facts = facts_of(call), facts_of(call, strange)
    assert strange in facts.entries
    assert facts._replace(entries=()) == without._replace(entries=())


def test_the_playbook_is_the_one_chosen_last():
    facts = facts_of(*in_order(a_call(), a_pin("complaint"), a_pin("walk-away")))
    assert facts.playbook == a_pin("walk-away").fields["digest"]


def test_sites_come_from_contacts_and_reviews_once_each():
    facts = facts_of(*in_order(a_call(sites=["yelp", "google"]), a_review(at(hours=1))))
    assert facts.sites == ("yelp", "google")


def test_a_mail_is_no_answer_to_the_question_who_they_are():
    assert facts_of(a_mail(who=None)).customer is None


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
def test_a_blank_name_is_no_name(blank):
    assert facts_of(a_call(who=blank)).customer is None
