"""What holds our contacts back: the playbook's cooling, the person's, and the gap."""

from datetime import date

import pytest

from reviewlog.domain.playbook import Cooling
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import about, moment_to_field, utc_text
from tests.builders import (
    LONDON,
    a_call,
    a_mail,
    a_playbook,
    a_review,
    a_step,
    a_tick,
    an_entry,
    at,
    in_order,
    items_of,
    steps_of,
    the_item,
)

DAYS = Duration(3, "day")
PEACE = Cooling(("refused", "declined"), DAYS)
RING = a_step(id="ring", kind="call", within=DAYS)
LOOK = a_step(id="look", kind="watch", within=DAYS)
OURS = a_playbook(RING, LOOK, cooling=PEACE)
COOLED = LONDON.midnight(date(2026, 11, 24))


def refused(hours=1.0, label="A"):
    return an_entry("attempt", at(hours=hours), state="refused", label=label)


def a_plan(kind, day=date(2026, 11, 23), **fields):
    due = moment_to_field(LONDON.day(day))
    return an_entry("reminder", at(hours=2), text="do it", plans=kind, due=due, **fields)


# The playbook's cooling


def test_after_a_refusal_every_contact_waits():
    items = items_of(OURS, *in_order(a_call(), refused()))
    assert the_item(items, "ring").opens_at == COOLED
    assert the_item(items, "look").opens_at == at()


def test_the_wait_itself_is_shown_with_its_end():
    item = the_item(items_of(OURS, *in_order(a_call(), refused())), "cooling")
    assert (item.kind, item.closes_at, item.due_on) == ("wait", COOLED, date(2026, 11, 24))
    assert (item.opens_at, item.anchor.seq) == (at(hours=1), 2)


def test_without_such_a_fact_nothing_is_held():
    items = items_of(OURS, a_call())
    assert the_item(items, "ring").opens_at == at()
    assert "cooling" not in steps_of(items)


@pytest.mark.parametrize("channel", ["phone", "email", "social"])
def test_any_word_from_them_ends_it_at_once(channel):
    told = in_order(a_call(), refused(), a_call(at(hours=2), channel=channel))
    items = items_of(OURS, *told)
    assert the_item(items, "ring").opens_at == at()
    assert "cooling" not in steps_of(items)


def test_their_word_ends_it_also_when_logged_late():
    told = in_order(a_call(), refused(), a_call(at(hours=2), written=at(days=2)))
    assert "cooling" not in steps_of(items_of(OURS, *told))


@pytest.mark.parametrize("when", [at(hours=1), about(at(hours=1))])
def test_the_call_in_which_they_refused_does_not_end_it(when):
    no = an_entry("attempt", when, state="refused", label="A")
    assert "cooling" in steps_of(items_of(OURS, *in_order(a_call(when), no)))


def test_our_own_contact_does_not_end_it():
    told = in_order(a_call(), refused(), a_mail(at(hours=2)))
    assert "cooling" in steps_of(items_of(OURS, *told))


def test_the_longer_of_two_coolings_holds():
    told = in_order(a_call(cool_until=utc_text(at(days=9))), refused())
    items = items_of(OURS, *told)
    assert the_item(items, "ring").opens_at == at(days=9)
    assert the_item(items, "cooling").anchor.seq == 1
    short = in_order(a_call(cool_until=utc_text(at(hours=3))), refused())
    assert the_item(items_of(OURS, *short), "cooling").anchor.seq == 2


def test_the_last_refusal_counts():
    told = in_order(a_call(), refused(), refused(48, label="B"))
    until = the_item(items_of(OURS, *told), "ring").opens_at
    assert until == LONDON.midnight(date(2026, 11, 26))


def test_another_playbook_without_cooling_holds_nothing():
    items = items_of(a_playbook(RING), *in_order(a_call(), refused()))
    assert the_item(items, "ring").opens_at == at()


# Plans


def test_a_plan_has_the_kind_of_what_is_planned():
    item = the_item(items_of(OURS, *in_order(a_call(), a_plan("call"))), "reminder-2")
    assert (item.kind, item.title, item.due_on) == ("call", "do it", date(2026, 11, 23))


def test_a_plan_that_a_rule_bars_now_does_not_come_up():
    told = in_order(a_call(), a_plan("call"), a_call(at(hours=3), leave_alone=True))
    assert "reminder-2" in steps_of(items_of(OURS, *told[:2]))
    assert "reminder-2" not in steps_of(items_of(OURS, *told))


def test_a_plan_with_a_reason_comes_up_all_the_same():
    despite = a_plan("call", despite="a recall of the product", rule="leave-alone")
    told = in_order(a_call(leave_alone=True), despite)
    assert the_item(items_of(OURS, *told), "reminder-2").kind == "call"


def test_a_reason_sets_aside_one_rule_only():
    despite = a_plan("call", despite="a recall", rule="leave-alone")
    told = in_order(a_call(leave_alone=True), despite, a_call(at(hours=3), threat="harm"))
    assert "reminder-2" not in steps_of(items_of(OURS, *told))
    no_reason = a_plan("call", rule="leave-alone")
    told = in_order(a_call(leave_alone=True), no_reason)
    assert "reminder-2" not in steps_of(items_of(OURS, *told))


def test_cooling_holds_a_planned_contact_unless_it_was_set_aside():
    told = in_order(a_call(), refused(), a_plan("call"), a_plan("watch"),
                    a_plan("call", despite="she asked for it", rule="cooling"))  # fmt: skip
    items = items_of(OURS, *told)
    assert the_item(items, "reminder-3").opens_at == COOLED
    assert the_item(items, "reminder-3").due_on == date(2026, 11, 24)
    assert the_item(items, "reminder-4").due_on == date(2026, 11, 23)
    assert the_item(items, "reminder-5").due_on == date(2026, 11, 23)


def test_the_gap_holds_a_planned_contact_unless_it_was_set_aside():
    told = in_order(a_call(), a_mail(at(hours=1)), a_plan("write"),
                    a_plan("write", despite="the date moved", rule="gap"))  # fmt: skip
    items = items_of(OURS, *told)
    assert the_item(items, "reminder-3").opens_at == LONDON.midnight(date(2026, 11, 25))
    assert the_item(items, "reminder-4").due_on == date(2026, 11, 23)


def test_a_plan_is_ticked_like_any_reminder():
    told = in_order(a_call(), a_plan("call"))
    item = the_item(items_of(OURS, *told), "reminder-2")
    assert "reminder-2" not in steps_of(items_of(OURS, *told, a_tick(item, at(days=2), seq=9)))


# The owner is away


AWAY = LONDON._replace(away=((date(2026, 11, 22), date(2026, 11, 29)),))
BACK = date(2026, 11, 30)


def test_our_own_targets_wait_until_the_owner_is_back():
    items = items_of(OURS, a_call(), calendar=AWAY)
    assert {the_item(items, "ring").due_on, the_item(items, "look").due_on} == {BACK}


def test_a_target_by_the_clock_becomes_one_by_the_day():
    step = a_step(after="inbound", within=Duration(20, "hour"))
    item = the_item(items_of(a_playbook(step), a_call(), calendar=AWAY), "step")
    assert (item.due_on, item.due_at) == (BACK, None)


def test_what_may_lapse_lasts_until_the_day_to_which_it_was_moved_is_over():
    step = a_step(within=DAYS, latest=Duration(5, "day"))
    item = the_item(items_of(a_playbook(step), a_call(), calendar=AWAY), "step")
    assert item.closes_at == LONDON.midnight(date(2026, 12, 1))


@pytest.mark.parametrize("step", ["promise-2", "reminder-3", "their-deadline-4", "site-deadline-5"])
def test_what_others_count_on_never_moves(step):
    due = moment_to_field(LONDON.day(date(2026, 11, 25)))
    told = in_order(a_call(), an_entry("promise", at(), text="it", due=due),
                    an_entry("reminder", at(), text="it", due=due),
                    an_entry("demand", at(), due=due), a_review(due=due))  # fmt: skip
    assert the_item(items_of(OURS, *told, calendar=AWAY), step).due_on == date(2026, 11, 25)


def test_a_wait_and_safety_never_move():
    told = in_order(a_call(), a_mail(at(hours=1)))
    wait = a_step(id="wait", kind="wait", after="unanswered", within=Duration(4, "day"))
    item = the_item(items_of(a_playbook(wait), *told, calendar=AWAY), "wait")
    assert item.due_on == date(2026, 11, 25)
    harm = a_call(threat="harm")
    look = the_item(items_of(a_playbook(LOOK), harm, calendar=AWAY), "look")
    assert look.due_on == date(2026, 11, 24)
