import contextlib
import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import BookError
from reviewlog.store import schema
from reviewlog.store.book import Store, exists
from reviewlog.store.checking.check import Check
from reviewlog.store.checking.found import Found
from reviewlog.store.connection import connect
from reviewlog.store.schema import APPLICATION_ID, VERSION
from tests.fakes import SATURDAY

OPEN_IT = """
import sys
from pathlib import Path
from reviewlog.store.book import Store
sys.stdin.readline()
store = Store.open(Path(sys.argv[1]))
print(store.log.ours)
store.close()
"""


def refused(folder):
    """Return why a folder is refused, after checking that nothing in it was changed."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(BookError) as error:
        Store.open(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return error.value.reason


def filled(folder):
    store = Store.open(folder)
    with store.writing():
        for number in range(60):
            store.log.append([Draft("note", {"text": f"{number} " * 200}, "i1")], SATURDAY)
    store.close()
    return folder / "logbook.db"


def test_a_new_logbook_is_for_its_owner_alone(tmp_path):
    old = os.umask(0)
    try:
        Store.open(tmp_path / "deep" / "book").close()
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / "deep" / "book").stat().st_mode) == 0o700


def test_a_folder_that_is_there_keeps_its_rights(tmp_path):
    (tmp_path / "book").mkdir(mode=0o750)

    Store.open(tmp_path / "book").close()

    assert stat.S_IMODE((tmp_path / "book").stat().st_mode) == 0o750


def test_the_file_is_opened_with_the_settings_that_survive_a_power_cut(folder, store):
    connection = connect(folder)
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    connection.close()

    assert found == wanted
    assert sorted(path.name for path in folder.iterdir()) == ["logbook.db"]


def test_opening_again_finds_the_same_log(folder):
    first = Store.open(folder)
    first.close()

    again = Store.open(folder)
    ours = again.log.ours
    again.close()

    assert ours == first.log.ours
    assert len(ours) == 32


def test_two_logbooks_have_two_logs(tmp_path):
    stores = [Store.open(tmp_path / name) for name in ("one", "two")]
    for store in stores:
        store.close()

    assert stores[0].log.ours != stores[1].log.ours


def test_four_processes_that_open_a_new_folder_at_once_all_succeed(tmp_path):
    folder = tmp_path / "book"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_IT, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60) for process in processes]

    assert [process.returncode for process in processes] == [0] * 4, said
    assert len({out for out, _ in said}) == 1
    connection = sqlite3.connect(folder / "logbook.db")
    assert connection.execute("SELECT count(*) FROM logs").fetchone() == (1,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_failing_schema_step_leaves_a_new_logbook_empty_and_the_next_opening_goes_on(
    folder, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(schema, "PROJECTIONS", schema.PROJECTIONS + "CREATE TABLE meta (twice);")
        with pytest.raises(sqlite3.OperationalError):
            Store.open(folder)
    assert (folder / "logbook.db").stat().st_size == 0

    Store.open(folder).close()


def test_a_newer_logbook_is_refused_and_left_as_it_is(folder):
    path = filled(folder)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()

    assert refused(folder) == "newer"


def test_another_programs_sqlite_file_is_refused_and_left_as_it_is(folder):
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "logbook.db")) as connection, connection:
        connection.execute("CREATE TABLE songs (title)")
    connection.close()

    assert refused(folder) == "foreign"


def test_a_file_of_the_application_without_a_schema_is_not_taken_for_a_logbook(folder):
    folder.mkdir()
    with contextlib.closing(sqlite3.connect(folder / "logbook.db")) as connection, connection:
        connection.execute("CREATE TABLE songs (title)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.close()

    assert refused(folder) in ("guards", "damaged", "foreign")


@pytest.mark.parametrize(
    "raw",
    [b"not a database at all, just words " * 200, b"\x00" * 5000, b"\x89PNG\r\n\x1a\n" * 600],
    ids=["words", "zeros", "picture"],
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(folder, raw):
    folder.mkdir()
    (folder / "logbook.db").write_bytes(raw)

    assert refused(folder) == "damaged"


@pytest.mark.parametrize("kept", [0.9, 0.5, 0.1])
def test_a_cut_file_is_refused_and_left_as_it_is(folder, kept):
    path = filled(folder)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * kept) // 4096 * 4096])

    assert refused(folder) == "damaged"


@pytest.mark.parametrize("size", [2, 50, 99, 100, 600])
def test_a_file_cut_within_its_first_page_is_refused(folder, size):
    path = filled(folder)
    path.write_bytes(path.read_bytes()[:size])

    assert refused(folder) == "damaged"


def test_an_empty_file_becomes_a_logbook(folder):
    folder.mkdir()
    (folder / "logbook.db").touch()

    store = Store.open(folder)
    assert store.log.length() == 0
    store.close()


def test_a_file_in_place_of_the_folder_is_refused(folder):
    folder.write_text("my notes")

    with pytest.raises(BookError) as error:
        Store.open(folder)

    assert error.value.reason == "foreign"
    assert folder.read_text() == "my notes"


def test_a_file_above_the_folder_is_refused(tmp_path):
    (tmp_path / "notes").write_text("my notes")

    with pytest.raises(BookError):
        Store.open(tmp_path / "notes" / "book")


def test_a_folder_in_place_of_the_file_is_refused(folder):
    (folder / "logbook.db").mkdir(parents=True)

    with pytest.raises(BookError) as error:
        Store.open(folder)

    assert error.value.reason in ("unreadable", "foreign")


def test_a_name_with_spaces_quotes_and_signs_is_a_folder_like_any_other(tmp_path):
    folder = tmp_path / "Dana's “shop” ?mode=memory#%20 ünï"

    Store.open(folder).close()

    assert exists(folder)


def test_a_logbook_that_has_lost_its_own_log_is_refused(folder, store):
    store.close()
    with contextlib.closing(sqlite3.connect(folder / "logbook.db")) as connection, connection:
        connection.execute("DELETE FROM logs")
    connection.close()

    assert refused(folder) == "damaged"


def test_damage_in_the_middle_is_noticed_by_the_integrity_check(folder):
    path = filled(folder)
    raw = bytearray(path.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'entries_incident'"
        (page,) = connection.execute(query).fetchone()
    connection.close()
    raw[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(raw)

    assert "file" in {place.check for place in checked(folder)}


def test_an_index_that_lost_a_row_is_named_by_the_integrity_check(folder):
    path = filled(folder)
    index = "type = 'index' AND name = 'entries_incident'"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        row = connection.execute(f"SELECT * FROM sqlite_master WHERE {index}").fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(f"DELETE FROM sqlite_master WHERE {index}")
    store = Store.open(folder)
    with contextlib.closing(store), store.writing():
        store.log.append([Draft("note", {"text": "not in the index"}, "i1")], SATURDAY)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)

    found = checked(folder)

    assert {(place.check, place.place) for place in found} == {("file", "logbook.db")}
    assert any("entries_incident" in place.what for place in found)


def checked(folder):
    found = Found()
    Check(folder, found, lambda *_: None).run()
    return found.places


def test_a_writer_that_waits_gets_its_turn(folder, store):
    other = Store.open(folder)
    with store.writing():
        store.log.append([Draft("note", {"text": "one"}, "i1")], SATURDAY)
    with other.writing():
        (entry,) = other.log.append([Draft("note", {"text": "two"}, "i1")], SATURDAY)
    other.close()

    assert entry.id.seq == 2
