"""When a step is due, in words: near and absolute."""

from datetime import UTC, date

import pytest

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.entry import EntryId
from reviewlog.render.words.when import is_late, when_parts, when_words
from tests.builders import INCIDENT, LOG, at

NOW = at()


def item(kind="call", **dates):
    fields = {"opens_at": NOW, **dates}
    return Item(INCIDENT, "", "step", EntryId(LOG, 1), kind, "Do it.", "", **fields)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (item(), "when you can"),
        (item(due_on=date(2026, 11, 21)), "by Sat 21 Nov, today"),
        (item(due_on=date(2026, 11, 24)), "by Tue 24 Nov, in 3 days"),
        (item(due_on=date(2026, 11, 20)), "overdue since Fri 20 Nov, yesterday"),
        (item(due_on=date(2026, 11, 11)), "overdue since Wed 11 Nov, 10 days ago"),
        (item("wait", due_on=date(2026, 11, 25)), "until Wed 25 Nov, in 4 days"),
        (item(opens_at=at(days=3)), "not before Tue 24 Nov, in 3 days"),
        (item(opens_at=at(days=3), due_on=date(2026, 11, 24)), "on Tue 24 Nov, in 3 days"),
        (item(opens_at=at(days=3), due_on=date(2026, 11, 26)),
         "not before Tue 24 Nov, by Thu 26 Nov, in 5 days"),
        (item(due_on=date(2026, 11, 21), due_at=at(hours=1)), "by Sat 21 Nov 17:40, today"),
        (item(due_on=date(2026, 11, 21), due_at=at(hours=-1)),
         "overdue since Sat 21 Nov 15:40, today"),
        (item(due_on=date(2027, 1, 4)), "by Mon 4 Jan 2027, in 44 days"),
    ],
)  # fmt: skip
def test_when_a_step_is_due(one, words):
    assert when_words(one, NOW) == words
    assert ", ".join(when_parts(one, NOW)) == words
    assert is_late(one, NOW) is words.startswith("overdue")


def test_a_wait_is_never_late():
    assert not is_late(item("wait", due_on=date(2026, 11, 1)), NOW.astimezone(UTC))
