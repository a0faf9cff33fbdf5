import pytest

from reviewlog.domain.due import KIND_TITLES, day_shown, discreet, due_items, state_on
from reviewlog.domain.vocabulary import STEP_KINDS


@pytest.mark.parametrize(
    ("kind", "opens", "due", "late", "state"),
    [
        ("call", "2026-11-20", "2026-11-20", False, "overdue"),
        ("call", "2026-11-20", "2026-11-21", False, "today"),
        ("call", "2026-11-20", "2026-11-21", True, "overdue"),
        ("call", "2026-11-20", "2026-11-22", False, "soon"),
        ("call", "2026-11-20", "2026-11-28", False, "soon"),
        ("call", "2026-11-20", "2026-11-29", False, None),
        ("call", "2026-11-22", "2026-11-23", False, "soon"),
        ("call", "2026-11-29", "2026-11-30", False, None),
        ("call", "2026-11-20", None, False, "today"),
        ("wait", "2026-11-20", "2026-11-20", False, "waiting"),
        ("wait", "2026-11-22", "2026-11-25", False, None),
    ],
)
def test_an_item_stands_on_a_saturday(kind, opens, due, late, state):
    assert state_on(kind, opens, due, "2026-11-21", late=late, last_day="2026-11-28") == state


def a_row(step="call", kind="call", due="2026-11-21", due_at=None, closes=None):
    opens = "2026-11-20"
    return (1, "Dana", None, step, kind, "Call.", "Why.", f"{opens}T00:00:00.000Z", opens, due,
            due_at, closes, "log:1", 0)  # fmt: skip


def shown(*rows):
    found = due_items(list(rows), "2026-11-21", "2026-11-21T16:40:00.000Z", "2026-11-28")
    return [(item["step"], item["state"]) for item in found]


def test_the_most_urgent_comes_first():
    rows = (a_row("soon", due="2026-11-23"), a_row("wait", "wait"), a_row("late", due="2026-11-19"))
    assert shown(*rows, a_row("now")) == [
        ("late", "overdue"), ("now", "today"), ("soon", "soon"), ("wait", "waiting"),
    ]  # fmt: skip


def test_a_follow_up_at_an_hour_is_overdue_after_it():
    assert shown(a_row(due_at="2026-11-21T16:39:00.000Z")) == [("call", "overdue")]
    assert shown(a_row(due_at="2026-11-21T16:40:00.000Z")) == [("call", "today")]


def test_a_window_that_has_closed_is_not_shown():
    assert shown(a_row(kind="wait", closes="2026-11-21T16:40:00.000Z")) == []
    assert shown(a_row(kind="wait", closes="2026-11-21T16:40:00.001Z")) == [("call", "waiting")]


@pytest.mark.parametrize(
    ("step", "outside"), [("their-deadline-6", True), ("call", False), ("promise-6", False)]
)
def test_dates_that_others_set_are_told_from_ours(step, outside):
    (item,) = due_items([a_row(step)], "2026-11-21", "2026-11-21T16:40:00.000Z", "2026-11-28")
    assert item["outside"] is outside


def test_every_kind_of_step_has_a_harmless_title():
    assert set(KIND_TITLES) == set(STEP_KINDS)


@pytest.mark.parametrize(
    ("step", "kind", "title", "left"),
    [
        ("ring-dana", "call", "Call them.", "call"),
        ("reminder-5", "decide", "A reminder of yours.", "reminder-5"),
        ("reminder-dana", "decide", "Decide something.", "decide"),
        ("site-deadline-7", "decide", "A site's date runs out.", "site-deadline-7"),
        ("their-deadline-7", "decide", "Their date runs out.", "their-deadline-7"),
        ("use-danas-cake", "decide", "Choose the advice to follow.", "decide"),
        ("keep-or-erase", "decide", "Keep it or erase it.", "keep-or-erase"),
        ("safety", "decide", "Make sure everybody is safe.", "safety"),
        ("report-threat", "dispute", "Report to the site.", "dispute"),
    ],
)
def test_a_discreet_title_says_what_kind_of_thing_it_is(step, kind, title, left):
    items = due_items([a_row(step, kind)], "2026-11-21", "2026-11-21T16:40:00.000Z", "2026-11-28")
    (item,) = discreet(items)
    assert (item["title"], item["step"], item["who"]) == (title, left, None)


@pytest.mark.parametrize(
    ("opens", "due", "day"),
    [
        ("2026-11-20", "2026-11-21", "2026-11-21"),
        ("2026-11-20", "2026-11-27", "2026-11-27"),
        ("2026-11-23", "2026-11-25", "2026-11-25"),
        ("2026-11-23", "2026-12-24", "2026-11-23"),
        ("2026-11-23", None, "2026-11-23"),
        ("2026-11-20", None, "2026-11-21"),
    ],
)
def test_an_item_stands_in_a_week_where_it_is_due_or_else_where_it_opens(opens, due, day):
    assert day_shown({"opens_on": opens, "due_on": due}, "2026-11-21", "2026-11-27") == day


def test_an_item_tells_the_local_day_on_which_it_opens():
    (item,) = due_items([a_row()], "2026-11-21", "2026-11-21T16:40:00.000Z", "2026-11-28")
    assert item["opens_on"] == "2026-11-20"
