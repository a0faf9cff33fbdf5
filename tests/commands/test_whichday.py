"""Which day was meant: asked on a terminal, refused with the line that works in a script."""

import shlex

import pytest

from tests.commands.conftest import FakeMachine

CALL = ("log", "It was dry.", "--who", "Dana")


@pytest.fixture
def past_midnight(machine: FakeMachine) -> FakeMachine:
    machine.clock.tick(hours=8)  # Sun 22 Nov 00:40
    return machine


def config(machine: FakeMachine) -> str:
    path = machine.default_book() / "config.yaml"
    return path.read_text() if path.exists() else ""


@pytest.mark.parametrize("said", ["17:50", "today 17:50"])
def test_a_time_still_to_come_may_be_yesterdays(run, answers, past_midnight, said):
    asked = answers("y")
    result = run(*CALL, "--at", said)
    question = " ".join(asked[0].split())
    assert f"“{said}” (Sun 22 Nov 17:50) is still to come." in question
    assert "Do you mean yesterday, Sat 21 Nov 17:50?" in question
    assert "Sat 21 Nov 17:50" in result.out


def test_no_to_yesterday_writes_nothing(run, answers, past_midnight):
    answers("n")
    result = run(*CALL, "--at", "17:50", code=2)
    assert "This needs a time in the past. Try: 10 min ago" in result.err
    assert run("list", "--json").json["incidents"] == []


@pytest.mark.parametrize("at", [("--at", "17:50"), ("--at=17:50",)])
def test_a_script_gets_the_line_that_works(run, past_midnight, at):
    result = run(*CALL, *at, code=2)
    assert "If you mean yesterday, Sat 21 Nov 17:50:" in result.err
    line = result.err.strip().splitlines()[-1]
    _, *words = shlex.split(line)
    assert "Sat 21 Nov 17:50" in run(*words).out


def test_a_script_gets_the_line_even_where_it_says_yes_to_everything(run, past_midnight):
    assert "reviewlog" in run(*CALL, "--at", "17:50", "-y", code=2).err


def test_words_of_a_line_that_are_no_option_are_put_right(run):
    run(*CALL)
    result = run("remind", "1", "3pm", "call them", code=2)
    assert "“3pm” (Sat 21 Nov 15:00) is over. This needs a time to come." in result.err
    line = result.err.strip().splitlines()[-1]
    assert line == "  reviewlog remind 1 '2026-11-22 15:00' 'call them'"


def test_words_that_stand_apart_are_still_explained(run):
    run(*CALL)
    assert "Try: Sun 22 Nov 15:00" in run("snooze", "1", "today", "3pm", code=2).err


def test_a_time_that_is_over_may_be_tomorrows(run, answers):
    run(*CALL)
    asked = answers("")
    result = run("remind", "1", "3pm", "call them")
    assert "Do you mean tomorrow, Sun 22 Nov 15:00?" in " ".join(asked[0].split())
    assert "Sun 22 Nov" in result.out


def test_a_day_that_was_not_meant_is_asked_for_again(run, answers):
    run(*CALL)
    asked = answers("3pm", "n", "3/4", "2")
    result = run("promise", "1", "a cake")
    assert "This needs a time to come." in result.err
    first, over, again, which = asked
    assert first == again
    assert "“3pm” (Sat 21 Nov 15:00) is over." in over
    assert "Which day is “3/4”?" in which
    assert "Thu 4 Mar 2027" in result.out


@pytest.mark.parametrize(("chosen", "order", "understood"), [("1", "day-month", "Fri 3 Apr"),
                                                             ("2", "month-day", "Wed 4 Mar")])  # fmt: skip
def test_a_date_of_two_readings_is_asked_once_and_remembered(
    run, answers, machine, chosen, order, understood
):
    asked = answers(chosen)
    result = run(*CALL, "--at", "3/4/2026")
    assert "Which day is “3/4/2026”?" in asked[0]
    assert understood in result.out
    assert config(machine) == f"dates: {order}\n"
    assert f"“dates: {order}” in config.yaml" in result.err
    asked.clear()
    assert understood in run(*CALL, "--new", "--at", "3/4").out
    assert asked == []


def test_what_was_chosen_can_still_be_a_day_that_is_over(run, answers, machine):
    run(*CALL)
    answers("1")
    told = run("remind", "1", "3/4/2026", "x", code=2).err
    assert "is over. This needs a time to come." in told
    assert "From now on" not in told
    assert config(machine) == ""


@pytest.mark.parametrize("said", ["1.5 hours ago", "2-3 days ago", "1/2 hour ago", "1-2 weeks",
                                  "around 2-3 hours ago", "tomorrow 1/2", "mon 3/4/2026"])  # fmt: skip
def test_numbers_that_are_no_date_are_not_asked_about(run, answers, machine, said):
    asked = answers("1")
    assert "Try:" in run(*CALL, "--at", said, code=2).err
    assert (asked, config(machine)) == ([], "")


def test_a_date_that_fits_one_way_is_not_asked_about(run, answers, machine):
    run(*CALL)
    asked = answers()
    run("promise", "1", "a cake", "--by", "sat 3/4")
    assert (asked, config(machine)) == ([], "")


@pytest.mark.parametrize(
    ("word", "order"),
    [("4 mar", "month-day"), ("4 March", "month-day"), ("march", "month-day"), ("mar 4", "month-day"),
     ("april", "day-month"), ("3 apr", "day-month"), ("fri", "day-month"), ("Wed 4 Mar", "month-day")],
)  # fmt: skip
def test_the_day_is_chosen_by_its_words(run, answers, machine, word, order):
    answers(word)
    run(*CALL, "--at", "3/4/2026")
    assert config(machine) == f"dates: {order}\n"


def test_an_hour_that_the_clocks_left_out_is_told(run):
    told = run(*CALL, "--at", "2026-03-29 1:30", code=2).err
    assert "There is no “2026-03-29 1:30”: the clocks go forward over it." in told
    assert "Try: 2026-03-29 02:30" in told


def test_two_dates_of_one_command_are_asked_about_once(run, answers):
    asked = answers("1")
    run(*CALL, "--at", "3/4/2026", "--by", "5/6/2026")
    assert len([question for question in asked if "Which day" in question]) == 1


def test_a_config_that_cannot_be_read_is_left_alone(run, answers, machine):
    run(*CALL)
    path = machine.default_book() / "config.yaml"
    path.write_text("working_days: [mon\n")
    answers("1")
    result = run("note", "1", "dry", "--at", "3/4/2026")
    assert path.read_text() == "working_days: [mon\n"
    assert "dates: day-month" in result.err
    assert "Fri 3 Apr" in result.out


def test_a_script_is_shown_both_days(run, machine):
    result = run(*CALL, "--at", "3/4/2026", code=2)
    assert "“3/4/2026” could be Fri 3 Apr 2026 or Wed 4 Mar 2026." in result.err
    assert config(machine) == ""
    for day in ("Fri 3 Apr 2026", "Wed 4 Mar 2026"):
        assert day.removesuffix(" 2026") in run(*CALL, "--new", "--at", day).out


def test_a_part_of_the_day_is_echoed_and_kept(run):
    assert "Sat 21 Nov in the morning" in run(*CALL, "--at", "this morning").out
    shown = run("show", "1").out
    assert "Sat 21 Nov in the morning" in shown
    assert "Fri 20 Nov at night" in run("note", "1", "worried", "--at", "last night").out


@pytest.mark.parametrize(
    ("words", "echo"),
    [
        (("remind", "1", "tomorrow morning", "call"), "Sun 22 Nov"),
        (("promise", "1", "a cake", "--by", "friday"), "Fri 27 Nov"),
        (("snooze", "1", "tuesday"), "Tue 24 Nov"),
        (("hold", "1", "--until", "in 3 days", "--why", "trip"), "Tue 24 Nov"),
        (("note", "1", "dry", "--at", "yesterday"), "Fri 20 Nov"),
        (("demand", "1", "money", "--by", "in 2 days"), "Mon 23 Nov"),
        (("attempt", "1", "a cake", "--at", "yesterday 15:00"), "Fri 20 Nov 15:00"),
        (("assess", "1", "right", "--at", "last tuesday"), "Tue 17 Nov"),
        (("close", "1", "--at", "yesterday"), "Fri 20 Nov"),
        (
            ("review", "1", "--site", "google", "--stars", "1", "--posted", "yesterday"),
            "Fri 20 Nov",
        ),
        (("dispute", "1", "--notice", "C 12", "--deadline", "in 6 days"), "Fri 27 Nov"),
        (("attach", "1", "a.png", "--taken", "last night at 11"), "Fri 20 Nov 23:00"),
        (
            (
                "lookup",
                "1",
                "--where",
                "the till",
                "--for",
                "Dana",
                "--found",
                "nothing",
                "--at",
                "yesterday 9am",
            ),
            "Fri 20 Nov 09:00",
        ),
        (("away", "tomorrow", "friday"), "Fri 27 Nov"),
        (("due", "--on", "tomorrow"), "Sun 22 Nov"),
        (("amend", "3", "--at", "yesterday 15:00"), "Fri 20 Nov 15:00"),
    ],
)
def test_every_date_is_said_again_with_its_weekday(run, machine, words, echo):
    (machine.folder / "a.png").write_bytes(b"x")
    run("log", "It was dry.", "--who", "Dana", "--at", "3 weeks ago")
    assert echo in " ".join(run(*words).out.split())


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("24", "“24” of which month? Try: 24 Oct"),
        ("3", "“3” could be a day or an hour. Say the month, or am or pm. Try: 3 Nov, 3am, 3pm"),
        ("may", "“may” is a whole month. Say the day. Try: 12 May"),
        ("eom", "“eom” can mean more than one day. Name the day. Try: 31 Oct"),
        ("1 star", "“1 star” is no date. Stars go with --stars"),
        ("half 4", "Please write the time of “half 4” in figures. Try: 3:30 pm, 4:30 pm"),
        ("next", "“next” alone is no date. Try: last friday, last night"),
        ("1850-01-01", "“1850-01-01” is before 1900. Try: 10 min ago"),
    ],
)
def test_a_refusal_teaches(run, at, told):
    assert told in run(*CALL, "--at", at, code=2).err
