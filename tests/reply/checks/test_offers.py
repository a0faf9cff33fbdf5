"""Offers in public, offers beside a review, and what is asked about a review."""

# ruff: noqa: RUF001 - letters and digits that look like others are the matter here

import pytest

from tests.reply.checks.asked import found, marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We will refund you.", ["refund"]),
        ("A vоucher is waiting for you.", ["vоucher"]),
        ("The next dinner is on the house.", ["on the house"]),
        ("Here are €50 for the trouble.", ["€50"]),
        ("Here are € 1.500,00 for the trouble.", ["€ 1.500,00"]),
        ("Here are 50 € for the trouble.", ["50 €"]),
        ("Here are 50 EUR for the trouble.", ["50 EUR"]),
        ("Here are 50eur for the trouble.", ["50eur"]),
        ("Here are CHF 20.50 for the trouble.", ["CHF 20.50"]),
        ("Here are $20, dear.", ["$20"]),
        ("Here are $\u200b２０, dear.", ["$\u200b２０"]),
        ("Here are fifty dollars.", ["fifty dollars"]),
        ("Here are £-50 for it.", ["£-50"]),
        ("Here are 40p for it.", ["40p"]),
        ("Here are 100 kr for it.", ["100 kr"]),
        ("Here are 100 zł for it.", ["100 zł"]),
        ("Here are Rs 100 for it.", ["Rs 100"]),
        ("Here are 100元 for it.", ["100元"]),
        ("Take 100.- for it.", ["100.-"]),
        ("Here are £twenty for it.", ["£twenty"]),
        ("Take 20 % from the bill.", ["20 %"]),
        ("Come for half price.", ["half price"]),
        ("We will refund you 50 euros.", ["refund", "50 euros"]),
        ("We refunded you on Monday.", ["refunded"]),
    ],
)
def test_offers_and_amounts_in_public_are_marked(text, words):
    assert marked("offers", text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Feel free to come by.",
        "We have put it right.",
        "No refund was asked for.",
        "95% of our guests come again.",
        "This was 100 % our mistake.",
        "We have 50 seats and 2 ovens.",
        "The soup stood there for 20 minutes.",
        "Our price list hangs at the door.",
        "We open at 10.-Ruth",
        "See page 40 of the menu.",
    ],
)
def test_what_only_sounds_like_an_offer_may_stay(text):
    assert marked("offers", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thank you for your review. Your refund is on its way.", ["review", "refund"]),
        ("The voucher is yours, five stars or not.", ["voucher", "stars"]),
        ("We compensate you. This has nothing to do with your review.", ["compensate", "review"]),
        ("A refund for you. We saw your revіew.", ["refund", "revіew"]),
    ],
)
def test_an_offer_and_a_review_never_stand_in_one_text(text, words):
    assert marked("wall", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Here are £20. Thank you for your review.", ["£20", "review"]),
        ("Fifty euros, if you keep quiet.", ["Fifty euros", "keep quiet"]),
    ],
)
@pytest.mark.parametrize("medium", ["private", "call"])
def test_where_nobody_else_reads_an_amount_is_an_offer(text, words, medium):
    assert marked("wall", text, medium=medium) == words


def test_in_public_an_amount_alone_is_a_matter_of_offers():
    assert marked("wall", "The menu price is £12. Thank you for your review.") == []


def test_what_only_sounds_like_a_review_is_none():
    assert marked("wall", "The refund went over Google Pay.", medium="private") == []
    assert marked("wall", "The refund, and no word on Google.", medium="private") != []


def test_what_somebody_owes_is_told_in_other_words():
    [(said, words)] = found("offers", "You still owe us a lot.")
    assert said.startswith("A debt")
    assert words == ["You still owe us"]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your review. I am sorry about the soup.",
        "Your refund is on its way. I am sorry about the soup.",
        "Feel free to call. I have read your review.",
    ],
)
def test_each_of_them_alone_may_stand(text):
    assert marked("wall", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Would you change your review?", ["change your review"]),
        ("Please remove that unfair review.", ["remove that unfair review"]),
        ("Next time call us before you post.", ["call us before you post"]),
        ("We do not ask you to change your review.", []),
        ("We have changed the menu.", []),
        ("Thank you for your review.", []),
    ],
)
def test_nobody_is_asked_for_another_review(text, words):
    assert marked("asking", text) == words
    assert marked("asking", text, may_ask=True) == []
