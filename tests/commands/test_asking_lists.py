"""What is typed at a list: a number, the word, the first letters, or something that fits nothing."""

import pytest

from reviewlog.commands.asking.picking import Choice, fitting
from reviewlog.commands.asking.threat import TIED_ANSWERS
from reviewlog.commands.asking.vocabulary import CONSENTS, SITES, VERDICTS
from tests.commands.answered import STORY, written

LINES = (Choice(1, "12  Dana Smith, open"), Choice(2, "7  Robin, open"), Choice(3, "all of them"))


def values(said, choices):
    return [choice.value for choice in fitting(said, choices)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("1", [1]), (" 3 ", [3]), ("4", []), ("0", []), ("12", [1]), ("7", [2]), ("dana", [1]),
        ("DANA s", [1]), ("r", [2]), ("all", [3]), ("All of them.", [3]), ("smith", []), ("", []),
        ("  ", []), ("open", []), ("٢", [2]), ("\x1b", []),
    ],
)  # fmt: skip
def test_a_line_is_chosen_by_its_number_or_its_first_letters(said, found):
    assert values(said, LINES) == found


OWN = (Choice(1, "Eve, open", (), 2), Choice(2, "Eve, open", (), 14), Choice(3, "7 Eves", (), 15))


@pytest.mark.parametrize(
    ("said", "found"),
    [("2", [1]), ("14", [2]), ("1", []), ("3", []), ("7", []), ("7 e", [3]), ("eve", [1, 2, 3]),
     ("9" * 5000, [])],
)  # fmt: skip
def test_a_line_with_a_number_of_its_own_is_chosen_by_that_alone(said, found):
    assert values(said, OWN) == found


def test_an_endless_number_fits_nothing():
    assert values("9" * 5000, LINES) == []


@pytest.mark.parametrize("words", [("log", "more", "--who", "Eve"), ("show", "Eve")])
def test_of_several_incidents_the_number_names_the_one_that_is_known_by_it(run, answers, words):
    for _ in range(2):
        run("log", "x", "--who", "Eve", "--new", "--threat", "none")
    asked = answers("1")
    told = run(*words)
    assert "  1  Eve, open" in asked[0]
    assert "  2  Eve, open" in asked[0]
    assert ("Kept, 1 (entry" if words[0] == "log" else run("show", "1").out) in told.out


def test_a_number_that_is_not_among_the_incidents_is_asked_again(run, answers):
    for who in ("Dana", "Eve", "Eve"):
        run("log", "x", "--who", who, "--new", "--threat", "none")
    run("log", "x", "--who", "Dana", "--threat", "none")
    run("log", "x", "--who", "Eve", "--new", "--threat", "none")
    run("close", "3", "--yes")
    answers("1", "3", "4")
    told = run("log", "more", "--who", "Eve")
    assert told.err.count("Please type one of the numbers 2 or 4") == 2
    assert "Kept, 4 (entry" in told.out


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("n", ["none"]), ("none", ["none"]), ("h", ["veiled"]), ("veiled", ["veiled"]),
        ("o", ["open"]), ("open", ["open"]), ("violence", ["harm"]), ("harm", ["harm"]),
        ("v", ["harm"]), ("y", ["veiled", "open", "harm"]), ("yes", ["veiled", "open", "harm"]),
        ("perhaps", []),
    ],
)  # fmt: skip
def test_how_a_review_was_tied_to_it(said, found):
    assert values(said, TIED_ANSWERS) == found


@pytest.mark.parametrize("choices", [SITES, VERDICTS, CONSENTS, TIED_ANSWERS])
def test_every_choice_is_had_by_its_number_its_line_and_its_word(choices):
    for number, choice in enumerate(choices, 1):
        for said in (str(number), choice.shown, choice.shown.upper(), choice.value):
            assert values(said, choices) == [choice.value]


def test_a_site_is_known_by_its_name_too():
    assert values("google play", SITES) == ["play"]
    assert values("app store", SITES) == ["appstore"]
    assert values("g", SITES) == ["google", "g2", "glassdoor", "generic"]


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
