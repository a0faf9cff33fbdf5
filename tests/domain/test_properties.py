"""What holds for every story, however it is told: the promises of the kernel."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.traces import Traces
from reviewlog.domain.entry import EntryId
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.facts.replies import Replies
from reviewlog.domain.relations import settle
from tests.builders import INCIDENT, LONDON, SHELF, a_playbook, a_step
from tests.oracle import (
    a_request,
    as_it_stands,
    broken_rules,
    cooling_ends,
    despite,
    plain_search,
    reaches_them,
)
from tests.stories import NEAR_A_REQUEST, PLAYBOOKS, RULES, STORIES, told

COVERS = [playbook.cover for playbook in SHELF.values()]


def outline(facts):
    """Return facts without the places of their entries in the log."""
    tracks = [
        sorted((t.first.happened.start, t.last.happened.start, t.state, t.label) for t in tracks)
        for tracks in (facts.reviews, facts.demands, facts.attempts)
    ]
    anchors = {name: sorted(a.at.start for a in found) for name, found in facts.anchors.items()}
    contacts = facts.contacts._replace(waiting=(EntryId("", 0),) * facts.contacts.unanswered)
    replies = (
        sorted(e.happened.end for e in facts.replies.last.values()),
        facts.replies.ticked.keys(),
    )
    return tracks, anchors, replies, facts._replace(reviews=(), demands=(), attempts=(), anchors={}, contacts=contacts, entries=(), replies=Replies()
    )  # fmt: skip


@given(STORIES, st.data())
def test_the_order_of_arrival_changes_nothing(story, data):
    entries = told(story)
    arrived = data.draw(st.permutations(entries))
    facts = fold(INCIDENT, settle(entries))
    assert fold(INCIDENT, settle(arrived)) == facts
    for playbook in SHELF.values():
        expected = agenda(playbook, facts, LONDON, COVERS)
        assert agenda(playbook, fold(INCIDENT, settle(arrived)), LONDON, COVERS) == expected


@given(STORIES, st.data())
def test_an_entry_logged_late_gives_the_facts_of_one_logged_in_time(story, data):
    in_time = sorted(range(len(story)), key=lambda index: story[index][0][0])
    late = data.draw(st.permutations(in_time))
    facts = [fold(INCIDENT, settle(told(story, order))) for order in (in_time, late)]
    assert outline(facts[0]) == outline(facts[1])


@given(STORIES)
def test_no_item_is_due_before_its_anchor(story):
    entries = told(story)
    happened = {e.id: e.happened for e in entries}
    facts = fold(INCIDENT, settle(entries))
    for playbook in SHELF.values():
        for item in agenda(playbook, facts, LONDON, COVERS):
            start = happened[item.anchor].start
            assert item.opens_at >= start
            assert item.due_on is None or item.due_on >= LONDON.day_of(start)
            assert item.due_at is None or item.due_at >= start
            assert item.closes_at is None or item.closes_at >= start


@given(STORIES, PLAYBOOKS)
def test_no_playbook_breaks_a_never_rule(story, own):
    entries = told(story)
    facts = fold(INCIDENT, settle(entries), rules=RULES)
    stands = as_it_stands(entries)
    for playbook in (own, *SHELF.values()):
        for item in agenda(playbook, facts, LONDON, COVERS):
            if not despite(item, entries):
                budget = playbook.budget.unanswered
                step = next((s for s in playbook.steps if s.id == item.step), None)
                assert broken_rules(item, stands, budget, step) == [], (playbook.id, item.step)


REQUEST = a_playbook(a_step(kind="request"))


@given(NEAR_A_REQUEST)
def test_a_request_comes_up_only_where_nothing_stands_against_it(story):
    entries = told(story)
    facts = fold(INCIDENT, settle(entries), rules=RULES)
    items = [i for i in agenda(REQUEST, facts, LONDON) if i.playbook]
    asked = a_request(facts.incident, entries[0])
    broken = broken_rules(asked, as_it_stands(entries), REQUEST.budget.unanswered)
    assert bool(items) == (not broken and not facts.closed)


@given(STORIES, PLAYBOOKS)
def test_in_cooling_nothing_goes_out(story, own):
    entries = told(story)
    facts = fold(INCIDENT, settle(entries))
    for playbook in (own, *SHELF.values()):
        ends = cooling_ends(playbook, facts, as_it_stands(entries))
        for item in agenda(playbook, facts, LONDON, COVERS):
            step = next((s for s in playbook.steps if s.id == item.step), None)
            if reaches_them(item, step) and not despite(item, entries):
                assert all(item.opens_at >= end for end in ends), (playbook.id, item.step)


@given(STORIES)
def test_an_item_opens_before_it_is_due(story):
    facts = fold(INCIDENT, settle(told(story)))
    for playbook in SHELF.values():
        for item in agenda(playbook, facts, LONDON, COVERS):
            assert item.due_on is None or item.due_on >= LONDON.day_of(item.opens_at)
            assert item.due_at is None or item.due_at >= item.opens_at or item.outside


@given(STORIES)
def test_the_index_of_traces_finds_what_a_plain_search_finds(story):
    facts = fold(INCIDENT, settle(told(story)))
    traces = Traces(facts)
    for playbook in SHELF.values():
        for step in playbook.steps:
            for anchor in facts.anchors.get(step.after, ()):
                expected = plain_search(playbook, step, anchor, facts)
                for enough in (1, 3, 99):
                    found = traces.fulfilments(playbook.id, step, anchor, enough)
                    assert found == expected[-enough:]


@given(STORIES)
def test_a_wait_ends_exactly_where_the_next_contact_opens(story):
    facts = fold(INCIDENT, settle(told(story)))
    for playbook in SHELF.values():
        items = {i.step: i for i in agenda(playbook, facts, LONDON)}
        if "second-contact" in items:
            assert items["wait-for-answer"].closes_at == items["second-contact"].opens_at


@given(STORIES, PLAYBOOKS)
def test_a_closed_incident_asks_only_to_learn_and_to_watch(story, own):
    facts = fold(INCIDENT, settle(told(story)))
    if facts.closed:
        for playbook in (own, *SHELF.values()):
            items = agenda(playbook, facts, LONDON, COVERS)
            steps = {s.id: s for s in playbook.steps}
            assert not any(reaches_them(i, steps.get(i.step)) for i in items if i.playbook)
            assert {i.kind for i in items if i.playbook} <= {"debrief", "watch"}


@given(STORIES, st.data())
def test_an_erased_field_breaks_nothing(story, data):
    erased = []
    for entry in told(story):
        kept = data.draw(
            st.sets(st.sampled_from(sorted(entry.fields))) if entry.fields else st.none()
        )
        erased.append(entry._replace(fields={n: entry.fields[n] for n in kept or ()}))
    facts = fold(INCIDENT, settle(erased))
    for playbook in SHELF.values():
        items = agenda(playbook, facts, LONDON, COVERS)
        assert all(item.title and item.why for item in items)


@given(STORIES)
def test_every_item_of_an_agenda_has_a_key_of_its_own(story):
    facts = fold(INCIDENT, settle(told(story)))
    for playbook in SHELF.values():
        keys = [(i.playbook, i.step, i.anchor) for i in agenda(playbook, facts, LONDON, COVERS)]
        assert len(keys) == len(set(keys))
