"""No playbook can nag for ever: whatever happens, an owner who does what is asked comes to an end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlog.domain.sites import SiteRule
from reviewlog.domain.vocabulary import (
    ATTEMPT_STATES,
    DEMAND_STATES,
    DISPUTE_STATES,
    OUTCOMES,
    THREATS,
    VERDICTS,
)
from reviewlog.playbook.rehearsing.examples import Given
from reviewlog.playbook.rehearsing.stage import Stage
from reviewlog.playbook.rehearsing.walk import walk
from tests.builders import SHELF

RULES = {"google": SiteRule("allowed", "allowed"), "yelp": SiteRule("forbidden", "forbidden")}
COVERS = [playbook.cover for playbook in SHELF.values()]
MOST_ITEMS = 200
MOST_DAYS = 300


def some(**fields):
    """Return some of the fields, each with one of its words."""
    return st.fixed_dictionaries({}, optional={n: st.sampled_from(w) for n, w in fields.items()})


FIELDS = {
    "interaction": some(
        direction=("in", "in", "out"), channel=("phone", "email", "social"), threat=THREATS,
        quote=("or else",), cool_until=(20,), who=("Dana", "nobody"), sites=(("yelp",),),
        also=(("pleased",), ("leave_alone",), ("no_answer",)),
    ),
    "review": some(state=("up", "changed", "gone"), site=("google", "yelp"), nick=("Fan", "Cake")),
    "demand": some(state=DEMAND_STATES, due=(9,)),
    "attempt": some(state=ATTEMPT_STATES, label=("A", "B")),
    "assessment": some(verdict=VERDICTS),
    "evidence": some(),
    "reply": some(),
    "dispute": some(site=("google",), state=DISPUTE_STATES),
    "outcome": some(state=("closed", "reopened"), outcome=OUTCOMES),
}  # fmt: skip


@st.composite
def happenings(draw, first=None):
    """Return one thing that happens on one of the first days."""
    kind = draw(st.sampled_from(first or tuple(FIELDS)))
    day = 0 if first else draw(st.integers(0, 30))
    at = f"{draw(st.integers(8, 19)):02}:{draw(st.integers(0, 59)):02}"
    return Given(day, at, kind, draw(FIELDS[kind]))


FIRST = st.one_of(
    happenings(("interaction", "review")), st.just(Given(0, "08:00", "note", {"also": ("shop",)}))
)
SCRIPTS = st.builds(lambda first, more: [first, *more], FIRST, st.lists(happenings(), max_size=7))


PLAYBOOKS = st.sampled_from(sorted(SHELF))
IN_DAYS = {"day": 1, "working day": 2, "week": 7}


def longest(playbook):
    """How many days a playbook may take by its own words: its repeats, and some months for the rest."""
    repeats = (step.repeat for step in playbook.steps if step.repeat)
    return MOST_DAYS + sum(
        r.every.amount * IN_DAYS.get(r.every.unit, 1) * r.at_most for r in repeats
    )


@settings(max_examples=60, deadline=None)
@given(PLAYBOOKS, SCRIPTS, st.booleans())
def test_an_owner_who_does_what_is_asked_is_done_one_day(name, script, silent):
    playbook = SHELF[name]
    end = walk(Stage(playbook, COVERS, RULES), script, silent=silent, cap=longest(playbook))
    assert [item.step for item in end.left] == []
    assert len([event for event in end.events if event.what == "done"]) <= MOST_ITEMS
