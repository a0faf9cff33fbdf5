"""Settings are part of the log: what the agenda depends on can be made again from it."""

from datetime import date

import pytest

from reviewlog.logbook.logbook import Logbook
from tests.builders import said, the_item


@pytest.fixture
def opened(tmp_path, clock):
    """Open the logbook again and again, with a new config.yaml each time."""
    books: list[Logbook] = []

    def open_with(config=None, zone="Europe/London"):
        while books:
            books.pop().close()
        folder = tmp_path / "book"
        if config is not None:
            folder.mkdir(exist_ok=True)
            (folder / "config.yaml").write_text(config)
        books.append(Logbook.open(folder, clock, zone))
        return books[-1]

    yield open_with
    while books:
        books.pop().close()


def due_on(book, step):
    return the_item(book.view("1").agenda, step).due_on


def test_new_working_days_date_every_agenda_anew(opened, clock):
    opened().log(said())
    assert due_on(opened(), "assess") == date(2026, 11, 23)
    book = opened("working_days: [wed]\n")
    assert due_on(book, "assess") == date(2026, 11, 25)
    assert book.rebuild()


def test_a_new_time_zone_reaches_closed_incidents_too(opened, clock):
    book = opened()
    book.log(said())
    book.close_incident("1", "resolved", None, None)
    clock.tick(hours=5)
    book = opened("time_zone: Pacific/Auckland\n")
    assert due_on(book, "debrief") == date(2026, 11, 29)
    assert book.rebuild()


def test_the_zone_of_the_machine_counts_once(opened):
    opened(zone="Europe/London").log(said())
    assert opened(zone="Asia/Tokyo").calendar.zone == "Europe/London"


def test_a_setting_is_logged_only_when_it_changed(opened):
    length = opened("business: Vale\n").store.log.length()
    assert opened("business: Vale\n# a remark\n").store.log.length() == length
    assert opened("business: Vale Ceramics\n").store.log.length() == length + 1


def test_faults_are_told_with_their_lines_and_nothing_is_written(opened):
    opened().log(said())
    length = opened().store.log.length()
    fault = opened("business: Vale\ncurrency: pounds\nworking_days: never\n").config_fault
    assert fault is not None
    assert [line for line, _ in fault.faults] == [2, 3]
    assert opened("").store.log.length() == length


def test_settings_that_were_taken_out_are_gone_after_a_rebuild_too(opened):
    opened("currency: GBP\nstaff: [Ann]\n").log(said())
    book = opened("")
    before = dict(book.settings)
    assert book.rebuild()
    assert opened().settings == before
    assert before["currency"] is None
