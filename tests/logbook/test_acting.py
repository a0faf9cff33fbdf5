from datetime import date

import pytest

from reviewlog.domain.errors import (
    FulfilledByEntryError,
    SeveralStepsError,
    UnknownIncidentError,
    UnknownPlaybookError,
    UnknownStepError,
)
from reviewlog.domain.usage_errors import EmptyTextError
from reviewlog.logbook.acting.stepping import next_items, open_now
from reviewlog.logbook.said import Judgement, Posted, Remedy
from tests.builders import SHELF, said, steps_of, the_item


def agenda_of(logbook, number="1"):
    return logbook.view(number).agenda


def test_a_step_that_leaves_no_trace_is_ticked(logbook):
    logbook.log(said())
    receipt = logbook.done("1", "ask-threat")
    assert "ask-threat" not in steps_of(receipt.agenda)


def test_a_step_that_an_entry_fulfils_asks_for_the_entry(logbook):
    logbook.log(said())
    with pytest.raises(FulfilledByEntryError) as caught:
        logbook.done("1", "assess")
    assert caught.value.line.startswith("reviewlog assess 1 ")
    with pytest.raises(FulfilledByEntryError) as caught:
        logbook.done("1", "call-back")
    assert caught.value.line.startswith("reviewlog log --incident 1 --out")


def test_a_playbook_on_offer_is_chosen_and_not_ticked(logbook, clock):
    logbook.log(said())
    clock.tick()
    logbook.review("1", Posted(site="google", stars=1))
    with pytest.raises(FulfilledByEntryError) as caught:
        logbook.done("1", "use-bad-review")
    assert caught.value.line == "reviewlog playbook use 1 bad-review"
    receipt = logbook.use_playbook("1", "bad-review")
    assert receipt.row["playbook"] == "bad-review"
    assert {"keep-it", "private-door"} <= steps_of(receipt.agenda)
    assert "use-bad-review" not in steps_of(receipt.agenda)


def leave_out(logbook, items):
    """Leave steps out, and what opens after them, until none is left."""
    while steps := items():
        logbook.skip("1", f"{steps[0].step}@{steps[0].anchor.seq}", "not needed")


def test_done_without_a_step_means_the_next_one(logbook):
    logbook.log(said(threat="harm"))
    first = next_items(agenda_of(logbook), logbook.now())[0]
    receipt = logbook.done("1", None)
    assert receipt.main.fields["step"] == first.step == "safety"
    leave_out(logbook, lambda: agenda_of(logbook))
    with pytest.raises(SeveralStepsError) as caught:
        logbook.done("1", None)
    assert caught.value.choices == ()


def test_an_unknown_step_names_the_open_ones(logbook):
    logbook.log(said())
    with pytest.raises(UnknownStepError) as caught:
        logbook.done("1", "ask")
    assert caught.value.open_steps == ("ask-threat", "call-back", "assess")


def test_a_step_that_is_open_twice_is_named_with_its_entry(logbook, clock):
    logbook.review(None, Posted(site="google", stars=1))
    clock.tick()
    logbook.review("1", Posted(site="yelp", stars=1))
    clock.tick()
    logbook.assess("1", Judgement("right"))
    with pytest.raises(SeveralStepsError) as caught:
        logbook.skip("1", "draft", "no time")
    (first, _), (second, _) = caught.value.choices
    logbook.skip("1", first, "no time")
    assert the_item(agenda_of(logbook), "draft").anchor.seq == int(second.partition("@")[2])


def test_skipping_takes_a_reason(logbook):
    logbook.log(said())
    with pytest.raises(EmptyTextError):
        logbook.skip("1", "assess", "  ")


def test_a_snooze_is_ended_by_an_inbound_call(logbook, clock):
    logbook.log(said())
    clock.tick()
    logbook.snooze("1", "assess", logbook.dates.future("in 10 days"))
    assert the_item(agenda_of(logbook), "assess").due_on == date(2026, 12, 1)
    clock.tick(hours=2)
    logbook.log(said(who=None, incident="1", at=logbook.dates.past("today")))
    assert the_item(agenda_of(logbook), "assess").due_on == date(2026, 11, 23)


def test_a_call_about_three_is_answered_by_one_today(logbook, clock):
    logbook.log(said(at=logbook.dates.past("about 3pm")))
    clock.tick(hours=3)
    receipt = logbook.log(
        said(who=None, incident="1", direction="out", at=logbook.dates.past("today"))
    )
    assert "call-back" not in steps_of(receipt.agenda)


def test_an_unknown_number_gives_the_nearest(logbook):
    for name in ("Ann", "Bob", "Cy", "Dana"):
        logbook.log(said(who=name))
    with pytest.raises(UnknownIncidentError) as caught:
        logbook.get_incident("99")
    assert [row["number"] for row in caught.value.near] == [4, 3, 2]


def test_a_first_name_is_enough_where_only_one_person_has_it(logbook):
    logbook.log(said(who="Ann Vale"))
    logbook.log(said(who="Dana Vale"))
    assert logbook.get_incident("dana")["number"] == 2
    with pytest.raises(UnknownIncidentError):
        logbook.get_incident("vale")


@pytest.mark.parametrize(
    ("word", "who"),
    [
        ("Dena", "Dana Vale"),
        ("dana vail", "Dana Vale"),
        ("DANNA", "Dana Vale"),
        ("Dnaa", "Dana Vale"),
        ("Smtih", "John Smith"),
        ("Muller", "Eva Müller"),
        ("Cakefan", None),
    ],
)
def test_an_unknown_name_gives_the_nearest(logbook, word, who):
    for name in ("Dana Vale", "John Smith", "Eva Müller"):
        logbook.log(said(who=name))
    logbook.review(None, Posted(site="google", stars=1, nick="CakeFan88"))
    for name in ("Kim", "Robin", "Zed"):
        logbook.log(said(who=name))
    with pytest.raises(UnknownIncidentError) as caught:
        logbook.get_incident(word)
    assert caught.value.near[0]["customer"] == who
    assert not caught.value.newest


def test_where_no_name_is_like_it_the_newest_are_told(logbook):
    for name in ("Kim", "Robin", "Zed", "Ann"):
        logbook.log(said(who=name))
    with pytest.raises(UnknownIncidentError) as caught:
        logbook.get_incident("Wolfgang")
    assert not caught.value.near
    assert [row["number"] for row in caught.value.newest] == [4, 3, 2]


@pytest.mark.parametrize(
    "word", ["", " ", "0", "00", "²", "-1", "1.0", "9" * 40, "\udcff", "\x00", "%"]
)
def test_no_word_breaks_the_search(logbook, word):
    logbook.log(said())
    with pytest.raises(UnknownIncidentError):
        logbook.get_incident(word)


def test_an_unknown_playbook_names_the_known(logbook):
    logbook.log(said())
    with pytest.raises(UnknownPlaybookError) as caught:
        logbook.use_playbook("1", "complain")
    assert caught.value.known == tuple(sorted(SHELF))


def test_next_is_what_is_open_else_what_opens_first(logbook, clock):
    logbook.log(said(threat="none"))
    items = agenda_of(logbook)
    assert [i.step for i in next_items(items, clock())] == [
        i.step for i in open_now(items, clock())
    ]
    logbook.attempt("1", Remedy("delivered", "a new vase"))
    leave_out(logbook, lambda: open_now(agenda_of(logbook), clock()))
    ahead = next_items(agenda_of(logbook), clock())
    assert ahead
    assert all(item.opens_at > clock() for item in ahead)


def test_due_shows_what_is_due_on_a_day(logbook, clock):
    logbook.log(said())
    assert [(i["step"], i["state"]) for i in logbook.due()] == [
        ("ask-threat", "today"), ("call-back", "soon"), ("assess", "soon"),
    ]  # fmt: skip
    clock.tick(days=3)
    assert {i["state"] for i in logbook.due()} == {"overdue"}
    assert {i["state"] for i in logbook.due(on=date(2026, 11, 23))} == {"overdue", "today"}
