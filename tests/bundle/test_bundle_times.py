"""Times on the pages of a bundle: absolute only, with how well they are known."""

from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.telling.times import date_words, late_words, moment_words
from tests.builders import a_reader
from tests.fakes import SATURDAY

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("yesterday", "Fri 20 Nov 2026 (time of day not noted)"),
        ("yesterday morning", "Fri 20 Nov 2026 in the morning"),
        ("last night", "Fri 20 Nov 2026 at night"),
        ("yesterday about 3pm", "about Fri 20 Nov 2026, 15:00 (UTC+00:00)"),
        ("yesterday evening at 7", "Fri 20 Nov 2026, 19:00 (UTC+00:00)"),
    ],
)
def test_a_moment_says_how_well_it_is_known(said, words):
    assert moment_words(a_reader().past(said), LONDON) == words


def test_a_part_of_a_day_is_late_by_days_like_a_day():
    night = a_reader().past("last night")
    assert late_words(night, SATURDAY) == "written the day after"
    assert late_words(a_reader().past("this morning"), SATURDAY) == "written the same day"


def test_a_night_stays_on_the_day_that_it_was_said_of_in_any_zone():
    assert date_words(a_reader().past("last night"), ZoneInfo("Asia/Tokyo")) == "Fri 20 Nov 2026"
