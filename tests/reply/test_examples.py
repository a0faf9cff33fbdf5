"""Every shipped rule finds each of its bad texts, where it says, and none of its near misses."""

import pytest

from reviewlog.domain.reply.rules import Example, Rule, Wording
from reviewlog.playbook.replies.shelf import shipped_shelf
from reviewlog.reply.examples import case_of, failures

SHELF = shipped_shelf()
RULES = {rule.id: rule for rule in SHELF.ruleset.rules}
LEVELS = {
    "stop": {
        "insult", "legal-threat", "pressure", "accusation", "guessing", "public-offer", "wall",
        "asks-change", "personal", "keeps-silent", "contact-data", "site-length", "lists", "html",
        "hole",
    },
    "warn": {
        "but", "excuses", "reasons", "length", "blame", "sarcasm", "shouting", "review-mention",
        "undated-promise", "no-apology", "no-admission", "sorry-you-feel", "no-door", "no-name",
        "quoted-mail", "to-the-site", "advertising", "third-reply", "copy-paste", "template",
        "language", "not-this-case",
    },
}  # fmt: skip


def test_the_files_have_no_faults():
    assert not SHELF.faults


def test_the_rules_are_the_ones_agreed_on():
    by_level = {level: {r.id for r in RULES.values() if r.level == level} for level in LEVELS}
    assert by_level == LEVELS
    assert len(RULES) == sum(map(len, LEVELS.values()))


def test_every_rule_says_why_and_what_instead_and_where_it_is_from():
    for rule in RULES.values():
        assert all((rule.title, rule.why, rule.instead, rule.source)), rule.id
        assert "\n" not in rule.title + rule.why + rule.instead, rule.id


def test_every_rule_has_three_bad_texts_and_three_near_misses():
    tried = {trial.rule: trial for trial in SHELF.trials}
    assert tried.keys() == RULES.keys()
    for trial in tried.values():
        assert min(len(trial.bad), len(trial.good)) >= 3, trial.rule


@pytest.mark.parametrize("trial", SHELF.trials, ids=lambda t: f"{t.rule}-{t.language}")
def test_the_examples_of_a_rule_hold(trial):
    told = failures(RULES[trial.rule], trial.bad, trial.good, (*RULES.values(),))
    assert not told, "\n".join(told)


SOUP = Rule("soup", "No soup.", "why", "warn", ("D4",), wordings=(Wording("en", ("cold soup",)),))


def told(*, bad=(), good=()):
    return failures(SOUP, bad, good, (SOUP,))


def test_a_bad_text_that_is_found_and_a_fine_one_that_is_not_are_no_failures():
    bad = Example("The cold soup.", ("cold soup",)), Example("Cold soup again.")
    assert told(bad=bad, good=(Example("The soup was cold."),)) == ()


def test_a_bad_text_that_passes_is_told():
    [said] = told(bad=(Example("The warm soup."),))
    assert said == "soup does not find “The warm soup.”"


def test_other_words_than_the_marked_ones_are_told():
    [said] = told(bad=(Example("The cold soup.", ("soup",)),))
    assert said == "soup marks “cold soup” in “The cold soup.”, not “soup”"


def test_a_near_miss_that_trips_the_rule_is_told():
    [said] = told(good=(Example("Not a cold soup."),))
    assert said == "soup finds “cold soup” in “Not a cold soup.”, which is fine"


def test_what_an_example_gives_is_how_things_stand():
    given = {
        "medium": "private",
        "verdict": "right",
        "trade": "health",
        "site": "Google",
        "forbids": ("offers", "lists"),
        "most": 30,
        "unit": "bytes",
        "review": ("Cold.",),
        "names": ("Jane Miller",),
        "earlier": ("Sorry.", "Thank you."),
        "voice": {"name": "Ruth"},
        "may_ask": True,
        "language": "de",
    }
    case = case_of(Example("", (), given), (SOUP,))
    assert (case.medium, case.verdict, case.strict, case.may_ask) == (
        "private",
        "right",
        True,
        True,
    )
    assert (case.site, case.reply.most, case.reply.unit) == ("Google", 30, "bytes")
    assert [one.what for one in case.reply.forbids] == ["offers", "lists"]
    assert (case.reviews, case.customers) == (("Cold.",), ("Jane Miller",))
    assert [one.entry for one in case.earlier] == ["1", "2"]
    assert (case.voice.name, case.first) == ("Ruth", "de")


def test_a_trade_that_is_left_out_is_not_a_silent_one():
    assert not case_of(Example(""), (SOUP,)).strict
