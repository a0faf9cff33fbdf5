import pytest

from reviewlog.domain.never import CONTACT_KINDS, GOODWILL_KINDS, bar
from reviewlog.domain.vocabulary import STEP_KINDS
from tests.builders import a_call, a_review, a_step, an_entry, at, facts_of, in_order


def barred(*entries, budget_used=False):
    facts = facts_of(*in_order(*entries))
    return {k for k in STEP_KINDS if bar(a_step(kind=k), facts, budget_used=budget_used)}


def an_attempt(state, hours=1.0, **fields):
    return an_entry("attempt", at(hours=hours), state=state, label="A", **fields)


EXTORTION = an_entry("assessment", at(hours=1), verdict="extortion")


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        ([a_call()], {"request"}),
        ([a_call(threat="harm")], CONTACT_KINDS | GOODWILL_KINDS | {"reply", "wait"}),
        (
            [a_call(threat="harm"), an_attempt("accepted")],
            CONTACT_KINDS | GOODWILL_KINDS | {"reply", "wait"},
        ),
        ([a_call(leave_alone=True)], CONTACT_KINDS),
        ([a_review()], CONTACT_KINDS),
        ([a_call(), EXTORTION], GOODWILL_KINDS),
        ([a_call(), EXTORTION, an_attempt("accepted", 2)], {"request"}),
        ([a_call(), an_attempt("delivered")], {"request"}),
        ([a_call(), an_attempt("delivered"), a_call(at(hours=2), pleased=True)], set()),
    ],
)
def test_what_must_not_be_proposed(entries, kinds):
    assert barred(*entries) == kinds


def test_a_used_budget_bars_every_contact():
    assert barred(a_call(), budget_used=True) == CONTACT_KINDS
