"""What is typed at a list: a number, the word, the first letters, or something that fits nothing."""

import pytest

from reviewlog.commands.asking.picking import Choice, fitting
from reviewlog.commands.asking.vocabulary import CONSENTS, SITES, VERDICTS
from reviewlog.commands.log import TIED_ANSWERS

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
