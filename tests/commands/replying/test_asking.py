"""The questions of `reply` at a terminal: first whether they were right, then what that asks for."""

import pytest

from tests.commands.replying.test_composing import CASE, VOICE, text_of


@pytest.fixture
def shop(run, machine):
    """Return a function that opens incident 1 with a review, without a view of the owner's."""
    folder = machine.default_book()
    folder.mkdir(parents=True)

    def opened(verdict=None, *who):
        (folder / "config.yaml").write_text(f"trade: bakery\n{VOICE}")
        run("log", "The cake was dry", *(who or ("--who", "Dana Smith")), "--threat", "none")
        run("review", "1", "--site", "trustpilot", "--stars", "1", "--text", "The cake was dry.")
        if verdict:
            run("assess", "1", verdict)
        return run

    return opened


def verdict_of(run):
    found = run("show", "1", "--json").json["entries"]
    return [e["fields"]["verdict"] for e in found if e["kind"] == "assessment"]


@pytest.mark.parametrize(
    ("said", "verdict", "then"),
    [
        (("1", CASE, ""), "right", "What went wrong?"),
        (("Partly", CASE, ""), "partly", "What went wrong on your side?"),
        (("mistaken", CASE), "mistaken", "What is different from what they say"),
        (("what?", "4", CASE), "unfounded", "What have you looked for"),
    ],
)
def test_whether_they_were_right_is_asked_first_and_kept(shop, answers, said, verdict, then):
    run = shop()
    asked = answers(*said)
    shown = run("reply", "1", "--no-edit").err
    assert "never a customer (unfounded)" in shown
    assert asked[0].startswith("Were they right?")
    assert verdict_of(run) == [verdict]
    after = [question for question in asked if not question.startswith("Were")]
    assert after[0].startswith(then)
    assert len(asked) == len(said)


@pytest.mark.parametrize("word", ["", "5", "I do not know yet"])
def test_not_yet_is_an_answer_and_a_caller_is_not_looked_for(shop, answers, word):
    run = shop()
    asked = answers(word, CASE)
    run("reply", "1", "--no-edit")
    assert verdict_of(run) == []
    assert asked[1].startswith("What happened?")


def test_in_a_script_nobody_is_asked_whether_they_were_right(shop):
    run = shop()
    run("reply", "1", "--case", CASE)
    assert verdict_of(run) == []


def test_what_was_done_since_is_asked_and_enter_is_nothing_yet(shop, answers):
    run = shop("partly")
    asked = answers(CASE, "")
    run("reply", "1", "--no-edit")
    assert "What have you done or changed since?" in asked[1]
    assert "(Enter: nothing yet)" in asked[1]


def test_what_was_done_is_proposed_and_taken_by_enter(shop, answers):
    run = shop("right")
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("attempt", "1", "delivered", "--id", "A")
    asked = answers(CASE, "")
    run("reply", "1", "--no-edit")
    assert "A new cake for Saturday" in asked[1]
    assert "A new cake for Saturday." in text_of(run)


def test_an_empty_answer_is_asked_for_again_and_the_way_out_is_told(shop, answers):
    run = shop("right")
    asked = answers("...", "", CASE, "")
    err = run("reply", "1", "--no-edit").err
    assert "Ctrl-C stops; nothing is lost." in err
    assert len(asked) == 4
    assert CASE in text_of(run)


@pytest.mark.parametrize("word", ["I have no idea", "N", "?!", "Nothing.", "don't know"])
def test_an_answer_that_says_nothing_is_refused_once(shop, answers, word):
    run = shop("right")
    answers(word, CASE, word)
    err = run("reply", "1", "--no-edit").err
    assert CASE in text_of(run)
    assert f" {word}." not in text_of(run)
    if word != "?!":
        assert "across the counter" in err


def test_said_twice_it_is_the_owners_word(shop, answers):
    run = shop("right")
    answers("No idea", "No idea", "")
    run("reply", "1", "--no-edit")
    assert "No idea." in text_of(run)


def test_what_was_given_is_not_asked_and_what_was_answered_is_the_default(shop, answers):
    run = shop("right")
    asked = answers("A new cake went out.")
    run("reply", "1", "--no-edit", "--case", CASE)
    assert len(asked) == 1
    answers("", "-")
    run("reply", "1", "--new", "--no-edit")
    assert f"Enter takes: {CASE}" in asked[1]
    assert "Enter takes: A new cake went out." in asked[2]
    assert CASE in text_of(run)
    assert "new cake" not in text_of(run)


def test_what_was_answered_goes_when_the_customer_is_erased(shop, run):
    shop("right")
    run("reply", "1", "--case", "Quince tart came late.")
    run("erase", "--incident", "1", "--why", "They asked", "--yes")
    assert "Quince" not in run("show", "1", "--json").out


def test_what_was_done_is_left_out_by_a_dash_where_it_may_be(shop, answers):
    run = shop("partly")
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("attempt", "1", "delivered", "--id", "A")
    asked = answers(CASE, "-")
    run("reply", "1", "--no-edit")
    assert "- leaves it out." in asked[1]
    assert "Saturday" not in text_of(run)


def test_what_is_needed_cannot_be_left_out_by_a_dash(shop, answers):
    run = shop("right")
    run("attempt", "1", "offered", "A new cake for Saturday")
    run("attempt", "1", "delivered", "--id", "A")
    asked = answers(CASE, "-", "A cake came on Saturday")
    run("reply", "1", "--no-edit")
    assert "leaves it out" not in asked[1]
    assert "A cake came on Saturday." in text_of(run)
