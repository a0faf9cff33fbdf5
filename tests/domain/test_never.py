from collections.abc import Mapping
from typing import NamedTuple

import pytest

from reviewlog.domain.agenda.never import (
    CONTACT_KINDS,
    GOODWILL_KINDS,
    RULES,
    bar,
    forbidden_words,
    rule_against,
    rule_of,
)
from reviewlog.domain.entry import NOTHING, Entry
from reviewlog.domain.facts.facts import Facts, fold
from reviewlog.domain.playbook import Step
from reviewlog.domain.relations import settle
from reviewlog.domain.sites import SiteRule
from reviewlog.domain.vocabulary import STEP_KINDS
from tests.builders import (
    INCIDENT,
    a_call,
    a_mail,
    a_review,
    a_step,
    an_entry,
    at,
    facts_of,
    in_order,
)

RULED = {
    "yelp": SiteRule(asking="forbidden", inviting="forbidden"),
    "google": SiteRule(asking="allowed", inviting="allowed"),
}


def an_attempt(state, hours=1.0, **fields):
    return an_entry("attempt", at(hours=hours), **{"state": state, "label": "A"} | fields)


def a_note(**fields):
    return an_entry("note", at(), text="Invitations", **fields)


PLEASED = a_call(at(hours=2), pleased=True)
EXTORTION = an_entry("assessment", at(hours=1), verdict="extortion")
WELL = [a_call(), an_attempt("delivered"), PLEASED]
ASKED = an_entry("step", at(hours=3), step="ask", step_kind="request", state="done")
LEFT_OUT = an_entry("step", at(hours=3), step="ask", step_kind="request", state="skipped")
SHOP = a_note(shop=True)


def facts_on(*entries) -> Facts:
    return fold(INCIDENT, settle(in_order(*entries)), rules=RULED)


class Case(NamedTuple):
    """What an act looks like when a rule just bars it, and when it just does not."""

    rule: str
    kind: str
    barred: list[Entry]
    allowed: list[Entry]
    barred_by: Mapping[str, bool] = NOTHING
    allowed_by: Mapping[str, bool] = NOTHING


CASES = [
    Case("danger", "call", [a_call(threat="harm")], [a_call(threat="open")]),
    Case("danger", "reply", [a_call(threat="harm")],
         [a_call(threat="harm"), a_mail(at(hours=1), threat="withdrawn")]),
    Case("danger", "reply", [a_call(threat="harm"), a_call(at(hours=1), threat="withdrawn")],
         [a_call(threat="open"), a_call(at(hours=1), threat="withdrawn")]),
    Case("danger", "attempt", [a_call(threat="harm"), an_attempt("accepted")],
         [a_call(), an_attempt("accepted")]),
    Case("leave-alone", "write", [a_call(leave_alone=True)],
         [a_call(leave_alone=True), a_call(at(hours=1))]),
    Case("leave-alone", "attempt", [a_call(leave_alone=True)],
         [a_call(leave_alone=True), an_attempt("accepted")]),
    Case("leave-alone", "attempt", [a_call(leave_alone=True)],
         [a_call(leave_alone=True), an_entry("demand", at(hours=1), state="granted")]),
    Case("no-talk", "call", [a_call(), EXTORTION],
         [a_call(), an_entry("assessment", at(hours=1), verdict="unfounded")]),
    Case("no-talk", "write", [a_call(), EXTORTION, an_attempt("accepted", 2)], [a_call()]),
    Case("nobody", "call", [a_review()], [a_review(), a_call(at(hours=1))]),
    Case("nobody", "request", [a_review()], [SHOP]),
    Case("budget", "write", [a_call()], [a_call()], {"budget_used": True}, {"budget_used": False}),
    Case("extortion", "attempt", [a_call(), EXTORTION],
         [a_call(), an_entry("assessment", at(hours=1), verdict="unfounded")]),
    Case("extortion", "attempt", [a_call(), EXTORTION, an_attempt("offered", 2)],
         [a_call(), EXTORTION, an_attempt("accepted", 2)]),
    Case("extortion", "request", [*WELL, EXTORTION], WELL),
    Case("too-early", "request", [a_call(), an_attempt("delivered")], WELL),
    Case("too-early", "request", [a_call(pleased=True), an_attempt("accepted")], WELL),
    Case("too-early", "request", [a_call(), PLEASED, an_attempt("delivered", 3)],
         [a_call(), PLEASED, an_attempt("delivered", 1)]),
    Case("open-offer", "request", [*WELL, an_attempt("offered", 3, label="B")],
         [*WELL, an_attempt("refused", 3, label="B")]),
    Case("burying", "request", [SHOP, a_review(at(hours=1))],
         [SHOP, a_review(at(hours=1), state="gone")]),
    Case("burying", "request", [SHOP, a_review(at(hours=1))],
         [SHOP, a_review(at(hours=1)), PLEASED]),
    Case("site-forbids", "request", [*WELL, a_review(site="yelp")], [*WELL, a_review()]),
    Case("site-forbids", "request", [*WELL, a_review(site="yelp")], [*WELL, a_review(site="bbb")]),
    Case("site-forbids", "request", [a_note(shop=True, sites=["google", "yelp"])],
         [a_note(shop=True, sites=["google"])]),
    Case("asked-once", "request", [*WELL, ASKED], [*WELL, LEFT_OUT]),
    Case("asked-once", "request", [*WELL, ASKED], [SHOP, ASKED]),
    Case("cooling", "call", [a_call()], [a_call()], {"cooling": True}, {"cooling": False}),
    Case("gap", "call", [a_call()], [a_call()], {"too_soon": True}, {"too_soon": False}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.kind}")
def test_a_rule_bars_what_it_is_for_and_not_the_next_thing(case):
    usual = {"budget_used": False}
    barred = rule_against(case.kind, facts_on(*case.barred), **{**usual, **case.barred_by})
    allowed = rule_against(case.kind, facts_on(*case.allowed), **{**usual, **case.allowed_by})
    assert (barred and barred.id, allowed) == (case.rule, None)


LINES = [
    ("wall", "attempt", "This is yours if the review goes.", "This is yours in any case."),
    ("wall", "attempt", "And then five stars?", "And then we start again?"),
    ("wall", "request", "With a discount for you.", "There is no discount and no gift for it."),
    ("wall", "request", "You get the refund then.", "I ask for nothing but a word."),
    ("wall", "write", "Five stars and you get a refund.", "The refund is yours."),
    ("wall", "decide", "Would you give us five stars for a refund?", "A refund for a review?"),
    ("legal-threat", "write", "My lawyer will read that.", "I will read that."),
    ("legal-threat", "reply", "See you in court.", "See you in the courtyard."),
    ("personal", "reply", "Dear {customer}, ...", "Thank you for telling us. {business}"),
    ("personal", "reply", "You paid {sum}.", "We have put it right."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "kind", "barred", "allowed"), LINES)
def test_a_line_is_barred_for_its_words(rule, kind, barred, allowed):
    found = forbidden_words(a_step(kind=kind, say=("Good morning.", barred)))
    assert found is not None
    assert found.id == rule
    assert forbidden_words(a_step(kind=kind, say=("Good morning.", allowed))) is None


@pytest.mark.parametrize(
    "step",
    [
        a_step(kind="attempt", avoid=("any word about the review.",)),
        a_step(kind="attempt", why="It is owed, review or no review."),
        a_step(kind="attempt", say=("reviewlog review {incident} --gone",)),
        a_step(kind="request", say=("Would you look at your review once more?",)),
        a_step(kind="write", say=("The refund is on its way.",)),
        a_step(kind="decide", say=("Do I need a lawyer for this?",)),
        a_step(kind="write", say=("Dear {customer}, ...",)),
    ],
)
def test_words_that_are_not_said_there_are_not_barred(step):
    assert forbidden_words(step) is None


def test_every_rule_has_a_case_of_its_own():
    told = {case.rule for case in CASES} | {rule for rule, *_ in LINES}
    assert told == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_explains_itself_in_one_sentence_with_its_source(rule):
    assert rule.sentence.endswith(".")
    assert ". " not in rule.sentence
    assert rule.source
    assert rule_of(rule.id) is rule


def test_a_rule_that_was_set_aside_leaves_the_others_in_force():
    facts = facts_of(a_call(leave_alone=True))
    rule = rule_against("call", facts, budget_used=True, set_aside="leave-alone")
    assert rule is rule_of("budget")
    assert rule_against("call", facts, budget_used=False, set_aside="leave-alone") is None


def barred(*entries, budget_used=False):
    facts = facts_of(*in_order(*entries))
    return {k for k in STEP_KINDS if bar(a_step(kind=k), facts, budget_used=budget_used)}


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        ([a_call()], {"request"}),
        ([a_call(threat="harm")], CONTACT_KINDS | GOODWILL_KINDS | {"reply", "wait"}),
        ([a_call(leave_alone=True)], CONTACT_KINDS | {"attempt"}),
        ([a_review()], CONTACT_KINDS),
        ([a_call(), EXTORTION], GOODWILL_KINDS | CONTACT_KINDS),
        (WELL, set()),
    ],
)
def test_what_must_not_be_proposed(entries, kinds):
    assert barred(*entries) == kinds


def test_a_used_budget_bars_every_contact():
    assert barred(a_call(), budget_used=True) == CONTACT_KINDS


def test_in_danger_no_demand_is_answered():
    answer: Step = a_step(kind="decide", done_by={"entry": ("demand",), "state": ("granted",)})
    facts = facts_of(a_call(threat="harm"))
    assert bar(answer, facts, budget_used=False) is rule_of("danger")
    assert bar(a_step(kind="decide"), facts, budget_used=False) is None


OUR_CONTACT = {"entry": ("interaction",), "direction": ("out",)}


@pytest.mark.parametrize("kind", sorted(set(STEP_KINDS) - {"wait"}))
def test_a_contact_of_ours_is_one_whatever_it_is_called(kind):
    step = a_step(kind=kind, done_by=OUR_CONTACT)
    alone = bar(step, facts_of(a_call(leave_alone=True)), budget_used=False)
    assert alone is not None
    assert bar(step, facts_of(a_review()), budget_used=False) is not None
    assert bar(step, facts_of(a_call()), budget_used=True) is not None


@pytest.mark.parametrize("kind", ["ask", "watch", "decide", "debrief"])
def test_an_offer_of_ours_is_one_whatever_it_is_called(kind):
    step = a_step(kind=kind, done_by={"entry": ("attempt",), "state": ("offered",)})
    facts = facts_of(*in_order(a_call(), EXTORTION))
    assert bar(step, facts, budget_used=False) is rule_of("extortion")
    assert forbidden_words(step._replace(say=("Then the review goes?",))) is rule_of("wall")


def test_to_write_down_what_came_of_it_is_no_contact():
    heard = a_step(kind="ask", done_by={"entry": ("interaction",), "direction": ("in",)})
    noted = a_step(kind="collect", done_by={"entry": ("attempt",)})
    for step in (heard, noted):
        assert bar(step, facts_of(a_call(leave_alone=True)), budget_used=True) is None
