"""Erasing for good: no byte stays, whatever the file went through, and a crash heals."""

import random
import shutil
import signal
import sqlite3
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlog.cli import main
from reviewlog.domain.entry import Draft
from reviewlog.domain.erasing import Part, may_go
from reviewlog.logbook.keeping.erasable import (
    Planned,
    get_entry,
    plan_entry,
    plan_incident,
    plan_person,
)
from reviewlog.logbook.keeping.erasing import erase, write_down
from reviewlog.logbook.keeping.remains import remains_of
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Weighed
from reviewlog.logbook.writing.claiming import weigh
from reviewlog.store.fast import zone_as_left
from tests.builders import Answer, Contact, Judgement, Posted, Remedy
from tests.commands.conftest import FakeMachine
from tests.fakes import FakeClock
from tests.program import PROGRAM, Program
from tests.traces import places_of

WHY = "asked for it by letter"


def test_no_stale_byte_stays_in_a_file_that_grew_and_was_rewritten(logbook, clock):
    """Pages that were split and overflow pages keep what stood there before."""
    chosen = random.Random(7)
    marks = []
    for n in range(120):
        clock.tick()
        who, mark = ("Dana Smith", f"MARK{n}DANA") if n % 3 == 0 else ("Ann", f"OTHER{n}ANN")
        marks += [mark] if who == "Dana Smith" else []
        words = f"{mark} " * chosen.choice((1, 3, 40, 300, 2000))
        logbook.log(Contact(who=who, text=words, phone=f"{mark}-phone", threat="none"))
    folder = logbook.store.folder
    assert places_of(marks[0], folder)

    erased = erase(logbook, plan_person(logbook, "Dana Smith"), WHY)

    assert erased.unfinished == ""
    raw = (folder / "logbook.db").read_bytes()
    assert [mark for mark in marks if mark.encode() in raw] == []
    assert {
        place for text in (marks[-1], "Dana Smith") for place in places_of(text, folder)
    } == set()
    assert places_of("OTHER1ANN", folder)
    assert logbook.rebuild()


def test_a_name_in_the_settings_goes_with_its_copy(logbook, tmp_path, clock):
    logbook.close()
    config = tmp_path / "book" / "config.yaml"
    config.write_text("staff: [Tom Jones]\n")
    book = Logbook.open(tmp_path / "book", clock, "Europe/London")
    book.log(Contact(who="Ann", text="x", staff="Tom Jones", threat="none"))
    erase(book, plan_person(book, "Tom Jones"), WHY)
    config.unlink()
    assert places_of("Tom Jones", tmp_path / "book") == []
    assert book.rebuild()
    book.close()


def test_files_that_a_copy_left_behind_go_too(logbook, tmp_path, clock):
    receipt = logbook.log(Contact(who="Dana", text="dry", threat="none"))
    files = logbook.store.files.folder
    files.mkdir(exist_ok=True)
    (files / ".part-99999999").write_bytes(b"half a copy")
    erase(logbook, plan_incident(logbook, str(receipt.row["number"])), WHY)
    assert not (files / ".part-99999999").exists()


def test_while_somebody_reads_the_words_are_gone_and_the_rest_follows(logbook, clock):
    logbook.log(Contact(who="Dana Smith", text="dry", threat="none"))
    write_down(logbook, plan_person(logbook, "Dana Smith"), WHY)
    reader = sqlite3.connect(logbook.store.folder / "logbook.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchone()
    logbook.store._connection.execute("PRAGMA busy_timeout = 1")

    assert logbook.store.erasures.finish(clock()) == "busy"

    assert logbook.store.erasures.is_unfinished
    reader.close()
    assert logbook.store.erasures.finish(clock()) == ""
    assert not logbook.store.erasures.is_unfinished


def test_what_another_program_made_a_side_file_of_is_written_back_first(logbook, clock):
    folder = logbook.store.folder
    other = sqlite3.connect(folder / "logbook.db", isolation_level=None)
    assert other.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    logbook.log(Contact(who="Dana Smith", text="MARK-DANA", threat="none"))
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM entries").fetchone()
    logbook.store._connection.execute("PRAGMA busy_timeout = 1")

    assert erase(logbook, plan_person(logbook, "Dana Smith"), WHY).unfinished == "busy"

    assert logbook.store.erasures.is_unfinished
    other.close()
    assert logbook.store.erasures.finish(clock()) == ""
    assert places_of("MARK-DANA", folder) == []
    assert not (folder / "logbook.db-wal").exists()


def test_what_a_crash_left_undone_heals_when_the_logbook_is_opened_next(logbook, tmp_path, clock):
    picture = tmp_path / "screenshot.png"
    picture.write_bytes(b"\x89PNG PIXELS-OF-DANA")
    logbook.log(Contact(who="Dana Smith", text="dry", threat="none", files=(picture,)))
    write_down(logbook, plan_person(logbook, "Dana Smith"), WHY)
    folder = logbook.store.folder
    assert places_of("PIXELS-OF-DANA", folder)
    logbook.close()

    Logbook.open(folder, clock, "Europe/London").close()

    assert places_of("PIXELS-OF-DANA", folder) == []
    assert places_of("Dana Smith", folder) == []


def test_the_fast_door_leaves_the_healing_to_the_slow_one(logbook):
    logbook.log(Contact(who="Dana Smith", text="dry", threat="none"))
    folder, connection = str(logbook.store.folder), logbook.store._connection
    assert zone_as_left(connection, folder) == "Europe/London"
    write_down(logbook, plan_person(logbook, "Dana Smith"), WHY)
    assert zone_as_left(connection, folder) is None


def test_the_histories_of_the_usual_shells_are_looked_through(tmp_path):
    program = Program(tmp_path)
    program.ok("log", "dry", "--who", "Dana Smith", "--threat", "none")
    (tmp_path / ".zsh_history").write_text(": 1:0;reviewlog log dry --who 'Dana Smith'\n")
    (tmp_path / "mine").write_text("reviewlog due\n")
    words = ("erase", "--who", "Dana Smith", "--why", WHY, "-y", "--json")
    shape = program(*words, HISTFILE=str(tmp_path / "mine")).json
    assert shape["histories"] == [
        {"path": str(tmp_path / "mine"), "lines": 0},
        {"path": str(tmp_path / ".zsh_history"), "lines": 1},
    ]


@pytest.mark.slow
def test_killed_at_any_moment_it_is_all_or_nothing_and_heals(tmp_path):
    program = Program(tmp_path)
    picture = tmp_path / "screenshot.png"
    picture.write_bytes(b"\x89PNG PIXELS-OF-DANA" * 1000)
    for n in range(40):
        program.ok("log", f"MARK{n}DANA " * 200, "--who", "Dana Smith", "--threat", "none")
    program.ok("attach", "1", str(picture))
    picture.unlink()
    pattern = tmp_path / "pattern"
    shutil.copytree(program.book, pattern)
    for seconds in (0.1, 0.15, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.35, 0.4):
        shutil.rmtree(program.book)
        shutil.copytree(pattern, program.book)
        _killed_after(program, seconds, "erase", "--who", "Dana Smith", "--why", WHY, "-y")
        program.ok("list")
        left = [n for n in range(40) if places_of(f"MARK{n}DANA", program.book)]
        assert left in ([], list(range(40)))
        assert bool(places_of("PIXELS-OF-DANA", program.book)) == bool(left)


def _killed_after(program, seconds, *words):
    started = subprocess.Popen(
        [*PROGRAM, *words],
        env=dict(program.env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        started.wait(seconds)
    except subprocess.TimeoutExpired:
        started.send_signal(signal.SIGKILL)
        started.wait()


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    """A logbook with an entry of every kind that an owner can write."""
    folder = tmp_path_factory.mktemp("rich")
    clock = FakeClock()
    picture = folder / "page.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n page")
    book = Logbook.open(folder / "book", clock, "Europe/London")
    dates = book.dates
    friday = dates.future("friday")
    book.log(Contact(who="Dana Smith", text="dry", quote="or else", threat="open", phone="1",
                     demand="all", amount="240.00", currency="GBP", due=friday, sites=("google",),
                     promise="a new cake", promised_for=friday, files=(picture,), staff="Tom",
                     cool_until=dates.future("in 3 days")))  # fmt: skip
    for n, what in enumerate(_deeds(book, friday)):
        clock.tick(hours=1 + n)
        what()
    numbers = book.store.log.length()
    book.close()
    return folder, numbers


def _deeds(book, friday):
    posted = Posted(state="up", site="google", stars=1, text="bad", nick="CakeFan", url="https://x",
                    due=friday)  # fmt: skip
    gone = Contact(incident="1", text="again", no_answer=True, direction="out", channel="email")
    speaks = Contact(incident="1", who="Ann", on_behalf_of="Dana Smith", text="for her")
    yield lambda: book.review("1", posted)
    yield lambda: book.review("1", posted._replace(state="changed", text="worse", due=None))
    yield lambda: book.log(gone)
    yield lambda: book.log(speaks)
    yield lambda: book.log(Contact(who="Robin", text="rude", threat="harm", pleased=True))
    yield lambda: book.assess("1", Judgement(verdict="partly", text="base", reasons_for="a"))
    yield lambda: book.note("1", "a note", None, lawyer=True)
    yield lambda: book.remind("1", friday, "ring")
    yield lambda: book.link("1", "2", "same voice")
    yield lambda: book.skip("1", None, "no time")
    yield lambda: book.amend(None, {"text": "other"}, None, "misheard")
    yield lambda: book.amend("3", {"who": "Dana Smyth"}, None, "misread")
    yield lambda: book.demand("1", Answer(state="countered", text="half", amount="120"))
    yield lambda: book.attempt("1", Remedy(state="offered", text="a new cake"))
    yield lambda: book.close_incident("2", "resolved", "over", None)
    yield lambda: book.reopen("2", "not over")
    yield book.undo


COMMANDS = [
    ("show", "1"), ("show", "1", "--json"), ("show", "2"), ("next", "1"), ("next",), ("why", "1"),
    ("why", "1", "--json"), ("list",), ("list", "--json"), ("due",), ("due", "--days", "60"),
    ("due", "--json"), ("call-card", "1", "--no-input"), ("call-card", "2", "--no-input"),
    ("next", "2", "--json"), ("why", "2"), ("undo",),
]  # fmt: skip


@settings(max_examples=12)
@given(st.data())
def test_every_screen_lives_with_what_is_left(rich, tmp_path_factory, data):
    source, length = rich
    folder = tmp_path_factory.mktemp("erased")
    shutil.copytree(source / "book", folder / "book")
    clock = FakeClock()
    clock.tick(days=9)
    book = Logbook.open(folder / "book", clock, "Europe/London")
    parts = [part for seq in range(1, length + 1) if (part := _some(book, str(seq), data))]
    rows = {row["id"]: row for row in book.store.projections.incidents()}
    if parts:
        erase(book, Planned(tuple(parts), rows), WHY)
    assert book.rebuild()
    book.close()
    machine = FakeMachine(clock, folder)
    for words in COMMANDS:
        assert main(list(words), machine) in (0, 1, 4), words
    for reader in ("google", "lawyer", "self"):
        path = folder / f"{reader}.zip"
        made = main(["export", "1", "--for", reader, "-y", "-o", str(path)], machine)
        assert made in (0, 1, 4)
        if made == 0 and reader == "google":  # the trade is not said: a folder, and no zip
            assert (folder / "google" / "statement.txt").is_file()
        elif made == 0:
            assert main(["verify", str(path)], machine) == 0


def _some(book, word, data):
    entry = get_entry(book, word)
    names = [name for name in sorted(entry.fields) if may_go(entry, name)]
    chosen = data.draw(st.sets(st.sampled_from(names))) if names else set()
    return Part(entry, tuple(sorted(chosen))) if chosen else None


def test_one_entry_of_a_person_can_be_planned_by_its_number(logbook):
    receipt = logbook.log(Contact(who="Dana", text="dry", threat="none"))
    planned = plan_entry(logbook, str(receipt.main.id.seq), "text")
    assert [part.names for part in planned.parts] == [("text",)]
    assert list(planned.rows) == [receipt.row["id"]]


TEXT = "The cake was dry. Ann Lee saw it too, ask her. Never again."


@pytest.fixture
def disputed(logbook):
    """A review that was weighed, reported to its site, and of which a name is hidden."""
    url = "https://g.co/r/77"
    posted = Posted(site="google", stars=1, text=TEXT, nick="CakeFan77", url=url)
    review = logbook.review(None, posted)
    number, home = str(review.row["number"]), str(review.row["id"])
    weigh(logbook, number, None, [Weighed("1", "opinion", (), "Our view"), Weighed("2", "open")])
    sent = {"Link": url, "Reason": f"It says: {TEXT}"}
    exact = {"Link": url}
    with logbook.store.writing():
        logbook.record([
            Draft("dispute", {"state": "sent", "site": "google", "fields": sent}, home),
            Draft("dispute", {"state": "sent", "site": "google", "fields": exact}, home),
            Draft("redaction", {"hide": "Ann Lee"}, home),
            Draft("redaction", {"hide": "the baker"}, home),
        ])  # fmt: skip
    return review


def test_with_a_review_go_the_copies_of_its_words(logbook, disputed):
    plan = plan_entry(logbook, str(disputed.main.id.seq), None)
    gone = [(part.entry.kind, part.names) for part in plan.parts[1:]]
    assert gone == [
        ("claim", ("sentence",)),
        ("claim", ("sentence",)),
        ("dispute", ("fields",)),
        ("redaction", ("hide",)),
    ]
    assert [(m.entry.kind, m.names) for m in plan.mentions] == [("dispute", ("fields",))]

    erase(logbook, plan, WHY)
    mention = plan.mentions[0].entry
    erase(logbook, plan_entry(logbook, str(mention.id.seq), "fields"), WHY)
    for secret in ("cake was dry", "Ann Lee", "Never again", "g.co/r/77", "CakeFan77"):
        assert places_of(secret, logbook.store.folder) == []
    assert places_of("Our view", logbook.store.folder)
    assert logbook.rebuild()


def test_what_another_entry_says_of_itself_stays(logbook, disputed):
    number = str(disputed.row["number"])
    logbook.review(number, Posted(state="changed", text="The cake was dry. Ann Lee knows."))
    plan = plan_entry(logbook, str(disputed.main.id.seq), "text")
    gone = {(p.entry.kind, p.entry.fields.get("place")) for p in plan.parts[1:]}
    assert gone == {("claim", 2)}


def test_what_a_form_says_of_the_shop_is_no_trace_of_a_person(logbook, clock):
    folder = logbook.store.folder
    (folder / "config.yaml").write_text("business: Crumb & Daughter\n")
    other = Logbook.open(folder.parent / "another", clock, "Europe/London")
    other.log(Contact(who="Bo", text="Crumb & Daughter", threat="none"))
    other.close()
    home = logbook.log(Contact(who="Dana Smith", text="It was dry", threat="none")).row["id"]
    form = {"Business": "Crumb & Daughter", "Name": "Dana Smith"}
    with logbook.store.writing():
        logbook.record([Draft("dispute", {"state": "sent", "fields": form}, home)])
    plan = plan_person(logbook, "Dana Smith")
    erase(logbook, plan, WHY)
    found = remains_of(logbook, plan, [])
    assert (found.copies, found.texts) == ((), ())
