"""Letters that look like others are read as those."""
# ruff: noqa: RUF001

import string
import unicodedata

import pytest

from reviewlog.domain.lookalikes import FOREIGN, LATIN
from reviewlog.domain.redacting.baring import bare
from reviewlog.domain.reply.lettering import pieces


@pytest.mark.parametrize("table", [LATIN, FOREIGN])
def test_each_stands_for_one_small_letter(table):
    assert set(table.values()) <= set(string.ascii_lowercase)
    assert all(number > 127 for number in table)


def test_no_letter_stands_in_both_tables():
    assert not LATIN.keys() & FOREIGN.keys()


def test_each_is_read_as_the_letter_that_it_looks_like():
    for number, letter in (LATIN | FOREIGN).items():
        (piece,) = pieces(f"x{chr(number)}x")
        assert piece.latin == f"x{letter}x", unicodedata.name(chr(number))


def test_signs_are_letters_each_by_itself():
    assert [piece.own for piece in pieces("sue🇬🇧 🆂🆄🅴")] == ["sue", "g", "b", "s", "u", "e"]
    assert bare("Anna🇬🇧").text == "anna"


def test_letters_of_other_scripts_stay_in_a_word_of_their_own():
    (piece,) = pieces("стоп")
    assert (piece.own, piece.latin) == ("стоп", "cton")


@pytest.mark.parametrize("name", ["ᴄᴏʟᴇ", "Ꮯoꮮe", "соле", "𝒞øłé", "ＣＯＬＥ"])
def test_a_name_in_other_letters_is_left_out_of_a_bundle_too(name):
    assert bare(name).text.replace("л", "l") == "cole"
