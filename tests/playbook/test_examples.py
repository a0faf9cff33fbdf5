"""The examples in the shipped playbooks: each one holds, and together they reach every step."""

from functools import cache

import pytest

from reviewlog.playbook.library import covers_of, known_rules, library, whole_of
from reviewlog.playbook.rehearsing.rehearse import is_offer, run_example, shown_after
from reviewlog.playbook.rehearsing.stage import Stage
from reviewlog.render.playbooks.rehearsal import mismatch_words


@cache
def wholes(nowhere):
    """Return the shipped playbooks with their examples; no owner has any of their own here."""
    files = library(nowhere)
    return {name: whole_of(file, files) for name, file in files.items()}


@cache
def surroundings(nowhere):
    return covers_of(library(nowhere)), known_rules()


def pytest_generate_tests(metafunc):
    from pathlib import Path

    nowhere = Path("no-logbook-here")
    known = wholes(nowhere)
    if "example" in metafunc.fixturenames:
        cases = [(whole, e) for whole in known.values() for e in whole.examples]
        ids = [f"{whole.playbook.id}: {e.name}" for whole, e in cases]
        metafunc.parametrize(("whole", "example"), cases, ids=ids)
    elif "whole" in metafunc.fixturenames:
        metafunc.parametrize("whole", known.values(), ids=known)


@pytest.fixture
def around():
    from pathlib import Path

    return surroundings(Path("no-logbook-here"))


def test_the_example_holds(whole, example, around):
    found = run_example(whole.playbook, example, *around)
    assert [mismatch_words(mismatch) for mismatch in found] == []


def test_there_are_examples(whole):
    assert whole.examples


def test_every_step_is_expected_in_an_example(whole):
    expected = {step for example in whole.examples for step in example.expect}
    assert [step.id for step in whole.playbook.steps if step.id not in expected] == []


def test_every_step_that_depends_on_facts_is_left_out_in_an_example(whole, around):
    """Either the example says never, or the agenda after it does without the step."""
    absent = set()
    for example in whole.examples:
        stage = Stage(whole.playbook, *around)
        for given in example.given:
            stage.tell(given)
        there = {item.step for item in shown_after(stage) if not is_offer(item)}
        absent |= {step.id for step in whole.playbook.steps if step.id not in there}
    bound = [step.id for step in whole.playbook.steps if step.when or step.unless]
    assert [step for step in bound if step not in absent] == []
