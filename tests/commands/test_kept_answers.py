"""What is kept of answers, what never is, and when it goes."""

import json
import os
import stat

import pytest

from tests.commands.answered import STORY, kept, written


def test_whom_to_forget_is_never_kept(run, machine, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    asked = answers("Nobody at all")
    assert "is kept" not in run("erase", code=4).err
    answers("Dana", "<", "Dana", KeyboardInterrupt("by le"))
    run("erase", code=130)
    assert "You typed: Dana" in asked[3]
    assert kept(machine) == []


def test_a_plain_no_keeps_nothing(run, machine, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    answers("the till", "Dana", "", "", "nothing", "n")
    assert "is kept" not in run("lookup", "1", code=1).err
    assert kept(machine) == []


@pytest.mark.parametrize("rest", [b'{"began": "2026-', b"\n{}\n[1]\n", b"\xff\n"])
def test_half_a_line_leaves_the_one_before_it(run, machine, answers, rest):
    answers("Dana", STORY, KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    path.write_bytes(path.read_bytes() + rest)
    answers("", "no")
    run("log")
    assert written(run, machine)[0]["who"] == "Dana"


def test_a_file_of_nonsense_is_thrown_away(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    path.write_bytes(b"\x00\xff{]\n[1]\n")
    answers("Dana", STORY, "no")
    run("log")
    assert kept(machine) == []


SAID = {"question": "Who?", "answer": "Dana", "at": "2026-11-21T16:40:00.000Z"}
STATE = {"began": SAID["at"], "answers": [SAID], "later": [], "refused": False}


@pytest.mark.parametrize(
    "line",
    [
        {**STATE, "began": "nonsense"},
        {**STATE, "began": 5},
        {**STATE, "began": "0001-01-01T00:00:00.000Z"},
        {**STATE, "answers": [{**SAID, "at": "9999-12-31T23:59:00.000Z"}]},
        {**STATE, "answers": [{"answer": "Dana", "at": SAID["at"]}]},
        {**STATE, "answers": 5},
        {**STATE, "answers": [[[]]]},
        {**STATE, "later": "a"},
        "began",
        5,
        None,
        [STATE],
    ],
)
def test_a_line_that_is_not_ours_is_no_obstacle(run, machine, answers, line):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    path.write_text(json.dumps(line) + "\n")
    answers("Dana", STORY, "no")
    run("log")
    assert kept(machine) == []


def test_a_line_without_a_bottom_is_no_obstacle(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    path.write_text("[" * 200_000)
    answers("Dana", STORY, "no")
    run("log")
    assert kept(machine) == []


def test_what_was_erased_meanwhile_is_not_said_to_be_kept(run, machine, answers, monkeypatch):
    ask = machine.ask

    def erased_meanwhile(question, keep):
        if len(machine.asked) == 1:
            for path in kept(machine):
                path.unlink()
        return ask(question, keep)

    monkeypatch.setattr(machine, "ask", erased_meanwhile)
    answers("Dana", KeyboardInterrupt())
    assert "is kept" not in run("log", code=130).err


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter on Windows")
def test_what_others_could_read_is_closed_to_them_again(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    path.chmod(0o644)
    path.parent.chmod(0o777)
    answers("y", KeyboardInterrupt())
    assert "You were in the middle of this" in run("log", code=130).err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter on Windows")
@pytest.mark.parametrize("how", ["writable", "another"])
def test_what_others_may_have_written_is_not_offered(run, machine, answers, how):
    if how == "another" and os.geteuid() != 0:
        pytest.skip("giving a file away needs root")
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    if how == "writable":
        path.chmod(0o666)
    else:
        os.chown(path, 65534, 65534)
    answers("Dana", STORY, "no")
    assert "in the middle" not in run("log").err
    assert path.exists()


def test_nothing_is_kept_of_a_passphrase(run, machine, answers, bakery):
    run("log", "x", "--who", "Dana", "--threat", "none")
    machine.secret = None
    answers("a long secret", KeyboardInterrupt("a long sec"))
    run("export", "1", "--for", "lawyer", "--encrypt", "passphrase", code=130)
    assert all("secret" not in path.read_text() for path in kept(machine))


def test_erase_takes_the_kept_answers_with_it(run, machine, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    answers("Dana", "She said", KeyboardInterrupt())
    run("log", code=130)
    machine.edited = None
    planned = run("erase", "--who", "Dana", "--why", "by letter", code=1).err
    assert "a text that you were writing" in " ".join(planned.split())
    run("erase", "--who", "Dana", "--why", "by letter", "-y")
    assert kept(machine) == []


def test_doctor_names_what_is_kept(run, machine, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    machine.edited = None
    assert "goes on with them" in " ".join(run("doctor").out.split())


def test_what_is_kept_holds_the_answers_and_no_more(run, machine, answers):
    answers("Dana", "perhaps", "perhaps", KeyboardInterrupt())
    run("log", code=130)
    state = json.loads(kept(machine)[0].read_text().split("\n")[-2])
    assert [said["answer"] for said in state["answers"]] == ["Dana", "perhaps"]
    assert state["later"] == []


def test_a_run_that_cannot_be_kept_says_so_and_asks_on(run, machine, answers):
    for _ in range(9):
        answers(*["n"] * len(kept(machine)), "Dana", KeyboardInterrupt())
        run("log", code=130)
    answers(*["n"] * 9, "Robin", STORY, "no")
    assert "cannot be kept meanwhile: 9 earlier runs are kept already" in run("log").err
    assert len(kept(machine)) == 9


@pytest.mark.parametrize("words", ["two  blanks", "a\nline", "a\ttab", "long " * 20, "\x1b[31m"])
def test_a_line_that_a_row_cannot_show_exactly_is_not_printed(run, answers, words):
    answers(KeyboardInterrupt("Dana"))
    told = run("log", words, code=130).err
    assert "What you typed is kept: the same command again goes on with it." in told
    answers("n", KeyboardInterrupt())
    assert "in the middle of this" in run("log", words, code=130).err


def test_a_line_that_fits_a_row_is_printed_as_it_was_typed(run, answers):
    answers(KeyboardInterrupt("Dana"))
    told = run("log", "It was dry, she said, and the icing was blue", code=130).err
    line = "reviewlog log 'It was dry, she said, and the icing was blue'"
    assert f"This goes on with it:\n  {line}\n" in told
