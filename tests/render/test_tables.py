"""Tables that rich draws: the look of the program, cells that do no harm, the width that there is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reviewlog.domain.harmless import harmless
from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.screen import fit
from reviewlog.render.layout.style import DRAWN, LINE
from reviewlog.render.layout.tables import drawable, drawn
from tests.bundle.conftest import naughty_strings
from tests.hostile import PAYLOADS
from tests.screens import bare

HEADINGS = ("Site", "What for", "No.")


def on_a_screen(*said):
    """Return a table as a terminal is sent it."""
    return fit(drawn(*said), draws=True)


def taken(line):
    """How many columns a line takes; rich counts joined pictures as one, as terminals draw them."""
    return min(cells(line), cell_len(line))


def test_a_table_has_quiet_headings_one_rule_and_no_boxes():
    rows = [("yelp", "a site", "7"), ("bbb", "one more", "12")]
    lines = on_a_screen(HEADINGS, rows, 60, (2,)).split("\n")

    assert [bare(line) for line in lines] == [
        "Site  What for  No.",
        LINE * 19,
        "yelp  a site      7",
        "bbb   one more   12",
    ]
    assert lines[0].startswith(fit(DRAWN.quiet("Site"), draws=True))
    assert lines[1] == fit(DRAWN.quiet(LINE * 19), draws=True)
    assert lines[2].startswith(fit(DRAWN.strong("yelp") + "  a site", draws=True))


def test_a_long_cell_wraps_in_its_column():
    lines = bare(on_a_screen(HEADINGS, [("yelp", "many words " * 6, "7")], 40)).split("\n")

    assert lines[2].startswith("yelp  many words")
    assert all(line.startswith("      ") for line in lines[3:])
    assert max(map(len, lines)) <= 40


def test_markup_is_shown_as_it_was_written():
    assert "[red]x[/red] :smile: [/]" in bare(
        on_a_screen(HEADINGS, [("[red]x[/red] :smile: [/]", "", "")], 80)
    )


@pytest.mark.parametrize("text", [*PAYLOADS.values(), " ".join(PAYLOADS.values())])
def test_no_cell_sends_a_sequence_of_its_own(text):
    table = on_a_screen(HEADINGS, [(text, text, text)], 80)

    assert set(re.findall("\x1b[^m]*m?", table)) <= {"\x1b[1m", "\x1b[2m", "\x1b[0m"}
    assert harmless(bare(table)) == bare(table)


@pytest.mark.parametrize("columns", [64, 100])
def test_no_naughty_string_leaves_its_table(columns):
    texts = naughty_strings()
    table = on_a_screen(HEADINGS, list(zip(texts, texts[1:], texts[2:], strict=False)), columns)

    assert harmless(bare(table)) == bare(table)
    assert max(map(taken, bare(table).split("\n"))) <= columns


@given(
    st.lists(st.tuples(*[st.text(max_size=60)] * 3), min_size=1, max_size=3), st.integers(40, 99)
)
def test_no_text_at_all_leaves_its_table(rows, columns):
    table = on_a_screen(HEADINGS, rows, columns)

    assert harmless(bare(table)) == bare(table)
    assert max(map(taken, bare(table).split("\n"))) <= columns


@pytest.mark.parametrize(
    ("columns", "draws", "taken"),
    [(None, True, None), (80, False, None), (40, True, None), (80, True, 79), (250, True, 100)],
)
def test_a_table_is_drawn_only_where_there_is_room_and_nobody_objects(columns, draws, taken):
    assert drawable(columns, draws=draws) == taken
