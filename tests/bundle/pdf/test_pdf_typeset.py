"""Setting a document: standards, the same bytes, no letter lost, nothing stored read as markup."""

from datetime import UTC, datetime
from importlib.resources import files

import pytest

from reviewlog.bundle.pdf import typeset as module
from reviewlog.bundle.pdf.typeset import NotTypesetError, typeset, unshown_in

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEMPLATE = """#set document(title: "try")
#set text(lang: "en")
#for text in json("data.json").texts [ #par(text) ]
"""


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A template of three lines in place of the report."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "try.typ").write_text(TEMPLATE)
    monkeypatch.setattr(module, "files", lambda _package: tmp_path)
    return tmp_path / "templates" / "try.typ"


def set_out(*texts: str):
    return typeset("try.typ", {"texts": list(texts)}, {}, AT)


def test_a_document_is_for_keeping_and_for_everybody(template):
    made = set_out("Dana Smith, Ωμέγα, Привет")
    assert made.pdf.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>3</pdfaid:part>" in made.pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made.pdf
    assert made.unshown == ""


def test_the_same_data_gives_the_same_bytes(template):
    assert set_out("Dana") == set_out("Dana")


def test_a_letter_without_a_font_is_named(template):
    made = set_out("so \U0001f9ff\U00016fe0 it is", "\U0001f9ff")
    assert "\U00016fe0" in made.unshown


def test_what_must_not_be_shown_never_reaches_the_document(template):
    made = set_out("a\x00b\ue000c\ufdd0d\u202ee\ud800")
    assert made.unshown == ""


def test_a_letter_keeps_its_place_when_only_the_mark_on_it_has_no_font(template):
    assert "á" not in set_out("café á\u0335\u0489\u035c\u0321 á").unshown


def test_stored_text_is_never_read_as_markup(template):
    hostile = ('#read("/etc/passwd")', '#import "@preview/cetz:0.1.0"', "*b* $x$ `c` \\ <l> @e = h")
    assert set_out(*hostile).unshown == ""


def test_thousands_of_letters_without_a_font_cost_two_looks(template, monkeypatch):
    looks = []
    real = module._compiled

    def looking(*given):
        looks.append(given)
        return real(*given)

    monkeypatch.setattr(module, "_compiled", looking)
    set_out("".join(chr(0x18800 + place) for place in range(700)))
    assert len(looks) <= 3


def test_a_fault_of_ours_is_told_and_not_hidden(template):
    template.write_text('#set document(title: "x")\n#panic("no")')
    with pytest.raises(NotTypesetError) as caught:
        set_out("x")
    assert "no" in caught.value.said


def test_letters_are_read_out_of_what_typst_says():
    said = (
        'error: the text `"\\u{200d}"` could not be displayed with font `"X"`\n'
        'error: the text `"\U0001f9ff"` could not be displayed with font `"X"`\n'
        'error: the text `"á\\u{335}"` could not be displayed with font `"X"`\n'
    )
    assert unshown_in(said) == {"\u200d", "\U0001f9ff", "á", "\u0335"}


def test_the_template_fetches_nothing():
    text = files("reviewlog.bundle").joinpath("templates", "report.typ").read_text()
    assert "@preview" not in text
    assert "read(" not in text
    assert "eval(" not in text
