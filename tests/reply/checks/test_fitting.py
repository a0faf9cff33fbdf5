"""Whether a text speaks of this very case."""

# ruff: noqa: RUF001 - the letters of many scripts are the matter here

import pytest
from hypothesis import given

from reviewlog.reply.case import Voice
from tests.reply.checks.looking import ANYTHING, look

REVIEW = (
    "The birthday cake came two hours late and the icing tasted of plastic. Waited in the rain."
)
NOT_IT: list[tuple[str, list[str]]] = [("No word of it is about this case.", [])]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Anna, thank you for your review. We are sorry about your experience on Saturday.",
        "We take all feedback seriously and hope to welcome you back at our bakery soon.",
        "We apologise for any inconvenience. Please contact us, we would like to help. The team",
        "Sorry to hear that. Two of us read it twice.",
    ],
)
def test_a_text_that_stands_under_any_review_is_told(text):
    assert look("this-case", text, reviews=(REVIEW,)) == NOT_IT


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry about the cakes.",
        "Nobody should have to wait so long, and we are sorry.",
        "An icing like this must not leave our kitchen.",
        "You stood in the rain, and that is our fault.",
        "No birthday should go like this.",
        "Plastics have no place in a bakery.",
    ],
)
def test_one_word_of_theirs_is_enough_in_any_form(text):
    assert look("this-case", text, reviews=(REVIEW,)) == []


def test_what_the_logbook_knows_counts_as_well():
    text = "We have had the tap in your bathroom replaced."
    assert look("this-case", text, reviews=(REVIEW,)) == NOT_IT
    assert look("this-case", text, reviews=(REVIEW,), known=("Leaking tap, room 12.",)) == []
    assert look("this-case", "Sorry about room 12.", reviews=("Terrible: 12!",)) == []


@pytest.mark.parametrize("reviews", [(), ("",), ("Bad service!",), ("😡",)])
def test_nothing_to_compare_with_is_no_finding(reviews):
    assert look("this-case", "Thank you, we are sorry.", reviews=reviews) == []


@pytest.mark.parametrize(
    ("review", "text"),
    [
        ("Ordered in March, never came, shop does not exist.", "Nothing is missing since March."),
        ("Delivery took two hours and pizza upside down.", "We told you two hours."),
        ("Dry cake. Waited an hour.", "The hour at the counter was far too long."),
        ("Came on Saturday, burgers raw, landlord swore.", "I was away that Saturday."),
    ],
)
def test_the_same_day_or_number_is_about_the_case(review, text):
    assert look("this-case", text, reviews=(review,)) == []


def test_another_day_or_number_is_not():
    review = "Delivery took two hours on Monday, pizza upside down."
    assert look("this-case", "Three hours is too long. Sorry.", reviews=(review,)) == NOT_IT


def test_one_word_of_theirs_is_too_little_to_come_back_to():
    assert look("this-case", "Thank you, we are sorry.", reviews=("Awful, rude waiter",)) != []
    assert look("this-case", "Thank you, we are sorry.", reviews=("Awful waiter",)) == []


def test_names_are_no_words_about_a_case():
    text = "Dear Anna Keller, thank you for writing to the Mill. Kind regards, Sam Fox"
    names = {"customers": ("Anna Keller",), "ours": ("The Mill",), "voice": Voice("Sam Fox")}
    review = "Sam Fox of The Mill was rude to me, Anna Keller, about a scone."
    assert look("this-case", text, reviews=(review,), **names) == NOT_IT
    assert look("this-case", f"{text} and the scone", reviews=(review,), **names) == []


def test_words_of_another_language_cannot_meet():
    review = "Wir haben fast eine Stunde auf das Essen gewartet und dann war es kalt."
    assert look("this-case", "We are sorry that you had to wait for it.", reviews=(review,)) == []


def test_scripts_without_gaps_are_compared_too():
    review = "蛋糕来得太晚了，而且很干，店员没有道歉。"
    assert look("this-case", "非常抱歉，蛋糕晚了。", reviews=(review,)) == []
    assert look("this-case", "感谢您的宝贵意见！", reviews=(review,)) == NOT_IT


def test_a_rule_may_name_what_says_nothing_in_its_language():
    text, review = "We value the ambience.", "The ambience was off and the soup cold."
    assert look("this-case", text, reviews=(review,)) == []
    assert look("this-case", text, reviews=(review,), lists={"everyday": ("ambience",)}) == NOT_IT


@given(ANYTHING, ANYTHING)
def test_no_text_fails(text, review):
    assert look("this-case", text, reviews=(review,), known=(text, review)) in ([], NOT_IT)


@given(ANYTHING)
def test_a_review_is_about_itself(text):
    assert look("this-case", text, reviews=(text,)) == []
