"""What was written later wins, whatever the clock of the writer said."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.order import as_written
from reviewlog.domain.relations import settle
from tests.builders import SHELF, a_call, a_pin, an_entry, at, facts_of
from tests.oracle import latest_said, written_later

CLOCKS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(-9, 9)), min_size=1, max_size=12)
"""Which log writes next, and what its clock says, in hours."""


def told_by(clocks):
    """Return one entry for each reading of a clock; each log numbers its own."""
    entries: list[Entry] = []
    for log, hours in clocks:
        seq = sum(e.id.log == log for e in entries) + 1
        entry = an_entry("note", written=at(hours=hours), text=f"{log}{seq}")
        entries.append(entry._replace(id=EntryId(log, seq)))
    return entries


@given(CLOCKS, st.data())
def test_each_log_keeps_its_order_whatever_its_clock_said(clocks, data):
    entries = told_by(clocks)
    placed = as_written(data.draw(st.permutations(entries)))
    for log in "ab":
        own = [e.id.seq for e in placed if e.id.log == log]
        assert own == sorted(own)
    assert [e.id for e in placed] == [e.id for e in sorted(entries, key=written_later(entries))]


@given(CLOCKS)
def test_an_order_that_was_found_stands(clocks):
    placed = as_written(told_by(clocks))
    assert as_written(placed) == placed


@given(CLOCKS)
def test_entries_of_clocks_that_never_went_back_are_as_they_were(clocks):
    steady = sorted(told_by(clocks), key=lambda e: e.recorded_at)
    numbered = [e._replace(id=EntryId("a", n)) for n, e in enumerate(steady, 1)]
    assert as_written(numbered) == numbered


SAID = st.lists(
    st.tuples(
        st.integers(-9, 9),
        st.sampled_from(("amends", "retracts")),
        st.integers(0, 12),
        st.booleans(),
    ),
    max_size=10,
)
"""What corrects or takes back which of the entries before it, at what hour; by whom."""


@given(SAID, st.data())
def test_of_two_corrections_the_later_written_wins(said, data):
    entries = [a_call(who="0", incident="i")]
    for n, (hours, rel, target, mine) in enumerate(said, 1):
        pool = [entries[0]] if rel == "amends" else entries
        entry = an_entry("amendment", written=at(hours=hours), rel=rel, who=str(n),
                         refs=(pool[target % len(pool)],))  # fmt: skip
        log = "log0" if mine else "log1"
        seq = sum(e.id.log == log for e in entries) + 1
        entries.append(entry._replace(id=EntryId(log, seq)))
    settled = settle(data.draw(st.permutations(entries)))
    expected = latest_said(entries)
    assert [s.entry.fields["who"] for s in settled] == ([] if expected is None else [expected])


def test_a_playbook_chosen_after_the_clock_went_back_leads():
    first = a_pin("complaint", seq=2, written=at(hours=3))
    later = a_pin("extortion", seq=3, written=at(hours=1))
    facts = facts_of(a_call(seq=1), later, first)
    assert facts.playbook == SHELF["extortion"].digest
    assert [anchor.entry for anchor in facts.anchors["playbook"]] == [later.id]


def test_of_entries_of_one_day_the_later_written_stands_later():
    day = {"start": "2026-11-20T00:00:00.000Z", "end": "2026-11-21T00:00:00.000Z",
           "precision": "day", "offset_min": 0}  # fmt: skip
    first = an_entry(seq=1, written=at(hours=3), happened_at=day)
    later = an_entry(seq=2, written=at(hours=1), happened_at=day)
    assert [s.entry.id for s in settle([later, first])] == [first.id, later.id]


def test_an_entry_without_a_claim_happened_at_the_hour_on_the_wall():
    written = datetime(2026, 11, 25, 2, tzinfo=UTC)
    entry = an_entry("playbook", written)._replace(offset_min=-300, fields={})
    assert f"{entry.happened.local:%a %d %b %H:%M}" == "Tue 24 Nov 21:00"
    assert entry.happened.start == entry.happened.end == written
