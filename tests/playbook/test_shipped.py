"""The playbooks that ship: they load, cite the advice, say what may be said, and fall silent."""

import re
import shlex
from datetime import timedelta

import pytest

from reviewlog.cli import main
from reviewlog.commands.catalogue import COMMANDS, GROUPS
from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.never import forbidden_line
from reviewlog.domain.agenda.offers import best_fit
from reviewlog.domain.time.moment import exactly, moment_to_field
from reviewlog.domain.wording import COMMAND, STAND_INS, variables
from reviewlog.playbook.language.form import read_playbook
from reviewlog.playbook.language.wire import playbook_from_json, playbook_to_json
from reviewlog.playbook.shelf import shipped_texts
from tests.builders import (
    LONDON,
    SHELF,
    WHOLES,
    a_call,
    a_pin,
    a_review,
    an_entry,
    at,
    facts_of,
    in_order,
)

TEXTS = shipped_texts()
COVERS = [playbook.cover for playbook in SHELF.values()]
STEPS = [(playbook.id, step) for playbook in SHELF.values() for step in playbook.steps]
EVERY = pytest.mark.parametrize("playbook", SHELF.values(), ids=SHELF)
TITLES = {
    "T": "How can you handle customers who threaten to post negative online reviews",
    "N": "How to handle negative reviews",
    "D": "How to deal online with disappointed customers",
    "P": "Does your business have a plan for dealing with negative on-line customers",
    "B": "What to do when you get a bad online review",
}
CHOSEN = {"debrief", "dispute", "invitations", "make-good", "no-answer", "staff-policy"}
"""Playbooks that are followed only when somebody chooses them."""


def test_the_whole_set_is_there():
    assert SHELF.keys() - CHOSEN == {
        "bad-review", "complaint", "cooling-off", "extortion", "public-comment", "safety",
        "threat-before-review", "walk-away", "wave",
    }  # fmt: skip
    assert SHELF.keys() >= CHOSEN


@EVERY
def test_a_file_has_the_name_of_its_playbook(playbook):
    assert SHELF[playbook.id] is playbook


@EVERY
def test_a_playbook_is_offered_only_where_it_says_when(playbook):
    assert (not playbook.use_when) == (playbook.id in CHOSEN)


@EVERY
def test_the_texts_that_are_cited_are_named(playbook):
    cited = {source[0] for step in playbook.steps for source in step.source}
    assert cited <= playbook.sources.keys()
    assert playbook.sources.items() <= TITLES.items()


def all_but(right):
    """Return the steps of which something is not right."""
    return [f"{name}: {step.id}" for name, step in STEPS if not right(step)]


def test_every_step_cites_the_advice():
    assert all_but(lambda step: step.source) == []


def test_every_step_says_when_it_is_due():
    assert all_but(lambda step: step.within is not None) == []


def test_what_only_may_be_done_lapses():
    assert all_but(lambda step: step.must or step.kind == "wait" or step.latest) == []


def test_what_is_said_is_allowed_to_be_said():
    lines = [(step.kind, line) for _, step in STEPS for line in (step.title, *step.say)]
    assert [line for kind, line in lines if forbidden_line(kind, line)] == []


def test_every_blank_in_a_line_can_be_filled():
    named = {name for _, step in STEPS for line in step.say for name in variables(line)}
    assert named <= STAND_INS.keys()


def test_questions_end_as_questions():
    verb = "Did|Do|Does|Is|Are|Have|Has|Would|Could|Can|Am|Was|May"
    asks = re.compile(rf"((What|Which|How) )?({verb}) (I|we|you|they|it|there|the|any\w*)\b")
    lines = {line for _, step in STEPS for line in step.say}
    assert [line for line in lines if asks.match(line) and "?" not in line] == []


def typed_lines():
    return sorted({ln for _, step in STEPS for ln in step.say if ln.startswith(COMMAND)})


def test_every_verb_that_is_to_be_typed_is_there():
    for line in typed_lines():
        verb, action, *_ = [*shlex.split(line)[1:], ""]
        assert verb in COMMANDS, line
        assert verb not in GROUPS or action in GROUPS[verb][0], line


def test_every_option_that_is_to_be_typed_is_there(capsys):
    for line in typed_lines():
        words = shlex.split(line)[1:]
        verb = words[: 2 if words[0] in GROUPS else 1]
        main([*verb, "--help"])
        shown = capsys.readouterr().out
        assert [w for w in words if w.startswith("-") and w not in shown] == [], line


@EVERY
def test_a_playbook_is_read_back_as_the_logbook_keeps_it(playbook):
    again = playbook_from_json(playbook_to_json(playbook))
    for field in playbook._fields:
        assert getattr(again, field) == getattr(playbook, field)


# What an incident is pinned to


def digest_of(name, **changed):
    texts = TEXTS | changed
    return read_playbook(texts[name], name, texts).digest


@EVERY
def test_a_text_is_pinned_by_its_digest(playbook):
    remark = TEXTS[playbook.id] + "\n# a remark\n"
    assert digest_of(playbook.id) == playbook.digest
    assert digest_of(playbook.id, **{playbook.id: remark}) != playbook.digest


def test_a_text_is_pinned_together_with_what_it_uses():
    changed = {"debrief": TEXTS["debrief"] + "\n# a remark\n"}
    assert digest_of("complaint", **changed) != SHELF["complaint"].digest
    other = {"staff-policy": TEXTS["staff-policy"] + "\n# a remark\n"}
    assert digest_of("complaint", **other) == SHELF["complaint"].digest


# The examples (that they hold, and reach every step: test_examples.py)


@pytest.mark.parametrize("name", WHOLES)
def test_every_condition_is_named_where_it_keeps_its_step_away(name):
    whole = WHOLES[name]
    absent = {step for example in whole.examples for step in example.never}
    bound = [step.id for step in whole.playbook.steps if step.when or step.unless]
    assert [step for step in bound if step not in absent] == []


# Which one fits


def a_way(**said):
    return [a_call(**said)]


WAYS = {
    "complaint": a_way(),
    "threat-before-review": a_way(threat="veiled"),
    "extortion": [a_call(threat="open"), an_entry("assessment", at(1), verdict="extortion")],
    "public-comment": a_way(channel="social"),
    "cooling-off": a_way(cool_until="2026-11-30T10:00:00Z"),
    "bad-review": [a_review()],
    "wave": [a_review(at(n), nick=f"Fan {n}") for n in range(3)],
    "safety": a_way(threat="harm"),
    "walk-away": [
        a_call(direction="out", channel="email"),
        a_call(at(5), direction="out", channel="email"),
    ],
}


@pytest.mark.parametrize(("name", "way"), WAYS.items(), ids=WAYS)
def test_what_happened_leads_to_its_playbook(name, way):
    assert best_fit(COVERS, facts_of(*in_order(*way))) == name


def test_a_way_is_known_to_every_playbook_that_is_offered():
    assert WAYS.keys() == SHELF.keys() - CHOSEN


# Nothing nags for ever


def a_life(threat, verdict, offer, *ending):
    """Return one way an incident may go, told by its entries."""
    return in_order(
        a_pin(written=at()),
        a_call(threat=threat),
        an_entry("demand", at(hours=1), state="open", due=moment_to_field(exactly(at(days=9)))),
        a_review(at(hours=2)),
        an_entry("assessment", at(hours=3), verdict=verdict),
        an_entry("attempt", at(hours=4), state=offer, label="A"),
        *ending,
    )


LIVES = [
    a_life("open", "right", "accepted"),
    a_life("open", "partly", "refused"),
    a_life("none", "unfounded", "offered"),
    a_life("open", "right", "delivered", a_call(at(days=1), pleased=True)),
]


@EVERY
def test_no_step_nags_before_something_happened(playbook):
    known = {step.id: step.after for step in playbook.steps}
    items = agenda(playbook, facts_of(a_pin()), LONDON)
    assert {known[item.step] for item in items} <= {"playbook"}


@EVERY
def test_no_step_is_due_beyond_a_season(playbook):
    for life in LIVES:
        for item in agenda(playbook, facts_of(*life), LONDON):
            assert item.due_on is not None
            assert item.due_on < (at() + timedelta(days=120)).date()


@EVERY
def test_what_is_closed_falls_silent_by_itself(playbook):
    """What is left to learn from and to watch lapses, even if nobody ever looks."""
    closed = an_entry("outcome", at(days=2), state="closed", outcome="resolved")
    for life in LIVES:
        items = agenda(playbook, facts_of(*in_order(*life, closed)), LONDON)
        assert [i.step for i in items if i.playbook and i.closes_at is None] == []
