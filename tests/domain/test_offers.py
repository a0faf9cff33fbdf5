import pytest

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.offers import UNFIT, best_fit, fit
from reviewlog.domain.facts.conditions import fact_words
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.playbook import Cover
from reviewlog.domain.relations import settle
from tests.builders import (
    LONDON,
    a_call,
    a_mail,
    a_playbook,
    a_review,
    an_entry,
    at,
    facts_of,
    in_order,
    steps_of,
    the_item,
)
from tests.domain.test_relations import amended


def a_cover(name, use_when, not_when=None):
    return Cover(name, 1, f"The {name}", "0" * 64, use_when, not_when or {})


OPEN = ("veiled", "open")
SHELF = [
    a_cover("complaint", {"review": ("none",)}),
    a_cover("threat", {"threat": OPEN, "review": ("none",)}, {"verdict": ("extortion",)}),
    a_cover("bad-review", {"review": ("up", "changed")}, {"verdict": ("extortion",)}),
    a_cover("wave", {"review": ("up",), "reviews": ("several",)}),
    a_cover("extortion", {"verdict": ("extortion",)}),
    a_cover("safety", {"threat": ("harm",)}),
    a_cover("make-good", {}),
]
BY_NAME = {cover.id: cover for cover in SHELF}


def followed(name):
    cover = BY_NAME[name]
    return a_playbook(id=name, use_when=cover.use_when, not_when=cover.not_when)


def offered(name, *entries, shelf=SHELF):
    """Return what is offered to an incident that follows a playbook from its second entry on."""
    first, *rest = entries
    pin = an_entry("playbook", first.happened, id=name, digest="0" * 64)
    facts = facts_of(*in_order(first, pin, *rest))
    items = agenda(followed(name), facts, LONDON, shelf)
    return {step.removeprefix("use-") for step in steps_of(items) if step.startswith("use-")}


def score(name, *entries):
    return fit(BY_NAME[name], fact_words(facts_of(*in_order(*entries)), budget_used=False))


def test_a_playbook_fits_by_the_facts_that_it_asks_for():
    assert score("threat", a_call(threat="open")) == 2
    assert score("complaint", a_call(threat="open")) == 1


def test_one_fact_that_does_not_hold_makes_it_unfit():
    assert score("threat", a_call(threat="open"), a_review(at(hours=1))) == UNFIT


def test_one_fact_that_rules_it_out_makes_it_unfit():
    judged = an_entry("assessment", at(hours=1), verdict="extortion")
    assert score("threat", a_call(threat="open"), judged) == UNFIT


def test_what_asks_for_nothing_is_followed_only_by_choice():
    assert score("make-good", a_call()) == UNFIT


@pytest.mark.parametrize(
    ("entries", "best"),
    [
        ([a_call()], "complaint"),
        ([a_call(threat="open")], "threat"),
        ([a_call(threat="harm")], "safety"),
        ([a_review()], "bad-review"),
        ([a_review(at(hours=n)) for n in range(3)], "wave"),
        ([a_call(threat="harm"), a_review(at(hours=1))], "safety"),
    ],
)
def test_an_incident_begins_with_what_fits_best(entries, best):
    assert best_fit(SHELF, facts_of(*in_order(*entries))) == best


def test_of_two_that_fit_alike_the_first_name_leads():
    shelf = [a_cover("b", {"review": ("none",)}), a_cover("a", {"demand": ("none",)})]
    assert best_fit(shelf, facts_of(a_call())) == "a"


def test_where_nothing_fits_there_is_a_usual_one():
    assert best_fit((), facts_of(a_call())) == "complaint"
    assert best_fit((), facts_of(a_review())) == "bad-review"


def test_what_fits_better_since_the_choice_is_offered():
    assert offered("complaint", a_call(), a_call(at(hours=1), threat="open")) == {"threat"}


def test_what_fitted_better_before_the_choice_is_not():
    assert offered("complaint", a_call(threat="open"), a_mail(at(hours=1))) == set()


def test_what_fits_alike_is_not_offered():
    shelf = [*SHELF, a_cover("another", {"demand": ("open",)})]
    told = (a_call(), an_entry("demand", at(hours=1)))
    assert offered("complaint", *told, shelf=shelf) == set()


def test_a_fact_that_makes_the_followed_one_unfit_is_reason_enough():
    told = (a_call(), a_review(at(hours=1)))
    assert offered("complaint", *told) == {"bad-review"}
    judged = an_entry("assessment", at(hours=1), verdict="extortion")
    assert offered("bad-review", a_review(), judged) == {"extortion"}


def test_a_correction_since_the_choice_counts_as_new():
    call = a_call(seq=1)
    pin = an_entry("playbook", at(hours=1), seq=2, id="complaint", digest="0" * 64)
    correction = amended(call, seq=3, threat="open", hours=2)
    items = agenda(followed("complaint"), facts_of(call, pin, correction), LONDON, SHELF)
    assert the_item(items, "use-threat").anchor == call.id
    early = amended(call, seq=2, threat="open", hours=0.5)
    later = pin._replace(id=correction.id)
    items = agenda(followed("complaint"), facts_of(call, later, early), LONDON, SHELF)
    assert "use-threat" not in steps_of(items)


def test_in_danger_only_what_is_made_for_it_is_offered():
    told = (a_call(), a_call(at(hours=1), threat="harm"), a_review(at(hours=2)))
    assert offered("complaint", *told) == {"safety"}


def test_safety_stands_before_every_offer():
    told = in_order(a_call(), an_entry("playbook", at(), id="x", digest="0" * 64),
                    a_call(at(hours=1), threat="harm"))  # fmt: skip
    items = agenda(followed("complaint"), facts_of(*told), LONDON, SHELF)
    assert [item.step for item in items] == ["safety", "use-safety"]


def test_danger_from_another_incident_offers_nothing_here():
    ours = in_order(a_call(), an_entry("playbook", at(), id="x", digest="0" * 64),
                    a_review(at(hours=2)))  # fmt: skip
    theirs = a_call(threat="harm", seq=9, incident="inc1")
    settled = settle([*ours, theirs])
    items = agenda(followed("complaint"), fold("inc0", settled, settled), LONDON, SHELF)
    assert not [item for item in items if item.step.startswith("use-")]


def test_a_closed_incident_and_one_of_the_shop_are_offered_nothing():
    closed = an_entry("outcome", at(hours=2), state="closed", outcome="resolved")
    assert offered("complaint", a_call(), a_review(at(hours=1)), closed) == set()
    shop = an_entry("note", at(), text="Invitations", shop=True)
    assert offered("make-good", shop, a_review(at(hours=1))) == set()


def test_an_end_of_cooling_by_their_word_is_a_new_fact():
    shelf = [*SHELF, a_cover("cooling-off", {"cooling": ("set",), "review": ("none",)})]
    followed_now = a_playbook(id="cooling-off", use_when=shelf[-1].use_when)
    cool = a_call(cool_until="2026-12-24T00:00:00.000Z")
    pin = an_entry("playbook", at(), id="cooling-off", digest="0" * 64)
    told = in_order(cool, pin, a_call(at(hours=1)))
    assert "use-complaint" in steps_of(agenda(followed_now, facts_of(*told), LONDON, shelf))
    assert agenda(followed_now, facts_of(*told[:2]), LONDON, shelf)[0].step == "cooling"


def test_an_offer_is_never_late_before_it_could_be_made():
    review = a_review(at(1, -20), written=at(1))
    first = a_call()
    pin = an_entry("playbook", at(), id="complaint", digest="0" * 64)
    items = agenda(followed("complaint"), facts_of(*in_order(first, pin, review)), LONDON, SHELF)
    assert the_item(items, "use-bad-review").due_on == LONDON.day_of(at(1))
