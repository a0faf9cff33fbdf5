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
    assert [line for line, *_ in fault.faults] == [2, 3]
    assert opened("").store.log.length() == length


def test_settings_that_were_taken_out_are_gone_after_a_rebuild_too(opened):
    opened("currency: GBP\nstaff: [Ann]\n").log(said())
    book = opened("")
    before = dict(book.settings)
    assert book.rebuild()
    assert opened().settings == before
    assert before["currency"] is None


def test_holidays_hours_and_days_off_date_the_agenda(opened):
    opened().log(said())
    assert due_on(opened(), "assess") == date(2026, 11, 23)
    book = opened('country: GB\nholidays: GB-SCT\ndays_off: ["2026-11-23 to 2026-11-27"]\n')
    assert due_on(book, "assess") == date(2026, 12, 1)  # Saint Andrew's Day is a Monday
    assert book.settings["holidays"]["2026-11-30"] == "Saint Andrew's Day"
    before = book.settings
    assert book.rebuild()
    assert opened().settings == before


def test_the_calendar_is_what_config_yaml_says(opened):
    calendar = opened('hours: {fri: ["18:00-02:00"]}\ndays_off: ["2026-12-24"]\n').calendar
    assert calendar.hours == ((), (), (), (), ((1080, 1560),), (), ())
    assert calendar.days_off == {date(2026, 12, 24)}
    assert hash(calendar)


def test_each_new_year_the_next_holidays_are_looked_up(opened, clock):
    length = opened("country: GB\n").store.log.length()
    assert "2029-12-25" not in opened().settings["holidays"]
    clock.tick(days=41)  # into January
    book = opened()
    assert "2029-12-25" in book.settings["holidays"]
    assert book.store.log.length() == length + 1
    assert opened().store.log.length() == length + 1


def test_holidays_of_years_that_are_over_stay_days_off(opened, clock):
    book = opened("country: GB\n")
    for _ in range(3):
        clock.tick(days=366)
        book = opened()
    length = book.store.log.length()
    assert {"2025-12-25", "2026-12-25", "2031-12-25"} <= book.settings["holidays"].keys()
    assert date(2025, 12, 25) in book.calendar.days_off
    before = book.settings
    assert book.rebuild()
    assert opened().settings == before
    assert opened().store.log.length() == length
    assert "2025-12-25" not in opened("country: DE\n").settings["holidays"]


def test_a_new_year_without_holidays_logs_nothing(opened, clock):
    length = opened().store.log.length()
    clock.tick(days=41)
    assert opened().store.log.length() == length


def test_the_rules_of_the_sites_are_kept_in_the_log(opened):
    book = opened()
    assert book.site_rules["yelp"].inviting == "forbidden"
    (setting,) = [e for e in book.store.log.general() if e.kind == "setting"]
    assert setting.fields["sites"]["yelp"]["checked"] == "2026-11"


@pytest.mark.parametrize("raw", [b"# x\n" * 80_000, bytes(range(256)), b"\xff\xfe"])
def test_a_config_that_is_no_text_is_told_and_the_call_is_kept(opened, tmp_path, raw):
    opened().log(said())
    (tmp_path / "book" / "config.yaml").write_bytes(raw)
    book = opened()
    assert book.config_fault is not None
    assert book.log(said("Robin")).row["number"] == 2


def test_time_stamps_are_kept_in_the_log_until_they_are_taken_out(opened):
    length = opened().store.log.length()
    book = opened("time_stamps: [https://tsa.example]\n")
    assert book.settings["time_stamps"] == [{"url": "https://tsa.example"}]
    assert book.rebuild()
    assert book.settings["time_stamps"] == [{"url": "https://tsa.example"}]
    book = opened("")
    assert not book.settings.get("time_stamps")
    assert book.store.log.length() == length + 2


def test_a_faulty_address_is_told_and_the_last_good_one_holds(opened):
    opened("time_stamps: [https://tsa.example]\n")
    book = opened("time_stamps: [tsa.example]\n")
    assert book.config_fault is not None
    assert book.settings["time_stamps"] == [{"url": "https://tsa.example"}]
