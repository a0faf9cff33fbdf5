import pytest


def test_it_tells_what_moved_and_what_does_not_wait(call, run):
    call("The cake was dry", "--who", "Dana Smith", "--demand", "a new cake", "--by", "wednesday")
    out = run("away", "tomorrow", "friday", "a fair").out
    assert out.startswith("Away Sun 22 Nov to Fri 27 Nov (entry ")
    moved, stays = out.split("These do not wait.")
    assert "Dana Smith: " in moved
    assert "now Mon 30 Nov" in moved
    assert "Their deadline runs out. Wed 25 Nov" in stays


def test_the_same_as_json(call, run):
    call("The cake was dry", "--who", "Dana Smith", "--demand", "a new cake", "--by", "wednesday")
    shape = run("away", "tomorrow", "friday", "a fair", "--json").json
    assert shape["schema"] == "reviewlog.away/1"
    assert (shape["from"], shape["to"], shape["text"]) == ("2026-11-22", "2026-11-27", "a fair")
    assert {m["to"] for m in shape["moved"]} == {"2026-11-30"}
    assert shape["moved"][0].keys() == {"incident", "who", "step", "title", "from", "to"}
    (deadline,) = shape["stays"]
    assert (deadline["due_on"], deadline["who"]) == ("2026-11-25", "Dana Smith")


def test_without_days_it_lists_what_is_noted(run):
    assert "No time away is noted." in run("away").out
    assert run("away", "--json").json["absences"] == []
    run("away", "2026-12-24", "2027-01-02", "Christmas")
    run("away", "today", "tomorrow")
    first, second = run("away").out.splitlines()
    assert first.endswith("  Away Sat 21 Nov to Sun 22 Nov")
    assert second.endswith("  Away Thu 24 Dec to Sat 2 Jan 2027: Christmas")
    listed = run("away", "--json").json["absences"]
    assert [a["from"] for a in listed] == ["2026-11-21", "2026-12-24"]


def test_one_day_away_is_a_day(run):
    assert "Away on Mon 23 Nov" in run("away", "monday", "monday").out


def test_nothing_due_is_said(run):
    assert "Nothing is due in that time." in run("away", "monday", "friday").out


def test_undo_takes_it_back_in_words(run):
    run("away", "monday", "friday", "a fair")
    out = run("undo").out
    assert "You are away 2026-11-23 to 2026-11-27" in out
    assert "a fair" in out
    assert "No time away is noted." in run("away").out
    assert run("undo", code=1).err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("friday", "monday 23 nov"), "The first day comes first."),
        (("monday", "2027-11-24"), "366 days are the most"),
        (("yesterday", "friday"), "is over"),
        (("soonish", "friday"), "is no date I know"),
        (("monday",), "Missing: TO"),
        (("monday", "friday", "a", "fair"), "in quotation marks"),
        (("monday", "friday", " "), "nothing in the reason"),
    ],
)
def test_what_makes_no_period_is_refused(run, words, said):
    assert said in run("away", *words, code=2).err


def test_hostile_reasons_are_shown_harmlessly(run):
    run("away", "monday", "friday", "a\x1b[31mfair\u202e")
    assert "\x1b" not in run("away").out
