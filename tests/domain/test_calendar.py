from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.calendar import Calendar
from reviewlog.domain.durations import UNITS, Duration, parse_duration
from reviewlog.domain.moment import about, exactly
from tests.builders import LONDON, at
from tests.fakes import SATURDAY


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("2 hours", 2, "hour"),
        ("1 hour", 1, "hour"),
        ("3 days", 3, "day"),
        ("2 working days", 2, "working day"),
        ("1  week", 1, "week"),
        ("0 days", 0, "day"),
        ("90 minutes", 90, "minute"),
    ],
)
def test_a_duration_is_a_number_and_a_unit(text, amount, unit):
    assert parse_duration(text) == Duration(amount, unit)


@pytest.mark.parametrize(
    "text",
    ["", "3", "days", "three days", "-1 days", "1.5 days", "3 month", "3days", "1 day 2 hours",
     "3 dayss", "² days", "1000000 days", "99999999999999999999 weeks"],
)  # fmt: skip
def test_anything_else_is_no_duration(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_duration(text)


@given(st.integers(0, 9999), st.sampled_from(UNITS))
def test_a_duration_is_read_back_as_written(amount, unit):
    assert parse_duration(str(Duration(amount, unit))) == Duration(amount, unit)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, date(2026, 11, 21)),
        (1, date(2026, 11, 23)),
        (5, date(2026, 11, 27)),
        (6, date(2026, 11, 30)),
    ],
)
def test_working_days_leave_out_the_weekend(days, expected):
    assert LONDON.date_after(exactly(SATURDAY), Duration(days, "working day")) == expected


def test_working_days_leave_out_days_off():
    calendar = Calendar("UTC", days_off=frozenset((date(2026, 11, 23),)))
    assert calendar.date_after(exactly(SATURDAY), Duration(1, "working day")) == date(2026, 11, 24)


def test_a_shop_that_works_on_saturdays_counts_them():
    calendar = Calendar("UTC", working_days=(5,))
    assert calendar.date_after(exactly(SATURDAY), Duration(2, "working day")) == date(2026, 12, 5)


def test_without_working_days_every_day_counts():
    calendar = Calendar("UTC", working_days=())
    assert calendar.date_after(exactly(SATURDAY), Duration(2, "working day")) == date(2026, 11, 23)


def test_days_are_counted_on_the_calendar_across_the_clock_change():
    before = datetime(2026, 3, 28, 9, 0, tzinfo=UTC)
    assert LONDON.instant_after(exactly(before), Duration(2, "day")) == datetime(
        2026, 3, 29, 23, tzinfo=UTC
    )


def test_hours_count_from_the_end_of_about():
    assert LONDON.instant_after(about(SATURDAY), Duration(2, "hour")) == at(hours=2.5)


@pytest.mark.parametrize(
    ("duration", "expected"),
    [(Duration(2, "hour"), date(2026, 11, 21)), (Duration(30, "hour"), date(2026, 11, 22)),
     (Duration(90, "minute"), date(2026, 11, 21)), (Duration(1, "week"), date(2026, 11, 28))],
)  # fmt: skip
def test_two_hours_after_a_whole_day_are_not_two_days(duration, expected):
    assert LONDON.date_after(LONDON.day(date(2026, 11, 21)), duration) == expected


def test_midnight_that_the_clock_skips_is_the_first_instant_of_the_day():
    calendar = Calendar("Asia/Beirut")
    first = calendar.midnight(date(2026, 3, 29))
    assert calendar.day_of(first) == date(2026, 3, 29)
    assert calendar.day_of(first - timedelta(seconds=1)) == date(2026, 3, 28)


@given(
    st.integers(-30 * 365 * 24, 50 * 365 * 24).map(lambda hours: at(hours=hours)),
    st.builds(Duration, st.integers(0, 400), st.sampled_from(UNITS)),
    st.sampled_from(
        ("UTC", "Europe/London", "America/St_Johns", "Asia/Beirut", "Pacific/Auckland")
    ),
)
def test_no_duration_leads_back_in_time(happened, duration, zone):
    calendar, moment = Calendar(zone), exactly(happened)
    assert calendar.instant_after(moment, duration) >= moment.start
    assert calendar.date_after(moment, duration) >= calendar.day_of(moment.start)
