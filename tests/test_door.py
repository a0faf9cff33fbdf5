"""The fast door and the command line are one behaviour: the same text, the same JSON."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reviewlog import environment
from reviewlog.domain.time.dates import Reader
from reviewlog.domain.time.moment import about
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Posted
from tests.builders import Remedy, said
from tests.fakes import SATURDAY, FakeClock


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """This machine with a still clock, a logbook of its own, and nobody to ask."""
    clock = FakeClock()

    class Still(datetime):
        @classmethod
        def now(cls, tz=None):
            return clock.at.astimezone(tz)

    monkeypatch.setattr(environment, "datetime", Still)
    monkeypatch.setenv("REVIEWLOG_BOOK", str(tmp_path / "book"))
    monkeypatch.setenv("TZ", "Europe/London")
    return clock


@pytest.fixture
def book(tmp_path, machine):
    opened = Logbook.open(tmp_path / "book", machine, "Europe/London")
    yield opened
    opened.close()


class Shell:
    """Runs a line through the door or through the command line, in this process."""

    def __init__(self, monkeypatch, capsys):
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def door(self, *words):
        """Return code, output, and whether the whole command line was loaded for it."""
        from reviewlog.door import main

        with self.monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["reviewlog", *words])
            patch.delitem(sys.modules, "reviewlog.cli", raising=False)
            code = main()
            slow = "reviewlog.cli" in sys.modules
        said_ = self.capsys.readouterr()
        return code, said_.out, said_.err, slow

    def cli(self, *words):
        from reviewlog.cli import main

        code = main(list(words) or ["due"])
        said_ = self.capsys.readouterr()
        return code, said_.out, said_.err


@pytest.fixture
def shell(monkeypatch, capsys):
    return Shell(monkeypatch, capsys)


LINES = [
    (),
    ("due",),
    ("due", "--json"),
    ("--json",),
    ("--json", "due"),
    ("due", "-q"),
    ("due", "--no-input", "-y"),
    ("due", "--on", "today"),
    ("due", "--on", "tomorrow"),
    ("due", "--on", "yesterday", "--json"),
    ("due", "--on", "2020-01-01"),
    ("due", "--on", "friday", "--days", "2"),
    ("due", "--on=2026-12-24", "--json"),
    ("due", "--on", "in 2 weeks"),
    ("due", "--on", "next week", "--days", "0"),
    ("due", "--on", "+3d"),
    ("due", "--on", "3 days ago"),
    ("due", "--on", "Monday"),
    ("due", "--days", "0"),
    ("due", "--days", "0", "--json"),
    ("due", "--days", "1"),
    ("due", "--days", "30", "--json"),
    ("due", "--days=366"),
    ("due", "--discreet"),
    ("--discreet",),
    ("--discreet", "due", "--json"),
    ("due", "--discreet", "--on", "tomorrow", "--days", "30"),
    ("due", "--brief"),
    ("--brief", "-q"),
    ("due", "--brief", "--on", "tomorrow", "--days", "0"),
    ("due", "--brief", "--discreet"),
]
"""Every way of asking that the door answers itself."""


def empty(book, clock):
    """Nothing was ever written."""


def today(book, clock):
    book.log(said(threat="open", phone="07700 900123"))


def asked(book, clock):
    book.log(said())


def overdue(book, clock):
    book.log(said(threat="open"))
    clock.tick(days=4)


def long_overdue(book, clock):
    book.log(said(threat="none"))
    clock.tick(days=400)


def waiting(book, clock):
    book.log(said(threat="none"))
    book.log(said(text="I wrote to apologise.", direction="out", channel="email"))
    clock.tick(hours=1)


def unanswered(book, clock):
    book.log(said(threat="none"))
    book.log(said(text=None, direction="out", no_answer=True))


def snoozed(book, clock):
    book.log(said(threat="open"))
    for item in list(book.view("1").agenda):
        book.snooze(
            "1",
            f"{item.step}@{item.anchor.seq}",
            Reader(book.now(), book.calendar, None).future("in 3 days"),
        )


def cooling(book, clock):
    until = Reader(book.now(), book.calendar, None).future("in 5 days")
    book.log(said(threat="veiled", cool_until=until))


def left_alone(book, clock):
    book.log(said(leave_alone=True))


def closed(book, clock):
    book.log(said(threat="none"))
    book.close_incident("1", "resolved", None, None)


def reminders(book, clock):
    book.log(said(threat="none"))
    dates = Reader(book.now(), book.calendar, None)
    for day in ("today", "tomorrow", "in 8 days", "in 40 days", "today 18:00"):
        book.remind("1", dates.future(day), f"ring them {day}")
    clock.tick(hours=3)


def promised(book, clock):
    book.log(said(threat="none"))
    due = Reader(book.now(), book.calendar, None).future("friday 15:00")
    book.promise("1", "A new vase", due, None)
    clock.tick(days=6)


def offered(book, clock):
    book.log(said(threat="none", demand="A new vase", amount="240.00"))
    book.attempt("1", Remedy("offered", "A new vase", "replacement", "86.00"))
    book.attempt("1", Remedy("accepted"))


def reviewed(book, clock):
    book.review(None, Posted(site="google", stars=1, text="Never again", nick="angry77"))


def several(book, clock):
    book.log(said(threat="open"))
    book.log(said("Robin Moss-Featherstonehaugh", "Rude.", phone="0123"))
    clock.tick(days=2)
    book.log(said("Даня", "Поздно", threat="none"))
    book.log(said("\x1b[31mRED\u202e[b]", "x", threat="harm"))
    book.log(said("Dana", "Again.", new=True))
    book.review("2", Posted(site="yelp", stars=2, text="Bad", posted=about(clock.at)))
    clock.tick(days=1)


STATES = [
    empty, today, asked, overdue, long_overdue, waiting, unanswered, snoozed, cooling, left_alone,
    closed, reminders, promised, offered, reviewed, several,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_door_prints_what_the_command_line_prints(book, machine, shell, state):
    state(book, machine)

    for words in LINES:
        code, out, err, slow = shell.door(*words)
        assert not slow, words
        assert (code, out, err) == shell.cli(*words), words


@pytest.mark.parametrize("state", [overdue, waiting, several, reminders], ids=lambda s: s.__name__)
@pytest.mark.parametrize("hours", range(0, 26, 5))
def test_at_any_hour_the_door_prints_what_the_command_line_prints(
    book, machine, shell, state, hours
):
    state(book, machine)
    machine.tick(hours=hours)

    for words in (("due", "--json"), ("due",)):
        code, out, err, slow = shell.door(*words)
        assert not slow
        assert (code, out, err) == shell.cli(*words)


def test_the_states_show_what_their_names_say(book, machine, shell):
    several(book, machine)

    items = json.loads(shell.door("due", "--json")[1])["items"]

    assert {"overdue", "today"} <= {item["state"] for item in items}
    assert {item["incident"] for item in items} >= {"1", "2", "3"}


@pytest.mark.parametrize(
    ("state", "found"),
    [(overdue, "overdue"), (today, "today"), (waiting, "waiting"), (reminders, "soon")],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_state_has_items_of_its_kind(book, machine, shell, state, found):
    state(book, machine)

    items = json.loads(shell.door("due", "--json")[1])["items"]

    assert found in {item["state"] for item in items}


LEFT_TO_THE_COMMAND_LINE = [
    (("due", "--exit-code"), (0, 5)),
    (("due", "--brief", "--exit-code"), (0, 5)),
    (("due", "--brief", "--week"), (2,)),
    (("due", "--brief", "--json"), (2,)),
    (("due", "--week"), (0,)),
    (("due", "--help"), (0,)),
    (("--help",), (0,)),
    (("--version",), (0,)),
    (("due", "--on", "the day before"), (2,)),
    (("due", "--on", "3.4."), (2,)),
    (("due", "--on", "24 Dec"), (0,)),
    (("due", "--on", "9999-12-31"), (2,)),
    (("due", "--on", "0001-01-01"), (2,)),
    (("due", "--on", "9999 weeks ago"), (2,)),
    (("due", "--on"), (2,)),
    (("due", "--on", ""), (2,)),
    (("due", "--days", "-1"), (2,)),
    (("due", "--days", "367"), (2,)),
    (("due", "--days", "x"), (2,)),
    (("due", "--days", "9" * 5000), (2,)),
    (("due", "--on", "today", "--on", "tomorrow"), (0, 2)),
    (("due", "due"), (2,)),
    (("due", "12"), (2,)),
    (("--days", "3"), (0, 2)),
    (("due", "--wat"), (2,)),
    (("list",), (0,)),
    (("duee",), (2,)),
    (("due", "--", "x"), (2,)),
]


@pytest.mark.parametrize(
    ("words", "codes"), LEFT_TO_THE_COMMAND_LINE, ids=lambda v: " ".join(map(str, v))[:30]
)
def test_what_the_door_does_not_know_is_left_to_the_command_line(
    book, machine, shell, words, codes
):
    today(book, machine)

    code, out, err, slow = shell.door(*words)

    assert slow
    assert code in codes
    assert (code, out, err) == shell.cli(*words)
    assert "Traceback" not in err


def test_a_first_look_says_what_to_type_and_makes_no_logbook(machine, shell, tmp_path):
    code, out, err, slow = shell.door()

    assert (code, slow) == (0, False)
    assert out == "Sat 21 Nov\nNothing today.\n"
    assert "reviewlog log" in err
    assert not (tmp_path / "book").exists()


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_before_the_first_entry_the_door_prints_what_the_command_line_prints(machine, shell, words):
    code, out, err, slow = shell.door(*words)

    assert not slow
    assert (code, out, err) == shell.cli(*words)


@pytest.mark.parametrize("place", ["a-file", "a-file/book", "empty", "./none", "none/", "link"])
def test_an_odd_place_for_a_logbook_is_told_as_by_the_command_line(
    machine, shell, tmp_path, monkeypatch, place
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("x")
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "empty").mkdir()

    for words in (("due", "--book", place), ("due", "--brief", "--book", place)):
        code, out, err, _ = shell.door(*words)
        assert (code, out, err) == shell.cli(*words), words


def test_another_logbook_is_named_by_book(machine, shell, tmp_path):
    other = Logbook.open(tmp_path / "other", machine, "Europe/London")
    other.log(said("Robin", threat="open"))
    other.close()

    for words in (("due", "--book", str(tmp_path / "other")), (f"--book={tmp_path / 'other'}",)):
        code, out, _, slow = shell.door(*words)
        assert (code, slow) == (0, False)
        assert "Robin" in out
        assert out == shell.cli("due", "--book", str(tmp_path / "other"))[1]


def test_a_changed_configuration_takes_the_slow_path_once_and_moves_the_agenda(
    book, machine, shell, tmp_path
):
    config = tmp_path / "book" / "config.yaml"
    book.log(said(threat="none"))
    before = json.loads(shell.door("due", "--json")[1])["items"]
    dates = {item["step"]: item["due_on"] for item in before}

    config.write_text("working_days: [sat, sun]\n")
    code, out, _, slow = shell.door("due", "--json")
    after = {item["step"]: item["due_on"] for item in json.loads(out)["items"]}

    assert (code, slow) == (0, True)
    assert after.keys() == dates.keys()
    assert after != dates
    assert shell.door("due", "--json") == (0, out, "", False)

    config.unlink()
    code, out, _, slow = shell.door("due", "--json")
    assert slow
    assert json.loads(out)["items"] == before


def test_a_broken_configuration_is_told_with_its_line_and_the_last_good_one_holds(
    book, machine, shell, tmp_path
):
    today(book, machine)
    (tmp_path / "book" / "config.yaml").write_text("business: Petals\nworking_days: [funday]\n")

    code, out, err, slow = shell.door()

    assert (code, slow) == (0, True)
    assert "Nothing else today." in out
    assert "config.yaml:2" in err


def test_an_own_playbook_takes_the_slow_path_once(book, machine, shell, tmp_path):
    today(book, machine)
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir()
    (folder / "mine.yaml").write_text("playbook: mine\n")

    code, _, err, slow = shell.door()
    assert (code, slow) == (0, True)
    assert "mine.yaml has" in err

    (folder / "mine.yaml").unlink()
    assert shell.door()[3]
    assert not shell.door()[3]


def test_a_logbook_of_an_older_program_takes_the_slow_path_once(book, machine, shell):
    today(book, machine)
    with book.store.writing():
        book.store.projections.set_meta("version", "0.0.1")

    assert shell.door()[3]
    assert not shell.door()[3]


def test_a_logbook_that_cannot_be_read_is_told_by_the_command_line(book, machine, shell, tmp_path):
    book.close()
    (tmp_path / "book" / "logbook.db").write_bytes(b"words " * 1000)

    code, out, err, slow = shell.door()

    assert (code, out, slow) == (1, "", True)
    assert "damaged" in err


# The shop's day


@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [
        ("Pacific/Auckland", datetime(2026, 11, 21, 10, 59, tzinfo=UTC), "2026-11-21"),
        ("Pacific/Auckland", datetime(2026, 11, 21, 11, 0, tzinfo=UTC), "2026-11-22"),
        ("America/Los_Angeles", datetime(2026, 11, 22, 7, 59, tzinfo=UTC), "2026-11-21"),
        ("America/Los_Angeles", datetime(2026, 11, 22, 8, 0, tzinfo=UTC), "2026-11-22"),
        ("Asia/Kathmandu", datetime(2026, 11, 21, 18, 15, tzinfo=UTC), "2026-11-22"),
        ("Pacific/Kiritimati", datetime(2026, 12, 31, 10, 0, tzinfo=UTC), "2027-01-01"),
        ("UTC", datetime(2026, 11, 21, 23, 59, 59, 999_999, tzinfo=UTC), "2026-11-21"),
    ],
)
def test_today_is_the_shops_day_wherever_the_machine_is(machine, shell, tmp_path, zone, at, day):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "config.yaml").write_text(f"time_zone: {zone}\n")
    shell.door()
    machine.at = at

    code, out, _, slow = shell.door("--json")

    assert (code, slow) == (0, False)
    assert json.loads(out)["on"] == day
    assert json.loads(shell.cli("due", "--json")[1])["on"] == day


@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland", "America/Los_Angeles"])
def test_a_follow_up_is_due_all_its_day_and_overdue_from_the_next_local_midnight(
    machine, shell, tmp_path, zone
):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "config.yaml").write_text(f"time_zone: {zone}\n")
    book = Logbook.open(tmp_path / "book", machine, "UTC")
    book.log(said(threat="none"))
    book.remind("1", book.dates.future("in 3 days"), "ring them")
    book.close()
    first = machine.at.astimezone(ZoneInfo(zone)).date() + timedelta(days=3)
    midnight = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(zone))
    after = midnight + timedelta(days=1)

    def state(at):
        machine.at = at.astimezone(UTC)
        code, out, _, slow = shell.door("--json")
        assert (code, slow) == (0, False)
        assert out == shell.cli("due", "--json")[1]
        (item,) = [i for i in json.loads(out)["items"] if i["title"].startswith("ring them")]
        assert item["due_on"] == first.isoformat()
        return item["state"]

    tick = timedelta(milliseconds=1)
    assert state(midnight - tick) == "soon"
    assert state(midnight) == "today"
    assert state(midnight + timedelta(hours=12)) == "today"
    assert state(after - tick) == "today"
    assert state(after) == "overdue"
    assert state(after + timedelta(days=300)) == "overdue"


def test_a_day_of_25_hours_is_due_to_its_end(machine, shell, tmp_path):
    machine.at = datetime(2026, 10, 20, 12, tzinfo=UTC)
    book = Logbook.open(tmp_path / "book", machine, "Europe/London")
    book.log(said(threat="none"))
    book.remind("1", book.dates.future("2026-10-25"), "ring them")
    book.close()

    for at, state in (
        (datetime(2026, 10, 24, 22, 59, tzinfo=UTC), "soon"),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), "today"),
        (datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC), "today"),
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), "overdue"),
    ):
        machine.at = at
        items = json.loads(shell.door("--json")[1])["items"]
        assert [i["state"] for i in items if i["title"].startswith("ring them")] == [state]


def test_a_day_is_asked_for_as_it_will_be_at_its_beginning(book, machine, shell):
    today(book, machine)

    now = json.loads(shell.door("--json")[1])["items"]
    then = json.loads(shell.door("due", "--json", "--on", "2026-11-22")[1])["items"]

    assert {i["step"] for i in now if i["state"] == "today"} <= {
        i["step"] for i in then if i["state"] == "overdue"
    }


@pytest.mark.parametrize(
    "data", [None, "", "/srv/data", "/srv/data/", "/srv/with blank", "relative", " ", "~/x", "/"]
)
def test_the_default_folder_is_where_the_platform_keeps_data(monkeypatch, data):
    from platformdirs import user_data_dir

    monkeypatch.delenv("REVIEWLOG_BOOK", raising=False)
    if data is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", data)

    assert Path(environment.default_folder()) == Path(user_data_dir("reviewlog", appauthor=False))
    assert environment.Machine().default_book() == Path(environment.default_folder())


def test_the_clock_of_these_tests_stands_still(machine):
    assert environment.utc_now() == SATURDAY
    assert environment.Machine().now() == SATURDAY
