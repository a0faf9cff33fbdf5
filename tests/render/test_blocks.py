"""Texts in lines of a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.harmless import harmless
from reviewlog.render.layout.blocks import beside, block, paragraph, paragraphs, shortened
from reviewlog.render.layout.cells import broken, cells
from reviewlog.render.layout.wrapping import hanging, in_rows, labelled, wrap, wrapped
from tests.screens import wide

WIDTHS = st.integers(20, 100)
LINE = "reviewlog log --incident 1 --out 'what was said'"


@given(st.text(st.characters(codec="utf-8"), max_size=300), WIDTHS)
def test_a_stored_text_never_stands_over_and_loses_no_letter(text, width):
    lines = paragraphs(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(harmless(text).split())
    assert len(lines) >= text.count("\n") + 1


@given(st.lists(st.from_regex(r"[a-z]{1,60}", fullmatch=True), min_size=1), WIDTHS)
def test_a_paragraph_keeps_every_word_within_the_width(words, width):
    lines = paragraph("To say: " + " ".join(words), width, 2)
    assert all(wide(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "Tosay:" + "".join(words)


JAPANESE = "約束した時間に届かず、電話にも出ませんでした。誕生日の席は台無しです。" * 4
KOREAN = "약속한 시간에 케이크가 오지 않았습니다. 전화도 받지 않았습니다. " * 4


@pytest.mark.parametrize("text", [JAPANESE, KOREAN, f"send 田中 {JAPANESE} the refund " * 2])
@pytest.mark.parametrize("width", [24, 40, 60, 80])
def test_letters_of_two_columns_stay_within_the_width(text, width):
    for lines in (paragraphs(text, width), paragraph(text, width, 2), wrapped(text, width),
                  hanging(text, width).split("\n"), labelled("Why", text, width, 9),
                  in_rows(text, width).split("\n"), block("Why", [text], width)):  # fmt: skip
        assert max(map(wide, lines)) <= width
        assert min(map(wide, lines[1:-1])) >= width - 14
        assert "".join("".join(lines).split()).endswith("".join(text.split()))


@pytest.mark.parametrize("width", [12, 13, 14, 20])
def test_the_sign_of_a_harmful_character_stays_in_one_piece(width):
    text = "Da\u202ena" * 4
    assert "".join(broken(harmless(text), width)).count("⟨U+202E⟩") == 4
    assert all(line.count("⟨") == line.count("⟩") for line in broken(harmless(text), width))
    assert all(line.count("⟨") == line.count("⟩") for line in paragraphs(text, width))


@pytest.mark.parametrize("line", [
    "reviewlog snooze 1 'in 3 days'", "reviewlog playbook upgrade 12", "chmod 700 '/a folder'",
    "reviewlog export 1 -y", "openssl ts -verify",
])  # fmt: skip
@pytest.mark.parametrize("width", [20, 34, 40])
def test_one_rule_says_what_is_to_be_typed(line, width):
    text = f"Then type {line} again."
    for shown in (paragraph(text, width), wrap(text, width), wrapped(text, width),
                  hanging(text, width).split("\n"), in_rows(text, width).split("\n")):  # fmt: skip
        assert any(line in row for row in shown)


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
