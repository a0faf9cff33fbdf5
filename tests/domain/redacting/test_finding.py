"""What is proposed to be left out, and what is not."""

# ruff: noqa: RUF001 - digits and letters that look like others are the matter here

import time
from typing import Any

import pytest

from reviewlog.domain.redacting.finding import is_iban, is_luhn
from reviewlog.domain.redacting.naming import Names
from reviewlog.domain.redacting.proposing import Known, countries_of, find_in, proposals

NOBODY = Names((), ())


def found(text, *, names=(), own=(), countries=("GB",)):
    known = Known(Names(names, own), countries)
    return [(text[f.span.start : f.span.end], f.what) for f in find_in(text, known)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("07700 900123", "phone"),
        ("(020) 7946 0958", "phone"),
        ("+49 30 123456", "phone"),
        ("０７７００ 900123", "phone"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "phone"),
        ("07700\u200b900123", "phone"),
        ("a.b+c@example.co.uk", "email"),
        ("JO@EXAMPLE.COM", "email"),
        ("john (at) example", "email"),
        ("john [at] example [dot] com", "email"),
        ("john at example dot com", "email"),
        ("ｊｏ＠example.com", "email"),
        ("4111 1111 1111 1111", "card"),
        ("4111-1111-1111-1111", "card"),
        ("378282246310005", "card"),
        ("3782 822463 10005", "card"),
        ("GB82 WEST 1234 5698 7654 32", "iban"),
        ("DE89370400440532013000", "iban"),
        ("no9386011117947", "iban"),
        ("07700\n900456", "phone"),
        ("07700_900456", "phone"),
        ("07700.900.456", "phone"),
        ("07700/900456", "phone"),
        ("(212) 555-0123", "phone"),
        ("212.555.0123", "phone"),
        ("a @ b.de", "email"),
        ("a@\nb.de", "email"),
        ("a%40b.de", "email"),
        ("m\u00fcller@ex\u00e4mple.de", "email"),
        ("4111\n1111\n1111\n1111", "card"),
        ("4111/1111/1111/1111", "card"),
        ("4111_1111_1111_1111", "card"),
        ("DE89\n3704 0044 0532 0130 00", "iban"),
        ("DE89.3704.0044.0532.0130.00", "iban"),
        ("DE89_3704_0044_0532_0130_00", "iban"),
        ("DE 89 3704 0044 0532 0130 00", "iban"),
    ],
)  # fmt: skip
def test_what_is_found(text, what):
    assert found(text) == [(text, what)]
    assert found(f"Please use {text}, she said.") == [(text, what)]


@pytest.mark.parametrize(
    "text",
    ["2026-11-21 16:40", "21/11/2026", "1,250.00", "240.00 by 5 pm", "order 12345", "E3", "50%",
     "4111 1111 1111 1112", "GB82 WEST 1234 5698 7654 33", "look at us at the shop", "@cakes",
     "between 10 and 12", "order number 5551234567", "3 x 12.50, 2 x 7.00 = 51.50",
     "12345\n67890", "21.11.2026, 16:40", "1,200,300 crumbs", "2 @ 3.50", "10_000"],
)  # fmt: skip
def test_what_is_not(text):
    assert found(text) == []


def test_a_number_behind_a_date_is_found_alone():
    assert found("2026-11-21 07700 900123") == [("07700 900123", "phone")]


def test_a_number_of_a_country_that_occurs_is_found_without_its_code():
    texts = ["Call +49 30 901820", "or 030 901821"]
    assert countries_of(texts, ["GB"]) == ("GB", "DE")
    assert found(texts[1], countries=("GB", "DE")) == [("030 901821", "phone")]


def test_without_a_country_whatever_looks_like_a_number_is_found():
    assert found("555 010 123 44", countries=()) == [("555 010 123 44", "phone")]


def test_names_of_others_are_found_whole_and_by_their_last_name():
    text = "She knows anna  MILLER. Mr Miller, and the miller. Ann is in; Miller too."
    assert found(text, names=("Anna Miller", "Ann"), own=("Dana",)) == [
        ("anna  MILLER", "name"),
        ("Miller", "name"),
        ("Ann", "name"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Kovacs", "ZOLTAN KOVACS", "Kovacs Zoltan", "Kovacs, Zoltan", "Z. Kovacs", "Zoltan K",
     "Zoltan J. Kovacs", "Zolt\u00e1n Kov\u00e1cs", "ZoltanKovacs", "zoltan_kovacs", "zoltan.kovacs",
     "zoltan%20kovacs", "Zoltan\nKovacs", "Kovacsn\u00e9", "K\u043evacs"],
)  # fmt: skip
def test_a_name_is_found_however_it_is_put(text):
    assert found(text, names=("Zoltan Kov\u00e1cs",)) == [(text, "name")]
    for before, after in (("\u201c", " said"), ("(", ")"), ("He: ", "."), ("", " came. Good.")):
        assert found(before + text + after, names=("Zoltan Kov\u00e1cs",)) == [(text, "name")]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Mrs dupont rang", "Anne-Marie Dupont", ["dupont"]),
        ("Anne Marie Dupont or Annemarie Dupont", "Anne-Marie Dupont",
         ["Anne Marie Dupont", "Annemarie Dupont"]),
        ("Sean O\u2019Brien and OBrien", "Se\u00e1n O'Brien", ["Sean O\u2019Brien", "OBrien"]),
        ("Zoltan_Kovacs_2.png", "Kovacs, Zoltan", ["Zoltan_Kovacs"]),
        ("d_Kovacs_e.png", "Zoltan Kovacs", ["Kovacs"]),
        ("Ask Rose, a rose. Rose cakes", "Rose", ["Rose"]),
        ("Summer is here. Baker wanted. I met Baker", "Ann Baker", ["Baker"]),
        ("saw NAGY", "M\u00e1rta Nagy", ["NAGY"]),
        ("\u738b \u4f1f", "\u738b\u4f1f", ["\u738b \u4f1f"]),
    ],
)  # fmt: skip
def test_names_in_other_shapes(text, name, said):
    assert [words for words, _ in found(text, names=(name,))] == said


@pytest.mark.parametrize(
    "text",
    ["The roses in summer were nice. Summer again! Rose petals on the cake.", "a rose, I cook",
     "Baker wanted: a cook for the bakery", "All in all, an notary", "the kovacs plan", "lot of all"],
)  # fmt: skip
def test_ordinary_words_are_no_names(text):
    people = ("Anna Rose", "Jo Summer", "Ann Baker", "Ivy Cook", "Al Lot", "Zoltan Kovacs", "Rose")
    assert found(text, names=people) == []


def test_our_own_people_and_those_of_the_incident_are_not():
    assert found("Dana Smith at Harbour Cakes", names=("Dana", "Dana Smith", "Harbour Cakes"),
                 own=("Dana Smith", "Harbour Cakes")) == []  # fmt: skip


def test_names_in_scripts_without_blanks_are_found():
    assert found("田中さんが", names=("田中",)) == [("田中", "name")]


def test_a_part_of_a_word_is_no_name():
    assert found("planning Annabel", names=("Ann",)) == []


def test_each_text_is_proposed_once_with_its_places():
    entries: list[tuple[int, dict[str, Any]]] = [
        (3, {"text": "Call 07700 900123 now", "channel": "07700 900123"}),
        (5, {"quote": "No: ０７７００ 900123", "looked_for": ["x@example.com"]}),
    ]
    first, second = proposals(entries, Known(NOBODY, ("GB",)))
    assert (first.text, first.what) == ("07700 900123", "phone")
    assert [(p.seq, p.field, p.before, p.after) for p in first.places] == [
        (3, "text", "Call ", " now"),
        (5, "quote", "No: ", ""),
    ]
    assert second.text == "x@example.com"


def test_what_the_owner_keeps_is_not_proposed_again():
    known = Known(NOBODY, ("GB",), frozenset(("07700 900123",)))
    assert proposals([(3, {"text": "07700 900123"})], known) == []


def test_check_digits():
    assert is_luhn("4111111111111111")
    assert not is_luhn("4111111111111112")
    assert is_iban("GB82WEST12345698765432")
    assert not is_iban("GB82WEST12345698765431")


JUNK = ("a", "1 ", "1", "a@", "a.b", "ab12 ", "x at ", "4111 ", "+1-", "é", "Jones ", "[left out",
        "(at)", "a (at) a.", "0 ", "+", "gb82", "@.", "- ")  # fmt: skip


def took(piece, size):
    """Return how long it takes to look through so much of one thing."""
    text = piece * (size // len(piece))
    begun = time.process_time()
    find_in(text, Known(Names(("Anna Jones",), ()), ("GB",)))
    return time.process_time() - begun


@pytest.mark.parametrize("piece", JUNK)
def test_junk_takes_time_in_proportion_to_its_length(piece):
    took(piece, 1_000)
    small = min(took(piece, 12_500) for _ in range(3))
    assert took(piece, 50_000) < 4 * 4 * small + 0.25


@pytest.mark.slow
@pytest.mark.parametrize("piece", JUNK)
def test_a_million_characters_of_junk_are_no_matter(piece):
    took(piece, 1_000)
    assert took(piece, 1_000_000) < 20 * 4 * took(piece, 50_000) + 2
