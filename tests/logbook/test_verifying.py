"""Time stamps in a check: each is the logged one, stamps what it must, and exposes by time."""

from datetime import UTC, datetime

import pytest

from reviewlog.domain.checked import Outside
from reviewlog.logbook.keeping.verifying import verified
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.proving.anchoring import anchor
from tests.builders import said
from tests.fakes import FakeClock
from tests.tsa import Authority, needs_openssl

pytestmark = needs_openssl
LONG_AGO = datetime(2020, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def tsa(tmp_path):
    with Authority(tmp_path) as authority:
        yield authority


@pytest.fixture
def folder(tmp_path, tsa):
    """A logbook that was written long ago, by its own clock, and stamped today."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "roots.pem").write_bytes(tsa.roots.read_bytes())
    lines = ["time_stamps:", f"  - url: {tsa.url}", "    roots: roots.pem"]
    (folder / "config.yaml").write_text("\n".join(lines))
    return folder


@pytest.fixture
def stamped(folder, tsa):
    """Open it at a time, write, have it stamped, and return what a check finds."""

    def write(at, *, mode="good"):
        tsa.mode = mode
        book = Logbook.open(folder, FakeClock(at), "Europe/London")
        try:
            book.log(said())
            anchor(book, lambda _: None)
            return verified(folder)
        finally:
            book.close()

    return write


def remarks(checked):
    return {remark.key: remark.facts for remark in checked.remarks}


def token(folder):
    (path,) = (folder / "checkpoints").glob("*.tsr")
    return path


def test_a_time_stamp_tells_how_much_of_the_log_was_there_when(stamped, tsa):
    checked = stamped(datetime.now(UTC))

    assert checked.places == ()
    assert checked.counts["tokens"] == 1
    (outside,) = checked.outside
    assert isinstance(outside, Outside)
    assert outside.service == tsa.url
    assert abs((outside.at - datetime.now(UTC)).total_seconds()) < 120
    assert remarks(checked).keys() == {"uncovered"}
    assert remarks(checked)["uncovered"]["covered"] == outside.size


def test_an_owner_who_rebuilt_the_whole_log_is_exposed_by_time(stamped):
    checked = stamped(LONG_AGO)

    assert checked.places == ()
    late = remarks(checked)["late"]
    assert late["first"] == 1
    assert late["count"] == checked.outside[0].size
    assert late["days"] > 365


def test_a_clock_that_was_ahead_is_told(stamped):
    checked = stamped(datetime(2090, 1, 1, tzinfo=UTC))
    assert remarks(checked)["ahead"]["count"] == checked.outside[0].size


def test_a_time_stamp_that_is_gone_or_was_changed_is_named(stamped, folder):
    stamped(datetime.now(UTC))
    raw = token(folder).read_bytes()
    token(folder).write_bytes(raw[:-1] + bytes((raw[-1] ^ 1,)))
    (place,) = verified(folder).places
    assert (place.check, place.what) == (
        "tokens",
        "the time stamp that it names is gone, or was changed",
    )

    token(folder).unlink()
    assert [p.check for p in verified(folder).places] == ["tokens"]


def test_time_stamps_that_changed_places_are_named(stamped, folder):
    stamped(datetime.now(UTC))
    first = token(folder)
    stamped(datetime.now(UTC))
    one, other = sorted((folder / "checkpoints").glob("*.tsr"))
    assert one == first
    raw = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(raw)

    checked = verified(folder)

    assert {(place.check, place.what) for place in checked.places} == {
        ("tokens", "the time stamp that it names is gone, or was changed")
    }
    assert len(checked.places) == 2


def test_certificates_that_are_gone_are_a_remark(stamped, folder):
    assert "no-chain" not in remarks(stamped(datetime.now(UTC)))
    token(folder).with_suffix(".pem").unlink()
    checked = verified(folder)
    assert checked.holds
    assert remarks(checked)["no-chain"]["names"] == (token(folder).name,)


def test_a_checkpoint_that_was_stamped_and_is_gone_is_named(stamped, folder):
    stamped(datetime.now(UTC))
    (note,) = (folder / "checkpoints").glob("*.txt")
    note.unlink()
    assert {place.check for place in verified(folder).places} == {"checkpoints"}


def test_a_time_stamp_that_nobody_names_is_a_remark(stamped, folder):
    stamped(datetime.now(UTC))
    token(folder).with_name("000000001.stray-abcdef.tsr").write_bytes(b"anything")
    checked = verified(folder)
    assert checked.holds
    assert remarks(checked)["unnamed-tokens"]["names"] == ("000000001.stray-abcdef.tsr",)


@pytest.mark.parametrize(("mode", "state"), [("unsorted", "unparsed"), ("wrong-root", "untrusted")])
def test_a_time_stamp_that_cannot_be_judged_here_is_a_remark(stamped, mode, state):
    checked = stamped(datetime.now(UTC), mode=mode)
    assert checked.holds
    assert checked.outside == ()
    assert state in remarks(checked)


def test_without_its_certificates_a_time_stamp_is_only_remarked_on(stamped, folder):
    stamped(datetime.now(UTC))
    (folder / "roots.pem").unlink()
    assert "untrusted" in remarks(verified(folder))
