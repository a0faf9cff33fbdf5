"""What is echoed is what was understood: it can be typed again and means the same moment."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewlog.domain.errors import UsageError
from reviewlog.domain.time.daywords import day_from_words
from reviewlog.domain.time.moment import Moment, typed_words
from reviewlog.render.words.moments import moment_words
from reviewlog.render.words.when import near_moment
from tests.builders import a_reader

ZONES = st.sampled_from(
    ("Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC",
     "America/Havana", "Pacific/Apia", "Asia/Kolkata", "Asia/Kathmandu", "Africa/Casablanca",
     "America/St_Johns", "Asia/Beirut", "Antarctica/Troll", "Pacific/Chatham")
)  # fmt: skip
CLOCK_CHANGES = st.sampled_from(
    [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC),
     datetime(2026, 11, 1, 6, tzinfo=UTC), datetime(2026, 3, 8, 7, tzinfo=UTC),
     datetime(2026, 4, 4, 15, tzinfo=UTC), datetime(2018, 11, 4, 3, tzinfo=UTC),
     datetime(2011, 12, 30, 10, tzinfo=UTC), datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
     datetime(2028, 2, 29, 12, tzinfo=UTC)]
)  # fmt: skip
INSTANTS = st.integers(1975 * 31_556_952, 2044 * 31_556_952).map(
    lambda seconds: datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
NOWS = st.one_of(
    INSTANTS,
    st.builds(lambda at, s: at + timedelta(seconds=s), CLOCK_CHANGES, st.integers(-200_000, 200_000)),
)  # fmt: skip
WEEKDAYS = st.sampled_from(["monday", "tuesday", "wed", "thu", "fri", "saturday", "sunday"])
COUNTS = st.integers(0, 400).map(str) | st.sampled_from(("a", "two", "six"))
UNITS = st.sampled_from(("day", "days", "weeks", "months", "year", "working days", "w", "d"))
NUMBERS, MARKS = st.integers(0, 32), st.sampled_from(("/", ".", "-"))
WRONG = st.sampled_from(("days ago", "hours", "weeks", "soon", "or so", "15:00", "."))
ORDERS = st.sampled_from((None, "day-month", "month-day"))
DATES = st.dates(date(1975, 1, 1), date(2044, 12, 31))
DAYS = st.one_of(
    st.sampled_from(("today", "yesterday", "tomorrow", "next week", "29 feb", "31 dec", "1 jan")),
    WEEKDAYS,
    st.builds("{} {}".format, st.sampled_from(("last", "next", "on")), WEEKDAYS),
    st.builds("{} {} ago".format, COUNTS, UNITS),
    st.builds("in {} {}".format, COUNTS, UNITS),
    DATES.map("{:%Y-%m-%d}".format),
    DATES.map("{:%d %b}".format),
    DATES.map("{:%d %B %Y}".format),
    DATES.map("{:%m/%d/%Y}".format),
    st.builds("{}{}{}".format, NUMBERS, MARKS, NUMBERS),
    st.builds("{} {}{}{}".format, WEEKDAYS, NUMBERS, MARKS, NUMBERS),
    st.builds("{}{}{} {}".format, NUMBERS, MARKS, NUMBERS, WRONG),
)
TIMES = st.one_of(
    st.times().map("{:%H:%M}".format),
    st.times().map("{:%I.%M %p}".format),
    st.times(time(0), time(3)).map("{:%H:%M}".format),
    st.sampled_from(("3pm", "noon", "12am", "at 9:15", "about 4 pm")),
)
PARTS = st.sampled_from(
    ("morning", "in the afternoon", "evening", "at night", "night", "evening at 7")
)
SAID = st.one_of(
    DAYS,
    TIMES,
    st.sampled_from(("now", "this morning", "this afternoon", "this evening", "tonight",
                     "last night", "last night 1:30")),
    st.builds("{} {}".format, DAYS, TIMES),
    st.builds("{} {}".format, TIMES, DAYS),
    st.builds("{} {}".format, DAYS, PARTS),
    st.builds("about {} {}".format, DAYS, TIMES),
    st.builds("{} {} ago".format, COUNTS, st.sampled_from(("min", "minutes", "hours", "h"))),
    st.builds("in {} {}".format, COUNTS, st.sampled_from(("min", "minutes", "hours", "h"))),
    st.builds("about {} hours ago".format, COUNTS),
    INSTANTS.map("{:%Y-%m-%d %H:%M:%S}".format),
    INSTANTS.map("{:%Y-%m-%dT%H:%M:%S-03:30}".format),
)  # fmt: skip


def to_the_minute(moment: Moment) -> tuple[datetime, datetime, str, str | None]:
    start, end = (at.replace(second=0, microsecond=0) for at in moment[:2])
    return start, end, moment.precision, moment.part


def understood(read: Callable[[str], Moment], said: str) -> Moment | None:
    try:
        return read(said)
    except UsageError:
        return None


@given(SAID, NOWS, ZONES, ORDERS)
@example("1 hours ago", datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "Europe/London", "month-day")
@example("1:30", datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "Europe/London", "month-day")
@example("2026-03-29 02:30", datetime(2026, 4, 1, tzinfo=UTC), "Europe/London", "month-day")
@example("2026-11-22 00:00:00", datetime(2026, 11, 21, 23, 59, tzinfo=UTC), "UTC", "month-day")
@example("2011-12-30", datetime(2012, 1, 2, tzinfo=UTC), "Pacific/Apia", "month-day")
def test_what_has_happened_is_echoed_in_words_that_mean_the_same(said, now, zone, order):
    reader = a_reader(now, zone, order)
    found = understood(reader.past, said)
    if found is not None:
        for echoed in (moment_words(found, reader.now), near_moment(found, reader.now)):
            assert to_the_minute(reader.past(echoed)) == to_the_minute(found)


@given(SAID, NOWS, ZONES, ORDERS)
@example("last night", datetime(2026, 8, 27, 23, tzinfo=UTC), "Europe/London", "month-day")
@example("in 30 min", datetime(2026, 10, 25, 0, 50, tzinfo=UTC), "Europe/London", "month-day")
@example("2026-11-21 16:40:45", datetime(2026, 11, 21, 16, 40, 30, tzinfo=UTC), "UTC", "month-day")
@example("yesterday about 23:50", datetime(2026, 11, 21, 0, 10, tzinfo=UTC), "UTC", "month-day")
def test_what_is_due_is_echoed_in_words_that_mean_the_same(said, now, zone, order):
    reader = a_reader(now, zone, order)
    found = understood(reader.future, said)
    if found is not None:
        for echoed in (moment_words(found, reader.now), near_moment(found, reader.now)):
            assert to_the_minute(reader.future(echoed)) == to_the_minute(found)


@given(SAID, NOWS, ZONES, ORDERS)
@example("62 years ago", datetime(1976, 1, 2, 0, 30, tzinfo=UTC), "America/Sao_Paulo", "month-day")
def test_a_moment_typed_without_the_day_of_typing_means_the_same(said, now, zone, order):
    reader = a_reader(now, zone, order)
    found = understood(reader.past, said)
    if found is not None and " (" not in moment_words(found, reader.now):
        assert to_the_minute(reader.past(typed_words(found))) == to_the_minute(found)


@given(SAID, NOWS, ZONES, ORDERS)
def test_what_has_happened_is_never_ahead_and_what_is_due_never_behind_today(
    said, now, zone, order
):
    reader = a_reader(now, zone, order)
    has_been, is_due = understood(reader.past, said), understood(reader.future, said)
    if has_been is not None:
        assert has_been.start <= has_been.end
        assert has_been.start <= now + timedelta(minutes=2)
    if is_due is not None:
        assert is_due.local.date() >= reader.today


@given(
    st.one_of(
        DAYS,
        st.sampled_from(
            (
                "this morning",
                "tonight",
                "last night",
                "+3d",
                "5 weeks",
                "-2d",
                "friday next week",
                "mon last week",
                "day after tomorrow",
                "the day before yesterday",
            )
        ),
    ),
    NOWS,
    ZONES,
    ORDERS,
)
def test_the_grammar_of_the_fast_door_is_a_part_of_this_one(said, now, zone, order):
    reader = a_reader(now, zone, order)
    known = day_from_words(said.lower().split(), reader.today, future=True)
    if known is not None:
        assert reader.day(said) == known


@given(SAID, NOWS, ZONES)
def test_a_date_of_two_readings_is_a_date_by_either_order(said, now, zone):
    """Asked is only what the answer settles; an order changes nothing that was clear without it."""
    for future in (False, True):
        said_so = a_reader(now, zone).readings(said, future=future)
        by_order = [
            a_reader(now, zone, order).readings(said, future=future)
            for order in ("day-month", "month-day")
        ]
        assert len(said_so) <= 2
        if len(said_so) == 2:
            assert [[moment] for moment in said_so] == by_order
        for moment in said_so:
            assert [moment] in by_order


@pytest.mark.parametrize(
    ("now", "said", "echoed"),
    [
        (datetime(2026, 10, 25, 12, tzinfo=UTC), "1:30",
         "Sun 25 Oct 01:30 (before the clocks went back)"),
        (datetime(2026, 10, 25, 1, 40, tzinfo=UTC), "10 min ago",
         "Sun 25 Oct 01:30 (after the clocks went back)"),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), "about 1:30 after the clocks went back",
         "Sun 25 Oct about 01:30 (after the clocks went back)"),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), "2026-10-25 01:30, after the clocks went back",
         "Sun 25 Oct 01:30 (after the clocks went back)"),
        (datetime(2026, 10, 25, 12, tzinfo=UTC), "2:30", "Sun 25 Oct 02:30"),
        (datetime(2027, 1, 1, 0, 10, tzinfo=UTC), "20 min ago", "Thu 31 Dec 2026 23:50"),
        (datetime(2028, 3, 1, 9, tzinfo=UTC), "yesterday", "Tue 29 Feb"),
    ],
)  # fmt: skip
def test_the_echo_tells_which_hour_and_which_year(now, said, echoed):
    reader = a_reader(now)
    assert moment_words(reader.past(said), reader.now) == echoed


def test_two_equal_times_are_an_hour_apart():
    reader = a_reader(datetime(2026, 10, 25, 12, tzinfo=UTC))
    first = reader.past("1:30 before the clocks went back")
    second = reader.past("1:30 after the clocks went back")
    assert second.start - first.start == timedelta(hours=1)
    assert first.start.astimezone(ZoneInfo("Europe/London")).hour == 1


@pytest.mark.parametrize(
    ("said", "understood_as"),
    [
        ("Fri 20 Nov, yesterday", "Fri 20 Nov"),
        ("Fri 20 Nov 15:00, yesterday", "Fri 20 Nov 15:00"),
        ("Fri 20 Nov in the morning, yesterday", "Fri 20 Nov in the morning"),
        ("Fri 21 Aug, 3 months ago", "Fri 21 Aug"),
        ("Fri 20 Nov, 2 days ago", None),
        ("Fri 20 Nov, in 1 day", None),
        ("Fri 20 Nov, 1 moons ago", None),
        ("Fri 21 Aug, 5 months ago", None),
        ("yesterday, today", None),
    ],
)
def test_a_day_and_its_distance_must_say_the_same(said, understood_as):
    reader = a_reader()
    found = understood(reader.past, said)
    assert (moment_words(found, reader.now) if found else None) == understood_as


@pytest.mark.parametrize("said", ["2:30 after the clocks went back", "today after the clocks went back",
                                  "this morning before the clocks went back",
                                  "2026-10-25T01:30Z after the clocks went back"])  # fmt: skip
def test_a_time_that_comes_once_is_neither_of_two(said):
    assert understood(a_reader(datetime(2026, 10, 25, 12, tzinfo=UTC)).past, said) is None
