"""What is said about the PDF of a bundle: one calm line each."""

import pytest

from reviewlog.domain.paper import FAILED, NOT_INSTALLED, PAPER_REMARKS, UNSHOWN, PaperRemark
from reviewlog.render.sharing.paper import paper_words
from tests.program import assert_harmless


@pytest.mark.parametrize("what", PAPER_REMARKS)
def test_each_is_one_harmless_line(what):
    said = paper_words(PaperRemark(what, "\u202e\x1b[31m" + "山" * 3))
    assert "\n" not in said
    assert_harmless(said)


def test_without_typst_the_line_says_how_to_get_a_pdf():
    said = paper_words(PaperRemark(NOT_INSTALLED))
    assert "print data/report.html" in said
    assert "“pdf”" in said


def test_letters_without_a_font_are_named_but_not_all_of_them():
    assert "山 川." in paper_words(PaperRemark(UNSHOWN, "山川"))
    assert "and 88 more" in paper_words(PaperRemark(UNSHOWN, "山" * 100))


def test_a_fault_is_told_in_the_words_of_the_program():
    assert "unknown variable" in paper_words(PaperRemark(FAILED, "unknown variable: x"))
