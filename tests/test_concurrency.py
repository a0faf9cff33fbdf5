"""Many writers at once, and writers that die in the middle: nothing acknowledged is lost."""

import json
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

LOOP = """
import itertools, sys
from reviewlog.cli import main
for number in itertools.count():
    code = main(["log", f"{sys.argv[1]} {number}", "--who", f"Dana {number % 7}", "--json"])
    if code:
        sys.exit(code)
"""
"""A writer that never stops: what it prints is acknowledged."""


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)


def assert_kept(program, acknowledged):
    """Every acknowledged (entry, text) is in the log once, and the log is whole."""
    book = program.logbook()
    try:
        entries = book.store.log.everything()
        assert [entry.id.seq for entry in entries] == list(range(1, len(entries) + 1))
        stored = {
            str(entry.id.seq): entry.fields["text"]
            for entry in entries
            if entry.kind == "interaction"
        }
        assert len(set(stored.values())) == len(stored)
        missing = {seq: text for seq, text in acknowledged if stored.get(seq) != text}
        assert missing == {}
        checked = book.verify()
        assert checked.places == ()
        assert checked.counts["entries"] == len(entries)
        assert book.rebuild()
        return stored
    finally:
        book.close()


@pytest.mark.parametrize(("writers", "each"), [(8, 2), pytest.param(24, 4, marks=pytest.mark.slow)])
def test_writers_at_once_lose_nothing(program, writers, each):
    """Half of them write about one person, half about somebody each; the folder is new."""

    def write(writer):
        who = "Dana" if writer % 2 else f"Robin {writer}"
        acknowledged = []
        for number in range(each):
            text = f"writer {writer}, call {number}"
            run = program.ok("log", text, "--who", who, "--json")
            acknowledged.append((run.json["entry"], text, run.json["incident"], who))
        return acknowledged

    with ThreadPoolExecutor(writers) as pool:
        found = [one for batch in pool.map(write, range(writers)) for one in batch]

    stored = assert_kept(program, [(seq, text) for seq, text, _, _ in found])
    assert len(stored) == len(found) == writers * each
    incidents = {who: {i for _, _, i, w in found if w == who} for _, _, _, who in found}
    assert all(len(numbers) == 1 for numbers in incidents.values())
    assert len(set.union(*incidents.values())) == len(incidents)


def test_different_verbs_at_once_lose_nothing(program):
    program.ok("log", "The vase was cracked.", "--who", "Dana")
    program.ok("note", "1", "What undo takes back if it comes first.")
    lines = [
        ("note", "1", "A thought."),
        ("demand", "1", "All of it back", "--amount", "240"),
        ("attempt", "1", "offered", "A new vase"),
        ("remind", "1", "tomorrow", "Ring them"),
        ("assess", "1", "partly"),
        ("promise", "1", "I will write", "--by", "tomorrow"),
        ("close", "1"),
        ("undo",),
    ]

    with ThreadPoolExecutor(len(lines)) as pool:
        runs = list(pool.map(lambda words: program(*words), lines))

    assert [run.code for run in runs] == [0] * len(lines), [run.err for run in runs]
    assert_kept(program, [])


def acknowledged_in(raw):
    """Return the whole JSON objects of what a killed writer printed."""
    decoder, found, rest = json.JSONDecoder(), [], raw.decode().lstrip()
    while rest:
        try:
            said, end = decoder.raw_decode(rest)
        except json.JSONDecodeError:
            break
        found.append(said)
        rest = rest[end:].lstrip()
    return found


@pytest.mark.parametrize("kills", [15, pytest.param(60, marks=pytest.mark.slow)])
def test_a_writer_killed_at_any_moment_loses_nothing_acknowledged(program, tmp_path, kills):
    chance = random.Random(kills)
    program.ok("log", "The first.", "--who", "Dana 0")
    acknowledged = []
    for kill in range(kills):
        printed = tmp_path / f"printed-{kill}"
        with printed.open("wb") as out:
            writer = subprocess.Popen(
                [sys.executable, "-c", LOOP, f"run {kill} call"],
                stdout=out,
                stderr=subprocess.PIPE,
                env=dict(program.env),
            )
        while printed.stat().st_size == 0 and writer.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.15))
        writer.send_signal(signal.SIGKILL)
        _, err = writer.communicate(timeout=20)
        assert writer.returncode == -signal.SIGKILL, err
        said = acknowledged_in(printed.read_bytes())
        assert said
        acknowledged += [(s["entry"], f"run {kill} call {n}") for n, s in enumerate(said)]
        if kill % 5 == 0:
            assert program.ok("due").out
            assert_kept(program, acknowledged)

    stored = assert_kept(program, acknowledged)
    assert len(acknowledged) + 1 <= len(stored) <= len(acknowledged) + 1 + kills
    assert not (program.book / "logbook.db-journal").exists()


def test_a_transaction_left_behind_by_a_dead_writer_is_rolled_back(program):
    """A hot journal: the file holds pages of a transaction that was never acknowledged."""
    program.ok("log", "The first.", "--who", "Dana")
    dies = """
import os, signal, sys
from pathlib import Path
from reviewlog.store.book import Store
from reviewlog.domain.entry import Draft
from datetime import datetime, UTC
store = Store.open(Path(sys.argv[1]))
store._connection.execute("PRAGMA cache_size = 1")
with store.writing():
    for n in range(300):
        store.log.append([Draft("note", {"text": "x" * 4000}, "i1")], datetime(2026, 11, 21, tzinfo=UTC))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    size = (program.book / "logbook.db").stat().st_size
    died = subprocess.run([sys.executable, "-c", dies, str(program.book)], check=False)
    assert died.returncode == -signal.SIGKILL
    assert (program.book / "logbook.db-journal").stat().st_size > 0
    assert (program.book / "logbook.db").stat().st_size > size

    assert "Dana" in program.ok("due").out

    assert not (program.book / "logbook.db-journal").exists()
    assert len(assert_kept(program, [])) == 1
