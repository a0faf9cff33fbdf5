"""How long what is closed is kept."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.time.durations import Retention, parse_retention
from reviewlog.domain.time.moment import moment_to_field
from tests.builders import LONDON, a_call, an_entry, at, facts_of, in_order, the_item

YEAR = LONDON._replace(retention=Retention(1, "year"))


def keeping(*entries, calendar=YEAR):
    return {item.step: item for item in agenda(None, facts_of(*in_order(*entries)), calendar)}


def closed(days):
    return an_entry("outcome", at(days), state="closed", outcome="resolved")


@pytest.mark.parametrize(
    ("text", "said"),
    [("3 years", Retention(3, "year")), (" 1  year", Retention(1, "year")),
     ("18 months", Retention(18, "month")), ("90 days", Retention(90, "day"))],
)  # fmt: skip
def test_years_months_and_days_are_understood(text, said):
    assert parse_retention(text) == said
    assert parse_retention(str(said)) == said


@pytest.mark.parametrize("text", [" ", "3", "years", "0 days", "-1 years", "3 weeks", "101 years",
                                  "2 working days", "99999999 days", "²  years", "3 yearss"])  # fmt: skip
def test_anything_else_is_no_length(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        parse_retention(text)


def test_the_last_of_a_long_month_becomes_the_last_of_a_short_one():
    assert Retention(1, "month").after(date(2026, 1, 31)) == date(2026, 2, 28)
    assert Retention(1, "year").after(date(2024, 2, 29)) == date(2025, 2, 28)
    assert Retention(1, "month").after(date(2026, 11, 30)) == date(2026, 12, 30)
    assert Retention(1, "day").after(date(2026, 12, 31)) == date(2027, 1, 1)


@given(st.dates(date(1990, 1, 1), date(2900, 1, 1)), st.integers(1, 99))
def test_years_end_on_the_same_day_but_for_the_leap_day(on, years):
    after = Retention(years, "year").after(on)
    assert (after.year, after.month) == (on.year + years, on.month)
    assert after.day == on.day or (on.month, on.day) == (2, 29)


def test_what_is_closed_is_asked_about_after_its_last_entry():
    item = keeping(a_call(at()), closed(2))["keep-or-erase"]
    assert item.due_on == date(2027, 11, 23)
    later = keeping(a_call(at()), closed(2), an_entry("note", at(9), text="x"))["keep-or-erase"]
    assert later.due_on == date(2027, 11, 30)


def test_what_is_open_or_kept_for_ever_is_not_asked_about():
    assert "keep-or-erase" not in keeping(a_call(at()))
    assert "keep-or-erase" not in keeping(a_call(at()), closed(2), calendar=LONDON)


def test_what_holds_no_words_any_more_is_not_asked_about():
    bare = an_entry("interaction", at(), channel="phone", direction="in")
    assert "keep-or-erase" not in keeping(bare, closed(2))


def test_while_a_hold_runs_nobody_is_asked():
    until = moment_to_field(LONDON.day(date(2029, 1, 10)))
    held = an_entry("hold", at(3), state="on", until=until, text="a claim")
    items = keeping(a_call(at()), closed(2), held)
    assert items["keep-or-erase"].due_on == date(2029, 1, 11)
    assert items["hold-ends"].due_on == date(2029, 1, 10)
    lifted = an_entry("hold", at(4), state="lifted", text="over")
    after = keeping(a_call(at()), closed(2), held, lifted)
    assert after["keep-or-erase"].due_on == date(2027, 11, 23)
    assert "hold-ends" not in after


def test_a_hold_in_an_open_incident_ends_with_a_question_too():
    until = moment_to_field(LONDON.day(date(2026, 12, 1)))
    held = an_entry("hold", at(1), state="on", until=until)
    facts = facts_of(*in_order(a_call(at()), held))
    assert the_item(agenda(None, facts, LONDON), "hold-ends").due_on == date(2026, 12, 1)
    assert facts.held_until == LONDON.midnight(date(2026, 12, 2))
