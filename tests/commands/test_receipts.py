"""The answer to an entry: what was understood, and the next step in full or as before."""

import pytest

from tests.screens import flat, overwide

QUOTED = ("Wants it all", "--who", "Dana Smith", "--threat", "open", "--quote", "Pay, or else")
AS_BEFORE = "NEXT as before: {title} By Sat 21 Nov, today. (reviewlog next 1)"


def test_a_step_that_was_told_already_is_told_in_short(run, call):
    first = call()
    title = first.next_step
    again = run("note", "1", "Sam baked that day")
    assert AS_BEFORE.format(title=title) in flat(again.out)
    assert "Why" not in again.out
    assert run("next", "1").next_step == title


def test_a_script_gets_the_whole_step_each_time(run, call):
    call()
    before = run("next", "1", "--json").json["next"]
    assert run("note", "1", "Sam baked that day", "--json").json["next"] == before


def test_another_step_is_told_in_full(run, call):
    title = call(*QUOTED).next_step
    after = run("log", "I wrote to her", "--incident", "1", "--out", "--via", "email")
    assert after.next_step
    assert title not in after.next_step
    assert "as before" not in after.out
    assert "\nWhy   " in after.out


def test_a_step_that_opened_meanwhile_is_told_in_full(run, call, clock):
    call()
    run("log", "I wrote to her", "--incident", "1", "--out", "--via", "email")
    for step in [item["step"] for item in run("next", "1", "--json").json["next"]]:
        run("skip", "1", step, "--why", "no need")
    clock.tick(days=5)
    opened = run("next", "1", "--json").json["next"][0]["title"]
    assert run("note", "1", "Nothing yet").next_step == opened


def test_a_new_incident_is_answered_in_full_however_alike(run, call):
    call()
    assert "as before" not in call("Too dry", "--who", "Ann", "--threat", "open").out


def test_where_somebody_may_be_in_danger_nothing_is_shortened(run, call):
    call("He has a knife", "--who", "Dana Smith", "--threat", "violence")
    again = run("note", "1", "The police know")
    assert "as before" not in again.out
    assert "\nWhy   " in again.out


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_of_a_receipt_is_wider_than_the_screen(run, machine, monkeypatch, width):
    monkeypatch.setattr(machine, "width", lambda: width)
    said = run(
        "log", "She says that the cake was so dry that " + "nobody wanted any of it " * 9,
        "--who", "Dana Smith of the Long Name", "--at", "15:00", "--threat", "open",
        "--quote", "x" * 120, "--demand", "the price", "--amount", "240.00", "--by", "friday",
    )  # fmt: skip
    assert overwide(said.out, width) == []
    assert overwide(run("note", "1", "Sam " * 60).out, width) == []
    assert overwide(run("next", "1").out, width) == []


def test_a_line_to_type_stays_in_one_piece_on_a_narrow_screen(run, call, machine, monkeypatch):
    monkeypatch.setattr(machine, "width", lambda: 40)
    call(*QUOTED)
    lines = run("next", "1").out.splitlines()
    assert lines[lines.index("Done") + 1] == "reviewlog log --incident 1 --out 'what was said'"


def test_dates_are_told_near_and_absolute(run, call):
    said = call("Wants it back", "--who", "Dana", "--demand", "all", "--by", "friday 15:00").out
    assert "Their deadline: Fri 27 Nov 15:00, in 6 days." in said
    cooling = run("log", "Rang", "--incident", "1", "--cool-until", "thursday").out
    assert "No contact before Thu 26 Nov, in 5 days." in cooling
    assert "no contact before Thu 26 Nov, in 5 days" in flat(run("show", "1").out)
