"""What is missing: an apology, a way to talk, a name."""

# ruff: noqa: RUF001 - letters and digits that look like others are the matter here

import pytest

from reviewlog.reply.case import Case
from reviewlog.reply.checks.lacking import door, lacks
from reviewlog.reply.found import Found
from reviewlog.reply.words import read
from tests.reply.checks.asked import SAM, a_rule, found

MISSING: list[tuple[str, list[str]]] = [("", [])]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you. We have changed the soup.",
        "We are not sorry.",
        "We are not at all sorry.",
        "No apology from us.",
        "We are sorry you feel that way.",
        "Nothing to be sorry for.",
    ],
)
def test_no_apology_is_told_without_a_place(text):
    assert found("lacks", text) == MISSING


@pytest.mark.parametrize(
    "text",
    [
        "I am sorry about the soup.",
        "Sorry!",
        "We do not want to make excuses: we apologise.",
        "It was not hot. Sorry for that.",
        "We are not proud of it, and we are truly sorry.",
    ],
)
def test_an_apology_is_heard(text):
    assert found("lacks", text) == []


@pytest.mark.parametrize(
    "text",
    ["I am sorry. Sam", "Do not call us again.", "Never ring us.", "Reach for the stars."],
)
def test_no_way_to_talk(text):
    assert found("door", text, voice=SAM) == MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Please call me.",
        "Write to us at any time.",
        "The number is +44 20 7946 0958.",
        "hello@mill.example reaches me.",
        "Ask for Sam at the desk.",
        "Everything is on https://mill.example/contact.",
    ],
)
def test_a_way_to_talk(text):
    assert found("door", text, voice=SAM) == []


def test_while_the_settings_know_no_number_any_is_a_way():
    assert found("door", "The number is 020 7946 0958.", countries=("GB",)) == []


def test_the_customers_own_number_is_no_way_to_us():
    text = "We tried 020 7946 0111 twice."
    assert found("door", text, numbers=("+44 20 7946 0111",), countries=("GB",)) == MISSING
    assert found("door", text, countries=("GB",)) == []


def test_of_a_language_without_words_nothing_is_said_to_be_missing():
    text = read("Danke.")._replace(language="de")
    for check, function in (("lacks", lacks), ("door", door)):
        assert list(function(a_rule(check), text, Case(()))) == []
    assert Found() == Found((), "", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We are sorry about the soup.",
        "We are sorry.\nThe Management",
        "We are sorry.\nCustomer Service Team",
        "We are sorry. Kind regards, Rossi Bakery",
        "We are sorry.\nThe Blue Door",
        "Dear Anna, we are sorry.",
        "Anna, we are sorry.",
        "We are sorry.\nThe team at Rossi",
        "We are sorry.\nThanks!",
        "We are sorry.\nOwner",
        "I am sorry for it. The owner",
        "THE MANAGEMENT",
        "We are sorry. 020 7946 0958",
        "Do we give up? No.",
        "We are sorry.\nLooking forward to your call",
        "We are sorry. Sam and the cook were tired.",
        "We are sorry.\nResponse from the owner",
        "We are sorry. We thank you, Anna, for telling us and hope to see you again.",
        "We are sorry. Please ask for me, any day.",
        "Crooks. Management team",
        "You are all welcome here, I hope.",
    ],
)
def test_nobody_stands_behind_it(text):
    assert found("name", text, business="Blue Door", ours=("Blue Door", "Anna Bell")) == MISSING


@pytest.mark.parametrize(
    "text",
    [
        "We are sorry.\nSam",
        "We are sorry. Sam Fox",
        "We are sorry. Kind regards, Sam Fox, owner",
        "We are sorry.\n\nBest wishes\nS. Fox\nOwner\nThe Blue Door\n12 High Street\n020 7946 0958",
        "We are sorry.\nSam from the Blue Door",
        "We are sorry.\n– Sam",
        "We are sorry. - Sam",
        "We are sorry.\nSam (owner)",
        "We are sorry.\nSam & Anna",
        "I am Sam, the owner. We are sorry.",
        "My name is Sam and we are sorry.",
        "Please ask for Sam Fox when you call.",
        "We are sorry.\nthanks, sam",
        "We are sorry.\nŁukasz",
        "We are sorry.\nSam Fox\nsam@mill.example",
        "We are sorry. Sam.",
        "We are sorry. Will",
        "We are sorry.\nSam and the team",
        "We are sorry.\nSam & team",
        "We are sorry.\nsam",
        "We are sorry.\nSam and Anna from the Blue Door",
        "We are sorry.\nBest wishes\nSam\n\nP.S. We are closed on Mondays.",
        "We are sorry.\nDr. Sam Fox",
        "对不起。\n张伟",
        "Please ask for me, Lena, any day.",
        "Ahmed Khan here, I own the shop.",
        "Please ring me. sam",
    ],
)
def test_somebody_stands_behind_it(text):
    assert found("name", text, business="Blue Door", ours=("Blue Door", "Anna Bell")) == []


def test_whom_it_is_for_does_not_sign_it():
    given = {"customers": ("Anna Rossi",), "nick": "annarossi"}
    assert found("name", "We are sorry, and we thank you, Anna.", **given) == MISSING
    assert found("name", "We are sorry.\nAnna Bell", **given) == []
    assert found("name", "We are sorry.\nAnna", ours=("Blue Door", "Anna Bell"), **given) == []


def test_the_name_of_the_settings_is_enough_wherever_it_stands():
    assert found("name", "Call sam, please.", voice=SAM) == []
    assert found("name", "Call us, please.", voice=SAM) == MISSING
