"""The week: seven days beside each other, stacked where it is narrow, lines in a pipe."""

import re
from datetime import date, timedelta

import pytest

from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import ALARM, RESET, SENT, STRONG
from reviewlog.render.week import short_name, week_lines
from tests.render.items import ON, an_item, late, soon, waiting

ESCAPES = re.compile("|".join(map(re.escape, SENT)))
WEEK = [(date.fromisoformat(ON) + timedelta(days=n)).isoformat() for n in range(7)]
NOTES = ("", "closed", "", "", "", "away", "")
AHEAD = [
    an_item("ask", incident="2", who="Robin Moss"),
    an_item("any", None, incident="5", who="unknown reviewer (angry77)"),
    soon("call", "2026-11-24", phone="07700 900123"),
    soon("then", "2026-11-24"),
    soon("their-deadline-6", "2026-11-24", title="Their deadline runs out."),
    soon("opens", "2026-12-24", opens_on="2026-11-25", incident="5", who="unknown reviewer (angry77)"),
    waiting(incident="4", who="山田 太郎"),
]  # fmt: skip


def week(*items, columns=None, notes=NOTES, today=ON, **more):
    days = list(zip(WEEK, notes, strict=True))
    return week_lines(list(items or AHEAD), days, today, columns, **more)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_screen_of_a_week(golden, columns):
    golden("\n".join(week(late(), *AHEAD, columns=columns)) + "\n", f"week-{columns}.txt")


def test_a_week_in_a_pipe_is_one_line_an_item_and_a_day():
    assert week(late(), *AHEAD) == [
        "Sat 21 Nov to Fri 27 Nov",
        "Overdue    1 Dana  Do call. Since Thu 19 Nov, 2 days ago.",
        "Sat 21 Nov  today   *   2  Robin Moss                  Do ask.",
        "Sat 21 Nov  today   *   5  unknown reviewer (angry77)  Do any.",
        "Sun 22 Nov  closed",
        "Mon 23 Nov",
        "Tue 24 Nov          !   1  Dana                        Their deadline runs out.",
        "Tue 24 Nov          *   1  Dana                        Do call. (+1 more)",
        "Wed 25 Nov          *   5  unknown reviewer (angry77)  Do opens.",
        "Thu 26 Nov  away    ~   4  山田 太郎                   Leave them in peace.",
        "Fri 27 Nov",
        "* a step of yours   ! a date that others set   ~ the end of a wait",
    ]


def test_dates_that_others_set_come_first_on_their_day_and_are_set_off():
    lines = week(columns=80, draws=True)
    (theirs,) = [place for place, line in enumerate(lines) if "! 1 Dana" in line]
    assert f"{STRONG}! 1 Dana" in lines[theirs]
    assert "* 1 Dana" in lines[theirs + 1]


def test_each_mark_stands_under_its_day():
    lines = week(columns=80)
    heads = next(line for line in lines if line.startswith("Sat 21  "))
    marks = next(line for line in lines if "! 1 Dana" in line)
    assert heads.index("Tue 24") == marks.index("! 1 Dana")
    assert heads.index("Wed 25") == marks.index("* 5 angry…")


@pytest.mark.parametrize(
    ("columns", "told"),
    [(80, ["* 1 Barth…", "+1 more"]), (200, ["* 1 Bartholomew", "Do call. (+1 more)"])],
)
def test_where_there_is_room_a_day_tells_what_is_to_be_done(columns, told):
    lines = week(*(soon(step, "2026-11-24", who="Bartholomew") for step in ("call", "then")),
                 columns=columns)  # fmt: skip
    place = next(place for place, line in enumerate(lines) if "* 1 Bart" in line)
    assert [line.strip() for line in lines[place : place + len(told)]] == told


def test_only_the_day_of_today_is_heavy():
    lines = week(columns=80, draws=True)
    assert sum(line.count("━" * 10) for line in lines) == 1
    later = week(columns=80, draws=True, today="2026-11-15")
    assert "━" not in "".join(later)
    assert "today" not in "".join(later)


def test_a_step_of_one_incident_is_marked_once_a_day():
    items = [soon("one"), soon("two"), soon("their-deadline-6"), soon("their-deadline-7")]
    text = "\n".join(week(*items, columns=80))
    assert (text.count("* 1 Dana"), text.count("! 1 Dana")) == (1, 1)


def test_the_end_of_a_wait_goes_without_saying_where_a_step_begins():
    text = "\n".join(week(waiting(), soon(due="2026-11-26"), columns=80))
    assert "* 1 Dana" in text
    assert "~" not in text


@pytest.mark.parametrize("due", [None, "2026-11-28", "2027-01-01"])
def test_a_wait_beyond_the_week_is_not_in_it(due):
    assert "1 Dana" not in "\n".join(week(waiting(due), soon(incident="2"), columns=80))


def test_the_legend_tells_only_the_signs_that_are_there():
    assert week(soon())[-1] == "* a step of yours"
    assert week(soon("site-deadline-6"))[-1] == "! a date that others set"


@pytest.mark.parametrize("columns", [None, 40, 80])
def test_an_empty_week_still_shows_its_days(columns):
    lines = week_lines([], [(iso, "") for iso in WEEK], ON, columns)
    assert lines[-1] == "Nothing in these seven days."
    assert all(f"{day} {int(iso[8:])}" in "\n".join(lines)
               for day, iso in zip(("Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"), WEEK,
                                   strict=True))  # fmt: skip


def test_late_items_stand_before_the_days():
    lines = week(late(), columns=80, draws=True)
    text = "\n".join(lines)
    assert text.index("Do call.") < text.index(f"Sat 21{RESET}")
    assert ALARM in text
    assert "Nothing" not in text


@pytest.mark.parametrize("columns", [30, 40, 69, 70, 80, 120, 300])
@pytest.mark.parametrize("unnamed", [False, True])
def test_no_line_is_wider_than_the_terminal(columns, unnamed):
    items = [late(title="Do it all over again. " * 9), *AHEAD]
    for draws in (False, True):
        lines = week(*items, columns=columns, unnamed=unnamed, draws=draws, notes=("closed",) * 7)
        assert all(cells(ESCAPES.sub("", line)) <= columns for line in lines)


@pytest.mark.parametrize("columns", [None, 40, 80])
def test_without_names_nobody_is_named(columns):
    text = "\n".join(week(late(), *AHEAD, columns=columns, unnamed=True))
    assert not re.search("Dana|Robin|angry|山田", text)
    assert "5" in text


def test_without_drawing_there_is_no_escape_and_no_line():
    assert not re.search(f"[{''.join(SENT)}─━]", "".join(week(late(), *AHEAD, columns=80)))


@pytest.mark.parametrize(
    ("name", "short"),
    [("Dana Smith", "Dana"), ("unknown reviewer (angry77)", "angry77"), ("Bob", "Bob"),
     ("unknown reviewer (Ann B.)", "Ann"), ("", ""), ("jenny o'brien (the cake lady)", "jenny"), ("your shop: bakery", "your")],
)  # fmt: skip
def test_a_strip_has_room_for_a_first_name(name, short):
    assert short_name(name) == short
