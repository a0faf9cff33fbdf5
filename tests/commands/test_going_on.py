"""A run that was stopped, refused or failed, and how the next one goes on with it."""

import stat

import pytest

from reviewlog.domain.errors import BookError
from tests.commands.answered import STORY, TIED, WHO, WORDS, begins, kept, written


@pytest.mark.parametrize("said", [(), ("Dana",), ("Dana", STORY)], ids=[WHO, WORDS, TIED])
def test_a_stop_keeps_what_was_typed_and_the_next_run_goes_on(run, machine, answers, said):
    answers(*said, KeyboardInterrupt("half a li"))
    stopped = run("log", code=130).err
    assert "Stopped. Nothing was written." in stopped
    assert "What you typed is kept: reviewlog log goes on with it." in stopped
    (path,) = kept(machine)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    asked = answers("y", *("Dana", STORY, "no")[len(said) :])
    before = len(asked)
    offered = run("log").err
    assert "You were in the middle of this, Sat 21 Nov 16:40:" in offered
    assert all(f" {word}\n" in offered for word in (*said, "half a li"))
    assert asked[before + 1].startswith((WHO, WORDS, TIED)[len(said)])
    assert "You typed: half a li" in asked[before + 1]
    assert len(written(run, machine)) == 1
    assert kept(machine) == []


def test_a_stop_before_anything_was_typed_keeps_nothing(run, machine, answers):
    answers(KeyboardInterrupt())
    assert "is kept" not in run("log", code=130).err
    assert kept(machine) == []


def test_no_keeps_what_was_typed_for_later_and_a_third_word_deletes_it(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    asked = answers("what?", "1", "n", "Robin", "Dry.", "no")
    assert "It stays kept for later." in run("log").err
    assert "Go on?" in asked[-4]
    assert [said["who"] for said in written(run, machine)] == ["Robin"]
    assert len(kept(machine)) == 1

    asked = answers("forget", KeyboardInterrupt())
    told = run("log", code=130).err
    assert " Dana\n" in told
    assert "It is deleted." in told
    assert begins(asked)[-1] == WHO
    assert kept(machine) == []


def test_each_of_several_stopped_runs_is_offered(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    answers("n", "Robin", KeyboardInterrupt())
    run("log", code=130)
    assert len(kept(machine)) == 2
    answers("n", "y", STORY, "no")
    run("log")
    assert written(run, machine)[0]["who"] == "Robin"
    answers("y", STORY, "no")
    run("log")
    assert kept(machine) == []


def test_going_back_and_then_a_stop_lose_no_answer(run, machine, answers):
    """Also those behind the question that was gone back to."""
    answers("Dana", STORY, "<", "<", KeyboardInterrupt())
    assert "What you typed is kept" in run("log", code=130).err
    asked = answers("", "", "", "open")
    run("log")
    assert "You typed: Dana" in asked[-3]
    assert f"You typed: {STORY}" in asked[-2]
    (said,) = written(run, machine)
    assert (said["who"], said["text"], said["threat"]) == ("Dana", STORY, "open")


def test_a_stop_after_a_stop_loses_no_answer(run, machine, answers):
    answers("Dana", STORY, "<", KeyboardInterrupt())
    run("log", code=130)
    answers("", KeyboardInterrupt())
    run("log", code=130)
    asked = answers("", "", "open")
    run("log")
    assert f"You typed: {STORY}" in asked[-2]


def test_a_call_that_is_gone_on_with_later_was_when_it_was_begun(run, machine, answers, clock):
    answers("Dana Smith", KeyboardInterrupt("She wa"))
    run("log", code=130)
    clock.tick(days=1, hours=18)
    answers("", STORY, "open")
    told = run("log")
    assert "You were in the middle of this, Sat 21 Nov 16:40:" in told.err
    assert "Dana Smith phoned you, Sat 21 Nov 16:40" in told.out
    machine.edited = None
    entries = run("show", "1", "--json").json["entries"]
    (call,) = [entry for entry in entries if entry["kind"] == "interaction"]
    assert call["fields"]["happened_at"]["start"] == "2026-11-21T16:40:00.000Z"
    assert call["recorded_at"] == "2026-11-23T10:40:00.000Z"
    assert "written 1 day later" in " ".join(run("show", "1").out.split())


def test_a_call_that_is_stopped_twice_was_when_it_was_begun(run, machine, answers, clock):
    answers("Dana Smith", KeyboardInterrupt())
    run("log", code=130)
    clock.tick(hours=20)
    answers("", STORY, KeyboardInterrupt())
    run("log", code=130)
    clock.tick(hours=20)
    answers("", "open")
    assert "phoned you, Sat 21 Nov 16:40" in run("log").out


def test_an_answer_counts_from_the_day_on_which_it_was_typed(run, machine, answers, clock):
    run("log", "x", "--who", "Dana", "--threat", "none", "--no-input")
    clock.tick(hours=31)
    answers("tomorrow", KeyboardInterrupt())
    run("remind", "1", code=130)
    clock.tick(minutes=30)
    answers("", "Ring them")
    assert "Mon 23 Nov" in run("remind", "1").out


def test_an_answer_that_is_typed_now_counts_from_today(run, machine, answers, clock):
    run("log", "x", "--who", "Dana", "--threat", "none", "--no-input")
    answers("A new cake", KeyboardInterrupt())
    run("promise", "1", code=130)
    clock.tick(days=2)
    answers("", "tomorrow")
    assert "Tue 24 Nov" in run("promise", "1").out


def test_words_on_the_line_count_from_when_the_run_was_begun(run, machine, answers, clock):
    answers("Dana", KeyboardInterrupt())
    run("log", "--at", "10 min ago", code=130)
    clock.tick(days=2)
    answers("", STORY, "open")
    assert "phoned you, Sat 21 Nov 16:30" in run("log", "--at", "10 min ago").out


def test_a_declined_day_is_asked_again_and_is_no_loop(run, machine, answers):
    answers("n")
    line = ("log", STORY, "--who", "Dana", "--at", "today 23:58")
    assert "is kept" not in run(*line, code=2).err
    assert kept(machine) == []
    asked = answers("y")
    assert "Fri 20 Nov 23:58" in run(*line).out
    assert not any("Go on?" in question for question in asked)


def test_other_words_are_another_run(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    asked = answers(STORY, "no")
    run("log", "--who", "Robin", "-q")
    assert not any("Go on?" in question for question in asked)
    assert len(kept(machine)) == 1


def test_a_script_never_sees_what_is_kept(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    machine.edited = None
    assert "You were" not in run("log", code=2).err
    machine.edited = ""
    assert "You were" not in run("log", "--no-input", code=2).err
    assert len(kept(machine)) == 1


def test_an_error_keeps_what_was_typed_and_the_run_goes_on_by_itself(
    run, machine, answers, monkeypatch
):
    from reviewlog.logbook.logbook import Logbook

    def full(*_):
        raise BookError("logbook.db", "full")

    with monkeypatch.context() as disk:
        disk.setattr(Logbook, "log", full)
        answers("Dana", STORY, "no")
        told = run("log", code=1).err
    assert "What you typed is kept" in told
    asked = answers("")
    assert "Kept, 1" in run("log").out
    assert "Go on?" in asked[-1]
    assert written(run, machine)[0]["text"] == STORY


def test_after_a_refusal_the_last_question_is_asked_again(run, machine, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    answers(long := "word " * 200_001)
    assert "What you typed is kept" in run("note", "1", code=2).err
    run("log", "y", "--who", "Robin", "--threat", "none", "--no-input")
    asked = answers("", KeyboardInterrupt())
    assert "Something was written into the logbook since" in run("note", "1", code=130).err
    assert begins(asked)[-2:] == ["Go on? [Y/n, Enter is yes]", "Your note?"]
    assert f"You typed: {long.strip()}" in " ".join(asked[-1].split())


@pytest.mark.parametrize("verb", ["promise", "demand", "remind", "note", "attempt", "skip", "snooze",
                                  "assess", "review", "log"])  # fmt: skip
def test_an_incident_that_is_not_there_is_told_before_anything_is_asked(
    run, machine, answers, verb
):
    run("log", "x", "--who", "Dana", "--threat", "none")
    asked = answers("A new cake")
    line = (verb, "--incident", "99") if verb == "log" else (verb, "99")
    told = run(*line, code=4).err
    assert "There is no incident" in told
    assert "is kept" not in told
    assert asked == []
