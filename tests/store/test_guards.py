import sqlite3

import pytest

from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import BookError
from reviewlog.store.book import Store
from reviewlog.store.schema import GUARDS
from tests.fakes import SATURDAY

ENTRY = "log, seq, header, leaf, command, incident, n, kind, recorded_at"
"""The columns of `entries`."""

ATTACKS = {
    "update an entry": "UPDATE entries SET kind = 'note' WHERE seq = 2",
    "update nothing but the copy": "UPDATE entries SET incident = NULL",
    "update or replace": "UPDATE OR REPLACE entries SET seq = 1 WHERE seq = 2",
    "delete an entry": "DELETE FROM entries WHERE seq = 1",
    "delete the newest entry": "DELETE FROM entries WHERE seq = 2",
    "delete all entries": "DELETE FROM entries",
    "replace an entry": f"INSERT OR REPLACE INTO entries SELECT {ENTRY} FROM entries WHERE seq = 1",
    "replace the newest": f"REPLACE INTO entries SELECT {ENTRY} FROM entries WHERE seq = 2",
    "upsert an entry": (
        f"INSERT INTO entries SELECT {ENTRY} FROM entries WHERE seq = 1"
        " ON CONFLICT (log, seq) DO UPDATE SET kind = 'note'"
    ),
    "insert beyond the end": (
        "INSERT INTO entries SELECT log, seq + 2, header, leaf, command, incident, n, kind,"
        " recorded_at FROM entries WHERE seq = 2"
    ),
    "insert before the start": (
        "INSERT INTO entries SELECT log, -1, header, leaf, command, incident, n, kind, recorded_at"
        " FROM entries WHERE seq = 2"
    ),
    "insert without a number": (
        "INSERT INTO entries SELECT log, NULL, header, leaf, command, incident, n, kind, recorded_at"
        " FROM entries WHERE seq = 2"
    ),
    "start another log in the middle": (
        "INSERT INTO entries SELECT 'other', 2, header, leaf, command, incident, n, kind,"
        " recorded_at FROM entries WHERE seq = 2"
    ),
    "insert a leaf that is too short": (
        "INSERT INTO entries SELECT log, 3, header, x'00', command, incident, n, kind, recorded_at"
        " FROM entries WHERE seq = 2"
    ),
    "update a field": "UPDATE disclosures SET text = 'x'",
    "delete a field": "DELETE FROM disclosures WHERE seq = 2",
    "replace a field": (
        "INSERT OR REPLACE INTO disclosures SELECT log, seq, name, 'x' FROM disclosures"
        " WHERE seq = 2"
    ),
    "upsert a field": (
        "INSERT INTO disclosures SELECT log, seq, name, 'x' FROM disclosures WHERE seq = 2"
        " ON CONFLICT (log, seq, name) DO UPDATE SET text = excluded.text"
    ),
    "add a field to an older entry": (
        "INSERT INTO disclosures SELECT log, 1, 'quote', text FROM disclosures WHERE seq = 2"
    ),
    "add a field to an entry to come": (
        "INSERT INTO disclosures SELECT log, 3, 'quote', text FROM disclosures WHERE seq = 2"
    ),
}


@pytest.fixture
def written(store):
    with store.writing():
        store.log.append([Draft("note", {"text": "one"}, "i1")], SATURDAY)
    with store.writing():
        store.log.append([Draft("note", {"text": "two"}, "i1")], SATURDAY)
    return store


def contents(connection):
    return [
        connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        for table in ("entries", "disclosures")
    ]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_log_refuses_every_change_by_any_program(written, plain, attack):
    before = contents(plain)
    assert plain.execute("PRAGMA recursive_triggers").fetchone() == (0,)

    with pytest.raises(sqlite3.IntegrityError):
        plain.execute(attack)

    assert contents(plain) == before


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_log_refuses_every_change_with_recursive_triggers_too(written, plain, attack):
    before = contents(plain)
    plain.execute("PRAGMA recursive_triggers = ON")

    with pytest.raises(sqlite3.IntegrityError):
        plain.execute(attack)

    assert contents(plain) == before


def test_sqlite_utils_cannot_change_the_log_either(written, plain):
    from sqlite_utils import Database

    entries = Database(plain, execute_plugins=False).table("entries")
    row = next(iter(entries.rows_where("seq = 1")))
    before = contents(plain)

    for change in (
        lambda: entries.insert(row, replace=True),
        lambda: entries.upsert(row | {"kind": "changed"}, pk=("log", "seq")),
        lambda: entries.update((row["log"], 1), {"kind": "changed"}),
        lambda: entries.delete((row["log"], 1)),
    ):
        with pytest.raises(sqlite3.IntegrityError):
            change()

    assert contents(plain) == before


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_that_is_gone_is_noticed_at_the_next_opening(written, plain, folder, name):
    plain.execute(f"DROP TRIGGER {name}")

    with pytest.raises(BookError) as refused:
        Store.open(folder)

    assert refused.value.reason == "guards"
    assert refused.value.detail == name


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_that_was_blunted_is_noticed_at_the_next_opening(written, plain, folder, name):
    plain.execute(f"DROP TRIGGER {name}")
    plain.execute(GUARDS[name].replace("SELECT RAISE(ABORT,", "SELECT coalesce('x',"))

    with pytest.raises(BookError) as refused:
        Store.open(folder)

    assert refused.value.reason == "guards"


def test_sqlite_utils_transform_drops_the_guards_and_that_is_noticed(written, plain, folder):
    from sqlite_utils import Database

    Database(plain, execute_plugins=False).table("entries").transform(drop=["recorded_at"])

    with pytest.raises(BookError) as refused:
        Store.open(folder)

    assert refused.value.reason == "guards"


def test_a_trigger_more_that_swallows_entries_is_noticed(written, plain, folder):
    plain.execute("CREATE TRIGGER swallow BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END")

    with pytest.raises(BookError) as refused:
        Store.open(folder)

    assert refused.value.reason == "guards"


@pytest.mark.parametrize("table", ["erasures", "meta", "agenda"])
def test_a_trigger_more_on_any_table_is_noticed(written, plain, folder, table):
    plain.execute(f"CREATE TRIGGER sqliteX AFTER INSERT ON {table} BEGIN SELECT 1; END")

    with pytest.raises(BookError) as refused:
        Store.open(folder)

    assert (refused.value.reason, refused.value.detail) == ("guards", "sqliteX")
