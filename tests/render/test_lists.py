"""The list of incidents: a table on a terminal, stacked where it is narrow."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import SENT
from reviewlog.render.lists import incidents_text

ESCAPES = re.compile("|".join(map(re.escape, SENT)))
NOW = datetime(2026, 11, 21, 16, 40, tzinfo=ZoneInfo("Europe/London"))


def a_row(number="1", customer="Dana Smith", last="2026-11-19T10:00:00.000Z", **more):
    usual = {"number": number, "customer": customer, "nick": "", "state": "open", "outcome": None,
             "threat": "open", "review": "none", "shop": False, "last_at": last}  # fmt: skip
    return usual | more


ROWS = [
    a_row(),
    a_row("K12", "Robin Moss-Featherstonehaugh", review="up", threat="unasked"),
    a_row("3", "山田 太郎", state="closed", outcome="walked-away", last=None),
    a_row("4", None, nick="angry77", review="gone", last="2025-03-01T10:00:00.000Z"),
]


def shown(columns, *, draws=False, rows=ROWS, now=NOW):
    return incidents_text(rows, now, columns, draws=draws).split("\n")


def test_a_pipe_gets_aligned_lines_with_day_and_distance():
    first, second, *_ = shown(None)
    assert first.startswith("No.  Who")
    assert second.endswith("Thu 19 Nov, 2 days ago")
    assert first.index("Last") == second.index("Thu 19")


def test_a_terminal_gets_the_same_in_columns():
    lines = shown(120)
    assert lines[0].split() == ["No.", "Who", "State", "Threat", "Review", "Last"]
    assert lines[0].index("Last") == next(x.index("Thu 19") for x in lines if "Thu 19" in x)
    assert "Sat 1 Mar 2025, 21 months ago" in "\n".join(lines)


def test_where_names_have_little_room_the_day_goes_below():
    lines = shown(80)
    where = lines[0].index("Last")
    assert [line[where:] for line in lines[2:6]] == [
        "Thu 19 Nov", "2 days ago", "Thu 19 Nov", "2 days ago",
    ]  # fmt: skip


def test_forty_columns_get_one_line_under_the_other():
    assert shown(40)[:6] == [
        "   1  Dana Smith",
        "      open, threat: open",
        "      Thu 19 Nov, 2 days ago",
        " K12  Robin Moss-Featherstonehaugh",
        "      open, threat: unasked, review: up",
        "      Thu 19 Nov, 2 days ago",
    ]


@pytest.mark.parametrize("columns", [*range(30, 130, 7), 40, 80])
def test_no_line_is_wider_than_the_terminal(columns):
    lines = shown(columns, draws=True)
    assert all(cells(ESCAPES.sub("", line)) <= columns for line in lines)


def test_drawing_is_left_out_where_somebody_objects():
    assert not re.search(f"[{''.join(SENT)}─]", "".join(shown(80)))
    assert "─" in "".join(shown(80, draws=True))


def test_the_last_day_is_the_shops_day():
    rows = [a_row(last="2026-11-20T23:30:00.000Z")]
    auckland = NOW.astimezone(ZoneInfo("Pacific/Auckland"))
    assert "Sat 21 Nov, yesterday" in shown(None, rows=rows, now=auckland)[1]
    assert "Fri 20 Nov, yesterday" in shown(None, rows=rows)[1]


def test_none_fits():
    assert shown(80, rows=[]) == ["No incident fits."]
