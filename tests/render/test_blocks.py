"""Texts in lines of a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.render.layout.blocks import beside, block, paragraph, paragraphs, shortened

WIDTHS = st.integers(20, 100)
LINE = "reviewlog log --incident 1 --out 'what was said'"


@given(st.text(st.characters(codec="utf-8"), max_size=300), WIDTHS)
def test_a_stored_text_never_stands_over_and_loses_no_letter(text, width):
    lines = paragraphs(text, width)
    assert all(len(line) <= width for line in lines)
    assert len(lines) >= text.count("\n") + 1


@given(st.lists(st.from_regex(r"[a-z]{1,60}", fullmatch=True), min_size=1), WIDTHS)
def test_a_paragraph_keeps_every_word_within_the_width(words, width):
    lines = paragraph("To say: " + " ".join(words), width, 2)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "Tosay:" + "".join(words)


def test_a_command_in_a_sentence_is_kept_together():
    assert paragraph("Hurtful words are folded. To read them: reviewlog show 1 --unfold", 60) == [
        "Hurtful words are folded. To read them:",
        "reviewlog show 1 --unfold",
    ]


@pytest.mark.parametrize(
    ("width", "lines"),
    [(60, [f"Done  {LINE}"]), (40, ["Done", LINE])],
)
def test_a_line_to_type_is_never_broken(width, lines):
    assert block("Done", [LINE], width) == lines


def test_a_block_without_texts_is_none():
    assert block("Why", [], 80) == []


def test_the_longer_of_two_columns_goes_on_alone():
    assert beside(["a", "b", "c"], ["1"], 3) == ["a  1", "b", "c"]
    assert beside(["a"], ["1", "2", ""], 3, lambda text: f"<{text}>" if text else "") == [
        "<a>  1", "   2", "",
    ]  # fmt: skip


def test_a_long_text_is_shown_to_be_recognised():
    assert shortened("word " * 100) == ("word " * 100)[:157] + "..."
    assert shortened("a\nb") == "a b"
