"""Parts of a day, and times that a part of a day settles."""

from datetime import UTC, datetime

import pytest

from reviewlog.domain.time.moment import part_words, typed_words
from reviewlog.domain.usage_errors import BadDateError, FutureError, PastError
from tests.builders import a_reader
from tests.fakes import SATURDAY

HALF_PAST_MIDNIGHT = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)


def hours(moment) -> str:
    return f"{moment.start:%a %H:%M} to {moment.end:%a %H:%M}"


@pytest.mark.parametrize(
    ("said", "understood", "words"),
    [
        ("this morning", "Sat 05:00 to Sat 12:00", " in the morning"),
        ("this afternoon", "Sat 12:00 to Sat 16:40", " in the afternoon"),
        ("last night", "Fri 21:00 to Sat 05:00", " at night"),
        ("last evening", "Fri 18:00 to Sat 00:00", " in the evening"),
        ("yesterday morning", "Fri 05:00 to Fri 12:00", " in the morning"),
        ("yesterday in the afternoon", "Fri 12:00 to Fri 18:00", " in the afternoon"),
        ("tuesday evening", "Tue 18:00 to Wed 00:00", " in the evening"),
        ("on tuesday evening", "Tue 18:00 to Wed 00:00", " in the evening"),
        ("20 nov at night", "Fri 21:00 to Sat 05:00", " at night"),
        ("Fri 20 Nov in the morning", "Fri 05:00 to Fri 12:00", " in the morning"),
        ("2026-11-20 in the morning", "Fri 05:00 to Fri 12:00", " in the morning"),
        ("3 days ago in the evening", "Wed 18:00 to Thu 00:00", " in the evening"),
        ("yesterday", "Fri 00:00 to Sat 00:00", ""),
        ("15:00", "Sat 15:00 to Sat 15:00", ""),
        ("5:00", "Sat 05:00 to Sat 05:00", ""),
    ],
)
def test_a_part_of_a_day_is_an_interval_of_its_own(said, understood, words):
    found = a_reader().past(said)
    assert (hours(found), part_words(found)) == (understood, words)


@pytest.mark.parametrize("said", ["this morning", "yesterday evening", "friday", "last night"])
def test_a_part_of_a_day_is_no_more_exact_than_a_day(said):
    assert a_reader().past(said).precision == "day"


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("tonight", "Sat 18:00 to Sun 00:00"),
        ("this evening", "Sat 18:00 to Sun 00:00"),
        ("tomorrow morning", "Sun 05:00 to Sun 12:00"),
        ("tuesday afternoon", "Tue 12:00 to Tue 18:00"),
        ("this afternoon", "Sat 12:00 to Sat 18:00"),
    ],
)
def test_a_part_of_a_day_to_come(said, understood):
    assert hours(a_reader().future(said)) == understood


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("yesterday evening at 7", "Fri 19:00"),
        ("yesterday evening 7:30", "Fri 19:30"),
        ("yesterday evening at 19:30", "Fri 19:30"),
        ("this morning at 9", "Sat 09:00"),
        ("at 9 this morning", "Sat 09:00"),
        ("9:15 yesterday morning", "Fri 09:15"),
        ("this afternoon 3:30", "Sat 15:30"),
        ("yesterday afternoon noon", "Fri 12:00"),
        ("last night at 11", "Fri 23:00"),
        ("last night 11:30pm", "Fri 23:30"),
        ("last night 1:30", "Sat 01:30"),
        ("last night at 1am", "Sat 01:00"),
        ("last night 12:15", "Sat 00:15"),
        ("tuesday evening about 8", "Tue 20:00"),
    ],
)
def test_a_part_of_the_day_settles_the_hour(said, understood):
    assert f"{a_reader().past(said).local:%a %H:%M}" == understood


@pytest.mark.parametrize("said", ["this morning 15:00", "yesterday evening 10am", "last night 3pm",
                                  "morning", "in the morning", "at night", "this night",
                                  "this morning evening", "morning yesterday at 25", "last morning"])  # fmt: skip
def test_what_does_not_go_with_a_part_of_the_day_is_refused(said):
    with pytest.raises(BadDateError):
        a_reader().past(said)


def test_a_part_of_the_day_that_is_over_is_not_due():
    with pytest.raises(PastError) as refused:
        a_reader().future("this morning")
    assert refused.value.meant is not None
    assert hours(refused.value.meant) == "Sun 05:00 to Sun 12:00"


@pytest.mark.parametrize(
    ("now", "said", "meant"),
    [
        (HALF_PAST_MIDNIGHT, "17:50", "2026-11-20 17:50"),
        (HALF_PAST_MIDNIGHT, "today 17:50", "2026-11-20 17:50"),
        (HALF_PAST_MIDNIGHT, "about 6pm", "about 2026-11-20 18:00"),
        (HALF_PAST_MIDNIGHT, "this evening", "2026-11-20 in the evening"),
        (HALF_PAST_MIDNIGHT, "tonight", "2026-11-20 in the evening"),
        (SATURDAY, "17:00", "2026-11-20 17:00"),
        (SATURDAY, "saturday 17:50", "2026-11-14 17:50"),
        (SATURDAY, "21 nov 17:50", None),
        (SATURDAY, "2026-11-21 17:50", None),
        (SATURDAY, "tomorrow", None),
        (SATURDAY, "tomorrow 9am", None),
    ],
)
def test_a_time_of_today_that_is_still_to_come_was_probably_yesterday(now, said, meant):
    with pytest.raises(FutureError) as refused:
        a_reader(now).past(said)
    found = refused.value.meant
    assert (typed_words(found) if found else None) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("3pm", "2026-11-22 15:00"),
        ("today 15:00", "2026-11-22 15:00"),
        ("about noon", "about 2026-11-22 12:00"),
        ("2 hours ago", None),
        ("last night 1:30", None),
        ("yesterday", None),
        ("2026-11-21 10:00", None),
        ("21 nov 10:00", None),
    ],
)
def test_a_time_of_today_that_is_over_is_probably_for_tomorrow(said, meant):
    with pytest.raises(PastError) as refused:
        a_reader().future(said)
    found = refused.value.meant
    assert (typed_words(found) if found else None) == meant


def test_this_minute_is_not_over_yet():
    half_a_minute_on = SATURDAY.replace(second=30)
    assert a_reader(half_a_minute_on).future("16:40").start == SATURDAY
    with pytest.raises(PastError):
        a_reader(half_a_minute_on).future("16:39")
