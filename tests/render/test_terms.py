"""Every word of the playbook language is told in words of an owner."""

import pytest

from reviewlog.domain.playbook import ANCHOR_WORDS, FACT_WORDS, Repeat
from reviewlog.domain.time.durations import Duration
from reviewlog.render.words.terms import ANCHORS, FACTS, SENTENCES, condition_words, timing_words
from tests.builders import a_step

DAY = Duration(1, "day")


@pytest.mark.parametrize("name", FACT_WORDS)
def test_every_fact_is_told(name):
    assert name in FACTS or all((name, word) in SENTENCES for word in FACT_WORDS[name])


def test_every_anchor_is_told_and_no_other():
    assert set(ANCHORS) == set(ANCHOR_WORDS)
    assert {name for name, _ in SENTENCES} | set(FACTS) == set(FACT_WORDS)
    assert all(word in FACT_WORDS[name] for name, word in SENTENCES)


def test_alternatives_are_joined():
    found = condition_words({"offer": ("none", "refused", "offered")})
    assert found == ["nothing was offered or your offer is refused or offered"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"within": Duration(0, "day")}, "on the day that it began"),
        ({"within": DAY, "not_before": DAY}, "not before 1 day, within 1 day after it began"),
        ({"after": "thank"}, "when you can, after the step thank is done"),
        (
            {"within": Duration(0, "day"), "latest": DAY},
            "on the day that it began, at the latest 1 day after",
        ),
        ({"latest": DAY}, "at the latest 1 day after it began"),
        (
            {"within": DAY, "repeat": Repeat(DAY, 3)},
            "within 1 day after it began; again every 1 day, at most 3 times",
        ),
        (
            {"within": DAY, "repeat": Repeat(DAY, 1)},
            "within 1 day after it began; again every 1 day, at most once",
        ),
    ],
)
def test_the_time_of_a_step_is_told(said, words):
    assert timing_words(a_step(**said)) == words
