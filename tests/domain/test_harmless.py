import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.harmless import harmless, harmless_line, is_harmless, storable

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines", "two\nlines"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("tab\there", "tab⟨U+0009⟩here"),
        ("a\rb", "a⟨U+000D⟩b"),
        ("\u202eevil\u2069", "⟨U+202E⟩evil⟨U+2069⟩"),
        ("\ufeffbom", "⟨U+FEFF⟩bom"),
        ("nul\x00", "nul⟨U+0000⟩"),
        ("\udcff", "⟨U+DCFF⟩"),
        ("\x9b1m", "⟨U+009B⟩1m"),
        ("a\u2028b", "a⟨U+2028⟩b"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("[bold]markup[/]", "[bold]markup[/]"),
        ("é £ ß", "é £ ß"),
    ],
)
def test_what_could_harm_is_shown_by_its_number(text, shown):
    assert harmless(text) == shown


@given(ANY_TEXT)
def test_nothing_harmful_gets_through(text):
    shown = harmless(text)
    assert all(is_harmless(char) for char in shown)
    assert not {unicodedata.category(c) for c in shown if c not in "\n\u200c\u200d"} & {
        "Cc",
        "Cf",
        "Cs",
    }
    assert harmless(shown) == shown


@given(ANY_TEXT)
def test_a_line_stays_a_line(text):
    assert "\n" not in harmless_line(text)


@given(ANY_TEXT)
def test_what_a_projection_keeps_can_be_stored(text):
    kept = storable(text)
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(st.text())
def test_storing_changes_nothing_that_can_be_stored(text):
    assert storable(text) == text
