import sqlite3
from hashlib import sha256

import pytest

from reviewlog.store import schema
from reviewlog.store.schema import APPLICATION_ID, GUARDS, PROJECTED, VERSION, migrate
from tests.store.old import a_first_version


@pytest.fixture
def empty(tmp_path):
    connection = sqlite3.connect(tmp_path / "logbook.db", isolation_level=None)
    yield connection
    connection.close()


def built(connection):
    connection.execute("BEGIN IMMEDIATE")
    migrate(connection)
    connection.execute("COMMIT")


def test_a_fresh_file_gets_every_table_and_guard(empty):
    built(empty)

    tables = {
        row[0] for row in empty.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    triggers = dict(empty.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    assert tables >= {"logs", "entries", "disclosures", "meta", *PROJECTED}
    assert triggers == GUARDS
    assert empty.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert empty.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_the_file_says_that_it_is_a_logbook(empty, tmp_path):
    built(empty)

    assert (tmp_path / "logbook.db").read_bytes()[68:72] == b"RVLG"


def test_every_table_of_the_log_and_of_the_projections_is_strict(empty):
    built(empty)

    loose = [
        row[1]
        for row in empty.execute("PRAGMA table_list")
        if row[0] == "main" and not row[5] and not row[1].startswith(("sqlite_", "_sqlite"))
    ]
    assert loose == []


def test_the_schema_steps_are_kept_by_name(empty):
    built(empty)

    rows = empty.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
    names = [
        "m001_log_and_projections",
        "m002_covers_and_shop",
        "m003_tree_and_erasures",
        "m004_replies",
    ]
    assert rows == [("reviewlog", name) for name in names]
    assert len(rows) == VERSION


FIRST_STEP = "0458bc6325ffb22d32c1f5683e792c73c3a1dbe0c0403322e5da46b86d6bbfff"
"""SHA-256 of what the first step runs: logbooks out there were made with it, word for word."""


def test_a_step_that_was_run_somewhere_is_never_changed():
    script = schema.LOG_TABLES + "".join(schema.FIRST_GUARDS.values()) + schema.PROJECTIONS
    assert sha256(script.encode()).hexdigest() == FIRST_STEP


def test_a_logbook_of_the_first_version_becomes_the_same_as_a_new_one(empty, tmp_path):
    a_first_version(empty)
    empty.execute("INSERT INTO meta VALUES ('config', 'none')")

    built(empty)

    new = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
    built(new)
    tables = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%sqlite%' ORDER BY name"
    assert empty.execute(tables).fetchall() == new.execute(tables).fetchall()
    assert empty.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert empty.execute("SELECT * FROM meta").fetchall() == []
    new.close()


def test_running_the_steps_again_changes_nothing(empty):
    built(empty)
    before = "\n".join(empty.iterdump())

    built(empty)

    assert "\n".join(empty.iterdump()) == before


def test_a_step_that_fails_leaves_the_file_as_it_was(empty, tmp_path, monkeypatch):
    empty.execute("CREATE TABLE mine (x)")
    before = (tmp_path / "logbook.db").read_bytes()
    monkeypatch.setattr(schema, "PROJECTIONS", schema.PROJECTIONS + "CREATE TABLE meta (twice);")

    empty.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="meta already exists"):
        migrate(empty)
    if empty.in_transaction:
        empty.execute("ROLLBACK")

    assert [row[0] for row in empty.execute("SELECT name FROM sqlite_master")] == ["mine"]
    assert empty.execute("PRAGMA user_version").fetchone() == (0,)
    assert sqlite_contents(tmp_path / "logbook.db") == sqlite_contents_of(before, tmp_path)


def sqlite_contents(path):
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def sqlite_contents_of(raw, tmp_path):
    (tmp_path / "before.db").write_bytes(raw)
    return sqlite_contents(tmp_path / "before.db")
