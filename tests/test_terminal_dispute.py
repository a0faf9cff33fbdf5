"""Choosing a ground at a real terminal: one question at a time, and nothing is guessed."""

import json

import pytest

from tests.program import Program
from tests.test_terminal import Terminal, in_rows

pytestmark = pytest.mark.slow

HINT = "Enter is don't know]"
WHICH = "Which one?"


@pytest.fixture
def program(tmp_path):
    program = Program(tmp_path)
    program.book.mkdir(parents=True)
    (program.book / "config.yaml").write_text("trade: bakery\n")
    program.ok(
        "log", "It was dry.", "--who", "Dana Smith", "--threat", "open", "--quote", "Or else"
    )
    program.ok("review", "1", "--site", "google", "--stars", "1", "--as", "Fan", "--text", "Dry.")
    return program


def chosen(program):
    found = json.loads(program.ok("show", "1", "--json").out)["entries"]
    return [entry["fields"] for entry in found if entry["kind"] == "dispute"]


def answers(terminal, *words):
    for word in words:
        terminal.asks(HINT).says(word)
    return terminal


def test_one_yes_chooses_the_ground_and_the_answers_are_kept(program):
    terminal = Terminal(program, "dispute", "1")
    terminal.asks("acts on its own grounds only").asks("Did somebody demand money")
    terminal.asks(HINT).says("perhaps").asks("Please answer y or n").asks(HINT).says("y")
    answers(terminal, *["n"] * 8, "")
    code, out = terminal.ends()

    assert code == 0, out
    assert "STILL MISSING" in out
    (said,) = chosen(program)
    assert said["ground"] == "extortion"
    assert said["answers"]["extortion"] == "yes"
    assert said["answers"]["spam"] == "no"
    assert said["answers"]["legal"] == "unsure"


def test_of_several_the_owner_takes_one_by_its_number(program):
    terminal = answers(Terminal(program, "dispute", "1"), "y", "n", "n", "n", "y", *["n"] * 5)
    terminal.asks("A report names one ground").asks(WHICH).says("7").asks(WHICH).says("2")
    code, out = terminal.ends()

    assert code == 0, out
    assert [said["ground"] for said in chosen(program)] == ["spam"]


def test_where_nothing_fits_it_says_what_to_do_instead_and_writes_nothing(program):
    terminal = answers(Terminal(program, "dispute", "1"), *["n"] * 10)
    terminal.asks(HINT).says("y")
    while terminal.child.expect([in_rows(HINT), "Nothing was written[.]"]) == 0:
        terminal.says("n")
    shown = terminal.child.before
    code, out = terminal.ends()

    assert code == 0, out
    assert "will not act on this" in shown
    assert "Do this instead" in shown
    assert chosen(program) == []


def test_ctrl_c_writes_nothing(program):
    code, _ = answers(Terminal(program, "dispute", "1"), "y").asks(HINT).presses("c").ends()
    assert code == 130
    assert chosen(program) == []


def test_a_choice_is_not_asked_for_twice_unless_anew(program):
    program.ok("dispute", "1", "--ground", "spam")
    code, out = Terminal(program, "dispute", "1").ends()
    assert code == 0
    assert HINT not in out
    code, _ = Terminal(program, "dispute", "1", "--anew").asks(HINT).presses("c").ends()
    assert code == 130


def test_the_answer_of_the_site_is_asked_for(program):
    program.ok("dispute", "1", "--sent")
    terminal = Terminal(program, "dispute", "1", "--answer", "removed")
    terminal.asks("word for word?").says("It's gone.").asks("Did you see").says("y")
    code, out = terminal.ends()

    assert code == 0, out
    assert chosen(program)[-1]["said"] == "It's gone."
    assert json.loads(program.ok("show", "1", "--json").out)["facts"]["review"] == "gone"


def test_which_review_is_asked_for(program):
    program.ok("review", "1", "--site", "google", "--stars", "1", "--as", "Other")
    terminal = Terminal(program, "dispute", "1", "--ground", "spam")
    code, out = terminal.asks("all of them").asks("Which review?").says("3").ends()
    assert code == 0, out
    assert "2 reviews, in one report" in out
    assert "of" not in chosen(program)[0]


def test_the_trade_is_asked_for_once_before_the_first_preparation(program):
    (program.book / "config.yaml").unlink()
    terminal = Terminal(program, "dispute", "1", "--ground", "spam")
    code, out = (
        terminal.asks("What kind of business")
        .asks("Number")
        .says("1")
        .asks("business called?")
        .says("Vale")
        .ends()
    )
    assert code == 0, out
    assert "business: Vale" in (program.book / "config.yaml").read_text()
    assert "trade:" in (program.book / "config.yaml").read_text()
    code, out = Terminal(program, "dispute", "1").ends()
    assert code == 0
    assert "What kind of business" not in out


def test_not_knowing_is_not_a_no(program):
    terminal = Terminal(program, "dispute", "1")
    while terminal.child.expect([in_rows(HINT), "Nothing was written[.]"]) == 0:
        terminal.says("")
    shown = " ".join(terminal.child.before.split())
    code, out = terminal.ends()

    assert code == 0, out
    assert "What you do not know yet is not a no." in shown
    assert "Did somebody demand money" in shown
    assert "Leave the report" not in shown
    assert chosen(program) == []


def test_a_notice_without_a_review_is_asked_about(program):
    program.ok("dispute", "1", "--site", "bbb", "--notice", "C 12", "--deadline", "in 6 days")
    terminal = Terminal(program, "dispute", "1", "--site", "bbb")
    terminal.asks("What is it?").says("2").asks("Is it a complaint with a notice")
    answers(terminal, "y", "n")
    code, out = terminal.ends()

    assert code == 0, out
    assert "its notice of a complaint" in out
