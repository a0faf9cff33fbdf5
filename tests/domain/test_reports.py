"""How our report to a site stands, and what the playbooks make of it."""

import pytest

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.facts.conditions import fact_words
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import settle
from reviewlog.domain.sites import SiteRule, reports_left
from reviewlog.logbook.opening.surroundings import site_rules_of
from tests.builders import (
    INCIDENT,
    LONDON,
    SHELF,
    a_pin,
    a_playbook,
    a_review,
    a_step,
    a_tick,
    an_entry,
    at,
    in_order,
    items_of,
    steps_of,
    the_item,
)

RULES = {"play": SiteRule(tries=1), "google": SiteRule(appeals=1), "yelp": SiteRule()}
ASK_AGAIN = {"appeal"}


def a_dispute(state, days, site="google", **more):
    return an_entry("dispute", at(days=days), state=state, site=site, **more)


def folded(*entries):
    return fold(INCIDENT, settle(in_order(*entries)), rules=RULES)


def report(*entries):
    return fact_words(folded(a_review(), *entries), budget_used=False)["report"]


def shown(*entries, playbook="dispute"):
    return agenda(SHELF[playbook], folded(*entries), LONDON)


def refused_once(site):
    return [
        a_review(site=site),
        a_pin("dispute"),
        a_dispute("chosen", 1, site),
        a_dispute("sent", 2, site),
        a_dispute("refused", 9, site),
    ]


@pytest.mark.parametrize(
    ("sent", "after_no", "tries", "appeals", "left"),
    [
        (0, None, 1, None, 1),
        (1, 0, 1, None, 0),
        (1, 0, 1, 1, 1),
        (2, 1, 1, 1, 0),
        (1, None, None, 1, None),
        (1, 0, None, 1, 1),
        (2, 1, None, 1, 0),
        (5, 4, None, None, None),
        (3, 2, 1, 1, 0),
    ],
)
def test_how_many_reports_a_site_still_takes(sent, after_no, tries, appeals, left):
    assert reports_left(tries, appeals, sent, after_no) == left


@pytest.mark.parametrize(
    ("word", "states", "site"),
    [
        ("none", [], "google"),
        ("none", ["early", "chosen", "notice"], "google"),
        ("pending", ["sent"], "google"),
        ("pending", ["sent", "asked-for-more"], "google"),
        ("refused", ["sent", "refused"], "google"),
        ("pending", ["sent", "refused", "sent"], "google"),
        ("final", ["sent", "refused", "sent", "refused"], "google"),
        ("final", ["sent", "refused"], "play"),
        ("refused", ["sent", "refused", "sent", "refused"], "yelp"),
        ("removed", ["sent", "removed"], "play"),
    ],
)
def test_how_the_report_stands(word, states, site):
    assert report(*(a_dispute(s, n, site) for n, s in enumerate(states, 1))) == word


def test_a_site_that_may_still_be_asked_comes_before_one_that_may_not():
    google = [a_dispute("sent", 1), a_dispute("refused", 2)]
    play = [a_dispute("sent", 3, "play"), a_dispute("refused", 4, "play")]
    assert report(*google, *play) == "refused"
    assert report(*google, *play[:1]) == "pending"


def test_each_review_has_its_own_tries():
    first = [a_dispute("sent", 1, of="log0:1"), a_dispute("refused", 2, of="log0:1")]
    second = [a_dispute("sent", 3, of="log0:1"), a_dispute("refused", 4, of="log0:1")]
    other = [a_dispute("sent", 5, of="log0:9"), a_dispute("refused", 6, of="log0:9")]
    assert report(*first, *second) == "final"
    assert report(*first, *second, *other) == "refused"


def test_a_site_that_takes_one_report_is_not_asked_once_more():
    assert "appeal" in steps_of(shown(*refused_once("google")))
    assert "appeal" in steps_of(shown(*refused_once("yelp")))
    for playbook in ("dispute", "extortion", "wave"):
        found = shown(*refused_once("play"), playbook=playbook)
        assert "appeal" not in steps_of(found)
    assert "set-right" in steps_of(shown(*refused_once("play")))


def test_while_the_appeal_is_open_one_waits_for_its_answer():
    told = [*refused_once("google"), a_dispute("sent", 10)]
    found = shown(*told)
    assert steps_of(found) & {"appeal", "set-right", "close", "site-answer"} == set()
    assert the_item(found, "appeal-answer").due_on == at(days=17).date()

    found = shown(*told, a_dispute("refused", 15))
    assert steps_of(found) & {"appeal", "appeal-answer"} == set()
    assert "set-right" in steps_of(found)


def test_a_ticked_look_ends_the_waiting():
    told = [*refused_once("google"), a_dispute("sent", 10)]
    tick = a_tick(the_item(shown(*told), "appeal-answer"), at(days=17), step_kind="watch")
    assert "set-right" in steps_of(shown(*told, tick))


def test_what_was_done_before_the_playbook_is_not_asked_for_again():
    review, pin = a_review(), a_pin("dispute")
    late = pin._replace(recorded_at=at(days=3))
    chosen, sent = a_dispute("chosen", 1), a_dispute("sent", 2)
    assert "ground" in steps_of(shown(review, late))
    found = shown(review, chosen, late)
    assert "ground" not in steps_of(found)
    assert {"proof", "dispute"} <= steps_of(found)
    found = shown(review, chosen, sent, late)
    assert steps_of(found) & {"ground", "proof", "dispute"} == set()
    assert "site-answer" in steps_of(found)
    found = shown(review, chosen, sent, a_dispute("refused", 2.5), late)
    assert steps_of(found) & {"ground", "proof", "dispute", "site-answer"} == set()
    assert {"appeal", "set-right"} <= steps_of(found)


def test_what_was_chosen_before_the_newest_review_was_about_another():
    chosen, second = a_dispute("chosen", 1), a_review(at(days=2))
    late = a_pin("dispute")._replace(recorded_at=at(days=3))
    assert "ground" in steps_of(shown(a_review(), chosen, second, late))


def test_a_report_without_a_chosen_ground_is_the_choice_and_the_report():
    told = [a_review(site="play"), a_dispute("sent", 1, "play"), a_dispute("refused", 2, "play")]
    late = a_pin("dispute")._replace(recorded_at=at(days=3))
    asked = {"ground", "proof", "dispute", "site-answer", "appeal"}
    assert steps_of(shown(*told, late)) & asked == set()
    found = steps_of(shown(*told[:2], late))
    assert found & asked == {"site-answer"}


def test_one_report_is_not_the_next_one_too():
    first = a_step(id="report", done_by={"entry": ("dispute",), "state": ("sent",)})
    again = first._replace(id="again", after="report")
    found = items_of(a_playbook(first, again), *in_order(a_review(), a_dispute("sent", 1)))
    assert {"report", "again"} & steps_of(found) == {"again"}


def test_settings_from_before_read_as_they_are():
    old = {"asking": "unknown", "inviting": "forbidden", "early_report": "taken", "checked": ""}
    (rule,) = site_rules_of({"sites": {"yelp": old}}).values()
    assert rule == SiteRule("unknown", "forbidden", "taken")
    assert (rule.tries, rule.appeals) == (None, None)
