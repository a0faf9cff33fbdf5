from datetime import date

import pytest

from reviewlog.domain.time.moment import exactly, moment_to_field
from tests.builders import (
    LONDON,
    a_call,
    a_review,
    an_entry,
    at,
    in_order,
    items_of,
    steps_of,
    the_item,
)

WEDNESDAY = LONDON.day(date(2026, 11, 25))


def standing(*entries):
    return items_of("walk-away", *in_order(a_call(), *entries))


def a_promise(due=WEDNESDAY, **fields):
    return an_entry("promise", at(hours=1), text="a new vase", due=moment_to_field(due), **fields)


def test_a_promise_is_due_on_its_day():
    item = the_item(standing(a_promise()), "promise-2")
    assert (item.title, item.due_on, item.due_at) == (
        "Keep your promise: a new vase", date(2026, 11, 25), None,
    )  # fmt: skip
    assert item.opens_at == at(hours=1)


def test_a_promise_for_an_hour_is_due_at_it():
    assert the_item(standing(a_promise(exactly(at(days=1)))), "promise-2").due_at == at(days=1)


def test_a_reminder_sleeps_until_its_day():
    reminder = an_entry("reminder", at(), text="ring the bank", due=moment_to_field(WEDNESDAY))
    item = the_item(standing(reminder), "reminder-2")
    assert (item.title, item.opens_at) == ("ring the bank", LONDON.midnight(date(2026, 11, 25)))


def test_a_reminder_outlives_the_closing_and_a_promise_does_not():
    reminder = an_entry("reminder", at(), text="ring", due=moment_to_field(WEDNESDAY))
    closed = an_entry("outcome", at(days=1), state="closed")
    assert {"reminder-3"} <= steps_of(standing(a_promise(), reminder, closed))
    assert "promise-2" not in steps_of(standing(a_promise(), reminder, closed))


def test_their_deadline_stands_while_the_demand_is_open():
    demand = an_entry("demand", at(), seq=2, state="open", due=moment_to_field(WEDNESDAY))
    items = items_of("complaint", a_call(), demand)
    assert the_item(items, "their-deadline-2").due_on == date(2026, 11, 25)
    answer = an_entry("demand", at(hours=1), seq=3, state="declined", of=str(demand.id))
    assert "their-deadline-2" not in steps_of(items_of("complaint", a_call(), demand, answer))


def test_a_deadline_that_they_moved_is_the_one_shown():
    demand = an_entry("demand", at(), seq=2, state="open")
    later = an_entry("demand", at(hours=1), seq=3, state="open", of=str(demand.id),
                     due=moment_to_field(WEDNESDAY))  # fmt: skip
    item = the_item(items_of("complaint", a_call(), demand, later), "their-deadline-2")
    assert item.due_on == date(2026, 11, 25)


def test_a_go_between_is_asked_about():
    call = a_call(who="Her brother", on_behalf_of="Dana")
    item = the_item(items_of("complaint", call), "may-speak")
    assert item.title == "Ask whether Her brother may speak for Dana."
    harm = a_call(who="Her brother", on_behalf_of="Dana", threat="harm")
    assert "may-speak" not in steps_of(items_of("complaint", harm))


@pytest.mark.parametrize("kind", ["promise", "reminder"])
def test_a_day_that_was_erased_breaks_nothing(kind):
    assert f"{kind}-2" not in steps_of(standing(an_entry(kind, at(), text="ring")))


def a_dated_review(**fields):
    return a_review(at(hours=1), seq=2, due=moment_to_field(WEDNESDAY), **fields)


def test_the_date_of_a_site_stands_until_the_review_is_answered():
    items = items_of("bad-review", a_call(), a_dated_review())
    item = the_item(items, "site-deadline-2")
    assert (item.due_on, item.outside, item.must) == (date(2026, 11, 25), True, True)
    answer = an_entry("reply", at(hours=2), seq=3)
    assert "site-deadline-2" not in steps_of(
        items_of("bad-review", a_call(), a_dated_review(), answer)
    )


def test_the_date_of_a_site_goes_with_the_review():
    gone = an_entry("review", at(hours=2), seq=3, state="gone", of="log0:2")
    assert "site-deadline-2" not in steps_of(
        items_of("bad-review", a_call(), a_dated_review(), gone)
    )


def test_the_date_of_a_site_that_was_moved_is_the_one_shown():
    later = moment_to_field(LONDON.day(date(2026, 12, 1)))
    changed = an_entry("review", at(hours=2), seq=3, state="changed", of="log0:2", due=later)
    items = items_of("bad-review", a_call(), a_dated_review(), changed)
    assert the_item(items, "site-deadline-2").due_on == date(2026, 12, 1)


def test_only_dates_that_others_set_are_outside():
    demand = an_entry("demand", at(), state="open", due=moment_to_field(WEDNESDAY))
    items = standing(a_promise(), demand, a_review(due=moment_to_field(WEDNESDAY)))
    outside = {item.step for item in items if item.outside}
    assert outside == {"their-deadline-3", "site-deadline-4"}


@pytest.mark.parametrize(
    ("fields", "is_left"),
    [
        ({"state": "posted"}, False),
        ({}, False),
        ({"state": "draft"}, True),
        ({"state": "posted", "medium": "private"}, True),
    ],
)
def test_a_planned_answer_is_carried_out_by_a_posted_one(fields, is_left):
    plan = an_entry(
        "reminder", at(), text="Answer it.", plans="reply", due=moment_to_field(WEDNESDAY)
    )
    reply = an_entry("reply", at(days=4), **{"text": "Thank you."} | fields)
    assert ("reminder-3" in steps_of(standing(a_review(), plan, reply))) is is_left


def test_a_draft_is_read_again_until_it_is_ticked():
    draft = an_entry("reply", at(), state="draft", text="Thank you.")
    item = the_item(standing(a_review(), draft), "re-read")
    tick = an_entry(
        "step", at(hours=1), state="done", playbook="", step="re-read", anchor=str(item.anchor)
    )
    assert "re-read" not in steps_of(standing(a_review(), draft, tick))
