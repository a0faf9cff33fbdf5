"""show and list, and the settings behind them."""

import pytest

from tests.builders import FIRST


def test_show_tells_everything_in_order(run, call, clock, golden):
    call()
    clock.tick(hours=1)
    run("log", "Apologised", "--incident", "1", "--out", "--via", "email")
    run("review", "1", "--site", "google", "--stars", "1", "--as", "Fan", "--text", "Dry!\nAvoid.")
    run("assess", "1", "partly", "--for", "a day old", "--against", "polite")
    run("amend", str(FIRST), "--who", "Dana Smyth", "--why", "misheard")
    golden(run("show", "1").out, "show.txt")


def test_list_filters_add_up(run, call, golden):
    call()
    run("log", "x", "--who", "Ann", "--threat", "none", "--via", "email")
    run("review", "--site", "yelp", "--stars", "2", "--as", "Nobody")
    run("log", "fine again", "--who", "Bob", "--pleased")
    run("close", "4")
    golden(run("list").out, "list.txt")
    numbers = lambda *words: [i["number"] for i in run("list", *words, "--json").json["incidents"]]  # noqa: E731
    assert numbers("--closed") == ["4"]
    assert sorted(numbers("--open")) == ["1", "2", "3"]
    assert sorted(numbers("--unanswered")) == ["2", "3"]
    assert numbers("--site", "yelp") == ["3"]
    assert numbers("--who", "ann") == ["2"]
    assert numbers("--who", "ann", "--site", "yelp") == []
    assert "No incident fits." in run("list", "--who", "zoe").out


@pytest.mark.parametrize("words", [("--site", "gogle"), ("--open", "--closed")])
def test_a_filter_is_never_ignored(run, words):
    run("list", *words, code=2)


def test_a_person_is_found_by_name_and_a_near_one_suggested(run, call):
    call()
    assert "Incident 1" in run("show", "dana smith").out
    assert "1 Dana Smith" in run("show", "Dana Smit", code=4).err


def test_faults_in_the_settings_are_told_with_their_line(run, call, machine):
    call()
    config = machine.default_book() / "config.yaml"
    config.write_text("currency: GBP\ncolour: blue\nworking_days: [mon, noday]\n")
    result = run("due")
    assert "config.yaml:2" in result.err
    assert "config.yaml:3" in result.err
    assert "Until then the last good settings hold." in result.err


def test_faulty_settings_never_stop_a_call_from_being_written_down(run, machine):
    machine.default_book().mkdir()
    (machine.default_book() / "config.yaml").write_text("currency: pounds\n")
    result = run("log", "x", "--who", "Dana")
    assert "currency: 3 capital letters are expected, such as GBP." in result.err
    assert "Kept, 1" in result.out


def test_settings_are_used_from_the_next_command_on(run, call, machine):
    call()
    config = machine.default_book() / "config.yaml"
    config.write_text("currency: GBP\ndates: month-day\ntime_zone: America/New_York\n")
    run("log", "x", "--incident", "1", "--at", "11/03", "--demand", "cash", "--amount", "5")
    shown = run("show", "1").out
    assert "Tue 3 Nov" in shown
    assert "5.00 GBP" in shown


def test_shared_options_may_stand_before_the_verb(run, call, tmp_path):
    call()
    assert run("--json", "due").json == run("due", "--json").json
    other = str(tmp_path / "other")
    run("--book", other, "log", "x", "--who", "Zoe")
    assert "Zoe" in run("list", "--book", other).out
    assert "Zoe" not in run("list").out


def test_quiet_leaves_the_receipt_alone(run):
    assert run("log", "x", "--who", "Dana", "-q").out.count("\n") == 1


def test_a_misspelt_verb_is_answered_with_the_nearest(run):
    assert "\n  reviewlog log x\n" in run("lgo", "x", code=2).err
    assert "No such option" in run("log", "x", "--whoo", "Dana", code=2).err
