"""The daily list in a pipe: what is late, what others set, and what nobody can know any more."""

import pytest

from reviewlog.render.due import brief_line, due_lines
from reviewlog.render.duewords import with_hours
from tests.render.items import ON, an_item, late, soon, waiting


def lines(*items, on=ON):
    return due_lines(list(items), on, ON)[1:-1]


def test_late_steps_of_one_incident_are_one_line():
    (line,) = lines(late("one"), late("two", "2026-11-18"))
    assert "Do one." in line
    assert line.endswith("(+1 more)")


def test_after_long_silence_the_line_asks_what_happened_meanwhile():
    (line,) = lines(late("one", "2026-11-07"), late("two"))
    assert "What happened meanwhile? Since Sat 7 Nov, 14 days ago. (+1 late)" in line
    assert "Do one" not in line


@pytest.mark.parametrize(
    "items", [(late("one", "2026-11-08"), late("two")), (late("one", "2026-10-01"),)]
)
def test_a_short_silence_or_a_single_late_step_keeps_its_title(items):
    assert "meanwhile" not in lines(*items)[0]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (an_item(), "Today      1 Dana  Do call."),
        (an_item(due=None), "Today      1 Dana  Do call."),
        (late(due="2026-11-20"), "Overdue    1 Dana  Do call. Since Fri 20 Nov, yesterday."),
        (late(due=ON), "Overdue    1 Dana  Do call. Since earlier today."),
        (soon(), "Soon       1 Dana  Do call. Tue 24 Nov, in 3 days."),
        (
            soon(due=None, opens_on="2026-11-22"),
            "Soon       1 Dana  Do call. From Sun 22 Nov, tomorrow.",
        ),
        (waiting(), "Waiting    1 Dana  until Thu 26 Nov, in 5 days"),
        (waiting(due=None), "Waiting    1 Dana  Leave them in peace."),
        (soon(phone="0123"), "Soon       1 Dana  Do call. Tue 24 Nov, in 3 days. 0123"),
    ],
)
def test_the_day_and_how_far_it_is_stand_together(item, told):
    assert lines(item) == [told]


def test_a_long_name_is_whole_in_a_pipe():
    name = "Bartholomew Featherstonehaugh-Cholmondeley"
    first, second = lines(an_item(who=name), an_item(incident="2"))
    assert first == f"Today      1 {name}  Do call."
    assert second.index("Do call.") == len("Today      1 ") + 26


def test_from_another_year_every_day_tells_its_own():
    assert (
        "Since Sun 22 Nov 2026."
        in due_lines([late(due="2026-11-22")], "2027-11-22", "2026-11-22")[1]
    )


AT = "2026-11-21T15:40:00.000Z"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (an_item(due_at=AT), "Today      1 Dana  Do call. By 16:40."),
        (late(due=ON, due_at=AT), "Overdue    1 Dana  Do call. Since today 16:40."),
        (late(due_at="2026-11-19T08:00:00.000Z"), "Overdue    1 Dana  Do call. Since Thu 19 Nov 09:00, 2 days ago."),
        (soon(due_at="2026-11-24T15:40:00.000Z"), "Soon       1 Dana  Do call. Tue 24 Nov 16:40, in 3 days."),
        (an_item("their-deadline-6", title="Their deadline runs out.", due_at=AT),
         "Today      1 Dana  Their deadline runs out today 16:40."),
        (waiting(due_at=AT), "Waiting    1 Dana  until Thu 26 Nov, in 5 days"),
        (an_item(), "Today      1 Dana  Do call."),
    ],
)  # fmt: skip
def test_the_hour_is_told_in_the_zone_of_the_logbook(item, told):
    assert lines(*with_hours([item], "Europe/Berlin")) == [told]


@pytest.mark.parametrize("columns", [40, 80])
def test_the_hour_stands_in_the_table(columns):
    items = with_hours([an_item(due_at=AT), soon(due_at="2026-11-24T15:40:00.000Z")], "UTC")
    shown = " ".join(" ".join(due_lines(items, ON, ON, columns)).split())
    assert "by 15:40" in shown
    assert "Tue 24 Nov 15:40" in shown


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (soon("their-deadline-6", "2026-11-27"), "Their deadline runs out Fri 27 Nov, in 6 days."),
        (an_item("their-deadline-6"), "Their deadline runs out today."),
        (late("their-deadline-6", "2026-11-20"), "Their deadline ran out Fri 20 Nov, yesterday."),
    ],
)
def test_a_deadline_of_others_reads_as_theirs(item, told):
    (line,) = lines(item | {"title": "Their deadline runs out."})
    assert line.endswith(told)


def test_a_date_that_others_set_stands_on_a_line_of_its_own():
    own, theirs = lines(an_item(), an_item("site-deadline-6", title="The site wants more."))
    assert "date" not in own
    assert theirs.endswith("The site wants more. Today (the site's date).")


def test_a_date_that_others_set_makes_no_silence():
    own, theirs = lines(late("one"), late("their-deadline-6", "2026-10-01"))
    assert "meanwhile" not in own + theirs


def test_what_a_site_is_to_have_today_stands_on_a_line_of_its_own():
    report = an_item("report-threat", kind="dispute")
    first, own = lines(an_item("one"), an_item("two"), report)
    assert first.endswith("(+1 more)")
    assert own.endswith("Do report-threat.")


def test_another_day_is_not_called_today_and_tells_no_distance():
    on = "2026-11-27"
    shown = due_lines([late(due="2026-11-25"), an_item(due=on), soon(due="2026-11-28")], on, ON)
    assert shown == [
        "Fri 27 Nov",
        "Overdue    1 Dana  Do call. Since Wed 25 Nov.",
        "That day   1 Dana  Do call.",
        "Later      1 Dana  Do call. Sat 28 Nov.",
        "Nothing else on Fri 27 Nov.",
    ]


def test_names_of_other_scripts_stand_in_their_column():
    one, two = lines(an_item(who="山田 太郎"), an_item(who="Dana Smith", incident="2"))
    assert one.index("Do call.") + 4 == two.index("Do call.")


def test_without_names_there_is_no_room_for_them():
    (line,) = due_lines([an_item()], ON, ON, unnamed=True)[1:-1]
    assert line == "Today      1 Do call."


@pytest.mark.parametrize("columns", [None, 40, 80])
def test_nothing_due_is_two_lines(columns):
    assert due_lines([], ON, ON, columns) == ["Sat 21 Nov", "Nothing today."]


# One line for a greeting

OTHER = {"incident": "2"}


@pytest.mark.parametrize(
    ("items", "line"),
    [
        ([], None),
        ([soon(), waiting()], None),
        ([late()], "1 overdue: reviewlog due"),
        ([an_item()], "1 due today: reviewlog due"),
        ([an_item(), an_item("two")], "1 due today: reviewlog due"),
        ([late(), an_item()], "1 overdue: reviewlog due"),
        ([late(), late(**OTHER)], "2 overdue: reviewlog due"),
        (
            [late(), an_item(**OTHER)],
            "1 overdue, 1 due today: reviewlog due",
        ),
        (
            [late(), an_item(**OTHER), an_item(incident="3"), soon(incident="4")],
            "1 overdue, 2 due today: reviewlog due",
        ),
    ],
)
def test_a_greeting_counts_incidents_and_names_nobody(items, line):
    assert brief_line(items) == line


def test_a_greeting_may_be_about_another_day():
    assert brief_line([an_item()], "on Fri 27 Nov") == "1 due on Fri 27 Nov: reviewlog due"
