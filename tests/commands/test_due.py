"""due: the week, one line for a greeting, exit codes, and the first look of all."""

import pytest


@pytest.fixture
def late(run, call, clock):
    """Incident 1 is late on Tuesday; for incident 2 there is something to do that day."""
    call("The cake was dry", "--who", "Dana Smith", "--threat", "open", "--by", "thursday",
         "--demand", "the full price")  # fmt: skip
    clock.tick(days=3)
    call("Rude staff", "--who", "Robin", "--threat", "none")
    run("remind", "2", "today", "Ring Robin")


def test_the_week_shows_seven_days_from_today_with_what_is_late_first(run, late):
    lines = run("due", "--week").out.splitlines()
    assert lines[0] == "Tue 24 Nov to Mon 30 Nov"
    assert lines[1].startswith("Overdue    1 Dana Smith")
    assert any(line.startswith("Thu 26 Nov") and "!   1  Dana Smith" in line for line in lines)
    assert any(line.startswith("Sat 28 Nov  closed") for line in lines)
    assert any(line.startswith("Mon 30 Nov") for line in lines)


def test_the_week_begins_on_another_day(run, late):
    assert run("due", "--week", "--on", "sunday").out.startswith("Sun 29 Nov to Sat 5 Dec\n")


def test_the_week_tells_when_you_are_away(run, late):
    run("away", "friday", "saturday")
    lines = run("due", "--week").out.splitlines()
    assert [line[:16] for line in lines if "away" in line[:20]] == [
        "Fri 27 Nov  away",
        "Sat 28 Nov  away",
    ]


def test_the_week_is_the_same_object_for_a_script(run, late):
    week = run("due", "--week", "--json").json
    assert week == run("due", "--days", "6", "--json").json


def test_a_greeting_is_one_line_without_names(run, late):
    assert run("due", "--brief").out == ("1 overdue, 1 due today: reviewlog due\n")


def test_a_greeting_says_nothing_when_nothing_is_due(run, call):
    call()
    assert run("due", "--brief", "--on", "2020-01-01").out == ""


def test_a_greeting_about_another_day_says_which(run, call):
    call("Rude staff", "--who", "Robin", "--threat", "none")
    run("close", "1")
    run("remind", "1", "sunday", "Ring Robin")
    line = run("due", "--brief", "--on", "sunday").out
    assert line == "1 due on Sun 22 Nov: reviewlog due\n"


@pytest.mark.parametrize("words", [(), ("--brief",), ("--week",), ("--json",), ("--discreet",)])
def test_something_due_ends_with_5_where_that_is_asked(run, late, words):
    assert run("due", "--exit-code", *words, code=5).out == run("due", *words).out
    run("due", "--exit-code", *words, "--on", "2020-01-01")


@pytest.mark.parametrize("words", [("--week", "--days", "3"), ("--week", "--brief")])
def test_two_ways_to_look_at_once_are_refused(run, call, words):
    call()
    assert "do not go together" in run("due", *words, code=2).err


@pytest.mark.parametrize("words", [("--week",), ("--brief",), ("--week", "--json")])
def test_discreet_hides_names_everywhere(run, late, words):
    out = run("due", "--discreet", *words).out
    assert "Dana" not in out
    assert "Robin" not in out


# Before anything was written down


def test_the_first_look_says_what_to_type_and_makes_no_logbook(run, machine):
    result = run("due")
    assert result.out == "Sat 21 Nov\nNothing today.\n"
    assert "Nothing is written down yet." in result.err
    assert "\n  reviewlog log\n" in result.err
    assert not machine.default_book().exists()


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (("--on", "friday"), "Fri 27 Nov\nNothing on Fri 27 Nov.\n"),
        (("--brief",), ""),
        (("--week",), "Sat 21 Nov\nNothing today.\n"),
        (("--exit-code",), "Sat 21 Nov\nNothing today.\n"),
    ],
)
def test_without_a_logbook_every_look_is_answered(run, machine, words, out):
    assert run("due", *words).out == out
    assert not machine.default_book().exists()


def test_without_a_logbook_a_script_gets_its_object(run, machine):
    result = run("due", "--json")
    assert (result.json["items"], result.err) == ([], "")
    assert not machine.default_book().exists()


def test_a_greeting_before_the_first_entry_is_silent(run):
    result = run("due", "--brief")
    assert (result.out, result.err) == ("", "")


def test_the_first_words_are_over_once_something_is_written(run, call):
    call()
    assert run("due").err == ""


def test_a_place_that_cannot_be_looked_at_is_no_first_look(run):
    result = run("due", "--book", "x" * 300, code=1)
    assert "Nothing is written down" not in result.err
    assert result.err
