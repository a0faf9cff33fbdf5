"""Texts in columns: how wide they are, where they break, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.render.layout.cells import broken, cells, cut, padded
from reviewlog.render.layout.grid import beside, cell


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Dana", 4),
        ("é", 1),
        ("e\u0301", 1),
        ("山田", 4),
        ("ｱ", 1),
        ("👍", 2),
        ("\u200d", 0),
    ],
)
def test_a_text_takes_so_many_columns(text, width):
    assert cells(text) == width
    assert cells(padded(text, 9)) == 9


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, []),
        ("one two three", 7, ["one two", "three"]),
        ("a verylongword b", 5, ["a", "veryl", "ongwo", "rd b"]),
        ("Moss-Featherstone", 14, ["Moss-", "Featherstone"]),
        ("-----------", 4, ["----", "----", "---"]),
        ("山田太郎", 5, ["山田", "太郎"]),
        ("山田", 1, ["山", "田"]),
    ],
)
def test_a_text_breaks_at_blanks_and_only_then_inside_a_word(text, width, lines):
    assert broken(text, width) == lines


@given(st.text(), st.integers(min_value=2, max_value=30))
def test_nothing_is_lost_and_nothing_is_too_wide(text, width):
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@given(st.text(), st.integers(min_value=0, max_value=30))
def test_what_is_cut_begins_like_the_whole(text, width):
    assert text.startswith(cut(text, width))
    assert cells(cut(text, width)) <= width


def test_cells_stand_beside_each_other_without_blanks_at_the_end():
    row = [cell("one two", 3), cell("山", 4), cell("three", 5, str.upper)]
    assert beside(row, [3, 4, 5]) == ["one  山    THREE", "two"]


def test_a_row_without_any_text_is_no_line():
    assert beside([cell("", 3), cell(" ", 4)], [3, 4]) == []
