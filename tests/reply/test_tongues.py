"""Which language a text is in: rather no answer than a wrong one."""

# ruff: noqa: RUF001 - the letters of many scripts are the matter here

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.reply.lexicon.alphabets import BY_SCRIPT, LETTERS, NAMES
from reviewlog.domain.reply.rules import Tongue
from reviewlog.reply.tongues import common_words, language_of, name_of
from tests.reply.spoken import MORE, OTHERS, REVIEWS

SAID = [
    (language, text)
    for told in (REVIEWS, MORE)
    for language, lines in told.items()
    for text in lines.splitlines()
]
GERMAN = REVIEWS["de"].splitlines()[1]
ENGLISH = REVIEWS["en"].splitlines()[0]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_no_answer_is_wrong_for_a_text_or_one_of_its_sentences(language, text):
    for part in (text, text.upper(), *text.split(". ")):
        assert language_of(part) in (language, "")


@pytest.mark.parametrize("told", [REVIEWS, MORE])
def test_nearly_all_texts_of_eight_words_are_told(told):
    lines = [(lang, line) for lang, texts in told.items() for line in texts.splitlines()]
    long = [(lang, line) for lang, line in lines if len(line.split()) >= 8]
    right = sum(language_of(line) == lang for lang, line in long)
    assert right >= 0.9 * len(long)


@pytest.mark.parametrize(
    "text",
    [
        *OTHERS.splitlines(),
        *(
            "Super!",
            "OK",
            "Top",
            "Nope.",
            "Bravo, bravissimo!",
            "5/5",
            "好",
            "Σωκράτης",
            "Да",
            "",
            " ",
        ),
        *("Anna Keller, Marco Rossi, Jean Dupont", "iPhone 15 Pro Max 256 GB", "+44 20 7946 0958"),
        *("la la la la la la la la", "!!! ???", "\u200b\u200b", "😡😡😡"),
    ],
)
def test_nothing_is_said_of_names_short_texts_and_unknown_languages(text):
    assert language_of(text) == ""


def test_a_text_half_in_one_language_half_in_another_is_left_open():
    half = (
        "Die Suppe war kalt und der Kellner unfreundlich. The soup was cold and he was rude to us."
    )
    assert language_of(half) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Salted Caramel Cheesecake und der Iced Oat Milk Latte waren leider nicht gut.", "de"),
        ("Nous avons pris le Fish and Chips et un Apple Crumble, tout était très bon.", "fr"),
        ("The crème brûlée and the jalapeño soufflé were cold when they came to our table.", "en"),
        ("iPhone 15 Pro Max の画面が割れていて、返品もできませんでした。", "ja"),
        ("我买的 iPhone 屏幕坏了，店员不肯退货，非常失望。", "zh"),
    ],
)
def test_foreign_names_of_goods_change_nothing(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "hidden",
    [
        GERMAN.replace("e", "e\u200b"),
        GERMAN.replace("ä", "a\u0308").replace("ö", "o\u0308"),
        GERMAN.translate({ord("a"): "\uff41", ord("e"): "\uff45"}),
        GERMAN.replace(" ", "\u00a0\n"),
    ],
)
def test_what_nobody_sees_changes_nothing(hidden):
    assert language_of(hidden) == "de"


def test_an_owner_may_add_a_language():
    words = "við og að í á var ekki hann hún þau sem með til fyrir þá orðinn eftir mjög"
    icelandic = Tongue("is", "Icelandic", tuple(words.split()))
    text = "Við biðum í næstum klukkutíma eftir matnum og þá var hann orðinn kaldur."
    assert language_of(text) == ""
    assert language_of(text, (icelandic,)) == "is"
    assert language_of(ENGLISH, (icelandic,)) == "en"
    assert name_of("is", (icelandic,)) == "Icelandic"
    assert "þau" in common_words("is", (icelandic,))


def test_every_language_has_a_name():
    assert name_of("de") == "German"
    assert name_of("xx") == "xx"
    assert {*dict(SAID), *LETTERS, *BY_SCRIPT.values()} <= set(NAMES)
    assert all(len(language) == 2 for language in NAMES)


def test_small_words_say_nothing_of_shops():
    assert {"the", "and", "we"} <= common_words("en")
    assert not {"food", "service", "room"} & common_words("en")
    assert common_words("xx") == frozenset()


@given(st.text())
def test_no_text_fails(text):
    assert language_of(text) in {"", *NAMES}


@pytest.mark.parametrize("piece", ["a", "a ", "\u0301", "e\u0301", "的", "х", "de la ", "ﷺ"])
def test_long_junk_is_read_to_the_end(piece):
    assert language_of(piece * 50_000) in {"", *NAMES}
