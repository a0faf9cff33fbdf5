"""Questions: gone back through, gone on with after a stop, and answered from lists."""

import json
import stat

import pytest

from reviewlog.domain.errors import BookError
from tests.commands.conftest import FakeMachine

WHO, WORDS, TIED = "Who was it?", "What did they say, in a few words?", "Was a review tied"
STORY = "She wants her money back"


def kept(machine: FakeMachine):
    return sorted((machine.default_book() / "drafts").glob("answers-*"))


def written(run, machine):
    """Return the fields of the contacts of incident 1, read by a script."""
    machine.edited = None
    found = run("show", "1", "--json").json["entries"]
    machine.edited = ""
    return [entry["fields"] for entry in found if entry["kind"] == "interaction"]


def begins(asked):
    return [question.split("\n")[0] for question in asked]


def test_three_answers_and_enter_are_a_call(run, machine, answers):
    asked = answers("Dana Smith", STORY, "")
    assert "Kept, 1" in run("log").out
    assert len(asked) == 3
    assert "such as: Dana Smith" in asked[0]
    (said,) = written(run, machine)
    assert (said["who"], said["text"], said.get("threat")) == ("Dana Smith", STORY, None)
    assert kept(machine) == []


def test_back_asks_the_last_question_again_and_enter_takes_what_was_typed(run, machine, answers):
    asked = answers("Dana", STORY, "<", "", "open")
    run("log")
    assert begins(asked)[2:4] == ["Was a review tied to it, or violence threatened?", WORDS]
    assert f"You typed: {STORY}\n(Enter takes it; - leaves it out)" in asked[3]
    (said,) = written(run, machine)
    assert (said["who"], said["text"], said["threat"]) == ("Dana", STORY, "open")


def test_back_twice_offers_both_answers_again(run, machine, answers):
    asked = answers("Dana", STORY, "<", "<", "Robin", "", "no")
    run("log")
    assert "You typed: Dana" in asked[4]
    assert f"You typed: {STORY}" in asked[5]
    (said,) = written(run, machine)
    assert (said["who"], said["text"]) == ("Robin", STORY)


def test_back_at_the_first_question_says_so_and_asks_on(run, answers):
    asked = answers("<", "Dana", STORY, "")
    told = run("log").err
    assert "This is the first question" in told
    assert begins(asked)[:2] == [WHO, WHO]


def test_only_a_sign_alone_goes_back(run, machine, answers):
    answers("Dana", "the cake was < 1 kg", "")
    run("log")
    assert written(run, machine)[0]["text"] == "the cake was < 1 kg"


def test_a_dash_leaves_out_what_was_typed_before(run, machine, answers):
    run("log", "Dry", "--who", "Ann", "--threat", "none")
    answers("Fine now", "All is well", "<", "-", "no", "", "")
    machine.columns = lambda: 80
    run("call-card", "1")
    assert "quote" not in written(run, machine)[-1]


def test_what_could_not_be_read_is_not_gone_back_to(run, machine, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    asked = answers("someday", "in 3 days", "<", "", "Ring them")
    run("remind", "1")
    assert begins(asked) == ["When?", "When?", "Of what?", "When?", "Of what?"]
    assert "You typed: in 3 days" in asked[3]


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


def test_no_throws_away_what_was_typed(run, machine, answers):
    answers("Dana", KeyboardInterrupt())
    run("log", code=130)
    asked = answers("what?", "n", KeyboardInterrupt())
    run("log", code=130)
    assert "Go on?" in asked[-2]
    assert begins(asked)[-1] == WHO
    assert kept(machine) == []


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
    answers("friday")
    assert "What you typed is kept" in run("remind", "1", code=4).err
    run("log", "x", "--who", "Dana", "--threat", "none", "--no-input")
    asked = answers("", "", "Ring them")
    assert "Something was written into the logbook since" in run("remind", "1").err
    assert begins(asked)[-3:] == ["Go on? [Y/n, Enter is yes]", "When?", "Of what?"]
    assert "You typed: friday" in asked[-2]
    assert kept(machine) == []


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


def test_what_is_written_down_cannot_be_gone_back_behind(run, machine, answers, bakery):
    run("log", "x", "--who", "Dana", "--threat", "none")
    run("review", "1", "--site", "google", "--stars", "1", "--text", "Dry.")
    asked = answers("right", "<", "The cake was dry", KeyboardInterrupt())
    assert "written down already" in run("reply", "1", "--no-edit", code=130).err
    answers("", "", "Ann Vale")
    run("reply", "1", "--no-edit")
    assert sum("Were they right?" in question for question in asked) == 1
    machine.edited = None
    assert "The cake was dry" in run("show", "1", "--json").out


def test_half_a_file_is_read_as_far_as_it_goes(run, machine, answers):
    answers("Dana", STORY, KeyboardInterrupt())
    run("log", code=130)
    (path,) = kept(machine)
    path.write_bytes(path.read_bytes() + b'{"question": "Was a rev')
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
    lines = [json.loads(line) for line in kept(machine)[0].read_text().splitlines()]
    assert [line["answer"] for line in lines if "answer" in line] == ["Dana", "perhaps", "perhaps"]
    assert lines[-1] == {"cut": 2}


@pytest.mark.parametrize(
    ("said", "site"), [("1", "google"), ("yel", "yelp"), ("Booking.com", "booking")]
)
def test_a_site_is_chosen_by_number_letters_or_name(run, machine, answers, said, site):
    run("log", "x", "--who", "Dana", "--threat", "none")
    answers(said, "Dry", "", "", "", "", "n")
    run("review", "1")
    machine.edited = None
    entries = run("show", "1", "--json").json["entries"]
    assert [e["fields"]["site"] for e in entries if e["kind"] == "review"] == [site]


def test_letters_that_fit_several_lines_are_asked_again(run, answers):
    run("log", "x", "--who", "Dana", "--threat", "none")
    asked = answers("tr", "trip", "Dry", "", "", "", "", "n")
    told = run("review", "1").err
    assert "Which of them?" in told
    assert "Tripadvisor" in run("show", "1").out
    assert len(asked) >= 2


def test_a_plain_yes_is_asked_which(run, machine, answers):
    answers("Dana", STORY, "yes", "v")
    told = run("log").err
    assert "That may be 2 hinted, 3 open or 4 violence. Which of them?" in told
    assert written(run, machine)[0]["threat"] == "harm"


def test_edit_with_the_text_unchanged_writes_nothing(run, machine):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    machine.edited = "It was dry."
    assert "Nothing was changed" in run("amend", "--edit", code=1).err
    machine.edited = "It was very dry."
    run("amend", "--edit")
    assert machine.edits == ["It was dry.", "It was dry."]
    machine.edited = "It was very dry."
    assert "Nothing was changed" in run("amend", "--edit", code=1).err
    assert machine.edits[-1] == "It was very dry."


def test_a_quote_without_its_words_is_asked_for(run, machine, answers):
    run("log", "It was dry.", "--who", "Dana", "--threat", "none")
    assert "--quote" in run("amend", "--quote", code=2).err
    asked = answers("Pay, or else")
    run("amend", "--quote")
    assert "Their exact words, for entry" in asked[-1]
    assert written(run, machine)[0]["quote"] == "Pay, or else"


def test_a_near_name_is_hinted_at_in_a_script(run):
    run("log", "x", "--who", "Dana Smith", "--threat", "none")
    hint = " ".join(run("log", "x", "--who", "Dana Smyth", "--threat", "none").err.split())
    assert "Dana Smyth is new; Dana Smith has incident 1." in hint
    assert "reviewlog link 2 1" in hint
    assert "is new" not in run("log", "x", "--who", "Dana Smyth", "--threat", "none").err
    assert "is new" not in run("log", "x", "--who", "Robin", "--threat", "none").err


def test_every_question_fits_into_40_columns(run, machine, answers):
    machine.width = lambda: 40
    asked = answers("Dana", "w " * 60, "<", "", "no")
    run("log")
    assert all(len(line) <= 40 for question in asked for line in question.split("\n"))
