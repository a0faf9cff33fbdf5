"""Replies as owners write them: what the rules find in them is never less than it was."""

from collections import Counter

import pytest

from reviewlog.domain.agenda.never import RULES as NEVER_RULES
from reviewlog.playbook.replies.shelf import shipped_ruleset
from tests.bench_replies import corpus, found_in, tally

REPLIES = tuple(corpus())
RULES = {rule.id: rule for rule in shipped_ruleset().rules}
MOODS = {"good", "clumsy", "furious"}
STRICT = [rule.id for rule in RULES.values() if rule.never or rule.level == "stop"]
PRECISION, RECALL = 0.93, 0.91
"""Of all rules together, as measured, rounded down: what a change may not undercut."""
LEAST_RECALL = {
    "accusation": 0.8,
    "asks-change": 0.9,
    "guessing": 0.85,
    "insult": 0.77,
    "personal": 0.84,
    "pressure": 0.94,
    "wall": 0.85,
}
"""Of a rule that stops a text and misses some of what is meant; every other one finds all."""
MISPLACED = 0
WRONG_IN_GOOD = 1
"""Findings in good replies that no careful reader would have."""


@pytest.fixture(scope="module")
def counted():
    return tally(REPLIES)


def test_there_are_enough_of_every_mood_and_trade():
    moods = Counter(one.mood for one in REPLIES)
    assert moods.keys() == MOODS
    assert len(REPLIES) >= 40
    assert min(moods.values()) >= len(REPLIES) / 4
    assert len({one.example.given["trade"] for one in REPLIES}) >= 8


def test_each_has_a_name_of_its_own():
    assert len({one.id for one in REPLIES}) == len(REPLIES)


def test_every_rule_is_meant_somewhere_and_no_other():
    assert {rule for one in REPLIES for rule, _ in one.rules} == RULES.keys()


def test_each_names_a_rule_once_and_marks_words_that_stand_there():
    for one in REPLIES:
        rules = [rule for rule, _ in one.rules]
        assert len(set(rules)) == len(rules), one.id
        assert all(marks in one.example.text for _, marks in one.rules), one.id


def test_what_is_found_is_meant(counted):
    right, wrong = (sum(counter.values()) for counter in (counted.right, counted.wrong))
    assert right / (right + wrong) >= PRECISION, "\n".join(counted.told)


def test_what_is_meant_is_found(counted):
    right, missed = (sum(counter.values()) for counter in (counted.right, counted.missed))
    assert right / (right + missed) >= RECALL, "\n".join(counted.told)


def test_the_right_words_are_marked(counted):
    assert sum(counted.misplaced.values()) <= MISPLACED, "\n".join(counted.told)


@pytest.mark.parametrize("rule", STRICT)
def test_a_rule_that_stops_a_text_misses_no_more_than_it_did(counted, rule):
    meant = counted.right[rule] + counted.missed[rule]
    assert counted.right[rule] / meant >= LEAST_RECALL.get(rule, 1.0), "\n".join(counted.told)


def test_the_rules_that_nobody_can_soften_are_among_them():
    carried_out = {rule.never for rule in RULES.values() if rule.never}
    assert carried_out <= {rule.id for rule in NEVER_RULES}
    assert {rule.id for rule in RULES.values() if rule.never} <= set(STRICT)


def test_good_replies_are_left_in_peace():
    wrong = [
        f"{one.id}: {finding.rule.id}"
        for one in REPLIES
        if one.mood == "good"
        for finding in found_in(one).findings
        if finding.rule.id not in {rule for rule, _ in one.rules}
    ]
    assert len(wrong) <= WRONG_IN_GOOD, "\n".join(wrong)
