from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.time.moment import (
    about,
    exactly,
    moment_from_field,
    moment_to_field,
    utc_from_text,
    utc_text,
    whole_day,
)
from tests.fakes import SATURDAY

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MILLISECONDS = st.integers(-20 * 365 * 86_400_000, 100 * 365 * 86_400_000)
INSTANTS = st.builds(
    lambda ms, zone: (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)).astimezone(
        zone
    ),
    MILLISECONDS,
    OFFSETS,
)


@given(INSTANTS, st.sampled_from((exactly, about, lambda d: whole_day(d, d + timedelta(days=1)))))
def test_a_moment_is_read_back_as_stored(at, make):
    assert moment_from_field(moment_to_field(make(at))) == make(at)


@given(INSTANTS)
def test_an_instant_is_read_back_as_written(at):
    assert utc_from_text(utc_text(at)) == at


@given(INSTANTS, INSTANTS)
def test_texts_of_instants_sort_as_the_instants_do(one, other):
    assert (utc_text(one) < utc_text(other)) == (one < other)


def test_an_instant_is_written_with_milliseconds():
    assert utc_text(SATURDAY) == "2026-11-21T16:40:00.000Z"


@pytest.mark.parametrize("make", [exactly, about])
def test_a_moment_shows_the_local_time_that_was_said(make):
    said = datetime(2026, 7, 1, 15, 0, tzinfo=timezone(timedelta(hours=1)))
    assert make(said).local == said
    assert f"{make(said).local:%H:%M}" == "15:00"


def test_about_is_half_an_hour_either_way():
    moment = about(SATURDAY)
    assert (moment.end - moment.start, moment.start.tzinfo) == (timedelta(hours=1), UTC)
