"""Every piece of the five articles' advice is in a step that comes up, or in a verb."""

from typing import NamedTuple

import pytest

from reviewlog.commands.catalogue import COMMANDS
from reviewlog.domain.playbook import Step
from tests.builders import WHOLES

ADVICE = [
    "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
    "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9",
    "D1", "D2", "D3", "D4", "D5", "D6",
    "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9",
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10",
]  # fmt: skip

FEATURES = {
    "T1": ("call-card",),
    "T2": ("attempt",),
    "T3": ("demand",),
    "T4": ("log", "attach", "show"),
    "T5": ("export", "verify"),
    "D2": ("assess",),
    "N1": ("due",),
    "P9": ("close", "reopen"),
    "B3": ("demand",),
    "B5": ("snooze",),
}
"""What the program does about a piece besides the steps: verbs that must be there."""


class Shown(NamedTuple):
    """A step, and whether an example of its playbook expects it on a day."""

    step: Step
    is_expected: bool


def the_shipped_steps():
    return [
        Shown(step, any(step.id in example.expect for example in whole.examples))
        for whole in WHOLES.values()
        for step in whole.playbook.steps
    ]


def without(advice, steps):
    """Return the steps as they would be if nobody named that piece of advice."""
    return [
        Shown(s.step._replace(source=tuple(x for x in s.step.source if x != advice)), s.is_expected)
        for s in steps
    ]


def not_covered(steps):
    covered = {source for shown in steps if shown.is_expected for source in shown.step.source}
    return [advice for advice in ADVICE if advice not in covered]


def test_there_are_forty_three_pieces():
    assert len(set(ADVICE)) == len(ADVICE) == 43


def test_every_piece_is_in_a_step_that_comes_up():
    assert not_covered(the_shipped_steps()) == []


@pytest.mark.parametrize("advice", ADVICE)
def test_a_piece_that_no_step_names_is_missed(advice):
    assert not_covered(without(advice, the_shipped_steps())) == [advice]


@pytest.mark.parametrize("advice", ADVICE)
def test_a_step_that_no_example_expects_covers_nothing(advice):
    unseen = [
        s._replace(is_expected=s.is_expected and advice not in s.step.source)
        for s in the_shipped_steps()
    ]
    assert advice in not_covered(unseen)


def test_no_step_names_a_piece_that_there_is_not():
    named = {source for shown in the_shipped_steps() for source in shown.step.source}
    assert named <= set(ADVICE)


@pytest.mark.parametrize(("advice", "verbs"), FEATURES.items(), ids=FEATURES)
def test_what_the_program_does_besides_is_there(advice, verbs):
    assert advice in ADVICE
    assert set(verbs) <= COMMANDS.keys()
