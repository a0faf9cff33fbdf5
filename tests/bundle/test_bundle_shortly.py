"""What a lawyer, a court or an insurer reads first: open days, reports, answers, and the proof."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.telling.story import summary_of
from reviewlog.domain.time.moment import Moment
from reviewlog.logbook.said import Contact, Posted, Weighed
from reviewlog.logbook.writing.claiming import weigh
from reviewlog.logbook.writing.disputing import Told, write_dispute
from tests.bundle.conftest import START, Desk

LONDON = ZoneInfo("Europe/London")
LAW = ("lawyer", "court", "insurer")


def a_day(days: int) -> Moment:
    begin = START.replace(hour=0, minute=0) + timedelta(days=days)
    return Moment(begin, begin + timedelta(days=1), "day", 0)


@pytest.fixture
def reported(desk: Desk) -> Desk:
    """A review that was reported twice; the site wants more within six days."""
    desk.book.review(None, Posted("google", 1, "Dry cake. Never again.", "CakeFan77"))
    for _ in range(2):
        desk.later(hours=2)
        write_dispute(desk.book, "1", Told("sent", "google", text="Please look."))
    return desk


@pytest.mark.parametrize("word", LAW)
def test_the_reports_to_the_site_are_told(reported: Desk, word: str) -> None:
    said = summary_of(reported.book.dossier("1", word), LONDON)
    assert "We reported the review to Google 2 times, the last time on Sat 21 Nov 2026." in said
    assert "No answer of Google is noted." in said


@pytest.mark.parametrize("word", LAW)
def test_an_open_deadline_is_the_first_line(reported: Desk, word: str) -> None:
    write_dispute(reported.book, "1", Told("asked-for-more", "google", due=a_day(6)))
    said = summary_of(reported.book.dossier("1", word), LONDON)
    assert said[0] == "Open deadline: our next word to Google, due by Fri 27 Nov 2026."
    assert "Google answered on Sat 21 Nov 2026: it wants more from us." in said


def test_a_deadline_that_was_kept_is_not_told(reported: Desk) -> None:
    write_dispute(reported.book, "1", Told("asked-for-more", "google", due=a_day(6)))
    write_dispute(reported.book, "1", Told("sent", "google", text="Here it is."))
    assert not any(
        "Open" in line for line in summary_of(reported.book.dossier("1", "court"), LONDON)
    )


def test_the_sentences_are_counted_in_one_line(reported: Desk) -> None:
    weigh(reported.book, "1", None, [Weighed("2", "opinion")])
    said = summary_of(reported.book.dossier("1", "lawyer"), LONDON)
    (line,) = [sentence for sentence in said if "sentence by sentence" in sentence]
    assert "1 an opinion" in line


def test_the_site_is_not_told_how_its_own_report_stands(reported: Desk) -> None:
    assert not any(
        "reported" in s for s in summary_of(reported.book.dossier("1", "google"), LONDON)
    )


def test_a_long_demand_is_cut_and_says_where_all_of_it_is(desk: Desk) -> None:
    desk.book.log(Contact(who="Dana Smith", text="x", demand="cake " * 600))
    said = next(s for s in summary_of(desk.book.dossier("1", "lawyer"), LONDON) if "asked" in s)
    assert len(said) < 260
    assert "… (in full in entry 2)" in said
