"""At a real terminal: a review set against proof sentence by sentence, and a search."""

import pytest

from tests.program import Program, assert_harmless
from tests.test_terminal import PAINT, PASTE_MARKS, Terminal

pytestmark = pytest.mark.slow

TEXT = "The cake was dry. We waited 3 hours! Never\x1b[2J again."


@pytest.fixture
def program(tmp_path):
    program = Program(tmp_path)
    program.ok("log", "It was dry.", "--who", "Dana Smith", "--threat", "open")
    program.ok(
        "review", "1", "--site", "google", "--stars", "1", "--text", "-", stdin=TEXT.encode()
    )
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    program.ok("attach", "1", str(tmp_path / "a.png"), "--shows", "order")
    return program


def stands(program):
    return [c["stand"] for c in program.ok("claim", "1", "--json").json["claims"]]


def test_sentence_by_sentence(program):
    terminal = Terminal(program, "claim", "1")
    terminal.asks("E1  Kept the file a.png")
    terminal.asks("“The cake was dry.”").asks("s: stop").says("a")
    terminal.asks("Which proof?").says("e1").asks("What do you say to it").says("It was fresh")
    terminal.asks("“We waited 3 hours!”").asks("s: stop").says("").asks("Left for later.")
    terminal.asks("“Never⟨U+001B⟩").asks("s: stop").says("opinion")
    code, shown = terminal.asks("What do you say to it").says("").ends()
    assert code == 0
    assert "2 sentences are written down." in shown
    assert "1 sentence is not looked at yet" in " ".join(shown.split())
    assert_harmless(PAINT.sub("", PASTE_MARKS.sub("", shown)))
    assert stands(program) == ["against", None, "opinion"]


def test_ctrl_c_keeps_what_was_said(program):
    terminal = Terminal(program, "claim", "1").asks("s: stop").says("n")
    terminal.asks("What do you say to it").says("").asks("“We waited").asks("s: stop")
    code, shown = terminal.presses("c").ends()
    assert code == 130
    assert "What you said so far is written down" in shown
    assert stands(program) == ["open", None, None]


def test_a_search_is_asked_for(program):
    terminal = Terminal(program, "lookup", "1")
    terminal.asks("Where did you look?").says("order book").asks("Under which name").says("Dana")
    terminal.asks("Under which other one?").says("").asks("Over which days?").says("")
    terminal.asks("What was there?").says("nothing").asks("Write it down so?")
    code, shown = terminal.says("").ends()
    assert code == 0
    assert "No record found under name Dana (in the order book)" in " ".join(shown.split())
