"""The words and sentences of any text, with the way back to it."""
# ruff: noqa: RUF001

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.reply.words import read
from tests.reply.disguises import UNSEEN, disguised


def words(text):
    return [word.text for word in read(text).words]


def written(text):
    return [text[word.start : word.end] for word in read(text).words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\t", []),
        ("...!? — ’ '", []),
        ("Thank you, Anna.", ["thank", "you", "anna"]),
        ("We don't; we don’t; we donʼt", ["we", "dont", "we", "dont", "we", "dont"]),
        ("'We' the owners' cat", ["we", "the", "owners", "cat"]),
        ("follow-up — and/or e_mail", ["follow", "up", "and", "or", "e", "mail"]),
        ("Café ŁÓDŹ Straße ﬁne ½", ["cafe", "lodz", "strasse", "fine", "12"]),
        ("ＳＵＥ 𝓼𝓾𝓮 ꜱᴜᴇ ⓢⓤⓔ ЅUЕ Ꮪսe", ["sue"] * 6),
        ("s\u200bu\u00ade su\u202ee s\u0336u\u0336e\u0336 s\u115fue", ["sue"] * 4),
        ("&#115;ue su&#x65; s&shy;ue s<b>u</b>e s<wbr/>ue", ["sue"] * 5),
        ("Fish &amp; chips &nbsp;&lt;b&gt; a<br>b", ["fish", "chips", "b", "a", "br", "b"]),
        ("I paid 40.50 on the 3rd, ٣ times", ["i", "paid", "40", "50", "on", "the", "3rd", "3", "times"]),
        ("Мы вам не врали", ["мы", "вам", "не", "врали"]),
        ("Δεν είναι το ίδιο", ["δεν", "ειναι", "το", "ιδιο"]),
        ("We will ѕuе уоu", ["we", "will", "sue", "you"]),
        ("弁護士に한국말", ["弁", "護", "士", "に", "한국말"]),
        ("한국말", ["한국말"]),
        ("我们 said 不", ["我", "们", "said", "不"]),
    ],
)  # fmt: skip
def test_the_words_of_a_text(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("«Sué!» he said", ["Sué", "he", "said"]),
        ("Sue\u0301\u0301, no", ["Sue\u0301\u0301", "no"]),
        ("(s\u200bue\u200b)", ["s\u200bue"]),
        ("a &#115;ue.", ["a", "&#115;ue"]),
        ("don’t’", ["don’t"]),
    ],
)
def test_a_word_stands_exactly_where_its_letters_stand(text, pieces):
    assert written(text) == pieces


def test_words_know_their_sentence():
    text = read("Dr. Cole came at 5 p.m. today. Sorry! …\nBut no")
    by = {word.text: text.original[slice(*text.sentences[word.sentence])] for word in text.words}
    assert by["cole"] == "Dr. Cole came at 5 p.m. today."
    assert by["sorry"] == "Sorry!"
    assert by["no"] == "But no"


def test_sentences_of_one_word_each_are_read_as_one():
    assert len(read("We. Will. Sue. Now go home.").sentences) == 2
    assert len(read("Sorry. Really. Now go home.").sentences) == 3


ODD = (
    "a",
    "B",
    "1",
    ".",
    " ",
    "\n",
    "-",
    "_",
    "&",
    "#",
    ";",
    "&#65;",
    "<b>",
    "$",
    "*",
    "\ud800",
    *UNSEEN,
)


@given(st.text() | st.lists(st.sampled_from(ODD)).map("".join))
def test_any_text_is_read_and_its_words_lie_in_it_in_order(original):
    text = read(original)
    at = 0
    for word in text.words:
        assert word.text
        assert at <= word.start < word.end <= len(original)
        assert 0 <= word.sentence < len(text.sentences)
        assert text.sentences[word.sentence].start <= word.start
        at = word.end
    assert [word.sentence for word in text.words] == sorted(word.sentence for word in text.words)


@given(
    st.lists(st.sampled_from(("sue", "lawyer", "liar", "but", "cheating")), min_size=1, max_size=5),
    st.data(),
)
def test_a_disguise_changes_nothing_but_the_place(plain, data):
    guises = [data.draw(disguised(word)) for word in plain]
    original = "The plain old words around it: " + ", ".join(guises) + " and so they ended."
    text = read(original)
    found = [one for one in text.words if plain.count(one.text)]
    assert [one.text for one in found] == plain
    assert [original[one.start : one.end] for one in found] == guises
