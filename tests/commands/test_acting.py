"""due, next, done, skip, snooze, playbook."""

import re

import pytest


@pytest.fixture(autouse=True)
def incident(call):
    call("The cake was dry", "--who", "Dana Smith", "--threat", "open", "--phone", "07700 900123",
         "--quote", "or one star")  # fmt: skip


def test_due_groups_and_ends_calmly(run, clock, golden):
    run("log", "x", "--who", "Bob", "--threat", "none", "--cool-until", "thursday")
    run("log", "y", "--who", "Ann", "--threat", "none", "--at", "yesterday 10:00")
    clock.tick(days=2)
    golden(run("due").out, "due.txt")


def test_reviewlog_alone_is_due(run):
    assert run().out == run("due").out


def test_due_on_another_day_and_further_ahead(run):
    assert "Nothing else on Fri 27 Nov." in run("due", "--on", "friday").out
    assert "Soon" not in run("due", "--days", "0").out
    assert "no date" in run("due", "--on", "someday", code=2).err


def test_due_json_keeps_its_promise(run):
    found = run("due", "--json").json
    assert (found["schema"], found["on"]) == ("reviewlog.due/1", "2026-11-21")
    item = found["items"][0]
    assert (item["incident"], item["step"], item["state"]) == ("1", "write-today", "today")


def test_due_tells_scripts_by_its_exit_code(run):
    run("due", "--exit-code", code=5)
    run("undo")
    run("due", "--exit-code", code=0)


def test_next_shows_one_step_and_lists_the_others(run):
    result = run("next", "1")
    assert "rite to them today" in result.next_step
    steps = [
        line.split()[0]
        for line in result.out.partition("Open:")[2].splitlines()
        if line[2:3].strip()
    ]
    assert steps[0] == "write-today"
    assert len(steps) == 4
    assert run("next").out == result.out


def test_a_step_is_done_when_the_log_shows_it(run):
    result = run("done", "1", "write-today", code=1)
    assert "reviewlog log --incident 1 --out" in result.err
    run("log", "wrote to her", "--incident", "1", "--out", "--via", "email")
    assert "write-today" not in run("next", "1").out


def test_next_lists_three_and_tells_how_many_more_there_are(run, call):
    call("She wants it back", "--who", "Dana Smith", "--demand", "a new cake", "--site", "google")
    run("promise", "1", "a call", "--by", "tomorrow")
    run("remind", "1", "tomorrow", "ring the baker")
    run("remind", "1", "tomorrow", "look at the oven")
    below = run("next", "1").out.partition("Open:\n")[2].splitlines()
    steps = [line for line in below if line[2:3] not in (" ", "")]
    assert len(steps) == 4
    assert re.fullmatch(r"  and [0-9]+ more: reviewlog show 1", steps[-1])


def test_done_without_a_step_means_the_next_one(run):
    assert "“write-today” is done when the log shows it" in run("done", "1", code=1).err
    run("log", "wrote to her", "--incident", "1", "--out", "--via", "email")
    first = run("next", "1", "--json").json["next"][0]["step"]
    title = run("next", "1", "--json").json["next"][0]["title"].rstrip(".")
    skipped = run("skip", "1", "--why", "no need").out
    assert f"Left out: {title}" in " ".join(skipped.split())
    assert first not in [i["step"] for i in run("next", "1", "--json").json["next"]]


def test_the_next_step_shows_the_line_that_ends_it(run):
    assert "Done  reviewlog log --incident 1 --out 'what was said'" in run("next", "1").out
    run("playbook", "start", "staff-policy")
    assert run("next", "2").out.count("reviewlog done 2") == 1
    run("done", "2")


def test_the_list_of_open_steps_stays_within_80_columns(run):
    for words in (("next", "1"), ("show", "1"), ("playbook", "list")):
        assert all(len(line) <= 80 for line in run(*words).out.splitlines())


def test_a_step_past_its_hour_is_overdue(run, clock):
    run("remind", "1", "in 2 hours", "Look again")
    clock.tick(hours=3)
    lines = run("show", "1").out.splitlines()
    row = next(n for n, line in enumerate(lines) if line.startswith("reminder-"))
    assert "overdue since Sat 21 Nov" in lines[row]
    assert "18:40, today" in lines[row + 1]


def test_after_a_long_silence_next_asks_what_happened_meanwhile(run, clock):
    clock.tick(days=30)
    out = run("next", "1").out
    assert out.startswith("NEXT  What happened meanwhile?\nWhy   ")
    assert "have been waiting since Sat 21 Nov, 30 days ago." in out
    assert "reviewlog close 1" in out
    assert "Open:" in out
    assert "What happened meanwhile?" in run("due").out


def test_an_unknown_step_is_named(run):
    assert "no open step “nap”" in run("done", "1", "nap", code=4).err


def test_skip_needs_a_reason(run):
    assert "--why" in run("skip", "1", "assess", code=2).err
    run("skip", "1", "assess", "--why", "all clear")
    assert "assess" not in run("next", "1").out


def test_snooze_takes_words_without_quotation_marks(run):
    result = run("snooze", "1", "next", "friday", "--step", "assess")
    assert "Put off until Fri 27 Nov, in 6 days." in result.out
    assert "Fri 27 Nov" in run("show", "1").out
    assert "is over" in run("snooze", "1", "yesterday", "--step", "assess", code=2).err


def test_an_inbound_call_brings_a_snoozed_step_back(run, clock):
    run("snooze", "1", "in", "5", "days", "--step", "assess")
    clock.tick(hours=3)
    run("log", "rang again", "--who", "Dana Smith")
    assert "assess" in [item["step"] for item in run("next", "1", "--json").json["next"]]


def test_playbooks_can_be_listed_shown_and_used(run):
    assert "bad-review" in run("playbook", "list").out
    assert "call-back (call, must)" in run("playbook", "show", "complaint").out
    assert "Known: bad-review, complaint, " in run("playbook", "show", "x", code=4).err
    assert run("playbook", "list", "--json").json["playbooks"][1]["id"] == "complaint"
    assert "Follows the playbook walk-away" in run("playbook", "use", "1", "walk-away").out


def test_a_budget_that_is_used_up_offers_to_walk_away(run, clock):
    for _ in range(2):
        run("log", "wrote", "--incident", "1", "--out", "--via", "email")
        clock.tick(days=5)
    assert "use-walk-away" in run("next", "1").out
    assert not {"call", "write"} & {i["kind"] for i in run("next", "1", "--json").json["next"]}
