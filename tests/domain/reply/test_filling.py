"""Values in wordings: nothing of a value is read, nothing of a wording is left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.reply.filling import as_sentence, filled, fixed, holes, needs, tidy


def test_the_values_of_a_wording_are_those_that_it_needs_and_those_that_may_be_missing():
    variant = "{name}[, {role}]\n{business}"
    assert holes(variant) == ("name", "role", "business")
    assert needs(variant) == ("name", "business")


@pytest.mark.parametrize(
    ("variant", "text"),
    [
        ("{name}[, {role}][, {business}]", "Ann, Vale Ltd."),
        ("[{role} ]{name}", "Ann"),
        ("This is {name}[ of {business}].", "This is Ann of Vale Ltd."),
        ("Ask for {name}.", "Ask for Ann."),
        ("{case}", "It has {name} and [x] in it."),
    ],
)
def test_what_is_missing_is_left_out_and_no_full_stop_is_doubled(variant, text):
    values = {"name": "Ann", "business": "Vale Ltd.", "case": "It has {name} and [x] in it."}
    assert filled(variant, values) == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("it was late", "it was late."),
        ("it was late.", "it was late."),
        ("Was it late?", "Was it late?"),
        ("she said “late”", "she said “late”."),
        ("she said “late.”", "she said “late.”"),
        ("it was late (by an hour)", "it was late (by an hour)."),
        ("it was late,", "it was late."),
        ("it was late!,", "it was late!"),
        ("遅れました。", "遅れました。"),
        ("so sorry 🙏", "so sorry 🙏"),
        ("with love ❤️", "with love ❤️"),
        ("", ""),
    ],
)
def test_a_sentence_gets_the_full_stop_that_it_lacks(given, text):
    assert as_sentence(given) == text


def test_blanks_become_single_and_empty_lines_vanish():
    said = tidy({"case": "  It was\t late\r\n\r\n\u2028 by an\xa0hour ", "name": " Ann \n Vale "})
    assert said == {"case": "It was late\nby an hour.", "name": "Ann Vale"}


def test_a_value_without_anything_to_read_is_none():
    assert tidy({"case": " \n", "did": "...", "name": "\u200b", "role": "", "fact": "{}"}) == {}


def test_the_words_that_every_text_shares_are_the_longest_stretch():
    assert fixed("Ring me on {phone}[ or write to {email}]; you get me.") == "; you get me."
    assert fixed("{case}") == ""


@given(st.text(max_size=200))
def test_tidying_is_done_once(text):
    once = tidy({"case": text, "name": text, "sign_off": text})
    assert tidy(once) == once
    assert all("  " not in value and "\n\n" not in value for value in once.values())
    assert all(value == value.strip() for value in once.values())


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_value_stands_in_the_text_as_it_is(case, name):
    values = {"case": case, "name": name}
    assert filled("<{case}|{name}>", values) == f"<{case}|{name}>"
