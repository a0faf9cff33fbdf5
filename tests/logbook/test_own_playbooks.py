"""The owner's own playbooks: a folder that is read, and a log that keeps what it said."""

import sqlite3
from contextlib import closing, contextmanager

import pytest

from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import PlaybookFaultError, UnknownPlaybookError
from reviewlog.domain.usage_errors import UnreadableFileError
from reviewlog.logbook.logbook import Logbook
from reviewlog.playbook.shelf import shipped_texts
from reviewlog.store.log import Log
from reviewlog.store.projections import Projections
from tests.builders import said, steps_of
from tests.fakes import SATURDAY
from tests.store.old import a_first_version

PLAYBOOK = """\
playbook: {id}
version: 1
title: {title}
steps:
  - id: think
    title: {title}
    kind: decide
    why: It helps.
    within: 1 day
"""


def a_text(name="mine", title="Our own way."):
    return PLAYBOOK.format(id=name, title=title)


@pytest.fixture
def shelf(tmp_path):
    folder = tmp_path / "book" / "playbooks"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def opened(tmp_path, clock):
    @contextmanager
    def open_it():
        with closing(Logbook.open(tmp_path / "book", clock, "Europe/London")) as book:
            yield book

    return open_it


def titles(book):
    return {cover.id: cover.title for cover in book.store.projections.covers()}


def snapshot(book):
    return book.store.projections.snapshot()["playbooks"]


def test_an_own_playbook_stands_beside_the_shipped_ones(opened, shelf):
    (shelf / "mine.yaml").write_text(a_text())
    with opened() as book:
        assert titles(book).keys() == {*shipped_texts(), "mine"}
        assert book.store.projections.current_playbooks()["mine"][1] == "own"
        assert book.store.projections.current_playbooks()["complaint"][1] == "shipped"
        before = snapshot(book)
        assert book.rebuild()
        assert snapshot(book) == before


def test_the_same_id_wins_over_the_shipped_one_until_the_file_is_gone(opened, shelf):
    with opened() as book:
        first = titles(book)["complaint"]
    (shelf / "complaint.yaml").write_text(a_text("complaint"))
    with opened() as book:
        assert titles(book)["complaint"] == "Our own way."
        assert book.rebuild()
        assert titles(book)["complaint"] == "Our own way."
    (shelf / "complaint.yaml").unlink()
    with opened() as book:
        assert titles(book)["complaint"] == first
        assert book.store.projections.current_playbooks()["complaint"][1] == "shipped"
        assert book.rebuild()
        assert titles(book)["complaint"] == first


def test_an_own_playbook_whose_file_is_gone_is_gone_but_not_from_what_it_leads(opened, shelf):
    (shelf / "mine.yaml").write_text(a_text())
    with opened() as book:
        book.log(said())
        book.use_playbook("1", "mine")
    (shelf / "mine.yaml").unlink()
    with opened() as book:
        assert "mine" not in titles(book)
        with pytest.raises(UnknownPlaybookError):
            book.find_playbook("mine")
        assert "think" in steps_of(book.view("1").agenda)
        assert book.rebuild()
        assert "mine" not in titles(book)
        assert "think" in steps_of(book.view("1").agenda)


def test_an_incident_keeps_the_text_it_began_with(opened, shelf):
    (shelf / "mine.yaml").write_text(a_text())
    with opened() as book:
        book.log(said())
        digest = book.use_playbook("1", "mine").facts.playbook
    (shelf / "mine.yaml").write_text(a_text(title="Another way."))
    with opened() as book:
        assert titles(book)["mine"] == "Another way."
        assert "Our own way." in {item.title for item in book.view("1").agenda}
        assert digest is not None
        assert book.text_of(digest) == (a_text(), {})
        assert book.rebuild()


def test_going_back_to_an_old_text_logs_no_text_again(opened, shelf):
    for title in ("One way.", "Another way.", "One way."):
        (shelf / "mine.yaml").write_text(a_text(title=title))
        with opened() as book:
            assert titles(book)["mine"] == title
    with opened() as book:
        texts = [
            t for e in book.store.log.general() for t in (e.fields.get("texts") or {}).values()
        ]
        assert texts.count(a_text(title="One way.")) == 1
        assert len(texts) == len(set(texts))
        assert book.rebuild()
        assert titles(book)["mine"] == "One way."


def test_nothing_is_logged_when_nothing_changed(opened, shelf):
    (shelf / "mine.yaml").write_text(a_text())
    with opened() as book:
        length = book.store.log.length()
    (shelf / "mine.yaml").touch()
    with opened() as book:
        assert book.store.log.length() == length


def test_a_faulty_file_is_told_with_its_place_and_the_last_good_text_holds(opened, shelf):
    (shelf / "mine.yaml").write_text(a_text())
    with opened():
        pass
    (shelf / "mine.yaml").write_text(a_text().replace("kind: decide", "kind: decde"))
    for _ in range(2):
        with opened() as book:
            (fault,) = book.faults
            assert isinstance(fault, PlaybookFaultError)
            assert fault.path == str(shelf / "mine.yaml")
            assert [(line, column) for line, column, _ in fault.faults] == [(7, 11)]
            assert "“decide”" in fault.faults[0][2]
            assert titles(book)["mine"] == "Our own way."
            book.log(said())
            assert book.rebuild()
            assert titles(book)["mine"] == "Our own way."
    (shelf / "mine.yaml").write_text(a_text(title="Mended."))
    with opened() as book:
        assert book.faults == ()
        assert titles(book)["mine"] == "Mended."


def test_a_faulty_file_in_place_of_a_shipped_one_leaves_the_shipped_one(opened, shelf):
    (shelf / "complaint.yaml").write_text("playbook: complaint\n")
    with opened() as book:
        assert len(book.faults) == 1
        assert book.store.projections.current_playbooks()["complaint"][1] == "shipped"
        book.log(said())


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("big.yaml", b"# x\n" * 80_000, PlaybookFaultError),
        ("binary.yaml", bytes(range(256)), PlaybookFaultError),
        ("other.yaml", a_text().encode(), PlaybookFaultError),
        ("Bad Name.yaml", a_text().encode(), PlaybookFaultError),
        ("empty.yaml", b"", PlaybookFaultError),
    ],
)
def test_no_file_stops_a_call_from_being_written_down(opened, shelf, name, raw, kind):
    (shelf / name).write_bytes(raw)
    with opened() as book:
        assert [type(fault) for fault in book.faults] == [kind]
        assert book.log(said()).row["number"] == 1


def test_a_file_that_may_not_be_read_is_told_and_the_call_is_kept(opened, shelf, monkeypatch):
    def locked(path):
        raise UnreadableFileError(str(path), "locked")

    (shelf / "mine.yaml").write_text(a_text())
    monkeypatch.setattr("reviewlog.logbook.opening.shelving.read_file", locked)
    with opened() as book:
        assert [fault.path for fault in book.faults] == [str(shelf / "mine.yaml")]
        assert book.log(said()).row["number"] == 1


def test_links_folders_and_other_files_are_no_playbooks(opened, shelf, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text(a_text("linked"))
    (shelf / "linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (shelf / "folder.yaml").mkdir()
    (shelf / ".mine.yaml").write_text("an editor's left-over: [")
    (shelf / "notes.txt").write_text("not for the program")
    with opened() as book:
        assert book.faults == ()
        assert titles(book).keys() == shipped_texts().keys()


USING = a_text("using") + "  - use: part\n"


def test_a_playbook_changes_with_the_fragment_it_uses(opened, shelf):
    (shelf / "part.yaml").write_text(a_text("part").replace("id: think", "id: rest"))
    (shelf / "using.yaml").write_text(USING)
    with opened() as book:
        first = book.store.projections.current_playbooks()["using"][0]
        text, parts = book.text_of(first)
        assert (text, parts.keys()) == (USING, {"part"})
    (shelf / "part.yaml").write_text(a_text("part", "Rest.").replace("id: think", "id: rest"))
    with opened() as book:
        second = book.store.projections.current_playbooks()["using"][0]
        assert second != first
        assert [step.title for step in book.find_playbook("using").steps] == [
            "Our own way.",
            "Rest.",
        ]
        before = snapshot(book)
        assert book.rebuild()
        assert snapshot(book) == before


def test_a_faulty_fragment_leaves_those_that_use_it_as_they_were(opened, shelf):
    part = a_text("part").replace("id: think", "id: rest")
    (shelf / "part.yaml").write_text(part)
    (shelf / "using.yaml").write_text(USING)
    with opened() as book:
        good = book.store.projections.current_playbooks()
    (shelf / "part.yaml").write_text(part.replace("why:", "whi:"))
    with opened() as book:
        assert book.faults
        assert book.store.projections.current_playbooks() == good


def test_an_old_logbook_is_read_again_from_its_log(tmp_path, clock, opened):
    folder = tmp_path / "book"
    folder.mkdir()
    text = a_text("complaint", "The old way.")
    with closing(sqlite3.connect(folder / "logbook.db", isolation_level=None)) as connection:
        a_first_version(connection)
        connection.execute("INSERT INTO logs VALUES ('old', '', 1)")
        an_old_story(connection, text)
    with opened() as book:
        assert [item.title for item in book.view("1").agenda if item.playbook] == ["The old way."]
        assert titles(book)["complaint"] != "The old way."
        assert book.get_incident("1")["shop"] == 0
        assert book.rebuild()
        assert [item.title for item in book.view("1").agenda if item.playbook] == ["The old way."]


def test_a_text_that_only_an_older_program_understood_advises_nothing_and_stops_nothing(
    tmp_path, opened
):
    folder = tmp_path / "book"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "logbook.db", isolation_level=None)) as connection:
        a_first_version(connection)
        connection.execute("INSERT INTO logs VALUES ('old', '', 1)")
        an_old_story(connection, "playbook: complaint\nan_old_key: yes\n")
    with opened() as book:
        assert not [item for item in book.view("1").agenda if item.playbook == "complaint"]
        assert titles(book).keys() == shipped_texts().keys()
        book.log(said(incident="1"))
        assert book.rebuild()
        book.use_playbook("1", "complaint")
        assert [item for item in book.view("1").agenda if item.playbook == "complaint"]


def test_the_text_of_a_playbook_that_was_never_logged_is_not_known(logbook):
    with pytest.raises(UnknownPlaybookError):
        logbook.text_of("0" * 64)


def test_a_cover_is_what_its_playbook_shows(logbook):
    covers = {cover.id: cover for cover in logbook.store.projections.covers()}
    for playbook in logbook.playbooks():
        assert covers[playbook.id] == playbook.cover


def an_old_story(connection, text):
    """Write one call into a file of the first version, as that program did."""
    log, projections, digest = Log(connection, "old"), Projections(connection), "0" * 64
    settings = {"time_zone": "Europe/London", "working_days": [0, 1], "staff": []}
    log.append([Draft("setting", settings)], SATURDAY)
    log.append([Draft("playbook", {"id": "complaint", "digest": digest, "text": text})], SATURDAY)
    call = {"channel": "phone", "direction": "in", "who": "Dana", "text": "The vase was cracked."}
    pin = {"id": "complaint", "digest": digest}
    log.append([Draft("interaction", call, "i1"), Draft("playbook", pin, "i1")], SATURDAY)
    projections.put_incident(
        {"id": "i1", "number": 1, "person": "dana", "state": "open", "threat": "unasked",
         "verdict": "unknown", "review": "none", "answered": 1, "sites": " ", "entries": 2}
    )  # fmt: skip
    projections.set_meta("settings", '{"time_zone": "Europe/London", "working_days": [0, 1]}')
    projections.set_meta("config", "none")


def test_a_clock_that_went_back_changes_nothing(opened, shelf, clock):
    for title, hours in (("One way.", 0), ("Another way.", -90), ("One way.", 1), ("Third.", -3)):
        clock.tick(hours=hours)
        (shelf / "mine.yaml").write_text(a_text(title=title))
        with opened() as book:
            assert titles(book)["mine"] == title
            book.log(said())
            assert book.rebuild()
            assert titles(book)["mine"] == title
