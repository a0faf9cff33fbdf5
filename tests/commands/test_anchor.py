"""anchor, and what is asked for behind the owner's back: never held up, never without leave."""

import json
import shutil
import signal
import socket
import sqlite3
import subprocess
import time

import pytest

from reviewlog.domain.harmless import is_harmless
from reviewlog.domain.time.moment import utc_text
from reviewlog.environment import utc_now
from tests.program import PROGRAM, Program
from tests.test_modules import loaded
from tests.tsa import Authority, needs_openssl

NOBODY = "http://127.0.0.1:1/tsa"
"""Nobody listens there: a connection is refused at once."""
SAYS_NO = (
    "No time stamp came from 127.0.0.1; nothing is lost. reviewlog asks again the"
    "\n  next time you use it."
)
CALL = ("log", "The cake was dry", "--who", "Dana Smith", "--threat", "open")


@pytest.fixture
def tsa(tmp_path):
    with Authority(tmp_path) as authority:
        yield authority


def name_services(book, *services, roots=None):
    """Write the services into config.yaml, as an owner does."""
    book.mkdir(exist_ok=True)
    lines = ["time_stamps:"]
    for url in services:
        lines += [f"  - url: {url}", *(["    roots: roots.pem"] if roots else [])]
    if roots:
        shutil.copy(roots, book / "roots.pem")
    (book / "config.yaml").write_text("\n".join(lines))


@pytest.fixture
def named(machine, tsa):
    """A logbook whose settings name one service."""
    name_services(machine.default_book(), tsa.url, roots=tsa.roots)
    return tsa


def asked_nobody(*_):
    raise AssertionError("the network was touched")


@pytest.fixture
def no_network(monkeypatch):
    """No connection can be made and no name be looked up, not even on this machine."""
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, asked_nobody)
    monkeypatch.setattr(socket, "getaddrinfo", asked_nobody)


# Without a service


def test_without_a_service_the_log_is_signed_and_what_to_do_is_said(run, call, machine):
    call()
    result = run("anchor")

    (note,) = (machine.default_book() / "checkpoints").glob("*.txt")
    lines = result.out.splitlines()
    assert lines[0] == f"Signed: the first {int(note.stem)} entries of the logbook."
    assert lines[1] == f"({note})"
    assert "“time_stamps”" in result.out
    assert "reviewlog anchor --print" in result.out
    assert result.err == ""
    assert run("anchor").out == result.out


def test_print_prints_the_checkpoint_and_nothing_else(run, call, machine):
    call()
    result = run("anchor", "--print")

    (note,) = (machine.default_book() / "checkpoints").glob("*.txt")
    assert result.out.encode() == note.read_bytes()
    assert len([line for line in result.out.splitlines() if line]) == 4
    assert "Dana" not in result.out
    assert "reviewlog verify FILE" in result.err
    assert run("anchor", "--print", "-q").err == ""
    assert run("anchor", "--print", "--json").json["note"] == result.out


def test_print_asks_nobody(run, named):
    run("anchor", "--print")
    assert named.asked == 0


def test_nothing_touches_the_network_before_a_service_is_named(run, no_network, tmp_path):
    (tmp_path / "page.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    for words in (
        (*CALL, "--demand", "All of it back", "--site", "google"),
        ("review", "1", "--stars", "1", "--site", "google"),
        ("attach", "1", "page.png"),
        ("amend", "--threat", "harm"),
        ("due",),
        ("show", "1"),
        ("export", "1", "-y"),
        ("anchor",),
        ("anchor", "--print"),
        ("undo",),
        ("list",),
    ):
        run(*words)


@needs_openssl
def test_the_guard_of_these_tests_bites(run, named, no_network):
    assert "fault of reviewlog" in run(*CALL).err


# The verb


@needs_openssl
def test_a_service_is_asked_once_and_its_answer_told(run, call, named):
    run("anchor")
    asked = named.asked
    call("Again", "--who", "Dana Smith", "-q")
    result = run("anchor")

    assert named.asked == asked + 1
    assert ", by Test TSA. This computer's clock is " in result.out.replace("\n  ", " ")
    assert result.err == ""
    again = run("anchor")
    assert again.out.startswith("Nothing was written since the last time stamp; nobody was asked.")
    assert "Test TSA" in again.out
    assert named.asked == asked + 1


@needs_openssl
def test_scripts_get_it_all(run, named):
    found = run("anchor", "--json").json

    assert found["schema"] == "reviewlog.anchor/1"
    assert (found["standing"], found["missing"]) == ([], [])
    (stamp,) = found["stamped"]
    assert stamp["service"] == named.url
    assert (stamp["state"], stamp["signer"]) == ("checked", "Test TSA")
    assert stamp["size"] == found["checkpoint"]["size"] == int(stamp["entry"]) - 1
    assert run("anchor", "--json").json["standing"] == [stamp]


@needs_openssl
@pytest.mark.parametrize("mode", ["wrong-data", "replayed", "noise", "large", "refusing", "page"])
def test_no_time_stamp_at_all_is_told_with_its_reason(run, named, mode):
    named.mode = mode
    result = run("anchor", code=1)

    assert result.out.startswith("Signed: ")
    assert result.err.startswith(named.url)
    assert all(is_harmless(char) for char in result.err)
    assert run("anchor", "--json", code=1).json["missing"][0]["service"] == named.url
    assert result.err.endswith(
        "\nreviewlog asks again the next time you use it; at once: reviewlog anchor\n"
    )
    named.mode = "good"
    assert run("list").err == ""
    assert run("anchor").out.startswith("Nothing was written since")


@needs_openssl
def test_one_time_stamp_of_two_is_enough(run, machine, tsa):
    name_services(machine.default_book(), NOBODY, tsa.url, roots=tsa.roots)
    result = run("anchor")

    assert "Test TSA" in result.out
    assert f"{NOBODY} could not be reached." in result.err.replace("\n  ", " ")
    assert "Test TSA" in run("anchor").out


@needs_openssl
@pytest.mark.parametrize(
    ("mode", "said"),
    [("unsorted", "It is kept, unchecked."), ("wrong-root", "do not vouch for it; it is kept")],
)
def test_what_cannot_be_checked_is_said(run, named, mode, said):
    named.mode = mode
    assert said in run("anchor").out.replace("\n  ", " ")


# Behind the owner's back


@needs_openssl
def test_after_a_threat_the_answer_is_the_same_and_the_service_was_asked(run, call, named):
    assert call().err == ""
    assert named.asked == 1
    run("note", "1", "A thought.")
    run("due")
    assert named.asked == 1
    run("demand", "1", "All of it back")
    assert named.asked == 2


@needs_openssl
def test_a_day_later_any_verb_catches_up_once(run, call, named, clock):
    call()
    run("note", "1", "A thought.")
    clock.tick(hours=25)
    assert run("list").err == ""
    assert named.asked == 2
    run("list")
    assert named.asked == 2


def test_without_a_network_one_calm_line_says_so(run, machine):
    name_services(machine.default_book(), NOBODY)
    result = run(*CALL)

    assert result.out.startswith("Kept, 1")
    assert result.err == f"{SAYS_NO}\n"
    assert run("list").err == f"{SAYS_NO}\n"
    assert run("list", "-q").err == ""
    quiet = run("list", "--json")
    assert (quiet.err, json.loads(quiet.out)["schema"]) == ("", "reviewlog.list/1")
    assert run("due", "--exit-code", code=5).err == f"{SAYS_NO}\n"


@needs_openssl
def test_a_verb_that_is_refused_asks_nobody(run, named):
    run("show", "7", code=4)
    assert named.asked == 0


@needs_openssl
def test_verify_asks_nobody(run, named):
    run("list")
    assert named.asked == 1
    run("note", "1", "x", code=4)
    name_services(named.folder, NOBODY)
    run("verify")
    assert named.asked == 1


@needs_openssl
def test_whoever_waits_at_a_terminal_is_told_for_whom(run, named, machine, monkeypatch):
    answer = named.answer

    def slowly(question):
        time.sleep(0.8)
        return answer(question)

    monkeypatch.setattr(named, "answer", slowly)
    machine.edited = ""
    assert run(*CALL).err == "Asking 127.0.0.1 for a time stamp ...\n"
    assert run(*CALL, "-q").err == ""
    assert named.asked == 2


@needs_openssl
def test_a_log_that_fell_back_is_told_and_the_call_is_kept(run, call, named, machine):
    file = machine.default_book() / "logbook.db"
    run("list")
    older = file.read_bytes()
    call()
    file.write_bytes(older)
    result = call()

    assert result.out.startswith("Kept, 1")
    assert "reviewlog verify" in result.err


def test_a_fault_of_ours_while_asking_leaves_the_exit_code(run, machine):
    name_services(machine.default_book(), NOBODY)
    run("list")
    connection = sqlite3.connect(machine.default_book() / "logbook.db")
    with connection:
        garbage = json.dumps({NOBODY: 5})
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('stamps_missed', ?)", (garbage,))
    connection.close()

    result = run(*CALL)

    assert result.out.startswith("Kept, 1")
    assert "fault of reviewlog" in result.err


# The export


@needs_openssl
def test_export_has_everything_stamped_first(run, call, named, machine):
    call()
    run("note", "1", "A thought.")
    asked = named.asked
    run("export", "1", "-y")

    assert named.asked > asked
    sizes = [int(path.name[:9]) for path in machine.default_book().glob("checkpoints/*.tsr")]
    note = int(run("show", "1", "--json").json["entries"][-1]["entry"])
    assert max(sizes) >= note


def test_export_goes_on_without_a_time_stamp(run, call, machine, tmp_path):
    name_services(machine.default_book(), NOBODY)
    call()
    result = run("export", "1", "-y")

    assert "The bundle is made with the time stamps that are there." in result.err
    assert list(tmp_path.glob("incident-1-*.zip"))
    assert run("list").err == f"{SAYS_NO}\n"


# In a process of its own


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)


@needs_openssl
def test_ctrl_c_while_a_service_is_asked_is_harmless(program, tsa):
    tsa.mode = "silent"
    name_services(program.book, tsa.url, roots=tsa.roots)
    started = subprocess.Popen(
        [*PROGRAM, *CALL],
        env=dict(program.env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    answer = started.stdout.readline()
    assert answer.startswith("Kept, 1 (entry 3)."), "the answer comes before the wait"
    until = time.monotonic() + 20
    while not tsa.asked and time.monotonic() < until:
        time.sleep(0.01)
    begun = time.monotonic()
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=20)

    assert (started.returncode, err) == (130, "\nStopped. Entry 3 is kept.\n")
    assert time.monotonic() - begun < 2


@needs_openssl
def test_the_fast_door_never_asks(program, tsa):
    name_services(program.book, tsa.url, roots=tsa.roots)
    program.ok("list")
    program.ok(*CALL)
    asked, tsa.mode = tsa.asked, "error"
    program.ok("review", "1", "--stars", "1", "--site", "google")
    assert tsa.asked == asked + 1
    assert program.ok("due").err == ""
    assert tsa.asked == asked + 1
    assert SAYS_NO in program.ok("list").err


def test_where_nothing_is_owed_the_decision_loads_next_to_nothing(program):
    program.ok(*CALL)
    thought = ("note", "1", "A thought.")
    before, count = loaded(program, *thought)
    name_services(program.book, NOBODY)
    program.ok("list")
    connection = sqlite3.connect(program.book / "logbook.db")
    with connection:
        (length,) = connection.execute("SELECT max(seq) FROM entries").fetchone()
        stamped = json.dumps({NOBODY: [length, utc_text(utc_now())]})
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('stamped', ?)", (stamped,))
        connection.execute("DELETE FROM meta WHERE key = 'stamps_missed'")
    connection.close()

    modules, more = loaded(program, *thought)

    assert more <= count + 4
    new = {name.partition(".")[0] for name in modules - before}
    assert new == {"reviewlog"}
    assert (
        modules & {"reviewlog.sync", "reviewlog.logbook.proving.anchoring", "cryptography"} == set()
    )


@needs_openssl
@pytest.mark.slow
def test_a_service_that_is_silent_holds_nobody_up_again_for_an_hour(program, tsa):
    tsa.mode = "silent"
    name_services(program.book, tsa.url, roots=tsa.roots)
    begun = time.monotonic()
    assert "again in an hour at the earliest" in " ".join(program.ok(*CALL).err.split())
    assert 9 < time.monotonic() - begun < 15
    begun = time.monotonic()
    assert program.ok(*CALL).err == ""
    assert time.monotonic() - begun < 3
    assert tsa.asked == 1
