"""The playbooks that ship: they load, cite the advice, and every step can come up."""

import re
from datetime import timedelta
from itertools import product

import pytest

from reviewlog.domain.agenda import agenda
from reviewlog.domain.moment import exactly, moment_to_field
from reviewlog.playbook.form import read_playbook
from reviewlog.playbook.shelf import shipped_texts
from reviewlog.playbook.wire import playbook_from_json, playbook_to_json
from tests.builders import (
    LONDON,
    SHELF,
    a_call,
    a_mail,
    a_pin,
    a_review,
    a_tick,
    an_entry,
    at,
    facts_of,
    in_order,
)

ADVICE = {f"{text}{n}" for text, last in (("T", 9), ("N", 9), ("D", 6), ("P", 9), ("B", 10))
          for n in range(1, last + 1)}  # fmt: skip
EVERY = pytest.mark.parametrize("playbook", SHELF.values(), ids=SHELF)


def test_the_three_to_begin_with_are_there():
    assert {"bad-review", "complaint", "walk-away"} <= SHELF.keys()


@EVERY
def test_a_file_has_the_name_of_its_playbook(playbook):
    assert SHELF[playbook.id] is playbook


@EVERY
def test_every_step_cites_the_advice(playbook):
    for step in playbook.steps:
        assert step.source, step.id
        assert set(step.source) <= ADVICE, step.id


def test_the_texts_that_are_cited_are_named():
    for playbook in SHELF.values():
        named = set(re.findall(r"^  ([A-Z]): ", shipped_texts()[playbook.id], re.MULTILINE))
        assert {source[0] for step in playbook.steps for source in step.source} <= named


@EVERY
def test_every_step_says_when_it_is_due(playbook):
    assert [step.id for step in playbook.steps if step.within is None] == []


@EVERY
def test_a_playbook_is_read_back_as_the_logbook_keeps_it(playbook):
    again = playbook_from_json(playbook_to_json(playbook))
    for field in playbook._fields:
        assert getattr(again, field) == getattr(playbook, field)


def test_a_text_is_pinned_by_its_digest():
    text = shipped_texts()["complaint"]
    assert read_playbook(text + "\n# a remark\n", "x").digest != read_playbook(text, "x").digest


def a_life(threat, verdict, offer, ending):
    """Return one way an incident may go, told by its entries."""
    life = [a_pin(written=at()), a_call(threat=threat)]
    life += [
        an_entry("demand", at(hours=1), state="open", due=moment_to_field(exactly(at(days=9))))
    ]
    life += [a_review(at(hours=2))]
    life += [an_entry("assessment", at(hours=3), verdict=verdict)] if verdict else []
    life += [an_entry("attempt", at(hours=4), state=offer, label="A")] if offer else []
    return in_order(*life, *ending)


ENDINGS = [
    [],
    [a_mail(at(days=1))],
    [a_mail(at(days=1)), a_mail(at(days=6))],
    [a_call(at(days=1), pleased=True)],
    [a_call(at(days=1), pleased=True), a_mail(at(days=2))],
    [an_entry("outcome", at(days=1), state="closed")],
    [an_entry("demand", at(days=1), state="granted")],
]


def steps_that_come_up(playbook, life):
    """Return the steps of a life, ticking off what can be ticked."""
    seen, day = set(), 10
    while True:
        open_now = [i for i in agenda(playbook, facts_of(*life), LONDON) if i.playbook]
        new = [i for i in open_now if i.step not in seen]
        seen |= {i.step for i in open_now}
        if not new:
            return seen
        life = in_order(*life, *[a_tick(i, at(days=day)) for i in new if not i.done_by])
        day += 1


@EVERY
def test_every_step_can_come_up(playbook):
    ways = product(
        (None, "open", "harm"),
        (None, "right", "unfounded"),
        (None, "accepted", "delivered"),
        ENDINGS,
    )
    seen = set()
    for way in ways:
        seen |= steps_that_come_up(playbook, a_life(*way))
    assert [step.id for step in playbook.steps if step.id not in seen] == []


@EVERY
def test_no_step_nags_before_something_happened(playbook):
    assert agenda(playbook, facts_of(a_pin()), LONDON) == [] or playbook.id == "walk-away"


@EVERY
def test_no_step_is_due_beyond_a_season(playbook):
    for item in agenda(playbook, facts_of(*a_life("open", "right", "accepted", [])), LONDON):
        assert item.due_on is not None
        assert item.due_on < (at() + timedelta(days=90)).date()
