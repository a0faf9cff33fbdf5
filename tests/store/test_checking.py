"""What lies in the folder is checked by somebody who trusts nothing of it."""

import os
import random
import sqlite3
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewlog.domain.entry import Draft, EntryId, Ref
from reviewlog.domain.errors import BookError
from reviewlog.domain.sealing import disclose
from reviewlog.logbook.keeping.erasable import plan_incident
from reviewlog.logbook.keeping.erasing import erase
from reviewlog.logbook.keeping.verifying import verified
from reviewlog.logbook.logbook import Logbook
from reviewlog.store.checking.fields import _encoded_starts
from reviewlog.store.schema import GUARDS
from tests.builders import said
from tests.fakes import FakeClock

QUICK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.fixture
def book(logbook, tmp_path):
    logbook.log(said())
    logbook.log(said(text="Again.", quote="You will see."))
    logbook.log(said("Robin", "A third call."))
    shot = tmp_path / "shot.png"
    shot.write_bytes(b"\x89PNG\r\n\x1a\nshot")
    logbook.attach("1", (shot,), None, None)
    logbook.checkpoint()
    return logbook


def tamper(folder, *statements, guards=GUARDS):
    """Change rows behind the guards and put the guards back, word for word."""
    connection = sqlite3.connect(folder / "logbook.db", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    for name in GUARDS:
        connection.execute(f"DROP TRIGGER {name}")
    for statement, *values in statements:
        connection.execute(statement, values)
    for sql in guards.values():
        connection.execute(sql)
    connection.close()


def found(book):
    return {(check, place) for check, place, _ in verified(book.store.folder).places}


def what(book):
    return [place.what for place in verified(book.store.folder).places]


def test_an_untouched_logbook_holds_and_says_how_much_was_looked_at(book):
    checked = verified(book.store.folder)

    assert checked.places == ()
    assert checked.counts["files"] == checked.counts["checkpoints"] == 1
    assert checked.counts["fields"] > checked.counts["entries"] > 4


def test_a_check_writes_nothing(book):
    folder = book.store.folder
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in folder.rglob("*") if p.is_file()}

    verified(folder)

    after = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in folder.rglob("*") if p.is_file()}
    assert after == before


def test_a_folder_without_a_logbook_is_told_and_none_is_made(tmp_path):
    with pytest.raises(BookError) as error:
        verified(tmp_path / "nothing")
    assert error.value.reason == "none"
    assert not (tmp_path / "nothing").exists()


def test_a_check_goes_on_while_somebody_writes(book):
    seen: list[str] = []

    def watch(check, done, total):
        if not seen:
            book.note("1", "Written meanwhile.", None, lawyer=False)
        seen.append(check)

    assert book.verify(watch).places == ()
    assert {"entries", "files", "projections"} <= set(seen)


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_that_is_gone_is_named(book, name):
    without = {other: sql for other, sql in GUARDS.items() if other != name}
    tamper(book.store.folder, guards=without)
    assert found(book) == {("triggers", name)}


def test_a_guard_that_was_softened_is_named(book):
    name = "entries_never_go"
    soft = GUARDS[name].replace("RAISE(ABORT, 'entries are never deleted')", "1")
    assert soft != GUARDS[name]
    tamper(book.store.folder, guards=GUARDS | {name: soft})
    assert found(book) == {("triggers", name)}


def test_a_strange_trigger_is_named_wherever_it_sits(book):
    strange = {"sly": "CREATE TRIGGER sly AFTER INSERT ON agenda BEGIN DELETE FROM meta; END"}
    tamper(book.store.folder, guards=GUARDS | strange)
    assert found(book) == {("triggers", "sly")}


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("CREATE TABLE sqliteXcopy (a)", ("file", "sqliteXcopy")),
        ("CREATE VIEW sqliteXview AS SELECT 1", ("file", "sqliteXview")),
        ("CREATE INDEX sqliteXindex ON meta (value)", ("file", "sqliteXindex")),
        (
            "CREATE TRIGGER sqliteXt BEFORE INSERT ON erasures BEGIN SELECT 1; END",
            ("triggers", "sqliteXt"),
        ),
    ],
)
def test_a_name_like_those_of_sqlite_hides_nothing(book, statement, place):
    tamper(book.store.folder, (statement,))
    assert found(book) == {place}


def test_what_was_written_into_the_schema_by_hand_is_named(book):
    sql = "CREATE TRIGGER sqlite_evil AFTER INSERT ON meta BEGIN SELECT 1; END"
    tamper(
        book.store.folder,
        ("PRAGMA writable_schema = ON",),
        ("INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_evil', 'meta', 0, ?)", sql),
    )
    assert found(book) == {("triggers", "sqlite_evil")}


def test_what_sqlite_itself_keeps_is_no_fault(book):
    tamper(book.store.folder, ("ANALYZE",))
    assert found(book) == set()


OTHER = "f" * 32


@pytest.mark.parametrize(
    "statements",
    [
        [("UPDATE logs SET ours = 0",), (f"INSERT INTO logs VALUES ('{OTHER}', '', 1)",)],
        [(f"INSERT INTO logs VALUES ('{OTHER}', '', 0)",)],
        [("UPDATE logs SET letter = 'Z'",)],
    ],
)
def test_a_log_that_nobody_shared_is_named(book, statements):
    tamper(book.store.folder, *statements)
    assert {check for check, _ in found(book)} == {"file"}


def test_what_no_checkpoint_covers_is_told_of_a_log_that_is_not_ours_any_more(book):
    book.note("1", "Written later.", None, lawyer=False)
    tamper(
        book.store.folder,
        ("UPDATE logs SET ours = 0",),
        (f"INSERT INTO logs VALUES ('{OTHER}', '', 1)",),
    )
    assert "uncovered" in {one.key for one in verified(book.store.folder).remarks}


ODD: dict[str, tuple[str, dict[str, Any]]] = {
    "an erasure with a list": ("erasure", {"why": "x", "erased": {"text": ["a"]}}),
    "an erasure with an object": ("erasure", {"why": "x", "erased": {"text": {"a": 1}}}),
    "an anchor with lists": ("anchor", {"checkpoint": ["a"], "token": ["b"], "service": 3}),
    "an anchor with an object": ("anchor", {"checkpoint": {"a": 1}}),
    "a key that is a list": ("key-change", {"public": ["x"]}),
    "a setting with a number": ("setting", {"time_stamps": 3}),
    "a setting without an address": ("setting", {"time_stamps": [{"roots": "x"}]}),
    "a setting with odd names": (
        "setting",
        {"time_stamps": [{"url": ["a"], "roots": "/dev/zero"}]},
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_values_in_entries_keep_nobody_from_checking(book, odd):
    kind, fields = ODD[odd]
    log, target = book.store.log, book.store.log.find(EntryId(book.store.log.ours, 1))
    if kind == "erasure":
        fields = fields | {"erased": {f"{log.ours}:1": fields["erased"]}}
    refs = (Ref(target.id, target.leaf),) if kind == "erasure" else ()
    with book.store.writing():
        log.append([Draft(kind, fields, None, "erases" if refs else None, refs)], book.now())
    assert verified(book.store.folder).counts["entries"] == log.length()


def loop(path):
    path.symlink_to(path.name)


@pytest.mark.skipif(os.name != "posix", reason="there are no such files")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, loop, lambda p: p.symlink_to("/nothing")])
@pytest.mark.parametrize("name", ["000000009.abc-abcdef.tsr", "000000005.txt"])
def test_what_is_no_file_among_the_checkpoints_is_told(book, make, name):
    make(book.store.folder / "checkpoints" / name)
    checked = verified(book.store.folder)
    if name.endswith(".txt"):
        assert [place.place for place in checked.places] == [name]
    else:
        assert checked.holds
        assert (name,) in {r.facts["names"] for r in checked.remarks if r.key == "unnamed-tokens"}


@pytest.mark.skipif(os.name != "posix", reason="there are no such files")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, loop])
def test_what_is_no_file_in_the_place_of_one_is_named(book, make):
    (path,) = (p for p in book.store.files.folder.rglob("*") if p.is_file())
    path.unlink()
    make(path)
    assert {check for check, _ in found(book)} == {"files"}


def test_a_table_that_lost_its_rules_is_named(book):
    loose = "CREATE TABLE disclosures (log TEXT, seq INTEGER, name TEXT, text TEXT)"
    tamper(
        book.store.folder,
        ("CREATE TABLE kept AS SELECT * FROM disclosures",),
        ("DROP TABLE disclosures",),
        (loose,),
        ("INSERT INTO disclosures SELECT * FROM kept",),
        ("DROP TABLE kept",),
    )
    assert ("file", "disclosures") in found(book)


def test_a_command_that_does_not_go_on_is_named(book):
    from reviewlog.domain.sealing import leaf_hash

    connection = sqlite3.connect(book.store.folder / "logbook.db")
    seq, header = connection.execute("SELECT max(seq), header FROM entries").fetchone()
    connection.close()
    other = header.replace(f'"command":{seq}'.encode(), b'"command":1')
    leaf = bytes.fromhex(leaf_hash(other))
    tamper(
        book.store.folder,
        ("UPDATE entries SET header = ?, leaf = ?, command = 1 WHERE seq = ?", other, leaf, seq),
    )
    assert ("links", f"entry {seq}") in found(book)
    assert any("first" in one and "signed" in one for one in what(book))


def test_a_relation_to_an_entry_that_is_another_one_now_is_named(book):
    book.undo()
    connection = sqlite3.connect(book.store.folder / "logbook.db")
    seq, target = connection.execute(
        "SELECT seq, header ->> '$.refs[0].seq' FROM entries WHERE header ->> '$.rel' = 'retracts'"
    ).fetchone()
    connection.close()
    tamper(book.store.folder, ("UPDATE entries SET leaf = zeroblob(32) WHERE seq = ?", target))
    assert {("headers", f"entry {target}"), ("links", f"entry {seq}")} <= found(book)


def test_newest_entries_that_were_cut_off_are_named_by_the_checkpoint(book):
    book.note("1", "Said too much.", None, lawyer=False)
    book.checkpoint()
    last = book.store.log.length()

    tamper(
        book.store.folder,
        ("DELETE FROM disclosures WHERE seq = ?", last),
        ("DELETE FROM entries WHERE seq = ?", last),
    )

    assert f"the newest entries are missing: the log once held {last}" in what(book)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda raw: raw.replace(b"\n", b"\n\n", 1), "it is no checkpoint any more"),
        (lambda raw: raw[:-20] + b"A" * 8 + raw[-12:], "does not hold"),
        (lambda _: b"", "it is no checkpoint any more"),
    ],
)
def test_a_checkpoint_that_was_changed_is_named(book, change, words):
    (path,) = (book.store.folder / "checkpoints").glob("*.txt")
    path.write_bytes(change(path.read_bytes()))

    (place,) = verified(book.store.folder).places
    assert (place.check, place.place) == ("checkpoints", path.name)
    assert words in place.what


def test_a_checkpoint_of_a_stranger_is_named(book, tmp_path, clock):
    other = Logbook.open(tmp_path / "other", clock, "Europe/London")
    note = other.checkpoint().note
    other.close()
    (book.store.folder / "checkpoints" / "000000002.txt").write_bytes(note)
    assert what(book) == ["no key that the log names has signed it"]


def test_what_was_erased_may_be_missing_and_nothing_else(book):
    erase(book, plan_incident(book, "2"), "asked for it")
    checked = verified(book.store.folder)
    assert checked.places == ()
    (remark,) = [one for one in checked.remarks if one.key == "erased"]
    assert remark.facts["count"] > 0

    connection = sqlite3.connect(book.store.folder / "logbook.db")
    log, seq, name = connection.execute("SELECT log, seq, name FROM erasures").fetchone()
    connection.close()
    forged = disclose(b"0" * 16, name, "somebody")
    tamper(
        book.store.folder,
        ("INSERT INTO disclosures VALUES (?, ?, ?, ?)", log, seq, name, forged),
        ("INSERT INTO erasures VALUES (?, 1, 'text')", log),
        ("DELETE FROM erasures WHERE seq = ?", seq),
    )
    assert {
        ("fields", f"entry {seq}"),
        ("fields", "entry 1"),
        ("projections", f"entry {seq}"),
    } <= found(book)


def test_an_erased_field_that_is_still_there_is_named(book):
    connection = sqlite3.connect(book.store.folder / "logbook.db")
    plan = plan_incident(book, "2")
    kept = connection.execute("SELECT * FROM disclosures").fetchall()
    erase(book, plan, "asked for it")
    now = set(connection.execute("SELECT * FROM disclosures").fetchall())
    connection.close()
    back = next(row for row in kept if row not in now)
    tamper(book.store.folder, ("INSERT INTO disclosures VALUES (?, ?, ?, ?)", *back))
    assert f"the field {back[2]} was erased and is still there" in what(book)


def test_files_that_nobody_names_are_a_remark(book):
    (book.store.files.folder / "stray.txt").write_text("stray")
    checked = verified(book.store.folder)
    assert checked.holds
    assert [r.facts["names"] for r in checked.remarks if r.key == "unnamed-files"] == [
        ("stray.txt",)
    ]


def test_a_kept_subtree_that_was_changed_is_named(logbook):
    logbook.log(said())
    for _ in range(260):
        logbook.note("1", "x", None, lawyer=False)
    tamper(logbook.store.folder, ("UPDATE subtrees SET hash = zeroblob(32)",))
    assert found(logbook) == {("tree", "entries 1 to 256")}


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE agenda SET title = 'Do nothing'", "incident 1"),
        ("DELETE FROM agenda", "incident 1"),
        ("UPDATE incidents SET phone = '0' WHERE number = 2", "incident 2"),
        ("DELETE FROM incidents WHERE number = 2", "incident 2"),
        ("INSERT INTO links VALUES ('nobody', 'nothing')", "links"),
        ("UPDATE playbooks SET body = '{}' WHERE id = 'complaint'", "playbook complaint"),
        ("UPDATE meta SET value = '{' WHERE key = 'settings'", "settings"),
        (
            "UPDATE meta SET value = '{\"http://x\": [1000000000, \"2030\"]}' WHERE key = 'stamped'",
            "time stamps",
        ),
        ("UPDATE meta SET value = '{' WHERE key = 'stamped'", "time stamps"),
        ("INSERT INTO meta VALUES ('mine', '')", "meta mine"),
        ("UPDATE meta SET value = CAST(x'ff' AS TEXT) WHERE key = 'settings'", "incidents"),
    ],
)
def test_a_projection_that_was_changed_is_named(book, statement, place):
    tamper(book.store.folder, (statement,))
    places = verified(book.store.folder).places
    assert {one.check for one in places} == {"projections"}
    assert place in {one.place for one in places}


LOG_CELLS = {
    "entries": ("log", "seq", "header", "leaf", "command", "incident", "n", "kind", "recorded_at"),
    "disclosures": ("log", "seq", "name", "text"),
}


def test_a_change_of_one_byte_or_one_row_of_the_log_is_always_found(book, tmp_path):
    raw = (book.store.folder / "logbook.db").read_bytes()

    @QUICK
    @given(
        table=st.sampled_from(sorted(LOG_CELLS)),
        seed=st.integers(0, 2**32),
        way=st.sampled_from(["byte", "delete", "copy", "swap"]),
    )
    def always(table, seed, way):
        path = book.store.folder / "logbook.db"
        path.write_bytes(raw)
        assert not changed(book.store.folder, table, random.Random(seed), way) or found(book)

    always()


def changed(folder, table, chance, way):
    """Change one cell or row behind the guards; say whether anything is another now."""
    connection = sqlite3.connect(folder / "logbook.db")
    rows = connection.execute(f"SELECT * FROM {table}").fetchall()
    connection.close()
    row, other = chance.choice(rows), chance.choice(rows)
    keys = LOG_CELLS[table][: 2 if table == "entries" else 3]
    at = " AND ".join(f"{key} = ?" for key in keys)
    column = chance.randrange(len(row))
    if way == "delete":
        tamper(folder, (f"DELETE FROM {table} WHERE {at}", *row[: len(keys)]))
        return True
    value = other[column] if way == "swap" else another(row[column], chance)
    if value == row[column] and type(value) is type(row[column]):
        return False
    name = LOG_CELLS[table][column]
    try:
        if way == "copy":
            cells = [*row[:column], value, *row[column + 1 :]]
            marks = ",".join("?" * len(cells))
            tamper(folder, (f"INSERT OR REPLACE INTO {table} VALUES ({marks})", *cells))
        else:
            tamper(folder, (f"UPDATE {table} SET {name} = ? WHERE {at}", value, *row[: len(keys)]))
    except sqlite3.IntegrityError:
        return False
    return True


def another(value, chance):
    """Return a value with one byte changed."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 7))
    raw = bytearray(value if isinstance(value, bytes) else value.encode())
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(7)
    return bytes(raw) if isinstance(value, bytes) else raw.decode("latin-1")


@given(name=st.binary(min_size=1, max_size=30), rest=st.binary(max_size=9))
def test_where_a_name_stands_in_base64_is_known_to_the_last_bit(name, rest):
    from base64 import urlsafe_b64encode

    starts = _encoded_starts(name + b'",')
    assert urlsafe_b64encode(name + b'",' + rest + b'"]').startswith(starts)
    assert not urlsafe_b64encode(name + b'x",' + rest + b'"]').startswith(starts)


def test_a_clock_that_went_back_is_a_remark(tmp_path):
    clock = FakeClock()
    book = Logbook.open(tmp_path / "back", clock, "Europe/London")
    book.log(said())
    clock.tick(days=-3)
    book.note("1", "Written before?", None, lawyer=False)
    checked = book.verify()
    book.close()
    assert checked.holds
    assert [r.facts["count"] for r in checked.remarks if r.key == "clock"] == [1]
