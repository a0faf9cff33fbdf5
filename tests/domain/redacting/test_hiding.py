"""How a text reads with words left out."""

# ruff: noqa: RUF001 - digits and letters that look like others are the matter here

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewlog.domain.redacting.folding import Span, fold
from reviewlog.domain.redacting.hiding import hidden, hidden_fields, occurs
from reviewlog.domain.redacting.marks import MARKS, Found, apart, has_mark, pieces, snippets
from reviewlog.domain.redacting.matching import secret
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


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("Kovács", "Kovacs", "text"),
        ("Kovacs", "Kovács", "name"),
        ("K\u043evacs", "Kovacs", "name"),
        ("Kov\u3164acs", "Kovacs", "name"),
        ("Kov\u034facs", "Kovacs", "text"),
        ("Kov\u115facs", "Kovacs", "text"),
        ("Kov\u1160\uffa0acs", "Kovacs", "text"),
        ("Kova-\ncs", "Kovacs", "text"),
        ("K.o.v.a.c.s", "Kovacs", "name"),
        ("Zoltan, Kovacs", "Zoltan Kovacs", "name"),
        ("zoltan_kovacs", "Zoltan Kovacs", "name"),
        ("zoltan%20kovacs", "Zoltan Kovacs", "name"),
        ("zoltan+kov%C3%A1cs", "Zoltan Kovacs", "name"),
        ("ZoltanKovacs", "Zoltan Kovacs", "name"),
        ("O\u2019Brien", "O'Brien", "text"),
        ("OBrien", "O'Brien", "name"),
        ("Anne Marie Dupont", "Anne-Marie Dupont", "name"),
        ("07700-900-456", "07700 900456", "phone"),
        ("+44 7700 900456", "07700 900456", "phone"),
        ("+44(0)7700/900.456", "07700 900456", "phone"),
        ("0044 7700 900456", "07700 900456", "phone"),
        ("07700900456", "+44 7700 900456", "phone"),
        ("4111_1111\n1111 - 1111", "4111 1111 1111 1111", "card"),
        ("DE89.3704.0044.0532.0130.00", "DE89 3704 0044 0532 0130 00", "iban"),
        ("a%40b.de", "a@b.de", "email"),
        ("a @ b.de", "a@b.de", "email"),
        ("a&#64;b.de", "a@b.de", "email"),
        ("BLUE-word", "blueword", "text"),
    ],
)  # fmt: skip
def test_a_decision_counts_however_the_words_are_written(text, word, what):
    assert hide(f"So {text}, she said.", word, what=what) == f"So {MARKS[what]}, she said."


def test_a_rare_name_is_left_out_inside_longer_words_too():
    told = hide("Kovacsné, Kovacs2, xKovacsx", "Kovacs", what="name")
    assert told == "[name left out]né, [name left out]2, x[name left out]x"
    assert hide("Bakery, Roses", "Baker", "Rose", what="name") == "Bakery, Roses"
    assert (
        hide("Ann2 and AnnBaker", "Ann", what="name") == "[name left out]2 and [name left out]Baker"
    )


@pytest.mark.parametrize(
    ("text", "word", "what"),
    [
        ("plan nothing", "Ann", "text"),
        ("He is a. Nice", "Kan", "text"),
        ("grabdesk and grab desk", "a@b.de", "email"),
        ("C and c#", "C++", "text"),
        ("the bride", "Bri", "name"),
        ("mojoekit", "Jo Ek", "name"),
    ],
)  # fmt: skip
def test_what_only_happens_to_hold_the_letters_stays(text, word, what):
    assert hide(text, word, what=what) == text


@pytest.mark.parametrize(
    "piece", ["a", "ab ", "1", "1 ", "%20", "%", "&#6", "\u0301", "Ab", "+44 "]
)
def test_hiding_takes_time_in_proportion_to_the_length(piece):
    words = ("ab ab ab", "aaab", "11112", "1 1 1 1 1", "Ab", "%20%20x", "444")

    def took(size):
        begun = time.process_time()
        hide(piece * (size // len(piece)), *words, what="name")
        return time.process_time() - begun

    took(1_000)
    small = min(took(10_000) for _ in range(3))
    assert took(80_000) < 8 * 4 * small + 0.25


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
    if not any(occurs(text, secret(word)) for word in words):
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
