"""why: the rule, the entry it counts from, what ends it, what holds it back, the advice."""

import pytest


@pytest.fixture(autouse=True)
def incident(house):
    house()


def account(run, step):
    (found,) = run("why", "1", step, "--json").json["steps"]
    return found


def test_why_tells_the_next_step_in_full_and_all_others_in_short(run, golden):
    golden(run("why", "1").out, "why.txt")


def test_a_step_tells_its_rule_its_entry_its_end_and_its_articles(run):
    out = run("why", "1", "ring").out
    first = next(e["entry"] for e in run("show", "1", "--json").json["entries"])
    assert "Within 1 working day after they got in touch." in out
    assert f"entry {first}, Dana Smith phoned you, Sat 21 Nov 16:40" in out
    assert "It ends when you log a contact with them:" in out
    assert "reviewlog log --incident 1 --out" in out
    assert "T1, T4: Letters to shopkeepers" in out
    assert "N1: On answering" in out
    assert "All steps" not in out


def test_a_step_that_is_ticked_tells_the_line_that_ticks_it(run):
    assert "reviewlog done 1 words" in run("why", "1", "words").out


def test_a_fact_that_rules_a_step_out_is_told_with_its_entry(run):
    entry = run("log", "All is well", "--incident", "1", "--pleased", "--json").json["entry"]
    found = account(run, "ring")
    assert (found["state"], found["fact"], found["word"]) == ("not asked", "pleased", "said")
    assert found["fact_from"] == entry
    assert "not asked for: they said that all is well" in run("why", "1", "ring").out


def test_a_step_whose_anchor_is_to_come_says_for_what_it_waits(run):
    assert "not yet: it waits until they said that all is well" in run("why", "1", "thank").out


def test_a_never_rule_is_told_with_its_sentence_and_source(run):
    run("log", "Never ring me again", "--incident", "1", "--leave-alone")
    out = run("why", "1", "ring").out
    assert "not asked for: They asked not to be contacted." in out
    assert "B6" in out


def test_a_step_that_is_done_names_the_entry_that_shows_it(run, clock):
    clock.tick(hours=1)
    entry = run("log", "I rang", "--incident", "1", "--out", "--json").json["entry"]
    assert account(run, "ring")["done_by"] == entry
    assert f"entry {entry}, You phoned" in run("why", "1", "ring").out


def test_a_step_that_was_left_out_tells_the_reason(run):
    run("skip", "1", "words", "--why", "She only shouted")
    out = run("why", "1", "words").out
    assert "left out" in out
    assert "“She only shouted”" in out


def test_what_is_held_back_tells_by_what_and_until_when(run):
    run("log", "All is well now", "--incident", "1", "--pleased")
    run("demand", "1", "--decline", "We cannot")
    found = account(run, "thank")
    assert (found["state"], found["held_by"]) == ("held", "cooling")
    assert "held back, they are to be left in peace: " in run("why", "1", "thank").out


def test_a_date_that_moved_for_an_absence_says_so(run):
    run("away", "2026-11-22", "2026-11-25")
    found = account(run, "ring")
    assert (found["due_on"], found["moved_from"]) == ("2026-11-26", "2026-11-23")
    assert "It fell on Mon 23 Nov, when you are away." in run("why", "1", "ring").out
    assert account(run, "words")["moved_from"] is None


def test_what_no_playbook_asks_for_is_explained_too(run):
    entry = run("promise", "1", "ring back", "--by", "tuesday", "--json").json["entry"]
    out = run("why", "1", f"promise-{entry}").out
    assert "You gave your word for this day." in out
    assert f"entry {entry}, You promised" in out
    assert f"reviewlog done 1 promise-{entry}" in out
    run("log", "He will come with a knife", "--incident", "1", "--threat", "violence")
    assert "Violence was threatened." in run("why", "1", "safety").out


def test_their_deadline_is_explained_as_theirs(run):
    step = next(s for s in run("why", "1", "--json").json["steps"] if "deadline" in s["step"])
    out = run("why", "1", step["step"]).out
    assert "not yours" in out
    assert "It ends when you answer what they want, or tick it:" in out
    assert "reviewlog demand 1 --grant" in out


def test_an_entry_after_the_step_names_one_of_several(run, clock):
    found = account(run, "ring")
    assert account(run, f"ring@{found['from']}") == found
    assert "no step “ring@999”" in run("why", "1", "ring@999", code=4).err


def test_a_misspelt_step_is_answered_with_the_nearest(run):
    err = run("why", "1", "rign", code=4).err
    assert "Incident 1 has no step “rign”. Did you mean ring?" in err
    assert "Known: " in err


def test_why_json_keeps_its_promise(run):
    found = run("why", "1", "--json").json
    assert (found["schema"], found["incident"]) == ("reviewlog.why/1", "1")
    assert found["next"] in [step["step"] for step in found["steps"]]
    assert {"ring", "words", "offer", "nudge", "thank"} <= {s["step"] for s in found["steps"]}


def test_hostile_words_stay_harmless(run):
    run("skip", "1", "words", "--why", "\x1b[2Jgone")
    assert "\x1b" not in run("why", "1", "words").out
