import pytest

from reviewlog.domain.errors import (
    NothingToAmendError,
    NothingToUndoError,
    UnknownEntryError,
    UnknownIncidentError,
)
from reviewlog.domain.usage_errors import EmptyTextError
from reviewlog.logbook.said import Answer, Judgement, Posted, Remedy
from tests.builders import agendas, said, steps_of


def contacts_of(logbook, number):
    return logbook.view(number).facts.contacts


def test_a_misfiled_call_is_moved_with_all_that_it_said(logbook, clock):
    logbook.log(said(who="Bob"))
    logbook.log(said(who="Dana"))
    clock.tick()
    wrong = logbook.log(
        said(who=None, incident="1", demand="my money", amount="20.00", threat="open")
    )
    before = agendas(logbook)
    logbook.amend(str(wrong.main.id.seq), {}, "2", "wrong file")
    bob, dana = logbook.view("1").facts, logbook.view("2").facts
    assert (bob.demand, bob.threat, dana.demand, dana.threat) == ("none", "unasked", "open", "open")
    assert (bob.customer, dana.customer) == ("Bob", "Dana")
    assert logbook.rebuild()
    logbook.undo()
    assert agendas(logbook) == before
    assert logbook.rebuild()


def test_a_moved_entry_may_be_moved_on(logbook, clock):
    for name in ("Ann", "Bob", "Cy"):
        logbook.log(said(who=name))
    wrong = str(logbook.log(said(who=None, incident="1", threat="open")).main.id.seq)
    clock.tick()
    logbook.amend(wrong, {}, "2", None)
    between = agendas(logbook)
    clock.tick()
    logbook.amend(wrong, {}, "3", None)
    assert [logbook.view(n).facts.threat for n in "123"] == ["unasked", "unasked", "open"]
    assert logbook.rebuild()
    logbook.undo()
    assert agendas(logbook) == between
    assert [logbook.view(n).facts.threat for n in "123"] == ["unasked", "open", "unasked"]


def test_an_incident_whose_only_call_was_misfiled_is_no_incident(logbook, clock):
    logbook.log(said(who="Dana"))
    wrong = logbook.log(said(who="Dan"))
    logbook.done("2", "ask-threat")
    logbook.amend(str(wrong.main.id.seq), {}, "1", "it was Dana")
    assert [row["number"] for row in logbook.incidents()] == [1]
    with pytest.raises(UnknownIncidentError):
        logbook.get_incident("2")
    assert logbook.rebuild()
    logbook.undo()
    assert {row["number"] for row in logbook.incidents(state="open")} == {1, 2}


def test_a_misfiled_call_does_not_make_two_customers_one_person(logbook, clock):
    logbook.log(said(who="Bob"))
    logbook.log(said(who="Dana"))
    wrong = logbook.log(said(who=None, incident="1", text="a crack"))
    logbook.amend(str(wrong.main.id.seq), {}, "2", "wrong file")
    clock.tick()
    logbook.log(said(who="Bob", leave_alone=True))
    assert not contacts_of(logbook, "2").leave_alone


def test_the_last_entry_is_amended_unless_one_is_named(logbook, clock):
    logbook.log(said(text="a crack"))
    clock.tick()
    logbook.assess("1", Judgement("right"))
    logbook.amend(None, {"text": "on second thought"}, None, None)
    assert logbook.view("1").timeline[-1].entry.fields["text"] == "on second thought"
    clock.tick()
    logbook.undo()
    logbook.undo()
    logbook.amend(None, {"text": "a chip"}, None, None)
    assert logbook.view("1").timeline[0].entry.fields["text"] == "a chip"


def test_both_versions_stay(logbook):
    logbook.log(said(who="Dan"))
    logbook.amend(None, {"who": "Dana"}, None, "misheard")
    (call, _) = logbook.view("1").timeline
    assert (call.entry.fields["who"], call.original.fields["who"]) == ("Dana", "Dan")


@pytest.mark.parametrize("word", ["99", "0", "x", "", "1", "-1", "٣", "9" * 30])
def test_an_entry_that_is_not_the_owners_cannot_be_amended(logbook, word):
    logbook.log(said())
    with pytest.raises(UnknownEntryError) as caught:
        logbook.amend(word or "0", {"text": "x"}, None, None)
    assert caught.value.last is not None


def test_nothing_to_amend(logbook):
    with pytest.raises(NothingToAmendError):
        logbook.amend(None, {"text": "x"}, None, None)
    logbook.log(said())
    with pytest.raises(EmptyTextError):
        logbook.amend(None, {"text": None}, None, "why")
    with pytest.raises(EmptyTextError):
        logbook.amend(None, {"text": " "}, None, None)


def test_undo_takes_back_a_whole_command(logbook):
    logbook.log(said(demand="my money", threat="open"))
    undone = logbook.undo()
    assert [e.kind for e in undone.entries] == ["interaction", "demand", "playbook"]
    assert [row["state"] for row in undone.rows] == ["void"]
    assert logbook.incidents() == []


def test_undo_is_repeatable_back_to_empty(logbook, clock):
    empty = agendas(logbook)
    call = str(logbook.log(said()).main.id.seq)
    shots = [agendas(logbook)]
    for move in (
        lambda: logbook.assess("1", Judgement("right")),
        lambda: logbook.attempt("1", Remedy("offered", "a new vase")),
        lambda: logbook.amend(call, {"who": "Diana"}, None, None),
        lambda: logbook.review(None, Posted(site="google", stars=1)),
        lambda: logbook.link("2", "1", "the same words"),
        lambda: logbook.close_incident("1", "resolved", None, None),
        lambda: logbook.reopen("1", None),
    ):
        clock.tick()
        move()
        shots.append(agendas(logbook))
    for expected in [*reversed(shots[:-1]), empty]:
        clock.tick()
        logbook.undo()
        assert agendas(logbook) == expected
    with pytest.raises(NothingToUndoError):
        logbook.undo()
    assert logbook.rebuild()


def test_undo_of_an_empty_logbook_is_refused(logbook):
    with pytest.raises(NothingToUndoError):
        logbook.undo()


def test_a_number_is_never_given_twice(logbook):
    logbook.log(said())
    logbook.undo()
    assert logbook.log(said(who="Bob")).row["number"] == 2
    assert logbook.rebuild()


def test_undo_of_a_tick_opens_the_step_again(logbook):
    logbook.log(said(threat="harm"))
    logbook.done("1", "safety")
    assert "safety" not in steps_of(logbook.view("1").agenda)
    logbook.undo()
    assert "safety" in steps_of(logbook.view("1").agenda)


def test_what_was_taken_back_cannot_be_amended(logbook, clock):
    logbook.log(said())
    clock.tick()
    gone = logbook.assess("1", Judgement("right", text="clear"))
    logbook.undo()
    with pytest.raises(UnknownEntryError):
        logbook.amend(str(gone.main.id.seq), {"text": "unclear"}, None, None)


def test_an_answer_to_a_demand_stays_with_it_when_the_demand_is_amended(logbook, clock):
    opened = logbook.log(said(demand="my money"))
    clock.tick()
    logbook.demand("1", Answer("declined"))
    clock.tick()
    logbook.amend(str(opened.main.id.seq + 1), {"text": "all my money"}, None, None)
    (demand,) = logbook.view("1").facts.demands
    assert (demand.state, demand.fields["text"]) == ("declined", "all my money")


def test_a_site_they_named_can_be_noted_later(logbook, clock):
    call = str(logbook.log(said(threat="open")).main.id.seq)
    clock.tick()
    receipt = logbook.amend(call, {"site": "tripadvisor"}, None, None)
    assert receipt.facts.sites == ("tripadvisor",)
    assert "report-threat" in steps_of(receipt.agenda)
    assert logbook.rebuild()


def test_that_all_is_well_can_be_noted_later(logbook, clock):
    call = str(logbook.log(said()).main.id.seq)
    clock.tick()
    assert logbook.amend(call, {"pleased": True}, None, None).facts.pleased
