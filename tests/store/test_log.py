import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewlog.domain.entry import Draft, EntryId, Ref
from reviewlog.domain.sealing import decode, encode
from reviewlog.store.book import Store
from tests.fakes import SATURDAY

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"), st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF)
    )
)
"""Any text, bytes that are no UTF-8 included, as the shell and standard input hand it over."""
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.integers(-(2**53), 2**53)),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(TEXTS, inner)),
    max_leaves=5,
)


def append(store, *drafts, at=SATURDAY):
    with store.writing():
        return store.log.append(drafts, at)


def a_note(text="The vase was cracked.", incident="i1", **fields):
    return Draft("note", {"text": text, **fields}, incident)


def test_an_entry_is_read_back_as_it_was_written(store):
    (written,) = append(store, a_note(stars=1, sites=["google"], nested={"a": [True, "b"]}))

    assert store.log.find(written.id) == written
    assert store.log.everything() == [written]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.dictionaries(TEXTS.filter(lambda n: n.isascii()), VALUES, max_size=4))
def test_any_fields_are_read_back_as_they_were_written(store, fields):
    (written,) = append(store, Draft("note", fields, "i1"))

    found = store.log.find(written.id)

    assert found is not None
    assert found.fields == fields
    assert found.leaf == written.leaf


def test_a_field_without_a_value_is_not_kept(store):
    (written,) = append(store, a_note(quote=None))

    assert set(written.fields) == {"text"}
    assert set(store.log.disclosures_of(written.id)) == {"text"}


def test_the_header_is_canonical_json_and_the_leaf_is_its_hash(store, plain):
    append(store, a_note(), a_note("Ünïcode"), at=SATURDAY.astimezone(timezone(timedelta(hours=2))))

    for header, leaf in plain.execute("SELECT header, leaf FROM entries"):
        assert rfc8785.dumps(json.loads(header)) == header
        assert (
            json.dumps(json.loads(header), sort_keys=True, separators=(",", ":")) == header.decode()
        )
        assert hashlib.sha256(b"\x00" + header).digest() == leaf


def test_the_header_holds_no_word_that_was_said(store, plain):
    append(store, Draft("interaction", {"who": "Dana Smith", "text": "cracked"}, "i1"))

    (header,) = plain.execute("SELECT header FROM entries").fetchone()

    assert b"Dana" not in header
    assert b"cracked" not in header
    assert set(json.loads(header)) == {
        "v", "log", "seq", "command", "incident", "n", "prev", "kind", "recorded_at",
        "utc_offset_min", "rel", "refs", "sd",
    }  # fmt: skip


def test_every_field_is_a_salted_disclosure_whose_digest_the_header_keeps(store, plain):
    said = {"text": "Same", "quote": "Same", "who": "Dana"}
    append(store, Draft("note", said), Draft("note", said))

    salts = set()
    for log, seq, header in plain.execute("SELECT log, seq, header FROM entries"):
        digests = []
        rows = plain.execute(
            "SELECT name, text FROM disclosures WHERE log = ? AND seq = ?", (log, seq)
        )
        for name, text in rows.fetchall():
            salt, inside, value = json.loads(decode(text))
            assert (inside, value) == (name, said[name])
            assert len(decode(salt)) == 16
            salts.add(salt)
            digests.append(encode(hashlib.sha256(text.encode("ascii")).digest()))
        assert json.loads(header)["sd"] == sorted(digests)
    assert len(salts) == 6


def test_the_columns_beside_the_header_say_what_the_header_says(store, plain):
    append(store, a_note(), Draft("setting", {"trade": "bakery"}))

    columns = "log, seq, command, incident, n, kind, recorded_at"
    for header, *copies in plain.execute(f"SELECT header, {columns} FROM entries"):
        said = json.loads(header)
        assert copies == [said[name] for name in columns.split(", ")]


def test_entries_of_a_command_share_its_number_and_continue_their_incident(store):
    first = append(store, a_note(incident="a"), a_note(incident="b"))
    second = append(store, a_note(incident="a"), Draft("setting", {}))

    assert [e.id.seq for e in first + second] == [1, 2, 3, 4]
    assert [e.command for e in first + second] == [1, 1, 3, 3]
    assert [e.n for e in first + second] == [1, 1, 2, None]
    assert [json.loads(e.header)["prev"] for e in first + second] == [
        None,
        None,
        first[0].leaf,
        None,
    ]
    assert store.log.of_command(3) == second


def test_a_relation_keeps_where_it_points_and_the_leaf_it_saw(store):
    (target,) = append(store, a_note())

    (amendment,) = append(
        store,
        Draft("amendment", {"text": "Better."}, "i1", "amends", (Ref(target.id, target.leaf),)),
    )

    assert json.loads(amendment.header)["refs"] == [
        {"log": target.id.log, "seq": target.id.seq, "leaf": target.leaf}
    ]
    assert store.log.find(amendment.id) == amendment


def test_the_time_of_writing_is_kept_in_utc_with_its_offset(store):
    here = datetime(2026, 7, 1, 23, 30, 5, 123_999, tzinfo=timezone(timedelta(hours=-7)))

    (entry,) = append(store, a_note(), at=here)

    assert entry.recorded_at == datetime(2026, 7, 2, 6, 30, 5, 123_000, tzinfo=UTC)
    assert entry.offset_min == -420
    assert json.loads(entry.header)["recorded_at"] == "2026-07-02T06:30:05.123Z"


def test_reading_by_incident_command_and_kind_gives_the_entries_in_their_order(store):
    a1, b1 = append(store, a_note(incident="a"), a_note(incident="b"))
    (general,) = append(store, Draft("setting", {"x": 1}))
    (a2,) = append(store, a_note("later", incident="a"))

    assert store.log.of_incidents(["a"]) == [a1, a2]
    assert store.log.of_incidents(["b", "a"]) == [a1, b1, a2]
    assert store.log.general() == [general]
    assert store.log.everything(["setting"]) == [general]
    assert store.log.newest(2) == [a2, general]
    assert store.log.newest(2, before=3) == [b1, a1]
    assert store.log.incidents() == ["a", "b"]
    assert store.log.length() == 4


def test_what_is_not_there_is_not_found(store):
    assert store.log.find(EntryId(store.log.ours, 1)) is None
    assert store.log.everything() == []
    assert store.log.newest(5) == []
    assert store.log.length() == 0


def test_a_transaction_that_fails_leaves_nothing(store):
    append(store, a_note())

    def fails():
        with store.writing():
            store.log.append([a_note("gone")], SATURDAY)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()

    assert store.log.length() == 1
    assert append(store, a_note())[0].id.seq == 2


def test_another_process_that_reads_sees_only_whole_commands(store, folder):
    other = Store.open(folder)
    try:
        with store.writing():
            store.log.append([a_note()], SATURDAY)
            assert other.log.length() == 0
        assert other.log.length() == 1
    finally:
        other.close()


def test_a_clock_that_went_back_is_said_once_in_a_command_and_never_corrected(store):
    append(store, a_note(), at=SATURDAY)
    back = SATURDAY - timedelta(hours=2)

    first, second = append(store, a_note(), a_note(), at=back)
    (third,) = append(store, a_note(), at=back)

    assert first.fields["clock_back"] == "2026-11-21T16:40:00.000Z"
    assert first.recorded_at == second.recorded_at == third.recorded_at == back
    assert "clock_back" not in {*second.fields, *third.fields}
    assert store.log.find(first.id) == first


def test_a_clock_that_stands_still_did_not_go_back(store):
    append(store, a_note())
    (again,) = append(store, a_note(), at=SATURDAY + timedelta(microseconds=900))
    (same,) = append(store, a_note(), at=SATURDAY + timedelta(microseconds=100))

    assert "clock_back" not in {*again.fields, *same.fields}
