"""The language of a text, set against that of the review."""

import pytest
from hypothesis import given

from reviewlog.domain.reply.rules import Tongue
from tests.reply.checks.looking import ANYTHING, look

GERMAN = "Wir haben fast eine Stunde auf das Essen gewartet und dann war es kalt."
ENGLISH = "We are sorry that you had to wait, and that your food was cold."
FRENCH = "Nous avons attendu plus d'une heure et les plats sont arrivés froids."
JAPANESE = "料理が出てくるまで一時間近く待たされ、しかも冷めていました。"


@pytest.mark.parametrize(
    ("text", "reviews", "said"),
    [
        (ENGLISH, (GERMAN,), "The review is in German, this text in English."),
        (GERMAN, (ENGLISH,), "The review is in English, this text in German."),
        (ENGLISH, (JAPANESE,), "The review is in Japanese, this text in English."),
        (ENGLISH, (ENGLISH, FRENCH), "The review is in French, this text in English."),
    ],
)
def test_two_languages_are_told_by_name(text, reviews, said):
    assert look("language", text, reviews=reviews) == [(said, [])]


@pytest.mark.parametrize(
    ("text", "reviews"),
    [
        (ENGLISH, (FRENCH, ENGLISH)),
        (ENGLISH, ("Super!",)),
        ("Merci!", (GERMAN,)),
        (ENGLISH, ()),
        (f"{GERMAN} {ENGLISH}", (FRENCH,)),
        ("Danke, Anna. " + GERMAN, (GERMAN + " The Cream Donut was my favourite.",)),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(text, reviews):
    assert look("language", text, reviews=reviews) == []


def test_an_owners_own_language_is_known_by_its_name():
    esperanto = Tongue("eo", "Esperanto", ("la", "kaj", "estas", "ni", "por", "de", "tre", "la"))
    review = "La manĝo estas tre bona kaj ni dankas por la helpo."
    [(said, _)] = look("language", ENGLISH, reviews=(review,), tongues=(esperanto,))
    assert said == "The review is in Esperanto, this text in English."


@given(ANYTHING, ANYTHING)
def test_no_text_fails(text, review):
    assert all(not marks for _, marks in look("language", text, reviews=(review,)))
