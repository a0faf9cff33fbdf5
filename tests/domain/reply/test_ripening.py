"""How long a text must lie: a table of hours, and what holds at every hour."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.reply.finding import Finding
from reviewlog.domain.reply.ripening import (
    CALM,
    HOT,
    WARM,
    heat_of,
    hot_because,
    kept,
    ready_at,
)
from reviewlog.domain.reply.rules import Rule
from reviewlog.domain.time.calendar import Calendar
from tests.builders import LONDON, a_call, a_review, an_entry, facts_of, in_order

PARIS = Calendar(zone="Europe/Paris")
LATE = Calendar("Europe/London", hours=tuple(((10 * 60 + 30, 18 * 60),) for _ in range(7)))
BAR = Calendar("Europe/London", hours=tuple(((22 * 60, 26 * 60),) for _ in range(7)))
EARLY = Calendar("Europe/London", hours=tuple(((5 * 60, 13 * 60),) for _ in range(7)))


def local(text, calendar=LONDON):
    return datetime.fromisoformat(text).replace(tzinfo=calendar.tz)


@pytest.mark.parametrize(
    ("drafted", "heat", "ready"),
    [
        ("2026-11-21T09:00", CALM, "2026-11-21T09:20"),
        ("2026-11-21T09:00", WARM, "2026-11-21T10:00"),
        ("2026-11-21T09:00", HOT, "2026-11-21T13:00"),
        ("2026-11-21T13:59", HOT, "2026-11-21T17:59"),
        ("2026-11-21T14:00", HOT, "2026-11-22T08:00"),
        ("2026-11-21T14:00", WARM, "2026-11-21T15:00"),
        ("2026-11-21T20:39", CALM, "2026-11-21T20:59"),
        ("2026-11-21T20:40", CALM, "2026-11-22T08:00"),
        ("2026-11-21T19:59", WARM, "2026-11-21T20:59"),
        ("2026-11-21T20:00", WARM, "2026-11-22T08:00"),
        ("2026-11-21T22:10", CALM, "2026-11-22T08:00"),
        ("2026-11-22T03:00", CALM, "2026-11-22T08:00"),
        ("2026-11-22T03:00", HOT, "2026-11-22T08:00"),
        ("2026-11-22T06:59", CALM, "2026-11-22T08:00"),
        ("2026-11-22T06:59", HOT, "2026-11-22T10:59"),
        ("2026-11-22T07:00", CALM, "2026-11-22T07:20"),
        ("2026-12-31T23:00", HOT, "2027-01-01T08:00"),
    ],
)
def test_the_hours_of_the_day(drafted, heat, ready):
    assert ready_at(local(drafted), heat, LONDON) == local(ready)


def test_a_started_minute_is_waited_for():
    drafted = local("2026-11-21T09:00:30.250")
    assert ready_at(drafted, CALM, LONDON) == local("2026-11-21T09:21")


@pytest.mark.parametrize(
    ("calendar", "morning"), [(LATE, "10:30"), (BAR, "08:00"), (EARLY, "08:00")]
)
def test_the_morning_is_when_the_shop_opens_unless_that_is_at_night(calendar, morning):
    ready = ready_at(local("2026-11-21T21:30"), WARM, calendar)
    assert ready == local(f"2026-11-22T{morning}")


def test_hours_are_those_of_the_day_that_is_waited_for():
    hours = (*(((9 * 60, 17 * 60),) for _ in range(6)), ((11 * 60, 15 * 60),))
    calendar = Calendar("Europe/London", hours=hours)
    assert ready_at(local("2026-11-20T23:00"), CALM, calendar) == local("2026-11-21T09:00")
    assert ready_at(local("2026-11-21T23:00"), CALM, calendar) == local("2026-11-22T11:00")


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 10, 24)])
def test_the_morning_after_the_clocks_change_is_the_morning_on_the_wall(day):
    drafted = datetime.combine(day, time(23), PARIS.tz)
    ready = ready_at(drafted, HOT, PARIS).astimezone(PARIS.tz)
    assert (ready.date() - day, ready.time()) == (timedelta(days=1), time(8))


ZONES = st.sampled_from(
    ("UTC", "Europe/London", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe",
     "Asia/Kathmandu", "America/St_Johns", "Africa/Cairo")
)  # fmt: skip
INSTANTS = st.datetimes(datetime(2005, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SPANS = st.tuples(st.integers(0, 1439), st.integers(1, 600)).map(lambda p: ((p[0], p[0] + p[1]),))
HOURS = st.one_of(st.just(()), st.tuples(*(st.one_of(st.just(()), SPANS) for _ in range(7))))


@given(INSTANTS, ZONES, HOURS)
def test_no_text_is_ready_before_it_was_written_nor_at_night(drafted, zone, hours):
    calendar = Calendar(zone, hours=hours)
    for heat in (CALM, WARM, HOT):
        ready = ready_at(drafted, heat, calendar)
        assert ready - drafted >= timedelta(minutes=20)
        assert time(7) <= ready.astimezone(ZoneInfo(zone)).time() < time(21)
        assert (ready.second, ready.microsecond) == (0, 0)
        assert ready - drafted < timedelta(days=2)


@given(INSTANTS, ZONES, HOURS)
def test_more_heat_never_shortens_the_wait(drafted, zone, hours):
    calendar = Calendar(zone, hours=hours)
    waits = [ready_at(drafted, heat, calendar) for heat in (CALM, WARM, HOT)]
    assert waits == sorted(waits)


def test_a_version_that_says_nearly_the_same_keeps_the_hour_before():
    before, fresh = local("2026-11-21T10:00"), local("2026-11-21T11:00")
    assert kept(fresh, before, is_same=True) == before
    assert kept(fresh, before, is_same=False) == fresh
    assert kept(before, fresh, is_same=True) == before
    assert kept(fresh, None, is_same=True) == fresh


def found(rule, level="warn"):
    return Finding(Rule(rule, "", "", level, ()), level)


def judged(verdict, *more):
    return facts_of(*in_order(a_review(), an_entry("assessment", verdict=verdict), *more))


@pytest.mark.parametrize(
    ("facts", "findings", "heat"),
    [
        (judged("right"), [], CALM),
        (judged("right"), [found("but")], CALM),
        (judged("right"), [found("insult", "stop")], HOT),
        (judged("right"), [found("shouting")], HOT),
        (judged("right"), [found("hole", "stop")], CALM),
        (judged("right"), [found("site-length", "stop")], CALM),
        (judged("partly"), [], WARM),
        (judged("mistaken"), [found("wall", "stop")], HOT),
        (judged("unfounded"), [], HOT),
        (judged("extortion"), [], HOT),
        (judged("right", a_call(threat="veiled")), [], HOT),
        (judged("right", a_call(threat="harm")), [], HOT),
        (judged("right", a_call(threat="none")), [], CALM),
        (facts_of(a_review(stars=3)), [], CALM),
        (facts_of(a_review(stars=2)), [], WARM),
        (facts_of(*in_order(a_review(stars=4), a_review(stars=1, site="yelp"))), [], WARM),
        (facts_of(a_call()), [], WARM),
    ],
)
def test_how_hot_it_is(facts, findings, heat):
    assert heat_of(facts, findings) == heat


def test_what_makes_it_hot_is_told():
    assert hot_because(judged("right", a_call(threat="open")), []) == "threat"
    assert hot_because(judged("unfounded"), []) == "verdict"
    assert hot_because(judged("right"), [found("insult", "stop")]) == "words"
    assert hot_because(judged("right"), []) == ""
