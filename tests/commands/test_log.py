"""log: who, what, when, and what to do next."""

import pytest

from tests.builders import FIRST


def test_a_call_is_kept_and_answered_with_the_next_step(run, golden):
    result = run(
        "log", "Says the cake was dry", "--who", "Dana Smith", "--at", "15:00", "--threat", "open",
        "--quote", "Refund me or I post one star", "--demand", "the price", "--amount", "240.00",
        "--by", "friday", "--phone", "07700 900123", "--site", "google",
    )  # fmt: skip
    golden(result.out, "log.txt")
    assert result.err == ""


def test_json_names_incident_entry_and_next_as_promised(run):
    found = run("log", "The cake was dry", "--who", "Dana", "--json").json
    assert found["schema"] == "reviewlog.log/1"
    assert (found["incident"], found["entry"], found["opened"]) == ("1", str(FIRST), True)
    assert found["next"][0]["step"] == "ask-threat"
    wanted = {"incident", "who", "step", "title", "due_on", "due_at", "opens_at", "state", "why"}
    assert all(wanted <= set(item) for item in found["next"])


def test_direction_is_in_unless_said(run):
    assert "Dana phoned you" in run("log", "x", "--who", "Dana").out
    assert "You phoned Dana" in run("log", "x", "--who", "Dana", "--out").out
    assert "You phoned Dana; no answer" in run("log", "--who", "Dana", "--no-answer").out


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("visit", "came to see you"),
        ("email", "e-mailed you"),
        ("sms", "texted you"),
        ("whatsapp", "on WhatsApp"),
        ("letter", "sent you a letter"),
        ("google", "wrote to you on Google"),
        ("other", "got in touch"),
    ],
)
def test_every_channel_has_its_words(run, channel, words):
    assert words in run("log", "x", "--who", "Dana", "--via", channel).out


def test_the_same_person_is_joined_and_told_so(run, call):
    call()
    result = run("log", "rang again", "--who", "dana  SMITH")
    assert "Written into Dana Smith's open incident 1." in result.out


def test_two_open_incidents_of_a_person_are_listed_in_a_script(run, call):
    call()
    run("review", "--site", "google", "--stars", "1", "--as", "X")
    run("log", "it was me", "--who", "Dana Smith", "--incident", "2")
    result = run("log", "again", "--who", "Dana Smith", code=1)
    assert "1 Dana Smith" in result.err
    assert "2 Dana Smith" in result.err


def test_a_second_trouble_of_a_person_can_have_its_own_incident(run, call):
    call()
    assert "Kept, 2" in run("log", "another cake", "--who", "Dana Smith", "--new").out


def test_who_with_incident_names_who_it_was(run, call):
    call()
    result = run("log", "he rang", "--who", "Her husband", "--incident", "1")
    assert "Her husband phoned you" in result.out
    assert run("show", "1", "--json").json["incident"]["customer"] == "Dana Smith"


def test_without_threat_the_fact_is_unasked_and_the_first_step_asks(run):
    result = run("log", "The cake was dry", "--who", "Dana")
    assert "was a review tied to what they want?" in result.next_step
    assert f"reviewlog amend {FIRST} --threat open" in result.out
    assert run("show", "1", "--json").json["facts"]["threat"] == "unasked"


@pytest.mark.parametrize("word", ["harm", "violence"])
def test_harm_says_the_emergency_number_first_and_opens_no_contact(run, word):
    result = run("log", "He will come with a bat", "--who", "Dana", "--threat", word)
    assert result.out.startswith("If anybody may be in danger, ring the emergency number first")
    kinds = {item["kind"] for item in run("show", "1", "--json").json["agenda"]}
    assert not kinds & {"call", "write", "attempt", "request"}


def test_a_go_between_is_marked_and_asked_about(run):
    result = run("log", "Speaks for her", "--who", "Bob", "--for", "Dana", "--threat", "none")
    assert "Bob phoned you for Dana" in result.out
    assert "may-speak" in run("next", "1").out
    assert run("show", "1", "--json").json["incident"]["customer"] == "Dana"


def test_a_late_entry_says_how_late(run):
    assert "written 4 h 40 min later" in run("log", "x", "--who", "D", "--at", "12:00").out
    assert "written 2 days later" in run("log", "x", "--who", "D", "--at", "19 Nov 16:00").out


def test_standard_input_is_kept_byte_for_byte(run, machine):
    machine.stdin = "one\r\n  two\t\x00\n"
    run("log", "-", "--who", "Dana")
    assert run("show", "1", "--json").json["entries"][0]["fields"]["text"] == machine.stdin


def test_the_editor_gives_the_text(run, machine):
    machine.edited = "as written in the editor"
    run("log", "--edit", "--who", "Dana")
    assert run("show", "1", "--json").json["entries"][0]["fields"]["text"] == machine.edited


def test_an_attached_file_is_kept(run, tmp_path):
    (tmp_path / "mail.eml").write_text("From: dana\n\nhello")
    run("log", "wrote", "--who", "Dana", "--attach", str(tmp_path / "mail.eml"))
    kinds = [entry["kind"] for entry in run("show", "1", "--json").json["entries"]]
    assert kinds == ["interaction", "evidence", "playbook"]


def test_text_in_several_words_is_refused_with_the_right_line(run):
    result = run("log", "she", "wrote", "at", "the", "desk", "--who", "Dana", code=2)
    assert "reviewlog log 'she wrote at the desk' --who Dana" in result.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Missing: TEXT and --who NAME, --stranger or --incident N"),
        (("x",), "--who NAME"),
        (("--who", "Dana"), "TEXT"),
        (("  ", "--who", "Dana"), "nothing in the text"),
        (("x" * 1_000_001, "--who", "Dana"), "1,000,001 bytes"),
        (("x", "--who", "D", "--amount", "12,5,0"), "no amount"),
        (("x", "--who", "D", "--at", "tomorrow"), "still to come"),
        (("x", "--who", "D", "--at", "wensday"), "Try: wednesday"),
        (("x", "--who", "D", "--at", "whenever"), "Try: 10 min ago, yesterday about 3pm, 2026-11-20 16:40"),
        (("x", "--who", "D", "--by", "yesterday"), "is over"),
        (("x", "--who", "D", "--threat", "opne"), "Did you mean open?"),
        (("x", "--who", "D", "--via", "fone"), "Did you mean phone?"),
        (("x", "--who", "D", "--site", "gogle"), "Did you mean google?"),
        (("x", "--who", "D", "--in", "--out"), "do not go together"),
        (("x", "--who", "D", "--attach", "nowhere.png"), "is not there"),
    ],
)  # fmt: skip
def test_wrong_usage_is_refused_and_nothing_is_written(run, words, says):
    assert says in run("log", *words, code=2).err
    assert run("list", "--json").json["incidents"] == []


def test_an_unknown_incident_is_exit_4_with_the_nearest(run, call):
    call()
    result = run("log", "x", "--incident", "77", code=4)
    assert "1 Dana Smith" in result.err


def test_an_amount_keeps_its_sign_and_is_echoed(run):
    shown = run("log", "x", "--who", "Dana", "--demand", "cash", "--amount", "£86").out
    assert "Sum: £86.00." in shown
    assert "use single quotes: '$500'" in run("demand", "1", "--amount", "00", code=2).err


def test_a_deadline_of_a_past_call_counts_from_the_call(run):
    shown = run("log", "x", "--who", "D", "--at", "10 Nov 10:00", "--demand", "y", "--by", "friday")
    assert "Their deadline: Fri 13 Nov, 8 days ago." in shown.out
    assert "For Wed 18 Nov, 3 days ago." in run("amend", str(FIRST + 1), "--by", "2026-11-18").out


def test_a_deadline_alone_is_kept_as_a_demand(run):
    run("log", "x", "--who", "Dana", "--by", "friday")
    assert "by Fri 27 Nov" in run("show", "1").out


def test_a_contact_that_was_not_to_come_is_flagged(run):
    run("log", "Never call me", "--who", "Dana", "--threat", "none", "--leave-alone")
    assert "They were to be left in peace." in run("log", "rang", "--incident", "1", "--out").out


def test_a_sum_that_the_shell_swallowed_is_noticed(run):
    assert "use single quotes" in run("log", "wants 00 back", "--who", "Dana").out
    assert "use single quotes" not in run("log", "wants $500 back", "--who", "Dana").out


def test_being_left_alone_is_lifted_when_they_get_in_touch(run):
    run("log", "Never call me", "--who", "Dana", "--threat", "none", "--leave-alone")
    assert "call-back" not in run("next", "1").out
    result = run("log", "rang after all", "--who", "Dana")
    assert "now that they got in touch, you may answer" in result.out


def test_cooling_is_shown_as_waiting(run):
    run("log", "x", "--who", "Dana", "--threat", "none", "--cool-until", "thursday")
    assert "until Thu 26 Nov" in run("due").out


def test_a_stranger_opens_an_incident_with_an_unknown_person(run):
    result = run("log", "--stranger", "$500 or one star", "--via", "email", "--threat", "open")
    assert "Somebody e-mailed you" in result.out
    assert "Incident 1: unknown person (open)" in run("show", "1").out
    assert " unknown person " in run("due").out
    run("log", "--stranger", "Again")
    assert "2 unknown person" in run("due").out


@pytest.mark.parametrize("name", ["--who", "--for", "--incident"])
def test_a_stranger_has_no_name(run, name):
    assert "--stranger" in run("log", "x", "--stranger", name, "1", code=2).err


def test_danger_is_told_once_and_not_with_every_note(run):
    danger = "ring the emergency number first"
    assert run("log", "x", "--who", "Bob", "--threat", "harm").out.count(danger) == 1
    assert danger not in run("note", "1", "thinking").out


def test_shared_options_may_stand_before_help(run):
    assert "VERB" in run("--book", "X", "--help").out


def test_a_near_name_is_hinted_at_in_a_script(run):
    run("log", "x", "--who", "Dana Smith", "--threat", "none")
    hint = " ".join(run("log", "x", "--who", "Dana Smyth", "--threat", "none").err.split())
    assert "Dana Smyth is new; Dana Smith has incident 1." in hint
    assert "reviewlog link 2 1" in hint
    assert "is new" not in run("log", "x", "--who", "Dana Smyth", "--threat", "none").err
    assert "is new" not in run("log", "x", "--who", "Robin", "--threat", "none").err
