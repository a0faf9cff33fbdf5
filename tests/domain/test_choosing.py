"""Which questions are asked, and what the answers come to."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.choosing import (
    ANSWERS,
    YES,
    Situation,
    candidates,
    comes_up,
    parts_of,
    questions,
    verdict,
    why_none,
)
from reviewlog.domain.site import NOT_KNOWN, Answer, Ground, Limit, NotGround, Site


def a_ground(name, **said):
    usual = {"id": name, "name": name, "means": "It means that.", "ask": f"Is it {name}?"}
    return Ground(**usual | {"needs": (), "known": NOT_KNOWN} | said)


def no_ground(name, **said):
    return NotGround(name, name, f"Is it only {name}?", "Answer it.", NOT_KNOWN, **said)


UNKNOWN = Answer()
SITE = Site(
    "shop",
    "The Shop",
    grounds=(
        a_ground("spam"),
        a_ground("blackmail", on_threat=True, before_review=True),
        a_ground("early", before_review=True, after_review=False),
        a_ground("seller", part="seller"),
        a_ground("product", part="product"),
    ),
    not_grounds=(no_ground("untrue"), no_ground("unfair", part="seller")),
    asking=UNKNOWN,
    inviting=UNKNOWN,
    early_report=UNKNOWN,
    one_ground=UNKNOWN,
    written_only=UNKNOWN,
    tries=Limit(),
    appeals=Limit(),
)
UP, BEFORE = Situation(has_review=True), Situation(has_review=False)
IDS = [*(g.id for g in SITE.grounds), *(n.id for n in SITE.not_grounds)]
SITUATIONS = st.builds(
    Situation, st.booleans(), st.booleans(), st.sampled_from(("", "seller", "product"))
)


def ids(found):
    return [one.id for one in found]


def test_a_threat_comes_first_and_no_ground_comes_last():
    assert ids(questions(SITE, UP)) == [
        "spam",
        "blackmail",
        "seller",
        "product",
        "untrue",
        "unfair",
    ]
    assert ids(candidates(SITE, UP._replace(has_threat=True)))[0] == "blackmail"


def test_before_a_review_only_what_the_site_takes_then():
    assert ids(candidates(SITE, BEFORE)) == ["blackmail", "early"]
    assert parts_of(SITE, BEFORE) == ()


def test_a_notice_is_answered_before_the_review_and_after_it():
    notice = a_ground("answer", needs=("notice", "records"))
    site = SITE._replace(grounds=(*SITE.grounds, notice))
    for situation in (UP, BEFORE):
        assert "answer" in ids(candidates(site, situation))
        assert comes_up(notice, situation)


def test_not_knowing_is_not_a_no():
    found = verdict(SITE, UP, {"spam": "unsure", "blackmail": "no"})
    assert ids(found.unsure) == ["spam"]
    assert why_none(SITE, UP, found) == "not-known"
    assert why_none(SITE, UP, verdict(SITE, UP, {"spam": "no"})) == "no-ground"
    assert why_none(SITE, UP, verdict(SITE, UP, {"untrue": "yes"})) == "not-heard"
    assert verdict(SITE, UP, {"spam": "unsure", "blackmail": "yes"}).unsure == ()


def test_where_nothing_was_asked_it_says_what_there_is():
    site = SITE._replace(grounds=(a_ground("spam"),))
    nothing = verdict(site, BEFORE, {})
    assert why_none(site, BEFORE, nothing) == "nothing-up"
    assert why_none(site, BEFORE._replace(has_threat=True), nothing) == "threat-only"


def test_a_kind_of_review_has_its_own_questions():
    assert parts_of(SITE, UP) == ("seller", "product")
    asked = ids(questions(SITE, UP._replace(part="product")))
    assert asked == ["spam", "blackmail", "product", "untrue"]


@given(SITUATIONS, st.dictionaries(st.sampled_from(IDS), st.sampled_from(ANSWERS)))
def test_only_a_plain_yes_to_a_question_that_comes_up_counts(situation, answers):
    found = verdict(SITE, situation, answers)
    asked = set(ids(questions(SITE, situation)))

    said = {name for name, answer in answers.items() if answer == YES} & asked
    assert set(ids(found.grounds)) == said & set(ids(SITE.grounds))
    assert not (found.grounds and found.not_grounds)
    if not found.grounds:
        assert set(ids(found.not_grounds)) == said & set(ids(SITE.not_grounds))
