"""`verify` names the entry where the file was changed behind the back of the program."""

import sqlite3

import pytest

from reviewlog.domain.errors import BookError
from reviewlog.domain.sealing import disclose
from reviewlog.logbook.keeping.verifying import verified
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.said import Contact
from reviewlog.store.schema import GUARDS
from tests.builders import said


@pytest.fixture
def book(logbook, tmp_path):
    logbook.log(said())
    receipt = logbook.log(said(text="Again.", quote="You will see."))
    logbook.log(said("Robin", "A third call."))
    shot = tmp_path / "shot.png"
    shot.write_bytes(b"\x89PNG\r\n\x1a\nshot")
    logbook.attach("1", (shot,), None, None)
    logbook.note("1", "The last word.", None, lawyer=False)
    return logbook, receipt.main.id.seq


class Intruder:
    """Somebody with an SQLite shell who puts the guards back afterwards."""

    def __init__(self, folder):
        self.path = folder / "logbook.db"

    def __call__(self, *statements):
        connection = sqlite3.connect(self.path, isolation_level=None)
        for name in GUARDS:
            connection.execute(f"DROP TRIGGER {name}")
        for statement, values in statements:
            connection.execute(statement, values)
        for sql in GUARDS.values():
            connection.execute(sql)
        connection.close()

    def one(self, query, *values):
        connection = sqlite3.connect(self.path)
        (found,) = connection.execute(query, values).fetchone()
        connection.close()
        return found


@pytest.fixture
def intruder(book):
    return Intruder(book[0].store.folder)


def places(book):
    """Return where something does not hold, and what."""
    return [(place, what) for _, place, what in verified(book.store.folder).places]


def checks(book):
    """Return which checks found something."""
    return {place.check for place in verified(book.store.folder).places}


def test_an_untouched_logbook_holds(book):
    logbook, _ = book

    checked = logbook.verify()

    assert checked.places == ()
    assert checked.counts["entries"] == logbook.store.log.length()
    assert checked.counts["projections"] == 2


def test_a_changed_header_is_named(book, intruder):
    logbook, seq = book
    header = intruder.one("SELECT header FROM entries WHERE seq = ?", seq)
    changed = header.replace(b'"kind":"interaction"', b'"kind":"accusations"')
    assert changed != header

    intruder(("UPDATE entries SET header = ? WHERE seq = ?", (changed, seq)))

    assert (f"entry {seq}", "the header was changed after it was written") in places(logbook)


def test_a_header_written_anew_with_its_leaf_breaks_what_follows(book, intruder):
    from reviewlog.domain.sealing import leaf_hash

    logbook, seq = book
    header = intruder.one("SELECT header FROM entries WHERE seq = ?", seq)
    changed = header.replace(b'"utc_offset_min":0', b'"utc_offset_min":9')
    assert changed != header

    leaf = bytes.fromhex(leaf_hash(changed))
    intruder(
        ("UPDATE entries SET header = ?, leaf = ? WHERE seq = ?", (changed, leaf, seq)),
    )

    later = intruder.one(
        "SELECT min(seq) FROM entries WHERE seq > ?"
        " AND incident = (SELECT incident FROM entries WHERE seq = ?)",
        seq,
        seq,
    )
    assert places(logbook) == [(f"entry {later}", "it does not continue its incident")]


@pytest.mark.parametrize("column", ["kind", "recorded_at", "incident", "command", "n"])
def test_a_changed_copy_of_the_header_is_named(book, intruder, column):
    logbook, seq = book
    value = 77 if column in ("command", "n") else "changed"

    intruder((f"UPDATE entries SET {column} = ? WHERE seq = ?", (value, seq)))

    assert f"entry {seq}" in {place for place, _ in places(logbook)}


def test_a_changed_field_is_named(book, intruder):
    logbook, seq = book
    forged = disclose(b"0" * 16, "quote", "I never said that.")

    intruder(("UPDATE disclosures SET text = ? WHERE seq = ? AND name = 'quote'", (forged, seq)))

    assert (f"entry {seq}", "the field quote was changed after it was written") in places(logbook)


def test_a_field_that_is_garbage_is_named(book, intruder):
    logbook, seq = book

    intruder(("UPDATE disclosures SET text = ? WHERE seq = ? AND name = 'quote'", ("%%", seq)))

    assert f"entry {seq}" in {place for place, _ in places(logbook)}


def test_a_removed_field_is_named(book, intruder):
    logbook, seq = book

    intruder(("DELETE FROM disclosures WHERE seq = ? AND name = 'quote'", (seq,)))

    assert places(logbook) == [(f"entry {seq}", "a field is missing")]


def test_a_field_under_another_name_is_named(book, intruder):
    logbook, seq = book

    intruder(("UPDATE disclosures SET name = 'text2' WHERE seq = ? AND name = 'text'", (seq,)))

    assert f"entry {seq}" in {place for place, _ in places(logbook)}


def test_two_fields_that_changed_places_are_named(book, intruder):
    logbook, seq = book
    texts = {
        name: intruder.one("SELECT text FROM disclosures WHERE seq = ? AND name = ?", seq, name)
        for name in ("text", "quote")
    }

    intruder(
        ("UPDATE disclosures SET text = ? WHERE seq = ? AND name = 'text'", (texts["quote"], seq)),
        ("UPDATE disclosures SET text = ? WHERE seq = ? AND name = 'quote'", (texts["text"], seq)),
    )

    assert f"entry {seq}" in {place for place, _ in places(logbook)}


def test_a_removed_entry_in_the_middle_is_named(book, intruder):
    logbook, seq = book

    intruder(
        ("DELETE FROM disclosures WHERE seq = ?", (seq,)),
        ("DELETE FROM entries WHERE seq = ?", (seq,)),
    )

    assert (f"entry {seq + 1}", "the entries before it are missing") in places(logbook)


def test_a_removed_first_entry_is_named(book, intruder):
    logbook, _ = book

    intruder(
        ("DELETE FROM disclosures WHERE seq = 1", ()), ("DELETE FROM entries WHERE seq = 1", ())
    )

    assert ("entry 2", "the entries before it are missing") in places(logbook)


def test_a_removed_last_entry_is_named_as_long_as_its_fields_are_there(book, intruder):
    logbook, _ = book
    last = logbook.store.log.length()

    intruder(("DELETE FROM entries WHERE seq = ?", (last,)))

    assert places(logbook) == [(f"entry {last}", "the entry is gone, its fields are still there")]


def test_a_header_that_is_garbage_is_named(book, intruder):
    logbook, seq = book

    intruder(("UPDATE entries SET header = x'ff00' WHERE seq = ?", (seq,)))

    assert (f"entry {seq}", "the header was changed after it was written") in places(logbook)


def test_every_place_is_named_not_only_the_first(book, intruder):
    logbook, seq = book

    intruder(
        ("DELETE FROM disclosures WHERE seq = ? AND name = 'quote'", (seq,)),
        ("UPDATE disclosures SET text = 'x' WHERE seq = ? AND name = 'text'", (seq - 2,)),
    )

    assert {place for place, _ in places(logbook)} == {f"entry {seq - 2}", f"entry {seq}"}


def test_a_field_that_is_garbage_is_damage_for_every_other_verb(book, intruder):
    logbook, seq = book

    intruder(("UPDATE disclosures SET text = '%%' WHERE seq = ? AND name = 'quote'", (seq,)))

    for verb in (lambda: logbook.view("1"), lambda: logbook.note("1", "x", None, lawyer=False)):
        with pytest.raises(BookError) as error:
            verb()
        assert error.value.reason == "damaged"


def test_an_entry_moved_to_another_place_is_named(book, intruder):
    logbook, seq = book
    last = logbook.store.log.length()

    intruder(
        ("UPDATE disclosures SET seq = ? WHERE seq = ?", (last + 1, seq)),
        ("UPDATE entries SET seq = ? WHERE seq = ?", (last + 1, seq)),
    )

    assert {f"entry {seq + 1}", f"entry {last + 1}"} <= {place for place, _ in places(logbook)}


def test_a_missing_file_is_named(book):
    logbook, _ = book
    (entry,) = logbook.store.log.everything(["evidence"])

    logbook.store.files.path(entry.fields["file"]["sha256"]).unlink()

    assert places(logbook) == [(f"entry {entry.id.seq}", "the file shot.png is missing")]


def test_a_changed_file_is_named(book):
    logbook, _ = book
    (entry,) = logbook.store.log.everything(["evidence"])

    logbook.store.files.path(entry.fields["file"]["sha256"]).write_bytes(b"\x89PNG\r\n\x1a\nother")

    assert places(logbook) == [
        (f"entry {entry.id.seq}", "the file shot.png was changed after it was taken in")
    ]


def test_changed_projections_are_named_and_rebuild_mends_them(book, intruder):
    logbook, _ = book
    intruder(("UPDATE incidents SET customer = 'Somebody else', threat = 'harm'", ()))

    assert places(logbook) == [
        ("incident 1", "its row is not what the entries give"),
        ("incident 2", "its row is not what the entries give"),
    ]
    opened = Logbook.open(logbook.store.folder, logbook._clock, "Europe/London")
    assert opened.rebuild() is False
    assert opened.rebuild() is True
    assert opened.get_incident("Dana")["threat"] == "unasked"
    opened.close()
    assert places(logbook) == []


def test_a_rebuild_gives_the_same_projections(book):
    logbook, _ = book
    logbook.log(Contact(who="Dana", text="She rang.", threat="open"))

    assert logbook.rebuild() is True
