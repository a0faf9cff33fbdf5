"""The numbers on the pages: those of the log for entries, and counts that add up."""

import csv
import io
import re
from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.pages.cards import cards
from reviewlog.bundle.telling.staying import staying_of
from tests.bundle.conftest import EVERYBODY, OUTSIDERS, Desk
from tests.bundle.test_bundle_report import text_of

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize("word", EVERYBODY)
def test_an_entry_has_the_number_that_the_log_gives_it(story: Desk, word: str) -> None:
    dossier = story.book.dossier("1", word)
    numbers = [told.settled.entry.id.seq for told in dossier.timeline]
    assert numbers != list(range(1, len(numbers) + 1)), "a story in which the two differ"
    assert [card.number for card in cards(dossier, LONDON)] == numbers
    page = story.bag(word)["data/report.html"].decode()
    shown = re.findall(r'<article id="entry-(\d+)".*?[Ee]ntry (\d+)\b', page, re.DOTALL)
    assert {int(place): int(number) for place, number in shown} == dict(enumerate(numbers, 1))


def test_a_link_to_an_entry_says_the_number_of_the_log(story: Desk) -> None:
    page = story.bag("lawyer")["data/report.html"].decode()
    numbers = {
        place: told.settled.entry.id.seq
        for place, told in enumerate(story.book.dossier("1", "lawyer").timeline, 1)
    }
    links = re.findall(r'<a href="#entry-(\d+)">[Ee]ntry (\d+)</a>', page)
    assert links
    assert all(numbers[int(place)] == int(number) for place, number in links)


def test_a_row_of_the_table_has_the_number_of_its_entry(story: Desk) -> None:
    rows = list(
        csv.DictReader(io.StringIO(story.bag("court")["data/entries.csv"].decode("utf-8-sig")))
    )
    told = story.book.dossier("1", "court").timeline
    assert [row["entry"] for row in rows] == [str(t.settled.entry.id.seq) for t in told]


@pytest.mark.parametrize("word", EVERYBODY)
def test_what_is_told_and_what_is_not_add_up(story: Desk, word: str) -> None:
    staying = staying_of(story.book.dossier("1", word))
    assert staying.stored == (
        staying.told + staying.corrections + staying.withheld + staying.taken_back
    )
    assert sum(stay.number for stay in staying.kinds) == staying.withheld
    assert staying.corrections > 0 < staying.taken_back


@pytest.mark.parametrize("word", OUTSIDERS)
def test_the_page_tells_the_same_sum(story: Desk, word: str) -> None:
    staying = staying_of(story.book.dossier("1", word))
    page = text_of(story.bag(word)["data/report.html"])
    assert f"Our logbook has {staying.stored} entries about this incident" in page
    assert f"{staying.told} told here" in page
