"""Whatever fields of whatever entries are gone: the fold and the agenda live with what is left."""

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.explain import explain
from reviewlog.domain.erasing import (
    PEOPLE,
    STAYS,
    erasures,
    going,
    going_elsewhere,
    may_go,
    mentioning,
    parts_of,
    words_of,
)
from reviewlog.domain.facts.answering import first_answer
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import erased_by, settle
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.durations import Retention
from reviewlog.domain.time.moment import moment_to_field
from tests.builders import COVERS, INCIDENT, LONDON, SHELF, a_call, a_review, an_entry, at, in_order
from tests.stories import RULES, STORIES, told

KEEPING = Calendar(zone="Europe/London", retention=Retention(30, "day"))
HOLDS = st.lists(st.sampled_from(("on", "lifted")), max_size=2)


@st.composite
def stories_with_gaps(draw):
    """Return the entries of a story of which any fields are missing, and the erasure of them."""
    entries = told(draw(STORIES))
    for state in draw(HOLDS):
        until = moment_to_field(LONDON.day(at(days=50).date()))
        held = an_entry("hold", at(days=31), seq=len(entries) + 1, state=state, until=until)
        entries.append(held)
    left, gone = [], {}
    for entry in entries:
        names = draw(st.sets(st.sampled_from(sorted(entry.fields)))) if entry.fields else set()
        left.append(
            entry._replace(fields={n: v for n, v in entry.fields.items() if n not in names})
        )
        gone[str(entry.id)] = dict.fromkeys(names, "digest")
    last = an_entry("erasure", at(days=60), seq=len(left) + 1, rel="erases", why="w", erased=gone)
    return [*left, last]


@given(stories_with_gaps(), st.sampled_from((None, *SHELF.values())))
def test_whatever_was_erased_the_agenda_lives_with_what_is_left(entries, playbook):
    settled = settle(entries)
    facts = fold(INCIDENT, settled, settled, RULES)

    items = agenda(playbook, facts, KEEPING, COVERS)
    accounts = explain(playbook, facts, KEEPING, COVERS)

    asked = [a for a in accounts if a.item is not None]
    assert len(asked) == len(items)
    first_answer(facts)
    assert facts.is_void in (True, False)


def test_what_goes_is_everything_but_what_identifies_nobody():
    call = a_call(who="Dana", quote="words", threat="open", phone="1", brand_new="who knows")
    assert going(call) == ("brand_new", "phone", "quote", "text", "who")
    assert not STAYS & set(PEOPLE)


def test_times_and_states_may_go_when_they_are_named():
    assert may_go(a_call(), "happened_at")
    assert not may_go(an_entry("anchor", size=3), "size")


def test_what_the_program_wrote_for_the_proof_stays():
    for kind in ("key", "key-change", "anchor", "export"):
        assert going(an_entry(kind, why="Dana", service="x")) == ()


def test_of_an_erasure_its_reason_may_go_and_never_what_it_names():
    erasure = an_entry("erasure", rel="erases", why="Dana asked", erased={"log0:1": {"who": "d"}})
    assert going(erasure) == ("why",)
    assert going(erasure._replace(incident=None)) == ("why",)
    assert not may_go(erasure, "erased")


def test_reasons_go_along_and_are_no_cause_of_their_own():
    call = a_call(who="Dana")
    erasure = an_entry("erasure", seq=2, rel="erases", why="Dana asked", erased={})
    assert [part.names for part in parts_of([call, erasure])] == [("text", "who"), ("why",)]
    assert parts_of([erasure]) == []


def test_of_the_settings_only_what_may_name_somebody_goes():
    setting = an_entry("setting", staff=["Tom"], time_zone="UTC")._replace(incident=None)
    assert going(setting) == ("staff",)
    assert not may_go(setting, "time_zone")


def test_in_the_incident_of_somebody_else_the_names_of_others_stay():
    call = a_call(who="Dana", on_behalf_of="Ann", staff="Tom")
    assert going_elsewhere(call, "dana") == ("text", "who")
    assert going_elsewhere(call, "tom") == ("staff",)
    assert going_elsewhere(call, "ann") == ("on_behalf_of", "text")
    assert going_elsewhere(call, "robin") == ()


def test_a_name_in_the_words_of_others_is_found_whatever_its_capitals():
    call = a_call(text="She sent DANA  Smith to me", quote="ask her")
    assert mentioning(call, "dana smith") == ("text",)


def test_the_titles_of_steps_are_not_looked_for_elsewhere():
    step = an_entry("step", title="Ring them.", why="her brother", state="skipped")
    assert words_of(parts_of([step])) == {"her brother"}


def test_an_erasure_names_every_digest_by_incident():
    call, review = in_order(a_call(), a_review(nick="CakeFan"))
    there = review._replace(incident="inc1")
    digests = {call.id: {"who": "d1", "text": "d2"}, review.id: {"nick": "d3"}}

    first, second = erasures(parts_of([call, there]), digests, "asked for it")

    assert first.fields == {
        "why": "asked for it",
        "erased": {"log0:1": {"text": "d2", "who": "d1"}},
    }
    assert second.incident == "inc1"
    assert [ref.id for ref in second.refs] == [review.id]


def test_an_incident_whose_name_went_is_of_an_erased_person():
    call, review = in_order(a_call(), a_review())
    gone = {"log0:1": {"who": "d"}}
    erasure = an_entry("erasure", seq=3, rel="erases", refs=(call,), why="w", erased=gone)
    left = call._replace(fields={n: v for n, v in call.fields.items() if n != "who"})

    assert fold(INCIDENT, settle([left, review, erasure])).erased
    assert not fold(INCIDENT, settle([left, review])).erased


def test_an_erasure_that_says_nothing_readable_names_nothing():
    assert list(erased_by(an_entry("erasure", rel="erases"))) == []
    assert list(erased_by(an_entry("erasure", rel="erases", erased={"log0:x": {}, "a": 1}))) == []
