"""Questions answered one after the other, and gone back through."""

from tests.commands.answered import STORY, WHO, WORDS, begins, kept, written


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


def test_a_yes_with_more_words_is_asked_which_threat_it_was(run, machine, answers):
    answers("Dana", "She was loud", "Yes, she did", "hinted")
    assert "Which of them?" in run("log").err
    assert written(run, machine)[0]["threat"] == "veiled"


def test_the_verdict_is_asked_for_in_words_that_say_whose_it_is(run, answers):
    run("log", "Dry", "--who", "Ann", "--threat", "none")
    asked = answers("i dont know")
    run("assess", "1")
    assert asked[0].startswith("Was the customer right?")
    assert "mistaken: they believe it, and it is wrong" in asked[0]
    assert "unknown" in run("show", "1", "--json", "--no-input").out
