"""What holds for every story, however it is told: the promises of the kernel."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.agenda import agenda
from reviewlog.domain.entry import EntryId
from reviewlog.domain.facts import fold
from reviewlog.domain.moment import about, exactly, moment_to_field, utc_text
from reviewlog.domain.never import CONTACT_KINDS, GOODWILL_KINDS
from reviewlog.domain.relations import settle
from reviewlog.domain.vocabulary import THREATS, VERDICTS
from tests.builders import INCIDENT, LOG, LONDON, SHELF, an_entry, at

MAYBE = st.sampled_from((None, True))
CONTACTS = st.fixed_dictionaries(
    {
        "kind": st.just("interaction"),
        "channel": st.sampled_from(("phone", "email", "google")),
        "direction": st.sampled_from(("in", "out")),
        "who": st.sampled_from(("Dana", None)),
        "no_answer": MAYBE,
        "threat": st.sampled_from((None, None, *THREATS)),
        "quote": st.sampled_from((None, "words")),
        "pleased": MAYBE,
        "leave_alone": st.sampled_from((None, None, None, True)),
        "cool_until": st.sampled_from((None, None, None, utc_text(at(days=26)))),
        "sites": st.sampled_from((None, ["yelp"])),
        "phone": st.sampled_from((None, "1", "2")),
    }
)
TRACKS = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("attempt"),
            "state": st.sampled_from(("offered", "accepted", "refused", "delivered")),
            "label": st.sampled_from("AB"),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("demand"),
            "state": st.sampled_from(("open", "granted", "countered", "declined")),
            "of": st.integers(0, 9),
            "due": st.sampled_from((None, moment_to_field(exactly(at(days=40))))),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("review"),
            "state": st.sampled_from(("up", "changed", "gone")),
            "of": st.none() | st.integers(0, 9),
            "nick": st.sampled_from((None, "angry42")),
        }
    ),
)
OTHERS = st.one_of(
    st.fixed_dictionaries({"kind": st.just("assessment"), "verdict": st.sampled_from(VERDICTS)}),
    st.fixed_dictionaries({"kind": st.just("evidence")}),
    st.fixed_dictionaries(
        {"kind": st.just("outcome"), "state": st.sampled_from(("closed", "reopened"))}
    ),
    st.fixed_dictionaries(
        {"kind": st.sampled_from(("promise", "reminder")), "text": st.just("it"),
         "due": st.just(moment_to_field(LONDON.day(at(days=45).date())))},
    ),
)  # fmt: skip
HAPPENED = st.tuples(st.integers(0, 600), st.sampled_from(("exact", "about")))
SAID = st.tuples(HAPPENED, st.one_of(CONTACTS, CONTACTS, TRACKS, OTHERS))
STORIES = st.lists(SAID, min_size=1, max_size=10, unique_by=lambda said: said[0][0])


def told(story, order=None):
    """Return the entries of a story, written down in an order of its indexes."""
    order = order or list(range(len(story)))
    seq = {index: n for n, index in enumerate(order, 1)}
    entries = []
    for index, ((hours, precision), fields) in enumerate(story):
        fields = dict(fields)
        if fields.get("of") is not None:
            other = fields["of"] % len(story)
            same = other != index and story[other][1]["kind"] == fields["kind"]
            fields["of"] = f"{LOG}:{seq[other]}" if same else None
        happened = (about if precision == "about" else exactly)(at(hours=hours))
        written = at(days=30, hours=seq[index])
        entries.append(
            an_entry(fields.pop("kind"), happened, seq=seq[index], written=written, **fields)
        )
    return entries


def outline(facts):
    """Return facts without the places of their entries in the log."""
    tracks = [
        sorted((t.first.happened.start, t.last.happened.start, t.state, t.label) for t in tracks)
        for tracks in (facts.reviews, facts.demands, facts.attempts)
    ]
    anchors = {name: sorted(a.at.start for a in found) for name, found in facts.anchors.items()}
    contacts = facts.contacts._replace(waiting=(EntryId("", 0),) * facts.contacts.unanswered)
    return tracks, anchors, facts._replace(reviews=(), demands=(), attempts=(), anchors={}, contacts=contacts, entries=()
    )  # fmt: skip


@given(STORIES, st.data())
def test_the_order_of_arrival_changes_nothing(story, data):
    entries = told(story)
    arrived = data.draw(st.permutations(entries))
    facts = fold(INCIDENT, settle(entries))
    assert fold(INCIDENT, settle(arrived)) == facts
    for playbook in SHELF.values():
        expected = agenda(playbook, facts, LONDON, SHELF.values())
        assert agenda(playbook, fold(INCIDENT, settle(arrived)), LONDON, SHELF.values()) == expected


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
        for item in agenda(playbook, facts, LONDON, SHELF.values()):
            start = happened[item.anchor].start
            assert item.opens_at >= start
            assert item.due_on is None or item.due_on >= LONDON.day_of(start)
            assert item.due_at is None or item.due_at >= start
            assert item.closes_at is None or item.closes_at >= start


@given(STORIES)
def test_nobody_is_badgered(story):
    facts = fold(INCIDENT, settle(told(story)))
    contacts = facts.contacts
    for playbook in SHELF.values():
        items = agenda(playbook, facts, LONDON, SHELF.values())
        ours = [i for i in items if i.kind in CONTACT_KINDS]
        if contacts.leave_alone or facts.threat == "harm" or facts.customer is None:
            assert ours == []
        if contacts.unanswered >= playbook.budget.unanswered:
            assert ours == []
        if facts.threat == "harm":
            assert not [i for i in items if i.kind in GOODWILL_KINDS]
        if contacts.cooling_until:
            assert all(i.opens_at >= contacts.cooling_until for i in ours)


@given(STORIES)
def test_a_wait_ends_exactly_where_the_next_contact_opens(story):
    facts = fold(INCIDENT, settle(told(story)))
    for name in ("complaint", "bad-review"):
        items = {i.step: i for i in agenda(SHELF[name], facts, LONDON)}
        if "second-contact" in items:
            assert items["wait-for-answer"].closes_at == items["second-contact"].opens_at


@given(STORIES)
def test_a_closed_incident_asks_only_to_learn_and_to_watch(story):
    facts = fold(INCIDENT, settle(told(story)))
    if facts.closed:
        for playbook in SHELF.values():
            items = agenda(playbook, facts, LONDON, SHELF.values())
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
        items = agenda(playbook, facts, LONDON, SHELF.values())
        assert all(item.title and item.why for item in items)


@given(STORIES)
def test_every_item_of_an_agenda_has_a_key_of_its_own(story):
    facts = fold(INCIDENT, settle(told(story)))
    for playbook in SHELF.values():
        keys = [
            (i.playbook, i.step, i.anchor) for i in agenda(playbook, facts, LONDON, SHELF.values())
        ]
        assert len(keys) == len(set(keys))
