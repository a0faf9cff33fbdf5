"""doctor: every line, what to do, and a logbook that nothing else can open."""

import os
from datetime import timedelta

import pytest

from reviewlog.logbook.logbook import Logbook
from tests.store.test_checking import tamper

posix = pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")


@pytest.fixture
def book(call, machine):
    call()
    return machine.default_book()


def states(run, code=0):
    found = run("doctor", "--json", code=code).json["findings"]
    return {one["check"]: (one["state"], one["what"]) for one in found}


def test_a_new_logbook_is_well_but_for_what_nobody_outside_knows(run, book):
    found = states(run)
    looked = {check for check, (state, _) in found.items() if state != "ok"}
    assert looked == {"stamps", "checkpoint"}
    out = run("doctor").out
    assert "reviewlog anchor" in out
    assert "2 worth a look" in out


def test_doctor_changes_nothing_and_makes_nothing(run, book, machine):
    before = {p: p.read_bytes() for p in book.rglob("*") if p.is_file()}
    run("doctor")
    assert {p: p.read_bytes() for p in book.rglob("*") if p.is_file()} == before
    run("doctor", "--book", "elsewhere")
    assert not (machine.folder / "elsewhere").exists()


@posix
def test_rights_that_are_too_wide_are_named_with_what_to_type(run, book, machine):
    logbook = Logbook.open(book, machine.clock, "Europe/London")
    logbook.checkpoint()
    logbook.close()
    book.chmod(0o755)
    (book / "key").chmod(0o644)
    (book / "logbook.db").chmod(0o644)
    found = states(run, code=1)
    assert found["folder"] == found["database"] == ("look", "open")
    assert found["key"] == ("bad", "open")
    out = run("doctor", code=1).out
    assert f"chmod 700 '{book}'" in out
    assert "chmod 600" in out


def test_a_key_that_is_gone_is_told(run, book, machine):
    logbook = Logbook.open(book, machine.clock, "Europe/London")
    logbook.checkpoint()
    logbook.close()
    assert states(run)["key"] == ("ok", "ok")
    (book / "key").unlink()
    assert states(run)["key"] == ("look", "lost")


def test_a_clock_before_the_newest_entry_is_told(run, book, machine):
    machine.clock.tick(days=-2)
    assert states(run)["clock"] == ("look", "back")


def test_what_was_left_behind_is_told(run, book):
    (book / "files").mkdir(exist_ok=True)
    (book / "files" / ".part-99").write_bytes(b"half")
    (book / "files" / "stray").write_bytes(b"?")
    out = run("doctor").out
    assert "files/.part-99, files/stray" in out


def test_a_synced_folder_is_told_at_first_use_and_by_doctor(run, machine):
    folder = machine.folder / "Dropbox" / "shop"
    first = run("log", "x", "--who", "Dana", "--book", str(folder))
    again = run("log", "y", "--who", "Dana", "--book", str(folder))
    assert "Dropbox keeps this folder the same" in first.err
    assert "Dropbox" not in again.err
    assert "Dropbox keeps this folder the same" in run("doctor", "--book", str(folder)).out


def test_guards_that_are_gone_are_bad(run, book):
    tamper(book, guards={})
    assert states(run, code=1)["logbook"] == ("bad", "guards")


def test_a_file_that_is_no_database_is_bad(run, book):
    (book / "logbook.db").write_bytes(b"These are only words. " * 500)
    assert states(run, code=1)["logbook"] == ("bad", "damaged")


SPOILED = [
    ("DELETE FROM meta",),
    ("UPDATE meta SET value = 'garbage'",),
    ("UPDATE meta SET value = '[]' WHERE key = 'settings'",),
    ("UPDATE incidents SET id = 'x' || id, number = 77",),
    ("UPDATE agenda SET due_on = 'never', say = '{', opens_at = ''",),
    ("UPDATE playbooks SET body = 'garbage', cover = ''",),
    ("DELETE FROM playbooks",),
]


@pytest.mark.parametrize("statement", SPOILED, ids=[s[0][:40] for s in SPOILED])
def test_rebuild_mends_whatever_was_done_to_the_lists(run, book, statement):
    was = run("due").out
    tamper(book, statement)
    assert "Made again" in run("doctor", "--rebuild", "-y").out
    assert run("due").out == was
    assert run("verify").out.startswith("Unchanged")
    assert "they were right before" in run("doctor", "--rebuild", "-y").out


def test_lists_that_cannot_be_read_are_bad_and_the_way_out_is_named(run, book):
    tamper(book, ("UPDATE meta SET value = '{' WHERE key = 'settings'",))
    assert states(run, code=1)["projections"] == ("bad", "spoiled")
    assert "doctor --rebuild" in run("list", code=1).err


def test_rebuild_asks_first(run, book):
    assert "-y says yes" in run("doctor", "--rebuild", code=1).err
    assert run("doctor", "--rebuild", "-y", "--json").json["same"] is True


def test_a_clock_far_from_the_time_of_a_service_is_told(run, book, machine):
    from reviewlog.domain.entry import Draft

    logbook = Logbook.open(book, machine.clock, "Europe/London")
    fields = {
        "size": 1,
        "service": "http://x",
        "clock_ms": int(timedelta(hours=2) / timedelta(milliseconds=1)),
    }
    with logbook.store.writing():
        logbook.store.log.append([Draft("anchor", fields)], machine.clock())
    logbook.close()
    assert states(run)["clock"] == ("look", "off")
    assert "7,200 seconds" in run("doctor").out
