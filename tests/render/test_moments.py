"""Days and moments in words: absolute, and how far off."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.errors import UsageError
from reviewlog.domain.time.moment import about, exactly
from reviewlog.render.sentences import explain
from reviewlog.render.words.days import near_date, short_date
from reviewlog.render.words.moments import lateness, moment_words
from reviewlog.render.words.spokendays import day_words
from reviewlog.render.words.when import near_moment
from tests.builders import a_reader, an_entry
from tests.fakes import SATURDAY

TODAY = "2026-11-21"
DATES = st.dates(date(1970, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2026-11-21", "Sat 21 Nov, today"),
        ("2026-11-22", "Sun 22 Nov, tomorrow"),
        ("2026-11-20", "Fri 20 Nov, yesterday"),
        ("2026-11-24", "Tue 24 Nov, in 3 days"),
        ("2026-11-11", "Wed 11 Nov, 10 days ago"),
        ("2027-01-20", "Wed 20 Jan 2027, in 60 days"),
        ("2027-01-21", "Thu 21 Jan 2027, in 2 months"),
        ("2026-08-21", "Fri 21 Aug, 3 months ago"),
        ("2028-11-21", "Tue 21 Nov 2028, in 24 months"),
        ("2029-05-21", "Mon 21 May 2029, in 2 years"),
        ("2020-11-21", "Sat 21 Nov 2020, 6 years ago"),
    ],
)
def test_a_day_is_told_with_its_distance(on, words):
    assert near_date(on, TODAY) == words


@given(DATES, DATES)
def test_a_distance_looks_the_way_the_day_lies(on, today):
    words, _, distance = near_date(on.isoformat(), today.isoformat()).partition(", ")
    assert words == short_date(on.isoformat(), today.isoformat())
    assert distance.startswith("in ") == (on - today > timedelta(days=1))
    assert distance.endswith(" ago") == (today - on > timedelta(days=1))
    assert not distance.startswith(("in 1 ", "1 ", "in 0", "0"))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("tuesday", "Tue 24 Nov, in 3 days"),
        ("tuesday 15:00", "Tue 24 Nov 15:00, in 3 days"),
        ("tomorrow morning", "Sun 22 Nov in the morning, tomorrow"),
        ("tonight", "Sat 21 Nov in the evening, today"),
        ("about 6pm", "Sat 21 Nov about 18:00, today"),
    ],
)
def test_a_moment_to_come_is_told_with_its_distance(said, words):
    reader = a_reader()
    assert near_moment(reader.future(said), reader.now) == words


def test_a_moment_is_told_at_the_time_of_its_own_place():
    at = datetime.fromisoformat("2026-11-20T09:00-05:00")
    assert moment_words(exactly(at), SATURDAY) == "Fri 20 Nov 09:00"
    assert moment_words(about(at), SATURDAY) == "Fri 20 Nov about 09:00"


def test_a_day_said_aloud_names_the_part_of_it():
    reader = a_reader()
    words = day_words(reader.future("thursday morning"), reader.now)
    assert words == "Thursday, 26 November in the morning"


def refusal(read, said: str) -> str:
    with pytest.raises(UsageError) as found:
        read(said)
    return explain(found.value)


def test_a_refusal_of_the_wrong_side_names_the_day_that_was_probably_meant():
    assert refusal(a_reader().past, "17:00") == (
        "“17:00” (Sat 21 Nov 17:00) is still to come. This needs a time in the past."
        " Try: Fri 20 Nov 17:00"
    )
    assert refusal(a_reader().future, "3pm") == (
        "“3pm” (Sat 21 Nov 15:00) is over. This needs a time to come. Try: Sun 22 Nov 15:00"
    )
    assert refusal(a_reader().past, "tomorrow") == (
        "“tomorrow” (Sun 22 Nov) is still to come. This needs a time in the past."
        " Try: 10 min ago, yesterday about 3pm, 2026-11-20 16:40"
    )
    assert refusal(a_reader().future, "yesterday").endswith("Try: friday, in 3 days, 2026-12-01")


def test_what_a_refusal_of_two_days_shows_can_be_typed():
    told = refusal(a_reader().past, "3/4/2026")
    assert told.startswith("“3/4/2026” could be Fri 3 Apr 2026 or Wed 4 Mar 2026.")
    assert a_reader().past("Fri 3 Apr 2026").local.date() == date(2026, 4, 3)


def test_a_refusal_repeats_only_the_beginning_of_what_was_no_date_by_far():
    told = refusal(a_reader().past, "x" * 5000)
    assert "…” is no date I know." in told
    assert len(told) < 200


def test_a_time_of_another_place_knows_nothing_of_the_clocks_here():
    reader = a_reader(datetime(2026, 10, 25, 12, tzinfo=UTC))
    elsewhere = exactly(datetime.fromisoformat("2026-10-24T20:30-05:00"))
    assert moment_words(elsewhere, reader.now) == "Sat 24 Oct 20:30"
    here = exactly(elsewhere.start.astimezone(reader.now.tzinfo))
    assert moment_words(here, reader.now) == "Sun 25 Oct 01:30 (after the clocks went back)"


def test_instants_in_utc_are_told_as_they_are():
    assert moment_words(exactly(SATURDAY), SATURDAY.astimezone(UTC)) == "Sat 21 Nov 16:40"


@pytest.mark.parametrize(
    ("said", "hours", "late"),
    [
        ("this evening", 7, ""),
        ("this evening", 8, "40 min"),
        ("last night", 0, "11 h 40 min"),
        ("this morning", 0, "4 h 40 min"),
        ("yesterday", 0, "1 day"),
        ("today", 0, ""),
    ],
)
def test_a_part_of_a_day_is_late_from_its_end_on(said, hours, late):
    """“this evening”, said half an hour after midnight, is not a day old."""
    now = SATURDAY + timedelta(hours=hours)
    reader = a_reader(SATURDAY if said == "this evening" else now)
    happened = reader.either(said)
    assert lateness(an_entry(happened=happened, written=now)) == late
