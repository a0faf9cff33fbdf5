"""What is refused says why, and offers only what works at that moment."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.errors import UsageError
from reviewlog.domain.time.refused.misreadings import KINDS
from reviewlog.domain.usage_errors import AmbiguousDateError, BadDateError
from reviewlog.render.words.daterefusals import FAULTS
from tests.builders import a_reader
from tests.fakes import SATURDAY

PAST = ("10 min ago", "yesterday about 3pm", "2026-11-20 16:40")
TO_COME = ("friday", "in 3 days", "2026-12-01")


def refused(said: str, *, future: bool, now: datetime = SATURDAY, zone="Europe/London"):
    reader = a_reader(now, zone)
    with pytest.raises(BadDateError) as found:
        (reader.future if future else reader.past)(said)
    return found.value.kind, found.value.tries


@pytest.mark.parametrize(
    ("said", "kind", "past", "to_come"),
    [
        ("", "empty", PAST, TO_COME),
        ("asap", "unknown", PAST, TO_COME),
        ("soon", "unknown", PAST, TO_COME),
        ("1 star", "stars", (), ()),
        ("5 stars", "stars", (), ()),
        ("24", "month-missing", ("24 Oct",), ("24 Nov",)),
        ("31", "month-missing", ("31 Oct",), ("31 Dec",)),
        ("the 3rd", "month-missing", ("3 Nov",), ("3 Dec",)),
        ("3", "number", ("3 Nov", "3am", "3pm"), ("3 Dec", "tomorrow 3am", "tomorrow 3pm")),
        ("18", "number", ("18 Nov", "yesterday 18:00"), ("18 Dec", "18:00")),
        ("may", "day-missing", ("12 May",), ("12 May",)),
        ("in nov", "day-missing", ("21 Nov",), ("21 Nov",)),
        ("31 april", "no-such-day", ("30 Apr",), ("30 Apr",)),
        ("32 nov", "no-such-day", ("30 Nov",), ("30 Nov",)),
        ("30/2", "no-such-day", ("28 Feb",), ("28 Feb",)),
        ("25:00", "no-such-time", ("3:30 pm", "15:30"), ("tomorrow 3:30 pm", "tomorrow 15:30")),
        ("13pm", "no-such-time", ("3:30 pm", "15:30"), ("tomorrow 3:30 pm", "tomorrow 15:30")),
        ("at 3", "hour", ("3am", "3pm"), ("tomorrow 3am", "tomorrow 3pm")),
        ("3 o'clock", "hour", ("3am", "3pm"), ("tomorrow 3am", "tomorrow 3pm")),
        ("half past three", "half", ("3:30 pm", "3:30 am"),
         ("tomorrow 3:30 pm", "tomorrow 3:30 am")),
        ("half 4", "half", ("3:30 pm", "4:30 pm", "3:30 am"),
         ("tomorrow 3:30 pm", "tomorrow 4:30 pm", "tomorrow 3:30 am")),
        ("quarter to 4", "half", ("3:45 pm", "3:45 am"), ("tomorrow 3:45 pm", "tomorrow 3:45 am")),
        ("midnight", "midnight", ("yesterday 0:00", "yesterday 23:59"),
         ("tomorrow 0:00", "tomorrow 23:59")),
        ("eom", "several-days", ("31 Oct",), ("30 Nov",)),
        ("end of the month", "several-days", ("31 Oct",), ("30 Nov",)),
        ("eoy", "several-days", ("31 Dec",), ("31 Dec",)),
        ("weekend", "several-days", ("last tuesday", "last saturday", "2 weeks ago"),
         ("saturday", "in 2 weeks", "in 1 month")),
        ("next", "which", ("last friday", "last night"), ("next friday", "next week")),
        ("last", "which", ("last friday", "last night"), ("next friday", "next week")),
        ("in the morning", "day-of-part", ("this morning", "yesterday morning"),
         ("tomorrow morning",)),
        ("fryday", "typo", ("friday",), ("friday",)),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_what_works(said, kind, past, to_come):
    assert refused(said, future=False) == (kind, past)
    assert refused(said, future=True) == (kind, to_come)


@pytest.mark.parametrize(
    ("said", "kind", "tries"),
    [
        ("3 days", "ago", ("3 days ago",)),
        ("in 2 hours", "ago", ("2 hours ago",)),
        ("2 working days", "ago", ("2 days ago",)),
        ("last week", "several-days", ("last tuesday", "last saturday", "2 weeks ago")),
        ("2026-02-30", "no-such-day", ("28 Feb 2026",)),
        ("29 feb 2026", "no-such-day", ("28 Feb 2026",)),
        ("yesterday at 9", "hour", ("yesterday 9am", "yesterday 9pm")),
        ("tomorow", "unknown", PAST),
        ("1.5 hours ago", "fraction", ("90 min ago",)),
        ("1/2 hour ago", "fraction", ("30 min ago",)),
        ("2-3 days ago", "several", ("2 days ago", "3 days ago")),
        ("around 2-3 hours ago", "several", ("around 2 hours ago", "around 3 hours ago")),
        ("1-2 weeks", "several", ("1 weeks ago", "2 weeks ago")),
        ("3/4/26", "short-year", ("3 Apr 2026", "4 Mar 2026")),
        ("3.4.26 15:00", "short-year", ("3 Apr 2026 15:00", "4 Mar 2026 15:00")),
        ("yesterday around 3", "hour", ("yesterday about 3am", "yesterday about 3pm")),
        ("half an hour", "ago", ("half an hour ago",)),
        ("fryday 10:00", "typo", ("friday 10:00",)),
        ("tuesday 25:00", "no-such-time", ("tuesday 3:30 pm", "tuesday 15:30")),
        ("tomorrow 1/2", "unknown", PAST),
        ("by friday", "unknown", PAST),
        ("31/2/2026", "no-such-day", ("28 Feb 2026",)),
        ("31.4. 10:00", "no-such-day", ("30 Apr 10:00",)),
    ],
)
def test_a_refusal_of_what_has_happened(said, kind, tries):
    assert refused(said, future=False) == (kind, tries)


@pytest.mark.parametrize(
    ("said", "kind", "tries"),
    [
        ("mon 24 nov", "other-weekday", ("Tue 24 nov",)),
        ("mon 3/4", "other-weekday", ("Sat 3 Apr 2027", "Thu 4 Mar 2027")),
        ("2-3 weeks", "several", ("2 weeks", "3 weeks")),
        ("1.5 days", "fraction", ("36 hours",)),
        ("3/4/27", "short-year", ("3 Apr 2027", "4 Mar 2027")),
        ("fortnight", "several-days", ("saturday", "in 2 weeks", "in 1 month")),
        ("by 3", "number", ("3 Dec", "tomorrow 3am", "tomorrow 3pm")),
        ("next month", "several-days", ("saturday", "in 2 weeks", "in 1 month")),
        ("friday at 9", "hour", ("friday 9am", "friday 9pm")),
        ("tomorow", "typo", ("tomorrow",)),
        ("in 3 dyas", "typo", ("in 3 days",)),
    ],
)
def test_a_refusal_of_what_is_due(said, kind, tries):
    assert refused(said, future=True) == (kind, tries)


WORDS = st.sampled_from(
    [
        "24",
        "3rd",
        "may",
        "feb",
        "half",
        "past",
        "to",
        "quarter",
        "4",
        "at",
        "next",
        "last",
        "week",
        "eom",
        "night",
        "morning",
        "star",
        "noon",
        "midnight",
        "31",
        "april",
        "30/2",
        "25:00",
        "13pm",
        "mon",
        "24",
        "nov",
        "in",
        "ago",
        "days",
        "2",
        "working",
        "o'clock",
        "tomorow",
        "2026-02-30",
        "the",
        "of",
        "end",
        "month",
        "0",
        "29",
        "2027",
        "weekend",
        "about",
        "by",
        "before",
        "yesterday",
        "1.5",
        "1/2",
        "2-3",
        "3/4/26",
        "3.4.",
        "hours",
        "weeks",
        "fortnight",
        "1:30",
        "sat",
    ]
)
ORDERS = st.sampled_from((None, "day-month", "month-day"))
MOMENTS = st.integers(0, 40 * 365 * 24 * 60).map(
    lambda minutes: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES = st.sampled_from(("Europe/London", "America/New_York", "Pacific/Apia", "UTC"))


@given(st.lists(WORDS, max_size=4).map(" ".join) | st.text(max_size=30), MOMENTS, ZONES, ORDERS)
def test_what_a_refusal_offers_works_at_that_moment(said, now, zone, order):
    reader = a_reader(now, zone, order)
    for read in (reader.past, reader.future):
        error = refusal(read, said)
        if error is not None:
            assert error.kind in KINDS
            assert error.kind == "stars" or 1 <= len(error.tries) <= 3
            assert all(read(text) for text in error.tries)


def refusal(read, said: str) -> BadDateError | None:
    try:
        read(said)
    except BadDateError as error:
        return error
    except UsageError:
        return None
    return None


def test_every_kind_of_refusal_has_its_sentence():
    assert set(FAULTS) == set(KINDS)


@pytest.mark.parametrize("said", ["mon " * 3000, "9" * 100_000, "about " * 50, "(" * 500])
def test_a_very_long_date_is_refused_at_once(said):
    assert refused(said, future=False)[1] == PAST


def test_an_ambiguous_date_names_both_days():
    with pytest.raises(AmbiguousDateError) as found:
        a_reader().past("3/4/2026")
    days = found.value.day_first, found.value.month_first
    assert [f"{day:%F}" for day in days] == ["2026-04-03", "2026-03-04"]


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Lord_Howe"])
def test_an_hour_that_the_clocks_leave_out_is_refused(zone):
    """London 01:00 to 02:00 on 29 March, New York 02:00 to 03:00 on the 8th, Lord Howe half an hour."""
    said, works = {
        "Europe/London": ("2026-03-29 1:30", "2026-03-29 02:30"),
        "America/New_York": ("8 mar 2:30", "2026-03-08 03:30"),
        "Australia/Lord_Howe": ("4 oct 2:15", "2026-10-04 02:45"),
    }[zone]
    assert refused(said, future=False, zone=zone) == ("skipped", (works,))


def test_an_hour_that_the_clocks_will_leave_out_is_refused():
    kind, tries = refused("1:30", future=True, now=datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    assert (kind, tries) == ("skipped", ("2026-03-29 02:30",))


@pytest.mark.parametrize("said", ["3/4/0000", "0/0", "0/5", "13/13"])
def test_a_day_that_no_year_has_is_not_ambiguous(said):
    refused(said, future=False)
