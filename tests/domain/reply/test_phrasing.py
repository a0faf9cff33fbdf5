"""How phrases are written, and what is wrong with one is told in plain words."""
# ruff: noqa: RUF001

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.reply.phrasing import BEGIN, END, GAP, Element, parse


def word(*words, **more):
    return Element(words=words, **more)


@pytest.mark.parametrize(
    ("phrase", "elements"),
    [
        ("but", (word("but"),)),
        ("  we   will ", (word("we"), word("will"))),
        ("DON’T Café", (word("dont"), word("cafe"))),
        ("refund*", (word(stems=("refund",)),)),
        ("pay|refund* you", (word("pay", stems=("refund",)), word("you"))),
        ("# pounds|euros", (word(number=True), word("pounds", "euros"))),
        ("five|#", (word("five", number=True),)),
        ("so [very|really] sorry", (word("so"), word("very", "really", optional=True), word("sorry"))),
        ("give ... back", (word("give"), Element(GAP), word("back"))),
        ("give … back", (word("give"), Element(GAP), word("back"))),
        ("^but", (Element(BEGIN), word("but"))),
        ("^ but", (Element(BEGIN), word("but"))),
        ("sorry$", (word("sorry"), Element(END))),
        ("^sorry $", (Element(BEGIN), word("sorry"), Element(END))),
        ("follow-up", (word("follow up"),)),
        ("e-mail|phone", (word("e mail", "phone"),)),
        ("弁護士", (word("弁 護 士"),)),
        ("vielleicht|même", (word("vielleicht", "meme"),)),
    ],
)  # fmt: skip
def test_a_phrase_is_read(phrase, elements):
    assert parse(phrase) == elements


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("", "at least one word"),
        ("^ $", "at least one word"),
        ("[really]", "at least one word that may not be left out"),
        ("... but", "not at the beginning"),
        ("but ...", "not at the beginning"),
        ("[so] ... sorry", "beside"),
        ("sorry ... [so]", "beside"),
        ("give ... ... back", "one “...” is enough"),
        ("re*", "at least 3 letters"),
        ("*", "at least 3 letters"),
        ("re-fund*", "without a hyphen"),
        ("a||b", "missing beside “|”"),
        ("but|", "missing beside “|”"),
        ("ref*und", "a sign in the wrong place"),
        ("[so", "square brackets"),
        ("so]", "square brackets"),
        ("[so very] sorry", "square brackets"),
        ("we ^but", "“^”"),
        ("but$ we", "“^”"),
        ("but..", "a sign in the wrong place"),
        ("—", "no letter"),
        ("a|... b", "a sign in the wrong place"),
        (" ".join(["so"] * 41), "at most 40"),
    ],
)
def test_what_is_wrong_with_a_phrase_is_told(phrase, says):
    with pytest.raises(ValueError, match=r".") as told:
        parse(phrase)
    assert says in str(told.value)


@given(st.text(alphabet="ab*[]|#^$. …é\u200b", max_size=20) | st.text(max_size=20))
def test_any_phrase_is_read_or_refused_in_words(phrase):
    try:
        elements = parse(phrase)
    except ValueError as error:
        assert str(error)  # noqa: PT017
    else:
        assert any(one.kind == "word" and not one.optional for one in elements)
