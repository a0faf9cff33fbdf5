"""Prompts at a real terminal: stopped, killed and hung up, gone on with, gone back through."""

import io
import os
import re
import resource
import signal
import sqlite3
import stat
import time

import pexpect
import pytest

from tests.program import PROGRAM, Program
from tests.test_terminal import PASTE_MARKS, TIED, WHO, WORDS, Terminal, interactions

pytestmark = pytest.mark.slow

STORY = "She wants $500, or one star."
PASTES = ("\x1b[?2004h", "\x1b[?2004l")
GO_ON, STOPPED = "Go on?", "What you typed is kept: reviewlog log goes on with it."


@pytest.fixture
def program(tmp_path):
    return Program(tmp_path)


def kept(program):
    return sorted((program.book / "drafts").glob("answers-*"))


def waits_for(path_of, seconds=10):
    """Wait until something lies there."""
    for _ in range(seconds * 20):
        if path_of():
            return
        time.sleep(0.05)
    raise AssertionError("nothing was kept")


def at(program, question, **env):
    """Return a guided call that has come to a question."""
    terminal = Terminal(program, "log", **env).asks(WHO).asks("> ")
    for here, answer in ((WHO, "Dana Smith"), (WORDS, STORY)):
        if question == here:
            return terminal
        terminal.says(answer).asks(WORDS if here == WHO else TIED).asks("> ")
    return terminal


def finished(terminal, question, typed=""):
    """Answer what is left of a guided call, of which a line may have been typed before."""
    asked = (WHO, WORDS, TIED)
    for here, answer in zip(asked, ("Dana Smith", STORY, "open"), strict=True):
        if asked.index(here) >= asked.index(question):
            terminal.asks(here).asks(typed if here == question else "").asks("> ").says(answer)
    return terminal.ends()


def is_written(program):
    said = [(entry["who"], entry["text"], entry["threat"]) for entry in interactions(program)]
    return said == [("Dana Smith", STORY, "open")]


@pytest.mark.parametrize("question", [WORDS, TIED])
def test_ctrl_c_keeps_what_was_typed_and_the_next_run_goes_on(program, question):
    terminal = at(program, question)
    terminal.child.send("half a li")
    terminal.child.expect("half a li")
    code, out = terminal.presses("c").ends()
    assert code == 130
    assert "Stopped. Nothing was written." in out
    assert STOPPED in out
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept(program)] == [0o600]

    terminal = Terminal(program, "log").asks("You were in the middle of this")
    terminal.asks("Dana Smith").asks(GO_ON).says("")
    code, out = finished(terminal, question, "You typed: half a li")
    assert code == 0, out
    assert is_written(program)
    assert kept(program) == []


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
@pytest.mark.parametrize("question", [WORDS, TIED])
def test_killed_or_hung_up_it_keeps_every_answer(program, question, end):
    terminal = at(program, question)
    waits_for(lambda: kept(program))
    terminal.child.send("half")
    terminal.child.expect("half")
    terminal.child.kill(end)
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.signalstatus == end

    terminal = Terminal(program, "log").asks("You were in the middle of this").asks("Dana Smith")
    terminal.asks(GO_ON).says("y")
    typed = "" if end == signal.SIGKILL else "You typed: half"
    assert finished(terminal, question, typed)[0] == 0
    assert is_written(program)
    assert kept(program) == []


def test_back_from_each_question_to_the_first(program):
    terminal = at(program, TIED).says("<").asks(WORDS).asks("You typed: She wants").asks("> ")
    terminal.says("<").asks(WHO).asks("You typed: Dana Smith").asks("> ").says("<")
    terminal.asks("This is the first question").asks(WHO).asks("> ").says("")
    terminal.asks(WORDS).asks("You typed: She wants").asks("> ").says("")
    code, out = terminal.asks(TIED).asks("> ").says("open").ends()
    assert code == 0, out
    assert is_written(program)


def test_a_full_disk_loses_nothing_that_was_typed(program):
    """The limit on the size of a file stands in for a disk that is full."""
    program.ok("log", "It was dry.", "--who", "Robin", "--threat", "none")
    size = (program.book / "logbook.db").stat().st_size
    story = "word " * 4000
    terminal = Terminal.__new__(Terminal)
    terminal.child = pexpect.spawn(
        PROGRAM[0], [*PROGRAM[1:], "log", "--who", "Dana"], env=dict(program.env), timeout=15,
        encoding="utf-8", cwd=str(program.home),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip
    terminal.asks(WORDS).asks("> ")
    for piece in re.findall(".{1,900}", story):
        terminal.child.send(piece)
    code, out = terminal.says("").asks(TIED).asks("> ").says("no").ends()
    assert code == 1, out
    assert "goes on with it" in out

    code, out = Terminal(program, "log", "--who", "Dana").asks(GO_ON).says("").ends()
    assert code == 0, out
    assert interactions(program)[-1]["text"].split() == story.split()


def test_a_locked_logbook_loses_nothing_that_was_typed(program):
    program.ok("log", "It was dry.", "--who", "Robin", "--threat", "none")
    lock = sqlite3.connect(program.book / "logbook.db", isolation_level=None)
    terminal = at(program, TIED)
    lock.execute("BEGIN EXCLUSIVE")
    terminal.says("open")
    time.sleep(1)
    code, out = terminal.presses("c").ends()
    lock.close()
    assert code == 130
    assert STOPPED in out

    code, out = Terminal(program, "log").asks(GO_ON).says("").ends()
    assert code == 0, out
    assert interactions(program)[-1]["text"] == STORY


def test_two_calls_at_once_do_not_take_each_others_words(program):
    first = at(program, WORDS)
    second = at(program, TIED)
    assert len(kept(program)) == 2
    assert second.says("open").ends()[0] == 0
    assert len(kept(program)) == 1
    assert first.says("Again.").asks(TIED).asks("> ").says("no").ends()[0] == 0
    assert len(interactions(program)) == 2
    assert kept(program) == []


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"TERM": "linux"}])
def test_questions_send_nothing_but_plain_lines(program, env):
    terminal = Terminal(program, "log", **env)
    terminal.child.logfile_read = log = io.StringIO()
    terminal.asks(WHO).asks("> ").says("Dana").asks(WORDS).asks("> ").says("<")
    terminal.asks(WHO).asks("> ").presses("c").ends()
    shown = log.getvalue()
    if env.get("TERM") != "dumb":  # a terminal is asked to mark a paste, and told when that is over
        assert shown.rindex(PASTES[1]) > shown.rindex(PASTES[0])
        shown = shown.replace(PASTES[0], "").replace(PASTES[1], "")
    assert "\x1b" not in shown


def test_on_a_narrow_screen_every_line_fits(program):
    terminal = Terminal(program, "log")
    terminal.child.setwinsize(24, 40)
    terminal.child.logfile_read = log = io.StringIO()
    terminal.asks(WHO).asks("> ").says("Dana").asks(WORDS).asks("> ").says("Dry.")
    terminal.asks(TIED).asks("> ").says("<").asks(WORDS).asks("> ").presses("c").ends()
    lines = PASTE_MARKS.sub("", log.getvalue()).replace("\r", "").split("\n")
    assert [line for line in lines if len(line) > 40] == []


def test_a_line_can_be_corrected_while_it_is_typed(program):
    terminal = at(program, WORDS)
    terminal.child.send("It was drz")
    terminal.child.send("\x7fy.")
    terminal.says("").asks(TIED).asks("> ").says("no")
    assert terminal.ends()[0] == 0
    assert interactions(program)[0]["text"] == "It was dry."


PASTED = "First paragraph.\n\nSecond paragraph.\necho PWNED-$((40+2))"


@pytest.fixture
def shell(program):
    """A shell at a terminal, in which the program is run."""
    program.ok("log", "x", "--who", "Dana", "--threat", "none")
    terminal = Terminal.__new__(Terminal)
    terminal.child = pexpect.spawn(
        "sh", env={**program.env, "PS1": "$ "}, encoding="utf-8", timeout=15, dimensions=(24, 80)
    )
    terminal.child.delaybeforesend = None
    terminal.child.logfile_read = io.StringIO()
    terminal.says(f"{' '.join(PROGRAM)} review 1 --site yelp").asks("word for word?").asks("> ")
    return terminal


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "unmarked"])
def test_a_paste_of_several_lines_is_one_answer(program, shell, marked):
    child = shell.child
    child.send(f"\x1b[200~{PASTED}\x1b[201~" if marked else PASTED.replace("\n", "\r"))
    shell.asks("PWNED").says("").asks("Follow the playbook").asks("> ")
    shell.says("n")
    child.expect(r"\n\$ ")
    shell.says("echo OV''ER").asks("OVER").presses("d").ends()
    assert "PWNED-42" not in child.logfile_read.getvalue()
    entries = program.ok("show", "1", "--json").json["entries"]
    (review,) = [entry for entry in entries if entry["kind"] == "review"]
    assert review["fields"]["text"] == PASTED


def test_what_comes_before_a_question_stands_there_answers_nothing(program, shell):
    """The last line ends the paste: what follows it later is neither a yes nor run by the shell."""
    child = shell.child
    lock = sqlite3.connect(program.book / "logbook.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    shell.says("Dry and rude.")
    time.sleep(0.5)
    child.send("y\recho PWNED-$((40+2))\r")
    time.sleep(0.3)
    lock.close()
    shell.asks("Follow the playbook").asks("> ").presses("c").asks("Stopped.").asks("\n$ ")
    shell.says("echo OV''ER").asks("OVER").presses("d").ends()
    assert "PWNED-42" not in child.logfile_read.getvalue()


def test_ctrl_c_in_an_answer_of_several_lines_keeps_all_of_them(program):
    terminal = at(program, WORDS)
    terminal.child.send("One.\rTwo.\rThree")
    terminal.asks("Three")
    time.sleep(0.2)
    assert STOPPED in terminal.presses("c").ends()[1]
    terminal = Terminal(program, "log").asks(GO_ON).asks("> ").says("").asks(WORDS)
    terminal.asks("You typed: One. Two. Three").asks("> ").says("").asks(TIED).asks("> ").says("no")
    assert terminal.ends()[0] == 0
    assert interactions(program)[0]["text"] == "One.\nTwo.\nThree"


def test_bytes_that_are_no_text_are_no_fault(program):
    terminal = at(program, WORDS)
    os.write(terminal.child.child_fd, b"Caf\xe9\n")
    code, out = terminal.asks(TIED).asks("> ").says("no").ends()
    assert code == 0, out
    assert "Traceback" not in out
    assert len(interactions(program)) == 1


def test_results_into_a_pipe_hold_no_prompt(program):
    """Standard output goes to a file while somebody answers at the terminal."""
    target = program.home / "out.txt"
    line = f"{' '.join(PROGRAM)} log > {target}"
    terminal = Terminal.__new__(Terminal)
    terminal.child = pexpect.spawn(
        "sh", ["-c", line], env=dict(program.env), encoding="utf-8", timeout=15
    )
    terminal.asks(WHO).asks("> ").says("Dana").asks(WORDS).asks("> ").says("Dry.")
    assert terminal.asks(TIED).asks("> ").says("no").ends()[0] == 0
    assert target.read_text().startswith("Kept, 1")
