"""How a text reads with words left out."""

# ruff: noqa: RUF001 - digits and letters that look like others are the matter here

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewlog.domain.redacting.folding import Span, fold, folded_words
from reviewlog.domain.redacting.hiding import hidden, hidden_fields, occurs, secret
from reviewlog.domain.redacting.marks import MARKS, Found, apart, has_mark, pieces, snippets
from reviewlog.domain.redacting.naming import Names
from reviewlog.domain.redacting.proposing import Known, find_in

TEXTS = st.text(st.sampled_from("aAáà bBﬁ1٣０+@.-()[]\u200b\n\u0301ßİ left out🎂"), max_size=60)
WORDS = st.lists(st.text(st.sampled_from("aA bé1ﬁ0+ left[]"), min_size=1, max_size=6), max_size=4)
KNOWN = Known(Names(("Ann Baker", "ab"), ()), ("GB",))


def hide(text, *words, what="text"):
    return hidden(text, [secret(word, what) for word in words])


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Anna is planning", "ann", "[left out]a is pl[left out]ing"),
        ("JO MILLER called", "jo miller", "[left out] called"),
        ("Jo\nMiller called", "Jo Miller", "[left out] called"),
        ("Jo  Miller", "jo miller", "[left out]"),
        ("J\u200bo", "jo", "[left out]"),
        ("the ﬁne", "fi", "the [left out]ne"),
        ("café", "cafe\u0301", "[left out]"),
        ("cafe\u0301s", "café", "[left out]s"),
        ("no. ０７", "07", "no. [left out]"),
        ("Straße", "STRASSE", "[left out]"),
    ],
)  # fmt: skip
def test_words_are_left_out_however_they_are_written(text, word, told):
    assert hide(text, word) == told


def test_a_name_is_left_out_as_a_whole_word_only():
    assert (
        hide("Ann, Anna, ANN's", "Ann", what="name") == "[name left out], Anna, [name left out]'s"
    )
    assert hide("田中さん", "田中", what="name") == "[name left out]さん"


def test_marks_say_what_stood_there():
    assert [hide("x", "x", what=what) for what in MARKS] == list(MARKS.values())


def test_of_two_that_overlap_one_mark_stays():
    assert hide("abcdef", "abc", "bcd") == "[left out]ef"


def test_words_of_a_mark_are_never_looked_for():
    once = hide("I left it out", "left", "out", "e")
    assert once == "I [left out] it [left out]"
    assert hide(once, "left", "out", "e") == once


def test_of_a_file_only_the_name_is_a_text():
    file = {"name": "abc.png", "size": 3, "sha256": "abc0", "type": "image/abc"}
    told = hidden_fields({"file": file}, (secret("abc"),))
    assert told == {"file": {**file, "name": "[left out].png"}}


def test_lists_and_mappings_are_searched_and_words_of_ours_are_not():
    fields = {"looked_for": ["Dana", "x"], "fields": {"Name": "Dana", "Dana": "y"}, "state": "Dana",
              "happened_at": {"start": "Dana"}, "text": "none of it", "stars": 1}  # fmt: skip
    told = hidden_fields(fields, (secret("dana"),))
    assert told == {
        "looked_for": ["[left out]", "x"],
        "fields": {"Name": "[left out]", "[left out]": "y"},
    }
    assert all(map(has_mark, told.values()))


def test_a_mark_is_shown_with_the_words_around_it():
    assert list(snippets("a" * 90 + "[left out]" + "b" * 90, 5)) == ["aaaaa[left out]bbbbb"]
    assert list(snippets(["x [left out] y", {"k": "none"}])) == ["x [left out] y"]


@given(TEXTS)
def test_folding_leads_back_to_the_original(text):
    folded = fold(text)
    assert len(folded.places) == len(folded.text) + 1
    assert list(folded.places) == sorted(folded.places)
    assert all(0 <= place < len(text) for place in folded.places[:-1])
    assert fold(folded.text).text == folded.text


@given(TEXTS, WORDS)
@example("ababa", ["aba"])
@example("[left out]", ["left"])
def test_what_is_hidden_is_not_there_any_more(text, words):
    secrets = [secret(word) for word in words]
    told = hidden(text, secrets)
    for one in secrets:
        assert not occurs(told, one)
    assert hidden(told, secrets) == told


@given(TEXTS, WORDS)
def test_what_is_not_hidden_stays_as_it_was(text, words):
    told = hidden(text, [secret(word) for word in words])
    rest = text
    for _, piece in pieces(told):
        assert piece in rest
        rest = rest[rest.index(piece) + len(piece) :]
    if not any(folded_words(w) and folded_words(w) in folded_words(text) for w in words):
        assert told == text


@given(st.text(max_size=200) | TEXTS)
def test_marks_never_overlap_and_hiding_what_is_found_leaves_none_of_it(text):
    found = find_in(text, KNOWN)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    told = hidden(text, [secret(text[f.span.start : f.span.end], f.what) for f in found])
    for one in found:
        assert not occurs(told, secret(text[one.span.start : one.span.end], one.what))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9), st.sampled_from(tuple(MARKS)))))
def test_stretches_are_laid_apart(spans):
    found = [Found(Span(start, start + size), what) for start, size, what in spans]
    laid = apart(found)
    assert all(b.span.end <= a.span.start for b, a in pairwise(laid))
    covered = {place for f in found for place in range(*f.span)}
    assert {place for f in laid for place in range(*f.span)} == covered
