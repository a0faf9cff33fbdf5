"""Writing a reply at a real terminal: asked for what is missing, never lost, read again, kept."""

import json
import os
import shutil
import signal
import stat
import time

import pytest

from tests.program import Program, assert_harmless
from tests.test_terminal import Terminal

pytestmark = pytest.mark.slow

GOOD = (
    "Thank you, Fan. The cake you bought on Monday was dry. We got this wrong, and I am sorry."
    " Please ring the number on our page and ask for me. Ann Vale"
)
PROMISE = GOOD.replace("Ann Vale", "I will ring you on Friday. Ann Vale")
WAITS = 'import os, sys, time\nopen(sys.argv[1], "w").write("Half a sent")\n' + (
    'open(sys.argv[1] + ".open", "w").close()\ntime.sleep(60)\n'
)
"""An editor in which somebody has begun to write."""


@pytest.fixture
def program(tmp_path):
    program = Program(tmp_path)
    program.book.mkdir(parents=True)
    (program.book / "config.yaml").write_text("trade: bakery\nvoice: {name: Ann Vale}\n")
    program.ok("log", "It was dry.", "--who", "Dana Smith", "--threat", "none")
    program.ok("review", "1", "--site", "google", "--stars", "1", "--as", "Fan", "--text",
               "Dry \x1b[2J\u202ecake.")  # fmt: skip
    program.ok("assess", "1", "right")
    return program


def editor(program, name, body):
    """Return the command of an editor that is a program of its own."""
    path = program.home / f"{name}.py"
    path.write_text(body)
    return f"{shutil.which('python3')} {path}"


def writes(program, text):
    body = f"import sys\nopen(sys.argv[1], 'w', encoding='utf-8').write({text!r})\n"
    return editor(program, "writes", body)


def entries(program, kind="reply"):
    found = json.loads(program.ok("show", "1", "--json").out)["entries"]
    return [entry["fields"] for entry in found if entry["kind"] == kind]


def drafts(program):
    return sorted((program.book / "drafts").glob("*"))


def test_a_draft_is_asked_for_opened_in_the_editor_and_kept(program):
    keeps = editor(program, "keeps", "import sys\nopen(sys.argv[1], 'a').write('Yours.')\n")
    terminal = Terminal(program, "reply", "1", EDITOR=keeps)
    terminal.asks("What went wrong?").asks("such as:").says("")
    terminal.says("The cake was promised for noon and was dry.")
    terminal.asks("What have you done").says("")
    code, out = terminal.ends()

    assert code == 0, out
    (draft,) = entries(program)
    assert "The cake was promised for noon and was dry." in draft["text"]
    assert draft["text"].endswith("Yours.")
    assert "WAITS" in out
    assert drafts(program) == []


def test_findings_are_marked_and_their_words_stay_folded(program):
    clumsy = writes(program, f"{GOOD}\nBut you never came back to us. See you in court!\n")
    terminal = Terminal(program, "reply", "1", "--edit", "Thank you.", EDITOR=clumsy)
    code, out = terminal.ends()
    assert code == 0, out
    assert "STOP" in out
    assert "^^^" in out

    code, out = Terminal(program, "reply", "1").ends()
    assert code == 0, out
    assert "folded; --unfold shows them" in out
    assert "Dry" not in out
    code, out = Terminal(program, "reply", "1", "--unfold").ends()
    assert "⟨U+202E⟩cake." in out
    assert_harmless(out.replace("\r", ""))


def test_what_was_posted_is_kept_and_its_promise_put_into_the_ledger(program):
    program.ok("reply", "1", GOOD)
    terminal = Terminal(program, "reply", "1", "--posted", PROMISE)
    terminal.asks("by when?").says("someday").asks("no date I know").asks("by when?").says("friday")
    code, out = terminal.ends()

    assert code == 0, out
    assert entries(program)[-1]["text"] == PROMISE
    assert entries(program, "promise")[0]["due"]["precision"] == "day"


def test_enter_takes_the_day_that_the_text_gives(program):
    terminal = Terminal(program, "reply", "1", "--posted", PROMISE)
    code, out = terminal.asks("Enter: Fri").says("").ends()
    assert code == 0, out
    assert len(entries(program, "promise")) == 1


def test_without_a_draft_the_posted_words_are_asked_for(program):
    terminal = Terminal(program, "reply", "1", "--posted")
    code, out = terminal.asks("What did you post, word for word?").says(GOOD).ends()
    assert code == 0, out
    assert entries(program)[-1]["text"] == GOOD


def killed(program, *words):
    """Kill the program while somebody writes in the editor."""
    terminal = Terminal(program, "reply", "1", *words, EDITOR=editor(program, "waits", WAITS))
    if not words:
        terminal.asks("What went wrong?").says("The cake was dry.")
        terminal.asks("What have you done").says("")
    folder = program.book / "drafts"
    deadline = time.monotonic() + 20
    while not list(folder.glob("1-public*.open")) and time.monotonic() < deadline:
        time.sleep(0.05)
    (sign,) = folder.glob("1-public*.open")
    sign.unlink()
    os.kill(terminal.child.pid, signal.SIGKILL)
    terminal.child.close(force=True)


def test_what_was_written_survives_a_kill_and_is_gone_on_with(program):
    killed(program)
    (left,) = drafts(program)
    assert left.read_text() == "Half a sent"
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert entries(program) == []

    goes_on = editor(program, "goes_on", "import sys\nopen(sys.argv[1], 'a').write('ence.')\n")
    terminal = Terminal(program, "reply", "1", EDITOR=goes_on)
    code, out = terminal.asks("not finished is still here (3 words)").says("y").ends()
    assert code == 0, out
    assert [entry["text"] for entry in entries(program)] == ["Half a sentence."]
    assert drafts(program) == []


def test_after_a_kill_nothing_is_written_in_a_script_and_the_text_stays(program):
    program.ok("reply", "1", GOOD)
    killed(program, "--edit")
    run = program.ok("reply", "1")
    assert "not finished" in run.err
    assert GOOD[:30] in run.out
    assert len(entries(program)) == 1
    assert len(drafts(program)) == 1


def test_ctrl_c_in_a_question_writes_nothing(program):
    terminal = Terminal(program, "reply", "1")
    code, out = terminal.asks("What went wrong?").presses("c").ends()
    assert code == 130, out
    assert entries(program) == []


def test_an_editor_that_is_not_there_keeps_what_was_put_together(program):
    terminal = Terminal(program, "reply", "1", EDITOR="/nonexistent/editor")
    code, out = (
        terminal.asks("What went wrong?")
        .says("The cake was dry.")
        .asks("have you done")
        .says("")
        .ends()
    )
    assert code == 1, out
    assert "The editor “/nonexistent/editor” could not be started" in out
    assert "Nothing was written" not in out
    assert "The cake was dry." in drafts(program)[0].read_text()


def test_the_trade_is_asked_for_once_before_anything_is_drafted(program):
    (program.book / "config.yaml").unlink()
    terminal = Terminal(program, "reply", "1", GOOD)
    terminal.asks("What kind of business").asks("Number").says("6").asks("called?").says("")
    code, out = terminal.ends()
    assert code == 0, out
    assert len(entries(program)) == 1
