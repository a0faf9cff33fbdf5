"""The drawn timeline: nothing is lost in it, and it can be read however much happened."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlog.bundle.drawing.lying import APART, lying
from reviewlog.bundle.drawing.sketch import LETTER, Label
from reviewlog.bundle.drawing.spans import MOST, spans_of
from reviewlog.bundle.drawing.standing import standing
from reviewlog.bundle.drawing.timeline import ALONE, LANES, MANY, columns, lanes_told
from reviewlog.domain.audience import Leaving
from reviewlog.domain.relations import Settled
from tests.builders import an_entry
from tests.bundle.conftest import START

LONDON = ZoneInfo("Europe/London")

KINDS = (
    ("interaction", {"direction": "in", "channel": "phone"}),
    ("interaction", {"direction": "in", "channel": "email", "threat": "open"}),
    ("interaction", {"direction": "out", "channel": "phone"}),
    ("review", {"state": "up", "site": "google"}),
    ("review", {"state": "changed", "site": "google"}),
    ("demand", {"state": "open"}),
    ("attempt", {"state": "offered"}),
    ("attempt", {"state": "accepted"}),
    ("dispute", {"state": "sent", "site": "google"}),
    ("dispute", {"state": "refused", "site": "google"}),
    ("evidence", {"text": "not drawn"}),
)
acts = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 4000), st.integers(0, 1439)), max_size=60
)


def told(said: list[tuple[tuple[str, dict[str, str]], int, int]]) -> list[Leaving]:
    found = []
    for seq, ((kind, fields), days, minutes) in enumerate(sorted(said, key=lambda one: one[1:]), 1):
        at = START + timedelta(days=days, minutes=minutes)
        entry = an_entry(kind, at, seq=seq)
        entry = entry._replace(fields={**entry.fields, **fields})
        found.append(Leaving(Settled(entry, entry), entry.fields, frozenset()))
    return found


@settings(deadline=None)
@given(st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), min_size=1, max_size=300))
def test_days_are_put_together_and_none_is_lost(days: list[date]) -> None:
    spans = spans_of(days)
    assert len(spans) <= MOST
    for day in days:
        assert sum(span.holds(day) for span in spans) == 1
    assert [span.first for span in spans] == sorted(span.first for span in spans)
    assert all(span.top for span in spans)


@settings(deadline=None)
@given(acts)
def test_every_act_is_drawn_once_and_nothing_leaves_the_page(said) -> None:
    timeline = told(said)
    found = columns(timeline, LONDON)
    drawn = sum(1 for (kind, _), _, _ in said if kind != "evidence")
    assert sum(mark.count for column in found for mark in column.marks) == drawn
    if not found:
        return
    for sketch in (lying(found), standing(found)):
        for placed in sketch.marks:
            assert 0 < placed.x < sketch.width
            assert 0 < placed.y < sketch.height
            assert 0 <= placed.mark.lane < len(LANES)
            kind = timeline[placed.mark.place - 1].settled.entry.kind
            assert kind != "evidence"
        places = [(placed.x, placed.y) for placed in sketch.marks]
        assert len(set(places)) == len(places)
    assert len(lying(found).marks) <= MANY or all(len(c.marks) <= 7 for c in found)


def room_of(label: Label) -> tuple[int, int]:
    """From where to where a label may reach, in the widest letters."""
    width = len(label.words) * LETTER
    left = {"start": label.x, "middle": label.x - width // 2, "end": label.x - width}[label.anchor]
    return left, left + width


@settings(deadline=None)
@given(
    acts
    | st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(0, 1), st.integers(0, 1439)), max_size=60
    )
)
def test_nothing_of_the_drawing_covers_anything_else(said) -> None:
    found = columns(told(said), LONDON)
    if not found:
        return
    for lane in range(len(LANES)):
        placed = [one for one in lying(found).marks if one.mark.lane == lane]
        for before, after in pairwise(placed):
            assert after.x - before.x >= APART - 1
        words = [room_of(one.label) for one in placed if one.label]
        assert all(after[0] > before[1] for before, after in pairwise(words))
        assert all(left > 0 and right < lying(found).width for left, right in words)
    tall = standing(found)
    for one in tall.marks:
        assert all(abs(one.y - line.y1) > 11 for line in tall.lines)


@pytest.mark.parametrize(("days", "each"), [(1, 40), (1, 9), (2, 20)])
def test_busy_days_are_divided_into_hours(days: int, each: int) -> None:
    said = [(KINDS[n % 3], day, 17 * n % 420) for day in range(days) for n in range(each)]
    found = columns(told(said), LONDON)
    assert 2 * days < len(found) <= MOST
    assert all(":" in column.span.top for column in found)
    assert len({column.span.below for column in found}) == days


def test_a_mark_with_a_number_says_what_it_stands_for() -> None:
    found = columns(told([(KINDS[0], 0, n) for n in range(ALONE + 1)]), LONDON)
    (mark,) = found[0].marks
    assert mark.place == 1
    assert mark.title.startswith("Sat 21 Nov 2026: 5 contacts, the first: ")


def test_marks_say_what_they_are_by_shape_and_by_word() -> None:
    threat, review = KINDS[1], KINDS[3]
    found = columns(told([(threat, 0, 5), (review, 1, 0)]), LONDON)
    marks = [mark for column in found for mark in column.marks]
    assert [(m.shape, m.label, LANES[m.lane]) for m in marks] == [
        ("tied", "tied to a review", "The customer"),
        ("review", "review posted", "The review site"),
    ]
    assert marks[0].time == "16:50"
    assert marks[0].title == "Sat 21 Nov 2026: The customer sent us an e-mail"
    assert "Sat 21 Nov 2026: The customer sent us an e-mail" in lanes_told(found)


def test_a_gap_of_days_is_said() -> None:
    found = columns(told([(KINDS[0], 0, 0), (KINDS[0], 1, 0), (KINDS[0], 9, 0)]), LONDON)
    assert [column.span.gap for column in found] == ["", "", "8 days"]
    assert [label.words for label in lying(found).gaps] == ["after 8 days"]


@pytest.mark.parametrize("number", [1, 2, 50, 500])
def test_any_number_of_entries_stays_one_drawing(number: int) -> None:
    said = [(KINDS[n % len(KINDS)], n // 3, n % 1440) for n in range(number)]
    found = columns(told(said), LONDON)
    assert 1 <= len(found) <= MOST
    assert sum(len(column.marks) for column in found) <= 60


def test_the_entries_of_a_quiet_day_have_a_mark_each() -> None:
    found = columns(told([(KINDS[0], 0, n) for n in range(ALONE)]), LONDON)
    assert [mark.count for mark in found[0].marks] == [1] * ALONE
    found = columns(told([(KINDS[0], 0, n) for n in range(ALONE + 1)]), LONDON)
    assert [mark.count for mark in found[0].marks] == [ALONE + 1]
