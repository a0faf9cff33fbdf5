"""Anchors: what is asked when, what is kept and logged, crashes and crowds."""

import hashlib
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from reviewlog.domain.entry import Ref
from reviewlog.domain.errors import BookError
from reviewlog.domain.time.moment import utc_from_text, utc_text
from reviewlog.logbook.logbook import Logbook
from reviewlog.logbook.proving.anchoring import anchor, catch_up
from reviewlog.store.stamps import STAMPED
from tests.builders import said
from tests.program import Program
from tests.tsa import Authority, needs_faketime, needs_openssl

SHORT = 0.4
pytestmark = needs_openssl


def nobody_told(left):
    """Whoever waits in a test need not be told."""


class Shop:
    """A logbook whose settings name services; it can be opened again with others."""

    def __init__(self, folder, clock):
        self.folder, self.clock = folder, clock
        self.book = None

    def open(self, *tsas):
        self.close()
        self.folder.mkdir(exist_ok=True)
        lines = ["time_stamps:"] if tsas else []
        for tsa in tsas:
            (self.folder / "roots.pem").write_bytes(tsa.roots.read_bytes())
            lines += [f"  - url: {tsa.url}", "    roots: roots.pem"]
        (self.folder / "config.yaml").write_text("\n".join(lines))
        self.book = Logbook.open(self.folder, self.clock, "Europe/London")
        return self.book

    def close(self):
        if self.book is not None:
            self.book.close()
            self.book = None


@pytest.fixture
def tsa(tmp_path):
    with Authority(tmp_path) as authority:
        yield authority


@pytest.fixture
def other(tmp_path):
    with Authority(tmp_path, name="other") as authority:
        yield authority


@pytest.fixture
def shop(tmp_path, clock):
    shop = Shop(tmp_path / "shop", clock)
    yield shop
    shop.close()


@pytest.fixture
def book(shop, tsa):
    """A logbook with a service, and a call that was written down."""
    book = shop.open(tsa)
    book.log(said())
    return book


def anchored(book):
    return anchor(book, nobody_told, SHORT)


def caught_up(book):
    return catch_up(book, nobody_told, SHORT)


def anchors(book):
    return book.store.log.general(("anchor",))


def files(book, ending):
    return sorted(book.store.checkpoints.folder.glob(f"*{ending}"))


# What is kept and logged


def test_a_token_is_kept_beside_the_checkpoint_and_logged_by_its_hash(book, tsa, clock):
    done = anchored(book)

    (entry,) = anchors(book)
    (token,) = files(book, ".tsr")
    (chain,) = files(book, ".pem")
    size = done.checkpoint.checkpoint.size
    assert done.new == (entry,)
    assert (done.errors, done.standing) == ((), ())
    assert entry.id.seq == size + 1
    assert (entry.incident, entry.rel) == (None, "anchors")
    covered = book.store.log.everything()[size - 1]
    assert entry.refs == (Ref(covered.id, covered.leaf),)
    at = utc_from_text(entry.fields["time"])
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
    assert entry.fields == {
        "size": size,
        "checkpoint": hashlib.sha256(done.checkpoint.path.read_bytes()).hexdigest(),
        "service": tsa.url,
        "token": hashlib.sha256(token.read_bytes()).hexdigest(),
        "time": utc_text(at),
        "state": "checked",
        "clock_ms": round((clock() - at) / timedelta(milliseconds=1)),
        "signer": "Test TSA",
    }
    assert chain.read_text().count("BEGIN CERTIFICATE") == 2


def test_openssl_takes_what_lies_in_the_folder(book, tsa):
    note = anchored(book).checkpoint.path
    (token,) = files(book, ".tsr")
    words = ["openssl", "ts", "-verify", "-data", note, "-in", token, "-CAfile", tsa.roots]

    checked = subprocess.run(words, capture_output=True, check=False)

    assert b"Verification: OK" in checked.stdout + checked.stderr


@needs_faketime
def test_the_difference_to_the_clock_of_this_computer_is_logged(shop, tmp_path, clock):
    with Authority(tmp_path, at=clock() + timedelta(minutes=3), name="early") as tsa:
        book = shop.open(tsa)
        anchored(book)

    assert abs(anchors(book)[0].fields["clock_ms"] + 180_000) < 5000


@pytest.mark.parametrize(
    ("mode", "state", "has_time"),
    [("unsorted", "unparsed", False), ("wrong-root", "untrusted", True)],
)
def test_what_cannot_be_checked_is_kept_and_counts(book, tsa, mode, state, has_time):
    tsa.mode = mode
    (entry,) = anchored(book).new

    assert entry.fields["state"] == state
    assert ("time" in entry.fields, "clock_ms" in entry.fields) == (has_time, has_time)
    assert len(files(book, ".tsr")) == 1
    assert anchored(book).standing == (entry,)


@pytest.mark.parametrize(
    ("mode", "reason"),
    [("wrong-data", "other-data"), ("replayed", "other-nonce"), ("noise", "no-stamp"),
     ("page", "no-stamp"), ("large", "large"), ("refusing", "refused"), ("broken", "broken"),
     ("slow", "slow"), ("silent", "slow")],
)  # fmt: skip
def test_what_is_no_stamp_leaves_nothing_but_the_checkpoint(book, tsa, mode, reason):
    tsa.mode = mode
    done = anchored(book)

    assert [(error.service, error.reason) for error in done.errors] == [(tsa.url, reason)]
    assert (done.new, anchors(book), files(book, ".tsr")) == ((), [], [])
    tsa.mode = "good"
    assert len(anchored(book).new) == 1


def test_without_services_only_the_checkpoint_is_made(shop):
    book = shop.open()
    done = anchored(book)

    assert done.checkpoint.path.is_file()
    assert (done.new, done.errors, done.standing) == ((), (), ())
    assert caught_up(book) is None


def test_a_checkpoint_without_an_entry_since_is_not_stamped_again(book, tsa):
    (entry,) = anchored(book).new
    again = anchored(book)

    assert (again.checkpoint, again.new, again.standing) == (None, (), (entry,))
    assert tsa.asked == 1
    book.note("1", "A thought.", None, lawyer=False)
    assert anchored(book).new
    assert tsa.asked == 2


# Two services


def test_two_services_stamp_the_same_checkpoint(shop, tsa, other):
    book = shop.open(tsa, other)
    done = anchored(book)

    assert [entry.fields["service"] for entry in done.new] == [tsa.url, other.url]
    assert len({entry.fields["checkpoint"] for entry in done.new}) == 1
    assert len(files(book, ".tsr")) == 2
    assert (anchored(book).checkpoint, caught_up(book)) == (None, None)


def test_one_service_that_fails_costs_the_other_nothing_and_is_asked_alone(shop, tsa, other):
    book = shop.open(tsa, other)
    tsa.mode = "refusing"
    done = anchored(book)
    assert [entry.fields["service"] for entry in done.new] == [other.url]
    assert [error.service for error in done.errors] == [tsa.url]

    tsa.mode = "good"
    done = anchored(book)
    assert [entry.fields["service"] for entry in done.new] == [tsa.url]
    assert [entry.fields["service"] for entry in done.standing] == [other.url]
    assert (tsa.asked, other.asked) == (2, 1)
    assert anchored(book).checkpoint is None


def test_faulty_roots_of_one_service_do_not_stop_the_other(shop, tsa, other):
    shop.open()
    (shop.folder / "good.pem").write_bytes(tsa.roots.read_bytes())
    text = f"time_stamps:\n  - {{url: '{tsa.url}', roots: gone.pem}}\n"
    text += f"  - {{url: '{other.url}', roots: good.pem}}\n"
    shop.close()
    (shop.folder / "config.yaml").write_text(text)
    shop.book = Logbook.open(shop.folder, shop.clock, "Europe/London")

    done = anchored(shop.book)

    assert [error.reason for error in done.errors] == ["roots"]
    assert len(done.new) == 1


# What is owed


def test_the_first_time_stamp_is_owed_at_once_and_then_nothing(book, tsa):
    assert caught_up(book).new
    assert caught_up(book) is None
    assert tsa.asked == 1


@pytest.mark.parametrize(
    ("write", "owed"),
    [
        (lambda book: book.log(said(text="She rang.")), False),
        (lambda book: book.note("1", "A thought.", None, lawyer=False), False),
        (lambda book: book.log(said(threat="none")), False),
        (lambda book: book.log(said(threat="withdrawn")), False),
        (lambda book: book.log(said(threat="veiled")), True),
        (lambda book: book.log(said(threat="open")), True),
        (lambda book: book.log(said(threat="harm")), True),
        (lambda book: book.log(said(demand="All of it back")), True),
    ],
)
def test_only_what_weighs_is_stamped_at_once(book, tsa, write, owed):
    caught_up(book)
    write(book)

    assert (caught_up(book) is not None) == owed
    assert caught_up(book) is None


def test_a_threat_that_is_set_by_a_correction_weighs(book):
    caught_up(book)
    book.amend(None, {"threat": "open"}, None, None)

    assert caught_up(book).new


def test_a_day_later_what_was_written_is_stamped_and_nothing_else(book, clock, tsa):
    caught_up(book)
    clock.tick(hours=25)
    assert caught_up(book) is None
    book.note("1", "A thought.", None, lawyer=False)
    assert caught_up(book).new
    book.note("1", "Another.", None, lawyer=False)
    clock.tick(hours=23)
    assert caught_up(book) is None
    clock.tick(hours=1)
    assert caught_up(book).new
    assert tsa.asked == 3


def test_a_clock_that_stood_years_ahead_holds_no_time_stamp_up(book, clock):
    caught_up(book)
    clock.tick(days=-900)
    book.note("1", "A thought.", None, lawyer=False)
    assert caught_up(book).new
    assert caught_up(book) is None


def test_a_service_that_is_away_is_asked_again_by_the_next_call(book, tsa):
    tsa.mode = "error"
    for asked in (1, 2):
        done = caught_up(book)
        assert (bool(done.errors), done.paused, tsa.asked) == (True, False, asked)
    tsa.mode = "good"
    assert caught_up(book).new


def test_a_service_that_costs_time_is_left_alone_for_an_hour(book, tsa, clock):
    tsa.mode = "silent"
    assert caught_up(book).paused
    clock.tick(minutes=59)
    assert caught_up(book) is None
    clock.tick(minutes=1)
    assert caught_up(book).errors
    assert anchored(book).errors, "whoever asks for it gets it at once"
    tsa.mode = "good"
    assert caught_up(book) is None
    assert anchored(book).new
    book.log(said(threat="open"))
    assert caught_up(book).new
    assert tsa.asked == 5


def test_what_the_owner_asked_for_in_vain_is_owed(book, tsa):
    caught_up(book)
    book.note("1", "A thought.", None, lawyer=False)
    tsa.mode = "error"
    assert anchored(book).errors
    tsa.mode = "good"
    assert caught_up(book).new
    book.note("1", "Another.", None, lawyer=False)
    assert caught_up(book) is None


def test_others_may_write_while_a_service_is_asked(book, tsa, shop, clock, monkeypatch):
    answer = tsa.answer

    def meanwhile(question):
        beside = Logbook.open(shop.folder, clock, "Europe/London")
        beside.note("1", "A thought.", None, lawyer=False)
        beside.close()
        return answer(question)

    monkeypatch.setattr(tsa, "answer", meanwhile)
    done = anchored(book)
    (entry,) = done.new
    assert entry.id.seq == done.checkpoint.checkpoint.size + 2
    monkeypatch.undo()
    assert anchored(book).new, "the note is not stamped yet"


def test_beside_a_good_time_stamp_the_missing_one_is_no_hurry(shop, tsa, other, clock):
    book = shop.open(tsa, other)
    tsa.mode = "error"
    done = caught_up(book)
    assert (len(done.new), done.paused) == (1, True)
    assert caught_up(book) is None
    clock.tick(hours=1)
    tsa.mode = "good"
    assert [entry.fields["service"] for entry in caught_up(book).new] == [tsa.url]
    assert other.asked == 1


def test_what_is_known_of_the_services_is_made_again_from_the_entries(book, clock, shop, tsa):
    anchored(book)
    clock.tick()
    book.log(said(threat="open"))
    anchored(book)
    meta = book.store.projections.meta
    before = meta(STAMPED)
    with book.store.writing():
        book.store.projections.set_meta(STAMPED, "{}")
    assert book.rebuild()
    assert meta(STAMPED) == before
    assert caught_up(book) is None


@pytest.mark.parametrize("kept", ["[1000000000, {at}]", "3", '["x", 1]', None])
def test_what_was_never_stamped_is_owed_whatever_is_kept_of_it(book, tsa, kept):
    at = f'"{utc_text(book.now())}"'
    row = f'{{"{tsa.url}": {kept.replace("{at}", at)}}}' if kept else "{"
    with book.store.writing():
        book.store.projections.set_meta(STAMPED, row)
    asked = tsa.asked

    caught_up(book)
    caught_up(book)

    assert tsa.asked == asked + 1
    assert book.verify().holds


def test_an_anchor_is_never_taken_back(book):
    book.note("1", "A thought.", None, lawyer=False)
    anchored(book)
    assert [entry.kind for entry in book.undo().entries] == ["note"]


def test_a_logbook_that_cannot_be_written_to_asks_nobody(book, tsa):
    book.store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(BookError) as error:
        caught_up(book)
    assert (error.value.reason, tsa.asked) == ("read-only", 0)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_in_a_folder_that_cannot_be_written_to_nobody_is_asked(book, tsa):
    book.store.folder.chmod(0o500)
    try:
        assert caught_up(book) is None
    finally:
        book.store.folder.chmod(0o700)
    assert tsa.asked == 0


# What a process leaves behind that was killed, and two at once

ANCHORS = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from reviewlog.logbook.proving import anchors
from reviewlog.logbook.proving.anchoring import anchor
from reviewlog.logbook.logbook import Logbook
book = Logbook.open(Path(sys.argv[1]), lambda: datetime.now(UTC), "Europe/London")
if sys.argv[2] == "die":
    anchors._log = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
anchor(book, lambda left: None)
book.close()
"""


def process(program, how):
    words = [sys.executable, "-c", ANCHORS, str(program.book), how]
    return subprocess.Popen(words, env=dict(program.env))


@pytest.mark.parametrize("mode", ["good", "unsorted"])
def test_a_token_without_its_entry_is_logged_by_the_next_call(book, shop, tsa, tmp_path, mode):
    tsa.mode = mode
    shop.close()
    assert process(Program(tmp_path, shop.folder), "die").wait(60) == -signal.SIGKILL
    book = shop.open(tsa)
    (token,) = files(book, ".tsr")
    assert anchors(book) == []

    done = anchored(book)

    (entry,) = anchors(book)
    assert done.checkpoint is None
    assert tsa.asked == 1
    assert entry.fields["token"] == hashlib.sha256(token.read_bytes()).hexdigest()
    assert (entry.fields["service"], "clock_ms" in entry.fields) == (tsa.url, False)
    state = {"good": "checked", "unsorted": "unparsed"}[mode]
    assert entry.fields["state"] == state
    assert anchored(book).new == ()


def test_a_token_of_a_service_that_is_named_no_more_is_logged_too(book, shop, tsa, tmp_path):
    shop.close()
    process(Program(tmp_path, shop.folder), "die").wait(60)
    book = shop.open()

    anchored(book)

    (entry,) = anchors(book)
    assert entry.fields["service"].startswith("127-0-0-1")
    assert entry.fields["state"] == "untrusted"


def test_what_somebody_put_into_the_folder_is_not_logged(book, tsa):
    anchored(book)
    folder = book.store.checkpoints.folder
    (note,) = files(book, ".txt")
    stem = note.name.removesuffix(".txt")
    (folder / f"{stem}.noise-123456.tsr").write_bytes(b"noise")
    (folder / f"{stem}.huge-123456.tsr").write_bytes(bytes(100_000))
    (folder / "000000999.lone-123456.tsr").write_bytes(files(book, ".tsr")[0].read_bytes())
    (folder / f"{stem}.folder-123456.tsr").mkdir()
    (folder / f"{stem}.copy-123456.tsr").write_bytes(files(book, "tsa-*.tsr")[0].read_bytes())

    book.log(said(threat="open"))
    assert len(anchored(book).new) == 1
    assert len(anchors(book)) == 2


def test_two_processes_at_once_log_every_token_once(book, shop, tsa, tmp_path):
    shop.close()
    program = Program(tmp_path, shop.folder)
    both = [process(program, "live") for _ in range(3)]
    assert [one.wait(60) for one in both] == [0, 0, 0]

    book = shop.open(tsa)
    tokens = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in files(book, ".tsr"))
    assert sorted(entry.fields["token"] for entry in anchors(book)) == tokens
    assert all(entry.fields["state"] == "checked" for entry in anchors(book))
    assert anchored(book).checkpoint is None
