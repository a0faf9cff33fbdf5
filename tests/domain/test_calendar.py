from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import UNITS, Duration, parse_duration
from reviewlog.domain.time.moment import about, exactly
from tests.builders import LONDON, at
from tests.fakes import SATURDAY

MORNING, AFTERNOON = (9 * 60, 12 * 60 + 30), (14 * 60, 18 * 60)
SPLIT = ((MORNING, AFTERNOON),) * 7
BAR = (((18 * 60, 26 * 60),),) * 7
"""A bar: from six until two in the morning."""
SHOP = LONDON._replace(hours=SPLIT)
MINUTE = Duration(1, "working minute")
PUB = LONDON._replace(hours=BAR, working_days=tuple(range(7)))


def local(text, zone="Europe/London"):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def after(calendar, start, length):
    """Return when a duration is over, in the local time of the calendar."""
    ends = calendar.instant_after(exactly(local(start, calendar.zone)), parse_duration(length))
    return f"{ends.astimezone(calendar.tz):%Y-%m-%d %H:%M}"


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
        ("4 working hours", 4, "working hour"),
        ("1 working minute", 1, "working minute"),
    ],
)
def test_a_duration_is_a_number_and_a_unit(text, amount, unit):
    assert parse_duration(text) == Duration(amount, unit)


@pytest.mark.parametrize(
    "text",
    ["", "3", "2 working weeks", "2 workinghours", "days", "three days", "-1 days", "1.5 days", "3 month", "3days", "1 day 2 hours",
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
    st.sampled_from(((), SPLIT, BAR)),
)
def test_no_duration_leads_back_in_time(happened, duration, zone, hours):
    calendar, moment = Calendar(zone, hours=hours), exactly(happened)
    assert calendar.instant_after(moment, duration) >= moment.start
    assert calendar.date_after(moment, duration) >= calendar.day_of(moment.start)


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        ("2026-03-02 07:10", "1 working hour", "2026-03-02 10:00"),  # before opening
        ("2026-03-02 09:00", "1 working hour", "2026-03-02 10:00"),  # exactly at opening
        ("2026-03-02 12:00", "30 working minutes", "2026-03-02 12:30"),  # ends with the morning
        ("2026-03-02 12:00", "31 working minutes", "2026-03-02 14:01"),  # over the lunch break
        ("2026-03-02 13:15", "1 working hour", "2026-03-02 15:00"),  # in the lunch break
        ("2026-03-02 12:30", "1 working minute", "2026-03-02 14:01"),  # exactly at its beginning
        ("2026-03-02 18:00", "1 working minute", "2026-03-03 09:01"),  # exactly at closing
        ("2026-03-02 21:00", "2 working hours", "2026-03-03 11:00"),  # after closing
        ("2026-03-06 17:30", "1 working hour", "2026-03-09 09:30"),  # Friday evening
        ("2026-03-07 11:00", "4 working hours", "2026-03-09 14:30"),  # on a Saturday
        ("2026-03-02 10:20", "0 working hours", "2026-03-02 10:20"),
        ("2026-03-02 09:00", "15 working hours", "2026-03-03 18:00"),  # two whole days
        ("2026-02-27 17:00", "2 working hours", "2026-03-02 10:00"),  # over the end of a month
        ("2028-02-28 17:00", "2 working hours", "2028-02-29 10:00"),  # onto the leap day
        ("2026-12-31 17:00", "2 working hours", "2027-01-01 10:00"),  # over the end of a year
    ],
)
def test_working_hours_count_only_while_the_shop_is_open(start, length, expected):
    assert after(SHOP, start, length) == expected


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        ("2026-03-06 23:00", "2 working hours", "2026-03-07 01:00"),  # over midnight
        ("2026-03-07 01:00", "2 working hours", "2026-03-07 19:00"),  # opened the evening before
        ("2026-03-07 02:00", "1 working hour", "2026-03-07 19:00"),  # exactly at closing
        ("2026-03-06 12:00", "9 working hours", "2026-03-07 19:00"),
        ("2026-03-28 22:00", "4 working hours", "2026-03-29 19:00"),  # an hour is skipped at one
        ("2026-10-24 22:00", "4 working hours", "2026-10-25 01:00"),  # an hour comes twice
    ],
)
def test_hours_past_midnight_belong_to_the_evening_they_began_in(start, length, expected):
    assert after(PUB, start, length) == expected


def test_the_night_before_a_day_off_still_counts_to_its_end():
    pub = PUB._replace(days_off=frozenset((date(2026, 3, 7),)))
    assert after(pub, "2026-03-07 01:00", "1 working hour") == "2026-03-07 02:00"
    assert after(pub, "2026-03-07 01:00", "2 working hours") == "2026-03-08 19:00"


def test_each_weekday_may_have_its_own_hours_and_the_others_keep_the_usual_ones():
    hours = ((), (), (), (), ((600, 720),), (), ())
    calendar = LONDON._replace(hours=hours)
    assert after(calendar, "2026-03-05 16:00", "2 working hours") == "2026-03-06 11:00"
    assert after(calendar, "2026-03-06 11:00", "2 working hours") == "2026-03-09 10:00"


def test_without_hours_the_shop_is_open_from_nine_to_five():
    assert after(LONDON, "2026-03-02 16:00", "2 working hours") == "2026-03-03 10:00"


def test_working_hours_leave_out_holidays_and_own_days_off():
    off = frozenset((date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 7)))
    shop = SHOP._replace(days_off=off)  # Good Friday, Easter Monday, and a day of one's own
    assert after(shop, "2026-04-02 17:00", "2 working hours") == "2026-04-08 10:00"
    assert after(shop, "2026-04-02 17:00", "1 working day") == "2026-04-08 00:00"


@pytest.mark.parametrize(
    ("zone", "start", "length", "expected"),
    [
        ("Europe/London", "2026-03-28 12:00", "1 day", "2026-03-29 00:00"),
        ("Europe/London", "2026-03-28 12:00", "24 hours", "2026-03-29 13:00"),
        ("Europe/London", "2026-10-24 12:00", "1 day", "2026-10-25 00:00"),
        ("Europe/London", "2026-10-24 12:00", "24 hours", "2026-10-25 11:00"),
        ("Europe/London", "2026-03-27 16:00", "2 working hours", "2026-03-30 10:00"),
        ("Europe/London", "2026-10-23 16:00", "2 working hours", "2026-10-26 10:00"),
        ("America/New_York", "2026-03-07 12:00", "2 days", "2026-03-09 00:00"),
        ("America/New_York", "2026-03-07 12:00", "24 hours", "2026-03-08 13:00"),
        ("America/New_York", "2026-10-31 12:00", "24 hours", "2026-11-01 11:00"),
        ("America/New_York", "2026-10-30 16:00", "2 working hours", "2026-11-02 10:00"),
        ("Australia/Sydney", "2026-04-04 12:00", "24 hours", "2026-04-05 11:00"),
        ("Australia/Sydney", "2026-10-03 12:00", "24 hours", "2026-10-04 13:00"),
        ("Australia/Sydney", "2026-10-02 16:00", "2 working hours", "2026-10-05 10:00"),
        ("Australia/Sydney", "2026-10-02 16:00", "3 working days", "2026-10-07 00:00"),
    ],
)
def test_the_clock_change_moves_no_opening_hour_and_no_date(zone, start, length, expected):
    assert after(Calendar(zone), start, length) == expected


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        (date(2026, 1, 30), "3 days", date(2026, 2, 2)),
        (date(2026, 1, 30), "3 working days", date(2026, 2, 4)),
        (date(2028, 2, 28), "1 day", date(2028, 2, 29)),
        (date(2028, 2, 28), "2 working days", date(2028, 3, 1)),
        (date(2027, 2, 28), "1 day", date(2027, 3, 1)),
        (date(2026, 12, 31), "1 day", date(2027, 1, 1)),
        (date(2026, 12, 31), "1 working day", date(2027, 1, 1)),
        (date(2026, 12, 24), "1 week", date(2026, 12, 31)),
        (date(2026, 3, 6), "1 day", date(2026, 3, 7)),
        (date(2026, 3, 6), "1 working day", date(2026, 3, 9)),
        (date(2026, 3, 7), "0 working days", date(2026, 3, 7)),
    ],
)
def test_calendar_days_and_working_days_over_the_ends_of_months_and_years(start, length, expected):
    assert LONDON.date_after(LONDON.day(start), parse_duration(length)) == expected


@pytest.mark.parametrize(
    ("moment", "instant", "on"),
    [
        (exactly(local("2026-03-02 12:00")), "2026-03-02 14:30", date(2026, 3, 2)),
        (about(local("2026-03-02 12:00")), "2026-03-02 15:00", date(2026, 3, 2)),
        (LONDON.day(date(2026, 3, 2)), "2026-03-03 10:00", date(2026, 3, 2)),
        (LONDON.day(date(2026, 3, 7)), "2026-03-09 10:00", date(2026, 3, 9)),
    ],
)
def test_working_hours_count_from_the_end_of_what_was_said_and_dates_from_its_start(
    moment, instant, on
):
    hour = parse_duration("1 working hour")
    assert f"{SHOP.instant_after(moment, hour).astimezone(SHOP.tz):%Y-%m-%d %H:%M}" == instant
    assert SHOP.date_after(moment, hour) == on


CLOSED = LONDON._replace(days_off=frozenset(date(2026, 1, 1) + timedelta(d) for d in range(3000)))


def test_a_shop_that_is_closed_for_years_counts_every_day_and_every_hour():
    assert CLOSED.date_after(exactly(SATURDAY), Duration(3, "working day")) == date(2026, 11, 24)
    assert CLOSED.instant_after(exactly(SATURDAY), Duration(3, "working hour")) == at(hours=3)
    assert CLOSED._replace(away=((date(2026, 11, 21), date(2026, 11, 30)),)).own_target(
        date(2026, 11, 22)
    ) == date(2026, 12, 1)


def test_more_working_hours_than_a_shop_has_in_ten_years_end_all_the_same():
    kiosk = LONDON._replace(hours=(((540, 541),),) * 7)
    ends = kiosk.instant_after(exactly(SATURDAY), Duration(9999, "working hour"))
    assert ends == at(hours=9999)


AWAY = (date(2026, 3, 9), date(2026, 3, 13))  # Monday to Friday


@pytest.mark.parametrize(
    ("on", "away", "off", "expected"),
    [
        (date(2026, 3, 6), (AWAY,), (), date(2026, 3, 6)),  # the day before
        (date(2026, 3, 9), (AWAY,), (), date(2026, 3, 16)),  # the first day; then a weekend
        (date(2026, 3, 11), (AWAY,), (), date(2026, 3, 16)),
        (date(2026, 3, 13), (AWAY,), (), date(2026, 3, 16)),  # the last day
        (date(2026, 3, 14), (AWAY,), (), date(2026, 3, 14)),  # a weekend that is not away
        (date(2026, 3, 13), (AWAY,), (date(2026, 3, 16),), date(2026, 3, 17)),  # then a holiday
        (date(2026, 3, 10), ((AWAY[0], date(2026, 3, 11)),), (), date(2026, 3, 12)),
        (  # two that adjoin
            date(2026, 3, 10),
            (AWAY, (date(2026, 3, 14), date(2026, 3, 18))),
            (),
            date(2026, 3, 19),
        ),
        (  # a weekend between two
            date(2026, 3, 10),
            (AWAY, (date(2026, 3, 16), date(2026, 3, 18))),
            (),
            date(2026, 3, 19),
        ),
        (date(2026, 3, 10), ((date(2026, 3, 12), date(2026, 3, 18)), AWAY), (), date(2026, 3, 19)),
        (date(2026, 3, 10), (), (date(2026, 3, 10),), date(2026, 3, 10)),  # off is not away
    ],
)
def test_a_target_of_ones_own_moves_behind_the_time_away(on, away, off, expected):
    assert LONDON._replace(away=away, days_off=frozenset(off)).own_target(on) == expected


DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(
    DATES,
    st.lists(st.tuples(DATES, st.integers(0, 40)), max_size=4),
    st.sets(st.integers(0, 6)),
    st.sets(DATES, max_size=5),
)
def test_a_target_never_moves_back_and_never_into_the_time_away(on, away, working_days, off):
    calendar = Calendar(
        "UTC",
        working_days=tuple(working_days),
        days_off=frozenset(off),
        away=tuple((first, first + timedelta(days=more)) for first, more in away),
    )
    moved = calendar.own_target(on)
    assert moved >= on
    assert not calendar.is_away(moved)
    assert (moved == on) is not calendar.is_away(on)
    assert calendar.own_target(moved) == moved


@given(
    st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: at(minutes=minutes)),
    st.integers(1, 3000),
    st.integers(1, 3000),
    st.sampled_from((SHOP, PUB, LONDON, Calendar("America/New_York", hours=BAR))),
)
def test_working_minutes_add_up_and_end_while_the_shop_is_open(start, one, two, calendar):
    moment = exactly(start)
    first = calendar.instant_after(moment, Duration(one, "working minute"))
    both = calendar.instant_after(moment, Duration(one + two, "working minute"))
    assert calendar.instant_after(exactly(first), Duration(two, "working minute")) == both
    assert moment.start + timedelta(minutes=one) <= first < both
    before = calendar.instant_after(exactly(first - timedelta(minutes=1)), MINUTE)
    assert before == first
