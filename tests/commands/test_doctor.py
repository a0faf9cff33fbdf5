"""doctor: every line, what to do, and a logbook that nothing else can open."""

import os
from datetime import timedelta

import pytest

from reviewlog.logbook.logbook import Logbook
from reviewlog.store.schema import GUARDS
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
    assert f"chmod 600 '{book / 'key'}'" in out
    assert "chmod 600" in out


def test_a_key_that_is_gone_is_told(run, book, machine):
    logbook = Logbook.open(book, machine.clock, "Europe/London")
    logbook.checkpoint()
    logbook.close()
    assert states(run)["key"] == ("ok", "ok")
    (one,) = [f for f in run("doctor", "--json").json["findings"] if f["check"] == "key"]
    assert f"its fingerprint is {one['facts']['fingerprint']}" in " ".join(
        run("doctor").out.split()
    )
    (book / "key").unlink()
    assert states(run)["key"] == ("look", "lost")


def test_a_clock_before_the_newest_entry_is_told(run, book, machine):
    machine.clock.tick(days=-2)
    assert states(run)["clock"] == ("look", "back")
    said = " ".join(run("doctor").out.split())
    assert "stands before the newest entry (Sat 21 Nov 16:40)" in said


def test_what_was_left_behind_is_told(run, book):
    (book / "files").mkdir(exist_ok=True)
    (book / "files" / ".part-99").write_bytes(b"half")
    (book / "files" / "stray").write_bytes(b"?")
    out = run("doctor").out
    assert "files/.part-99, files/stray" in " ".join(out.split())


def test_files_of_the_owner_that_cannot_be_used_are_named(run, book):
    assert states(run)["files"] == states(run)["settings"] == ("ok", "ok")
    faulty = ("playbooks/ours.yaml", "playbooks/sites/x.yaml", "playbooks/replies/ours.yaml")
    for name in ("config.yaml", *faulty):
        (book / name).parent.mkdir(parents=True, exist_ok=True)
        (book / name).write_text("titel: x\n")
    found = run("doctor", "--json").json["findings"]
    (files,) = [one for one in found if one["check"] == "files"]
    assert (files["state"], files["what"]) == ("look", "faulty")
    assert files["facts"]["names"] == [*faulty]
    out = " ".join(run("doctor").out.split())
    assert f"{', '.join(faulty)} cannot be used as written" in out
    assert all(name in run("playbook", "check", code=1).out for name in faulty)
    assert states(run)["settings"] == ("look", "faulty")
    assert "config.yaml:1:1" in run("due").err


def test_a_synced_folder_is_told_at_first_use_and_by_doctor(run, machine):
    folder = machine.folder / "Dropbox" / "shop"
    first = run("log", "x", "--who", "Dana", "--book", str(folder))
    again = run("log", "y", "--who", "Dana", "--book", str(folder))
    assert "Dropbox keeps this folder the same" in first.err
    assert "Dropbox" not in again.err
    told = " ".join(run("doctor", "--book", str(folder)).out.split())
    assert "Dropbox keeps this folder the same" in told


def test_guards_that_are_gone_are_bad(run, book):
    tamper(book, guards={})
    assert states(run, code=1)["logbook"] == ("bad", "guards")
    said = run("note", "1", "x", code=1).err
    assert "reviewlog verify" in said
    assert "reviewlog doctor --rebuild" in said


STRANGER = 'CREATE TRIGGER "a ""b" BEFORE INSERT ON Entries BEGIN SELECT RAISE(IGNORE); END'


@pytest.mark.parametrize(
    "guards", [{}, GUARDS | {"strange": STRANGER}, dict(list(GUARDS.items())[1:])]
)
def test_rebuild_puts_the_guards_back_where_the_log_holds(run, book, guards):
    tamper(book, guards=guards)
    assert "doctor --rebuild" in run("note", "1", "x", code=1).err
    assert "guards against changes are as they must be" in run("doctor", "--rebuild", "-y").out
    assert run("verify").out.startswith("Unchanged")
    run("note", "1", "x")
    assert run("doctor", "--rebuild", "-y", "--json").json["guards"] == []


def test_a_lost_file_does_not_keep_the_guards_from_being_put_back(run, book, tmp_path):
    (tmp_path / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\nshot")
    run("attach", "1", "shot.png")
    (kept,) = [path for path in (book / "files").rglob("*") if path.is_file()]
    kept.unlink()
    tamper(book, guards={})
    run("doctor", "--rebuild", "-y")
    run("note", "1", "x")
    assert "is missing" in run("verify", code=1).out


def test_the_guards_are_not_put_back_over_a_log_that_does_not_hold(run, book):
    tamper(book, ("UPDATE disclosures SET text = 'x' || text WHERE name = 'text'",), guards={})
    before = (book / "logbook.db").read_bytes()
    said = run("doctor", "--rebuild", "-y", code=1).err
    assert "the field text was changed after it was written" in said
    assert (book / "logbook.db").read_bytes() == before


@pytest.mark.parametrize("width", [40, 80])
def test_no_word_and_no_command_is_broken(run, book, machine, width):
    machine.width = lambda: width
    out = run("doctor").out
    assert "reviewlog anchor --print" in out
    assert all(len(line) <= width or len(line.split()) == 1 for line in out.splitlines())


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
    said = " ".join(run("doctor").out.split())
    assert "7,200 seconds from the time that a service told on Sat 21 Nov 16:40" in said
