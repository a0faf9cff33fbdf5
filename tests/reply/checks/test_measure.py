"""How much of a text is too much: words, explanations, noise."""

# ruff: noqa: RUF001 - the letters of many scripts are the matter here

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.reply.case import Voice
from tests.reply.checks.looking import ANYTHING, look, marked, marks_words

BECAUSE = ("because", "due to", "as it was", "that is why")


@pytest.mark.parametrize(
    ("text", "most", "beyond", "said"),
    [
        ("one two three four", 3, "four", "4 words; 3 are enough."),
        ("One, two.\nThree? Don't go!", 4, "go", "5 words; 4 are enough."),
        ("a well-known shop", 2, "known shop", "4 words; 2 are enough."),
        ("蛋糕很干，店员没有道歉", 4, "道歉", "5 words; 4 are enough."),
        ("Thank you " * 3 + "so much", 6, "so much", "8 words; 6 are enough."),
    ],
)
def test_what_stands_beyond_enough_words_is_marked(text, most, beyond, said):
    assert look("length", text, most=most) == [(said, [beyond])]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("one two three", 3),
        ("Don't - I say: don't!", 4),
        ("蛋糕很干", 2),
        ("", 0),
        ("!!! ... \u200b", 0),
        ("ไม่อร่อย", 2),
    ],
)
def test_a_text_of_as_many_words_as_allowed_is_not_too_long(text, most):
    assert look("length", text, most=most) == []


def test_as_long_as_a_reader_reads_is_built_in():
    assert look("length", "word " * 150) == []
    assert marked("length", "word " * 151) == ["word"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "It was late because of snow, due to ice, and because he fell.",
            ["because", "due to", "because"],
        ),
        (
            "Because we moved. That is why. Due to staff. Because.",
            ["Because", "That is why", "Due to", "Because"],
        ),
        ("because because BECAUSE", ["because", "because", "BECAUSE"]),
    ],
)
def test_more_explanations_than_two_are_all_marked(text, places):
    [(said, words)] = look("reasons", text, phrases=BECAUSE, most=2)
    assert words == places
    assert said.startswith(f"{len(places)} explanations")


@pytest.mark.parametrize(
    "text",
    [
        "It was late because of snow, and due to ice.",
        "We were late. The oven had died.",
        "The cause is known: a be-cause is no because.",
    ],
)
def test_two_explanations_are_fine(text):
    assert look("reasons", text, phrases=BECAUSE, most=2) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("You NEVER paid for it.", ["NEVER"]),
        ("We did DO IT for you.", ["DO IT"]),
        ("DO I CARE about that?", ["DO I CARE"]),
        ("That is A LIE.", ["A LIE"]),
        ("THE BBC LIED to us.", ["THE BBC LIED"]),
        ("We are sorry. NO WAY. Thanks.", ["NO WAY"]),
        ("Did we? NO? We did not.", ["NO"]),
        ("WIR HABEN IHNEN GESCHRIEBEN", ["WIR HABEN IHNEN GESCHRIEBEN"]),
        ("Wir haben NICHTS getan, ÜBERHAUPT nichts.", ["NICHTS", "ÜBERHAUPT"]),
        ("Это ЛОЖЬ и больше ничего.", ["ЛОЖЬ"]),
        ("You are a L\u200bI\u200bAR here.", ["L\u200bI\u200bAR"]),
        ("You are a LI\u0410R here.", ["LI\u0410R"]),
        ("You are a \uff2c\uff29\uff21\uff32 here.", ["\uff2c\uff29\uff21\uff32"]),
        ("IT IS all your fault.", ["IT IS"]),
        ("We waited 2 hours. NEVER, 100% NEVER!", ["NEVER", "NEVER"]),
    ],
)
def test_words_in_capitals_are_loud(text, places):
    assert marked("shouting", text) == places


@pytest.mark.parametrize(
    "text",
    [
        "The VAT on your USB stick and the GP letter, as a PDF.",
        "Please bring your HDMI cable; our HACCP plan and the HMRC rules are here.",
        "I am sorry. OK, so am I. P.S. I mean it.",
        "The CCTV and the RSPB man; the HMCTS form.",
        "The BBQ was in the UK, the TV in the US.",
        "Part XPS13-9310 and model GT500EX were out of stock.",
        "Your order ABC-DEF-123 and REF/NO-77X; write to HELLO@MILL.EXAMPLE or WWW.MILL.EXAMPLE.",
        "We at The Mill are sorry. Kind Regards, JD",
        "It was NOT meant so.",
        "蛋糕很干。نعتذر لكم. ขอโทษ",
        "Opening in spring MMXXVI? No: chapter XVII, grade A VAT. I DID pay.",
        "",
    ],
)
def test_abbreviations_units_and_single_short_words_are_not(text):
    assert look("shouting", text) == []


def test_names_that_the_logbook_knows_may_stand_in_capitals():
    text = "ANNA, this is MARCO of BELLA NAPOLI, on GLOBALSITE."
    voice = Voice("Marco")
    known = {"ours": ("Bella Napoli",), "nick": "anna", "site": "GlobalSite", "voice": voice}
    assert look("shouting", text, **known) == []
    assert marked("shouting", text) == ["ANNA", "MARCO", "BELLA NAPOLI", "GLOBALSITE"]


@pytest.mark.parametrize(
    ("text", "places", "said"),
    [
        ("Thank you! We are sorry!", ["!", "!"], "2 exclamation marks."),
        ("Thank you!!", ["!!"], "2 exclamation marks."),
        ("Really?! We think so.", ["?!"], "A question mark and an exclamation mark in one."),
        ("Merci\uff01 Pardon !", ["\uff01", "!"], "2 exclamation marks."),
        ("Oh\u203c", ["\u203c"], "2 exclamation marks."),
        ("What\u2049", ["\u2049"], "A question mark and an exclamation mark in one."),
    ],
)
def test_exclamation_marks_are_counted(text, places, said):
    assert look("shouting", text) == [(said, places)]


@pytest.mark.parametrize(
    "text", ["Thank you! We are sorry.", "Why?? We do not know.", "¡Gracias! ¿Y ahora?", "!"]
)
def test_one_exclamation_mark_is_fine(text):
    assert look("shouting", text) == []


@pytest.mark.parametrize("text", ["We read it 😡.", "🤬🤬", "Sure 🙄"])
def test_angry_faces_are_loud(text):
    assert marked("shouting", text)


@pytest.mark.parametrize("text", ["Thank you 🙂", "Sorry 😔 again", ":-)"])
def test_friendly_faces_are_not(text):
    assert look("shouting", text) == []


@given(ANYTHING, st.integers(0, 9))
def test_no_text_fails(text, most):
    assert marks_words(text, look("length", text, most=most))
    assert marks_words(text, look("reasons", text, phrases=BECAUSE, most=most))
    assert marks_words(text, look("shouting", text))


@given(st.lists(st.sampled_from(["never", "sorry", "we", "late"]), min_size=1).map(" ".join))
def test_small_letters_are_never_loud_and_capitals_always_are(text):
    assert look("shouting", text) == []
    assert marked("shouting", text.upper()) == [text.upper()]


@pytest.mark.parametrize("text", ["Really???", "Why\uff1f\uff1f\uff1f", "Well\u2047\u2047"])
def test_question_marks_in_a_row_are_loud(text):
    [(said, _)] = look("shouting", text)
    assert said == "Question marks in a row."


@pytest.mark.parametrize(
    ("text", "words"),
    [("You were N E V E R here.", "N E V E R"), ("It was N-E-V-E-R so.", "N-E-V-E-R")],
)
def test_a_word_with_gaps_between_its_letters_is_loud(text, words):
    assert marked("shouting", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ask for ANN VALE.",
        "I am sorry. ANN VALE, owner",
        "Best, ANN VALE",
        "Plan A B or C is fine.",
    ],
)
def test_a_name_in_capitals_is_no_shouting(text):
    assert marked("shouting", text) == []


@pytest.mark.parametrize("text", ["Ask for YOUR MONEY.", "I am NOT LYING.", "WE KNOW, owner"])
def test_words_where_names_stand_are_loud_all_the_same(text):
    assert marked("shouting", text) != []
