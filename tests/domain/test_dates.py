from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.usage_errors import (
    AmbiguousDateError,
    BadDateError,
    FutureError,
    LongAgoError,
    PastError,
)
from tests.builders import a_reader
from tests.fakes import SATURDAY

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
IN_JUNE = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def local(moment) -> str:
    return f"{moment.local:%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("tomorrow", "Sun 2026-11-22"),
        ("friday", "Fri 2026-11-27"),
        ("next friday", "Fri 2026-11-27"),
        ("in 3 days", "Tue 2026-11-24"),
        ("+3d", "Tue 2026-11-24"),
        ("+2w", "Sat 2026-12-05"),
        ("3 days", "Tue 2026-11-24"),
        ("two weeks", "Sat 2026-12-05"),
        ("in a week", "Sat 2026-11-28"),
        ("today", "Sat 2026-11-21"),
        ("tonight", "Sat 2026-11-21"),
        ("saturday", "Sat 2026-11-28"),
        ("sat", "Sat 2026-11-28"),
        ("thurs", "Thu 2026-11-26"),
        ("monday", "Mon 2026-11-23"),
        ("next monday", "Mon 2026-11-23"),
        ("next week", "Mon 2026-11-23"),
        ("next sunday", "Sun 2026-11-29"),
        ("2 working days", "Tue 2026-11-24"),
        ("in 5 working days", "Fri 2026-11-27"),
        ("in 2 months", "Thu 2027-01-21"),
        ("1 year", "Sun 2027-11-21"),
        ("2026-11-27", "Fri 2026-11-27"),
        ("27.11.", "Fri 2026-11-27"),
        ("sat 3/4", "Sat 2027-04-03"),
        ("thu 3/4", "Thu 2027-03-04"),
        ("by friday", "Fri 2026-11-27"),
        ("friday next week", "Fri 2026-11-27"),
        ("weds", "Wed 2026-11-25"),
        ("the day after tomorrow", "Mon 2026-11-23"),
        ("in a fortnight", "Sat 2026-12-05"),
        ("in 3d", "Tue 2026-11-24"),
        ("2026/11/27", "Fri 2026-11-27"),
        ("twelve days", "Thu 2026-12-03"),
        ("1. dec", "Tue 2026-12-01"),
        ("27.11", "Fri 2026-11-27"),
        ("27/11/2026", "Fri 2026-11-27"),
        ("11/27/2026", "Fri 2026-11-27"),
        ("5/5", "Wed 2027-05-05"),
        ("20 nov", "Sat 2027-11-20"),
        ("21 November", "Sat 2026-11-21"),
        ("november 27th, 2026", "Fri 2026-11-27"),
        ("Sept 5", "Sun 2027-09-05"),
        ("29 feb", "Tue 2028-02-29"),
        ("FRIDAY", "Fri 2026-11-27"),
        ("  in   3  days ", "Tue 2026-11-24"),
    ],
)
def test_a_day_to_come_is_read_from_a_saturday(said, understood):
    found = a_reader().future(said)
    assert (found.precision, f"{found.local:%a %Y-%m-%d}") == ("day", understood)


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("today", "Sat 2026-11-21"),
        ("yesterday", "Fri 2026-11-20"),
        ("3 days ago", "Wed 2026-11-18"),
        ("a week ago", "Sat 2026-11-14"),
        ("tuesday", "Tue 2026-11-17"),
        ("last tuesday", "Tue 2026-11-17"),
        ("saturday", "Sat 2026-11-21"),
        ("last saturday", "Sat 2026-11-14"),
        ("last friday", "Fri 2026-11-20"),
        ("2 months ago", "Mon 2026-09-21"),
        ("21/11", "Sat 2026-11-21"),
        ("22/11", "Sat 2025-11-22"),
        ("20 nov", "Fri 2026-11-20"),
        ("22 nov", "Sat 2025-11-22"),
        ("29 feb", "Thu 2024-02-29"),
        ("2026-11-19", "Thu 2026-11-19"),
        ("2026/11/19", "Thu 2026-11-19"),
        ("2026-3-4", "Wed 2026-03-04"),
        ("Yesterday.", "Fri 2026-11-20"),
        ("the day before yesterday", "Thu 2026-11-19"),
        ("day before yesterday", "Thu 2026-11-19"),
        ("friday last week", "Fri 2026-11-13"),
        ("weds", "Wed 2026-11-18"),
        ("a fortnight ago", "Sat 2026-11-07"),
        ("-3d", "Wed 2026-11-18"),
        ("3d ago", "Wed 2026-11-18"),
        ("12.12.", "Fri 2025-12-12"),
        ("29.2.", "Thu 2024-02-29"),
        ("13/4/2026", "Mon 2026-04-13"),
    ],
)
def test_a_day_that_has_been_is_read_from_a_saturday(said, understood):
    found = a_reader().past(said)
    assert (found.precision, f"{found.local:%a %Y-%m-%d}") == ("day", understood)


@pytest.mark.parametrize(
    ("said", "understood", "precision"),
    [
        ("now", "Sat 2026-11-21 16:40", "exact"),
        ("15:00", "Sat 2026-11-21 15:00", "exact"),
        ("3pm", "Sat 2026-11-21 15:00", "exact"),
        ("3.30 pm", "Sat 2026-11-21 15:30", "exact"),
        ("9.30", "Sat 2026-11-21 09:30", "exact"),
        ("at 9.30", "Sat 2026-11-21 09:30", "exact"),
        ("15h30", "Sat 2026-11-21 15:30", "exact"),
        ("12am", "Sat 2026-11-21 00:00", "exact"),
        ("12pm", "Sat 2026-11-21 12:00", "exact"),
        ("noon", "Sat 2026-11-21 12:00", "exact"),
        ("yesterday 15:00", "Fri 2026-11-20 15:00", "exact"),
        ("yesterday at 3pm", "Fri 2026-11-20 15:00", "exact"),
        ("yesterday at noon", "Fri 2026-11-20 12:00", "exact"),
        ("tuesday 9am", "Tue 2026-11-17 09:00", "exact"),
        ("3 days ago 10:15", "Wed 2026-11-18 10:15", "exact"),
        ("20 nov 16:05", "Fri 2026-11-20 16:05", "exact"),
        ("20/11 16:05", "Fri 2026-11-20 16:05", "exact"),
        ("about 3pm", "Sat 2026-11-21 15:00", "about"),
        ("about 4.30 pm", "Sat 2026-11-21 16:30", "about"),
        ("~15:00", "Sat 2026-11-21 15:00", "about"),
        ("around noon", "Sat 2026-11-21 12:00", "about"),
        ("yesterday about 3pm", "Fri 2026-11-20 15:00", "about"),
        ("10 min ago", "Sat 2026-11-21 16:30", "exact"),
        ("2 hours ago", "Sat 2026-11-21 14:40", "exact"),
        ("half an hour ago", "Sat 2026-11-21 16:10", "exact"),
        ("twenty minutes ago", "Sat 2026-11-21 16:20", "exact"),
        ("1h ago", "Sat 2026-11-21 15:40", "exact"),
        ("about 10min ago", "Sat 2026-11-21 16:30", "about"),
        ("29.2. 10:00", "Thu 2024-02-29 10:00", "exact"),
        ("yesterday at 3 p.m.", "Fri 2026-11-20 15:00", "exact"),
        ("about 2 hours ago", "Sat 2026-11-21 14:40", "about"),
        ("2026-11-21 16:05", "Sat 2026-11-21 16:05", "exact"),
        ("2026-11-21T16:05:30", "Sat 2026-11-21 16:05", "exact"),
        ("2026-11-21T11:05-05:00", "Sat 2026-11-21 16:05", "exact"),
        ("2026-11-21t16:05z", "Sat 2026-11-21 16:05", "exact"),
    ],
)
def test_a_time_that_has_been_is_read(said, understood, precision):
    found = a_reader().past(said)
    assert (local(found), found.precision) == (understood, precision)


@pytest.mark.parametrize(
    "said",
    ["may", "24", "eom", "1 star", "5 stars", "soon", "", " ", "about", "~", "3", "25:00", "13pm",
     "0am", "12:60", "31 april", "30/2", "2026-02-30", "2026-13-01", "32 nov", "feb", "the 3rd",
     "next", "last", "ago", "in days", "in -3 days", "3 moons ago", "+3", "+d", "friday saturday",
     "in 3 days ago", "99999 days ago", "9999 years ago", "0000-01-01", "2026-11-21T25:00",
     "2026-11-21T10:00+99:00", "\u0661\u0662:\u0663\u0660x", "\x00", "1/2/3", "\udcff"],
)  # fmt: skip
def test_what_the_grammar_does_not_know_is_refused(said):
    with pytest.raises(BadDateError):
        a_reader().past(said)


@pytest.mark.parametrize(
    "said", ["in 9999 years", "9999-12-31", "3000-01-01", "99999d", "in 3 days ago"]
)
def test_a_day_beyond_all_calendars_is_refused(said):
    with pytest.raises(BadDateError):
        a_reader().future(said)


@pytest.mark.parametrize(
    "said", ["0001-01-01", "1899-12-31", "about 1 jan 1850", "0999-05-05 10:00"]
)
def test_a_day_before_anybody_alive_was_born_is_refused(said):
    with pytest.raises(LongAgoError):
        a_reader().past(said)
    assert a_reader().past("1900-01-01").local.year == 1900
    assert a_reader().future("2999-12-31").local.year == 2999


@given(
    st.text(alphabet="0123456789 /.-:+~abdefghilmnoprstuwyz", max_size=24) | st.text(max_size=12)
)
def test_no_text_breaks_the_grammar(said):
    for read in (a_reader().past, a_reader().future, a_reader().day):
        try:
            found = read(said)
        except (BadDateError, AmbiguousDateError, FutureError, LongAgoError, PastError):
            continue
        assert isinstance(found, date) or found.start <= found.end


@pytest.mark.parametrize("said", ["tomorrow", "in 3 days", "+3d", "17:00", "about 6pm", "2026-11-22",
                                  "today 18:00", "2 minutes", "2026-11-21 16:50"])  # fmt: skip
def test_what_happened_cannot_lie_ahead(said):
    with pytest.raises((FutureError, BadDateError)):
        a_reader().past(said)


@pytest.mark.parametrize("said", ["yesterday", "3 days ago", "15:00", "2026-11-20", "10 min ago",
                                  "last friday", "20.11.2026"])  # fmt: skip
def test_what_is_to_come_cannot_lie_behind(said):
    with pytest.raises(PastError):
        a_reader().future(said)


def test_a_clock_that_is_two_minutes_off_is_forgiven():
    assert local(a_reader().past("16:41")) == "Sat 2026-11-21 16:41"


@pytest.mark.parametrize(
    ("order", "understood"), [("day-month", "2026-04-03"), ("month-day", "2026-03-04")]
)
def test_day_and_month_follow_the_configured_order(order, understood):
    assert f"{a_reader(order=order).past('3/4/2026').local:%Y-%m-%d}" == understood


@pytest.mark.parametrize("said", ["3/4/2026", "3/4", "3.4.", "03-04-2026", "3/4 15:00",
                                  "3/4 in the morning", "about 9am 3/4"])  # fmt: skip
def test_a_date_with_two_readings_is_refused_without_an_order(said):
    with pytest.raises(AmbiguousDateError):
        a_reader().past(said)


@pytest.mark.parametrize("said", ["1.5 hours ago", "2-3 days ago", "1/2 hour ago", "1-2 weeks",
                                  "around 2-3 hours ago", "tomorrow 1/2", "3/4 soon", "mon 3/4",
                                  "by 3/4 or so"])  # fmt: skip
def test_two_numbers_in_words_that_are_no_date_have_no_order(said):
    for read in (a_reader().past, a_reader().future):
        with pytest.raises(BadDateError):
            read(said)


def test_a_date_with_one_reading_does_not_flip_the_order():
    assert a_reader(order="month-day").day("13/4/2026") == date(2026, 4, 13)


def test_today_ends_now_when_it_has_happened():
    found = a_reader().past("today")
    assert (found.start, found.end) == (SATURDAY.replace(hour=0, minute=0), SATURDAY)


def test_about_never_ends_after_now_and_still_shows_the_time_said():
    found = a_reader().past("about 4.30 pm")
    assert (found.end, local(found)) == (SATURDAY, "Sat 2026-11-21 16:30")


def test_a_friday_said_on_a_friday_looks_the_right_way():
    reader = a_reader(FRIDAY)
    assert f"{reader.future('friday').local:%F}" == "2026-11-27"
    assert f"{reader.past('friday').local:%F}" == "2026-11-20"
    assert f"{reader.past('last friday').local:%F}" == "2026-11-13"
    assert f"{reader.future('next friday').local:%F}" == "2026-11-27"


def test_next_friday_on_a_monday_is_not_this_friday():
    monday = SATURDAY + timedelta(days=2)
    assert a_reader(monday).day("next friday") == date(2026, 12, 4)
    assert a_reader(monday).day("friday") == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("now", "said", "understood"),
    [
        (datetime(2027, 1, 31, 12, tzinfo=UTC), "in 1 month", date(2027, 2, 28)),
        (datetime(2028, 1, 31, 12, tzinfo=UTC), "in 1 month", date(2028, 2, 29)),
        (datetime(2028, 2, 29, 12, tzinfo=UTC), "in 1 year", date(2029, 2, 28)),
        (datetime(2026, 12, 31, 12, tzinfo=UTC), "tomorrow", date(2027, 1, 1)),
        (datetime(2028, 2, 28, 12, tzinfo=UTC), "tomorrow", date(2028, 2, 29)),
        (datetime(2026, 12, 30, 12, tzinfo=UTC), "friday", date(2027, 1, 1)),
    ],
)
def test_months_end_where_they_end(now, said, understood):
    assert a_reader(now).day(said) == understood


def test_late_in_the_evening_today_is_the_local_day():
    late = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert a_reader(late).day("today") == date(2026, 6, 2)
    assert a_reader(late, zone="America/New_York").day("today") == date(2026, 6, 1)


def test_a_summer_day_starts_at_local_midnight():
    found = a_reader(IN_JUNE).past("yesterday")
    assert found.start == datetime(2026, 5, 30, 23, tzinfo=UTC)
    assert found.end == datetime(2026, 5, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_of_the_clock_change_has_its_own_length(day, hours):
    found = a_reader(datetime(2026, 11, 1, tzinfo=UTC)).past(day)
    assert found.end - found.start == timedelta(hours=hours)


def test_hours_ago_are_hours_even_across_the_clock_change():
    morning = datetime(2026, 3, 29, 3, 0, tzinfo=UTC)
    assert a_reader(morning).past("4 hours ago").start == morning - timedelta(hours=4)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 24 * 60 - 1))
def test_an_iso_time_is_read_as_written(day, minute):
    naive = datetime.combine(day, time(minute // 60, minute % 60))
    reader = a_reader(datetime(2061, 1, 1, tzinfo=UTC), zone="UTC")
    assert (
        reader.past(naive.isoformat(sep=" ", timespec="minutes")).start.replace(tzinfo=None)
        == naive
    )
