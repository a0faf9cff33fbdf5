"""What is said of tries and windows: how sure it is, whose days count, what is over."""

from reviewlog.domain.site import Known
from reviewlog.playbook.shelf import shipped_site_texts
from reviewlog.playbook.shop.sites import read_site
from reviewlog.render.disputes.tries import aged, window_lines
from tests.builders import at

BBB = read_site("bbb", shipped_site_texts()["bbb"])


def windows(**said):
    return list(window_lines(BBB, None, None, at(), **said))


def test_what_was_heard_elsewhere_or_long_ago_says_so():
    assert aged("One try.", Known("2026-11", "own-page", "x"), at()) == "One try."
    assert aged("One try.", Known("2026-11", "second-hand", "x"), at()) == "One try. (second-hand)"
    said = aged("One try.", Known("2025-01", "memory", "x"), at())
    assert said == "One try. (from memory, OLD, checked 2025-01)"


def test_only_the_windows_of_its_own_part_are_shown():
    complaint = " ".join(windows(part="complaint"))
    assert "A complaint: 30 calendar days" in complaint
    assert "A review:" not in complaint
    assert "A complaint" not in " ".join(windows(part="customer review"))


def test_once_a_notice_has_named_a_day_no_other_counts():
    assert "A complaint: 30 calendar days" in " ".join(windows())
    said = " ".join(windows(part="complaint", noticed=True))
    assert "30 calendar days" not in said
    assert "--notice" not in said
