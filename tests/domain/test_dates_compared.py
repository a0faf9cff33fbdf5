"""What other programs read differently from one another, decided here, both ways of looking.

Said on Saturday, 21 November 2026, at 16:40.
"""

import pytest

from reviewlog.domain.errors import UsageError
from reviewlog.domain.time.moment import typed_words
from tests.builders import a_reader


def read(reading, said: str) -> str:
    try:
        return typed_words(reading(said))
    except UsageError as error:
        return type(error).__name__


@pytest.mark.parametrize(
    ("said", "happened", "due"),
    [
        ("tomorrow", "FutureError", "2026-11-22"),
        ("friday", "2026-11-20", "2026-11-27"),
        ("next friday", "FutureError", "2026-11-27"),
        ("in 3 days", "FutureError", "2026-11-24"),
        ("3 days ago", "2026-11-18", "PastError"),
        ("+3d", "FutureError", "2026-11-24"),
        ("last tuesday", "2026-11-17", "PastError"),
        ("tuesday", "2026-11-17", "2026-11-24"),
        ("3/4/2026", "AmbiguousDateError", "AmbiguousDateError"),
        ("13/4/2026", "2026-04-13", "PastError"),
        ("4/13/2026", "2026-04-13", "PastError"),
        ("13/4", "2026-04-13", "2027-04-13"),
        ("3pm", "2026-11-21 15:00", "PastError"),
        ("6pm", "FutureError", "2026-11-21 18:00"),
        ("may", "BadDateError", "BadDateError"),
        ("24", "BadDateError", "BadDateError"),
        ("24th", "BadDateError", "BadDateError"),
        ("eom", "BadDateError", "BadDateError"),
        ("1 star", "BadDateError", "BadDateError"),
        ("10 min ago", "2026-11-21 16:30", "PastError"),
        ("this morning", "2026-11-21 in the morning", "PastError"),
        ("tonight", "FutureError", "2026-11-21 in the evening"),
    ],
)
def test_one_word_is_read_one_way_or_refused(said, happened, due):
    assert (read(a_reader().past, said), read(a_reader().future, said)) == (happened, due)


@pytest.mark.parametrize(
    ("order", "happened", "due"),
    [("day-month", "2026-04-03", "2027-04-03"), ("month-day", "2026-03-04", "2027-03-04")],
)
def test_the_order_is_read_alike_both_ways_once_it_is_known(order, happened, due):
    reader = a_reader(order=order)
    assert (read(reader.past, "3/4"), read(reader.future, "3/4")) == (happened, due)
    assert read(reader.past, "13/4/2026") == "2026-04-13"
