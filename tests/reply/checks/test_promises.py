"""What a text promises, and whether it says by when."""

# ruff: noqa: RUF001 - letters and digits that look like others are the matter here

import pytest

from tests.reply.checks.asked import marked, promised_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I will call you.", ["I will call you"]),
        ("Sorry. We'll send a new one! Sam", ["We'll send a new one"]),
        ("We will look into it, and you will hear from us.",
         ["We will look into it, and", "you will hear from us"]),
        ("Ｉ ｗｉｌｌ call you soon.", ["Ｉ ｗｉｌｌ call you soon"]),
        ("You came on Monday. I will call you.", ["I will call you"]),
    ],
)  # fmt: skip
def test_a_promise_without_a_day_is_marked(text, words):
    assert marked("promises", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "I will call you tomorrow.",
        "By Friday we will send a new one.",
        "I will call you on Friday and we will bring the part.",
        "We will be there within 3 days.",
        "You will hear from me by the end of the week.",
        "We will send it on 3 November.",
        "We will always strive for better.",
        "This will not happen again, we will never forget it.",
        "The soup is hot now.",
        "",
    ],
)
def test_a_promise_with_a_day_and_what_is_none_may_stay(text):
    assert marked("promises", text) == []


def test_every_promise_is_told_with_the_words_of_its_day():
    first, second, third = promised_in(
        "By Friday we will send a new one and I will call you within 2 days. We will help."
    )
    assert (first.text, first.due) == ("By Friday we will send a new one and", "By Friday")
    assert (second.text, second.due) == ("I will call you within 2 days", "within 2 days")
    assert (third.text, third.due) == ("We will help", "")


def test_a_promise_over_two_lines_is_told_on_one():
    [one] = promised_in("We will call you  back\ttomorrow.")
    assert (one.text, one.due) == ("We will call you back tomorrow", "tomorrow")


def test_a_day_of_several_words_is_one():
    [one] = promised_in("We will come on Friday tomorrow by 3 November.")
    assert one.due == "on Friday tomorrow by 3 November"
