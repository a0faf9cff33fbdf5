"""The daily list on a terminal: a quiet table, stacked where it is narrow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.render.due import due_lines
from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import ALARM, QUIET, RESET, SENT, STRONG
from tests.render.items import ON, an_item, late, soon, waiting

ESCAPES = re.compile("|".join(map(re.escape, SENT)))
DAY = [
    late("one", "2026-10-14", incident="3", who="Bob"),
    late("two", "2026-11-18", incident="3", who="Bob"),
    late(phone="07700 900123", title="Write down their exact words while you still hear them."),
    late("two"),
    late("three"),
    an_item("ask", incident="2", who="Robin Moss-Featherstonehaugh"),
    soon("their-deadline-6", "2026-11-24", title="Their deadline runs out."),
    waiting(incident="4", who="山田 太郎"),
]


def table(*items, columns=80, **more):
    return due_lines(list(items or DAY), ON, ON, columns, **more)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_screen_of_a_day(golden, columns):
    golden("\n".join(table(columns=columns)) + "\n", f"due-{columns}.txt")


@pytest.mark.parametrize("columns", [40, 63, 64, 80, 120])
@pytest.mark.parametrize("unnamed", [False, True])
def test_drawing_changes_no_word_and_no_place(columns, unnamed):
    drawn = [ESCAPES.sub("", line) for line in table(columns=columns, unnamed=unnamed, draws=True)]
    plain = table(columns=columns, unnamed=unnamed)
    assert [line for line in drawn if line and "─" not in line] == [line for line in plain if line]


def test_without_drawing_there_is_no_escape_and_no_line():
    assert not re.search(f"[{''.join(SENT)}─]", "".join(table()))


def test_only_what_is_late_is_set_off_as_such():
    lines = table(draws=True)
    ahead = lines.index(next(line for line in lines if "Today" in line))
    assert ALARM in "".join(lines[:ahead])
    assert ALARM not in "".join(lines[ahead:])


def test_blanks_between_columns_are_never_set_off():
    lines = "\n".join(table(draws=True))
    begin, rest = f"[{STRONG}{QUIET}{ALARM}]", f"[^{RESET}]*"
    assert re.search(f"{begin}{rest}{RESET}", lines)
    assert not re.search(rf"{begin}{rest}[^\s{RESET}]  {rest}{RESET}", lines)


def test_every_part_of_an_item_stands_in_its_column():
    heading, *rows = table()[2:]
    where = heading.index("What")
    assert heading.index("When") == next(row.index("Thu 19 Nov") for row in rows if "Thu 19" in row)
    assert any(row[where:].startswith("Write down their exact words") for row in rows)
    assert any(row[where:].startswith("and 2 more steps") for row in rows)
    assert any(row[heading.index("Who") :].startswith("07700 900123") for row in rows)


@pytest.mark.parametrize(("more", "told"), [(1, "and 1 more step"), (2, "and 2 more steps")])
def test_steps_that_are_not_shown_are_counted(more, told):
    steps = [an_item(f"step{number}") for number in range(more + 1)]
    assert any(line.strip() == told for line in table(*steps))


def test_what_to_type_next_is_said_where_something_is_to_be_done():
    assert table()[-1] == "What to say: reviewlog next 3"
    assert table(soon(), waiting())[-1] == "Nothing else today."
    assert due_lines([late()], "2026-11-27", ON, 80)[-1] == "Nothing else on Fri 27 Nov."


def test_what_to_type_has_a_line_of_its_own_where_it_is_narrow():
    assert table(late(incident="K12345"), columns=30)[-2:] == [
        "What to say:",
        "  reviewlog next K12345",
    ]


def test_a_name_that_is_too_long_is_cut_behind_a_hyphen():
    lines = "\n".join(table(columns=72))
    assert re.search(r"Robin +Do ask", lines)
    assert re.search(r"^ +Moss-$", lines, re.MULTILINE)


WORDS = st.text(st.sampled_from("ab -山\u0301é(\u200d\x1b\u202e"), max_size=60)


@given(
    st.lists(
        st.builds(
            an_item,
            who=WORDS,
            title=WORDS,
            phone=st.none() | WORDS,
            incident=st.sampled_from(("1", "12", "K12345")),
            due=st.none() | st.dates().map(str),
            state=st.sampled_from(("overdue", "today", "soon", "waiting")),
        ),
        max_size=4,
    ),
    st.integers(min_value=30, max_value=130),
    st.booleans(),
)
def test_no_line_is_wider_than_the_terminal(items, columns, unnamed):
    lines = due_lines(items, ON, ON, columns, unnamed=unnamed)
    assert all(cells(line) <= columns for line in lines)
    assert "\x1b" not in "".join(lines)
