"""The daily list: what is late, what others set, and what nobody can know any more."""

import pytest

from reviewlog.render.due import due_lines

ON = "2026-11-21"


def an_item(step="call", due="2026-11-21", state="today", **more):
    usual = {"incident": "1", "who": "Dana", "phone": None, "kind": "call", "title": f"Do {step}.",
             "due_on": due, "due_at": None, "outside": step.startswith("their-deadline")}  # fmt: skip
    return usual | {"step": step, "state": state} | more


def late(step="call", due="2026-11-19", **more):
    return an_item(step, due, "overdue", **more)


def lines(*items, columns=None):
    return due_lines(list(items), ON, ON, columns)[1:-1]


def test_late_steps_of_one_incident_are_one_line():
    (line,) = lines(late("one"), late("two", "2026-11-18"))
    assert "Do one." in line
    assert line.endswith("(+1 more)")


def test_after_long_silence_the_line_asks_what_happened_meanwhile():
    (line,) = lines(late("one", "2026-11-07"), late("two"))
    assert "What happened meanwhile? Since Sat 7 Nov. (+1 late)" in line
    assert "Do one" not in line


@pytest.mark.parametrize(
    "items", [(late("one", "2026-11-08"), late("two")), (late("one", "2026-10-01"),)]
)
def test_a_short_silence_or_a_single_late_step_keeps_its_title(items):
    assert "meanwhile" not in lines(*items)[0]


def test_a_date_that_others_set_stands_on_a_line_of_its_own():
    own, theirs = lines(an_item(), an_item("their-deadline-6"))
    assert "date" not in own
    assert theirs.endswith("Do their-deadline-6. (their date)")


def test_a_date_that_others_set_makes_no_silence():
    own, theirs = lines(late("one"), late("their-deadline-6", "2026-10-01"))
    assert "meanwhile" not in own + theirs


def test_a_line_stays_within_the_terminal():
    items = late("one", "2026-10-01", phone="07700 900123"), late("two")
    theirs = an_item("their-deadline-6", title="Their deadline runs out, whatever you do. " * 3)
    assert all(len(line) <= 80 for line in lines(*items, theirs, columns=80))


def test_what_a_site_is_to_have_today_stands_on_a_line_of_its_own():
    report = an_item("report-threat", kind="dispute")
    first, own = lines(an_item("one"), an_item("two"), report)
    assert first.endswith("(+1 more)")
    assert own.endswith("Do report-threat.")
