"""The call card at a real terminal: the questions after the call, and one command that keeps all."""

import sqlite3

import pytest

from reviewlog.domain.sealing import open_disclosure
from tests.program import Program
from tests.test_terminal import Terminal

pytestmark = pytest.mark.slow

SAID, QUOTE, TIED = "What did they say", "Their exact words?", "Enter: not sure"
WELL, PROMISE, DAY = "that all is well", "What did you promise", "By when?"


@pytest.fixture
def program(tmp_path):
    program = Program(tmp_path)
    program.ok(
        "log", "It was dry.", "--who", "Dana Smith", "--demand", "her money", "--amount", "9"
    )
    return program


def written(program):
    """Return kind, command and fields of every entry of the last command."""
    connection = sqlite3.connect(program.book / "logbook.db")
    rows = connection.execute(
        "SELECT e.seq, e.kind, e.command, d.text FROM entries e JOIN disclosures d USING (log, seq)"
        " WHERE e.command = (SELECT max(command) FROM entries) ORDER BY e.seq"
    ).fetchall()
    connection.close()
    found: dict[int, tuple[str, int, dict[str, object]]] = {}
    for seq, kind, command, text in rows:
        name, value = open_disclosure(text)
        found.setdefault(seq, (kind, command, {}))[2][name] = value
    return list(found.values())


def test_after_the_call_everything_is_written_as_one_command(program):
    terminal = Terminal(program, "call-card", "1")
    terminal.asks("CALL CARD").asks(SAID).says("She wants $9 and an apology.")
    terminal.asks(QUOTE).says("It's a disgrace").asks(TIED).says("hinted").asks(WELL).says("")
    terminal.asks(PROMISE).says("the money back").asks(DAY).says("someday")
    terminal.asks(DAY).says("in 2 days")
    code, out = terminal.ends()

    assert code == 0, out
    assert "Kept, 1" in out
    (talk, command, said), (promise, same, given) = written(program)
    assert (talk, promise) == ("interaction", "promise")
    assert command == same
    assert said["text"] == "She wants $9 and an apology."
    assert (said["quote"], said["threat"]) == ("It's a disgrace", "veiled")
    assert (said["direction"], said["channel"]) == ("out", "phone")
    assert "pleased" not in said
    assert given["text"] == "the money back"
    program.ok("undo")
    assert "the money back" not in program.ok("next", "1").out


def test_enter_says_not_now_and_writes_nothing(program):
    before = written(program)
    code, out = Terminal(program, "call-card", "1").asks(SAID).says("").ends()

    assert code == 0
    assert "Nothing was written. Later:" in out
    assert "reviewlog log --incident 1 --out" in out
    assert written(program) == before


def test_nobody_answered_is_an_answer(program):
    code, out = Terminal(program, "call-card", "1").asks(SAID).says("nobody").ends()

    assert code == 0, out
    ((_, _, said),) = written(program)
    assert said["no_answer"] is True
    assert "text" not in said


def test_they_are_pleased_and_nothing_was_promised(program):
    terminal = Terminal(program, "call-card", "1").asks(SAID).says("All fine now.")
    terminal.asks(QUOTE).says("").asks(TIED).says("no").asks(WELL).says("y").asks(PROMISE).says("")
    assert terminal.ends()[0] == 0
    ((kind, _, said),) = written(program)
    assert (kind, said["pleased"], said["threat"]) == ("interaction", True, "none")


def test_ctrl_c_at_the_first_question_writes_nothing(program):
    before = written(program)
    code, out = Terminal(program, "call-card", "1").asks(SAID).presses("c").ends()
    assert code == 130
    assert "Nothing was written" in out
    assert written(program) == before


def test_a_promise_may_have_no_day(program):
    terminal = Terminal(program, "call-card", "1").asks(SAID).says("Fine.").asks(QUOTE).says("")
    terminal.asks(TIED).says("").asks(WELL).says("").asks(PROMISE).says("a new cake")
    assert terminal.asks(DAY).says("").ends()[0] == 0
    assert [kind for kind, _, _ in written(program)] == ["interaction", "promise"]


def test_the_card_fits_on_a_screen(program):
    terminal = Terminal(program, "call-card", "1").asks("When you have put")
    assert terminal.child.before.count("\n") <= 22
    assert "____" not in terminal.child.before
    terminal.presses("c").ends()


def test_ctrl_c_later_keeps_what_was_said_and_says_so(program):
    terminal = Terminal(program, "call-card", "1")
    terminal.asks("Ctrl-C keeps what you said so far").asks(SAID).says("She shouted.")
    code, out = terminal.asks(QUOTE).presses("c").ends()

    assert code == 130
    assert "is kept" in out
    ((kind, _, said),) = written(program)
    assert (kind, said["text"]) == ("interaction", "She shouted.")


@pytest.mark.parametrize("words", [("--no-input",), ("--json",)])
def test_a_script_is_never_asked(program, words):
    code, out = Terminal(program, "call-card", "1", *words).ends()
    assert code == 0
    assert SAID not in out


def test_a_card_that_goes_to_a_printer_asks_nothing(program):
    run = program.ok("call-card", "1", stdin=b"")
    assert run.err == ""
    assert "AFTERWARDS" in run.out
