"""Rehearsal: examples become entries, and the agenda after them is compared."""

from reviewlog.domain.time.durations import Duration
from reviewlog.playbook.rehearsing.examples import Example, Given
from reviewlog.playbook.rehearsing.rehearse import Mismatch, run_example
from reviewlog.playbook.rehearsing.stage import FIRST_DAY, Stage
from tests.builders import a_playbook, a_step

WRITE = a_step(
    id="write", kind="write", after="inbound", within=Duration(1, "day"), must=True,
    done_by={"entry": ("interaction",), "direction": ("out",)},
)  # fmt: skip
THINK = a_step(id="think", after="opened", within=Duration(2, "working day"))
PLAYBOOK = a_playbook(WRITE, THINK)


def given(kind="interaction", day=0, at="10:00", **fields):
    return Given(day, at, kind, fields)


def an_example(*told, expect=None, first=None, never=()):
    return Example("a test", told or (given(),), expect or {}, first, tuple(never), 1)


def held(example, playbook=PLAYBOOK):
    return run_example(playbook, example)


def on(day):
    return Stage(PLAYBOOK).day(day)


def test_an_example_holds_when_all_dates_are_found():
    assert held(an_example(expect={"write": 1, "think": 2}, first="write")) == ()


def test_a_wrong_date_is_told_with_the_date_found():
    assert held(an_example(expect={"write": 0})) == (Mismatch("date", "write", on(0), on(1)),)


def test_a_step_that_does_not_stand_there_is_missing():
    answered = given(day=1, direction="out", channel="email")
    found = held(an_example(given(), answered, expect={"write": 1}))
    assert found == (Mismatch("missing", "write", on(1)),)


def test_what_must_never_be_there_is_told():
    assert held(an_example(never=["think"])) == (Mismatch("present", "think", found=on(2)),)


def test_the_first_step_is_compared_with_what_stands_first():
    assert held(an_example(first="think")) == (Mismatch("first", "think", stands="write"),)


def test_day_0_is_a_monday_and_working_days_skip_the_weekend():
    assert FIRST_DAY.weekday() == 0
    assert held(an_example(given(day=4), expect={"think": 8})) == ()


def test_a_tick_binds_to_the_item_that_is_open():
    assert held(an_example(given(), given("step", step="think"), never=["think"])) == ()


def test_a_tick_of_a_step_that_is_not_open_is_told():
    told = (given(), given("step", step="think"), given("step", day=1, step="think"))
    assert held(an_example(*told)) == (Mismatch("not-open", "think", on(1)),)


def test_what_goes_without_saying_is_filled_in():
    stage = Stage(PLAYBOOK)
    stage.tell(given("review"))
    stage.tell(given(threat="open", quote="or one star", also=["pleased"]))
    stage.tell(given("attempt"))
    facts = stage.facts
    assert (facts.customer, facts.threat, facts.quote_kept, facts.pleased) == (
        "Dana", "open", True, True,
    )  # fmt: skip
    assert (facts.review, facts.sites, facts.offer) == ("up", ("google",), "offered")


def test_nobody_is_nobody():
    stage = Stage(PLAYBOOK)
    stage.tell(given(who="nobody"))
    assert stage.facts.customer is None


def test_an_answer_joins_the_open_demand():
    stage = Stage(PLAYBOOK)
    for told in (given(), given("demand"), given("demand", day=1, state="declined")):
        stage.tell(told)
    assert [track.state for track in stage.facts.demands] == ["declined"]


def test_a_review_that_is_gone_joins_the_one_of_its_site():
    stage = Stage(PLAYBOOK)
    stage.tell(given("review", site="yelp"))
    stage.tell(given("review", site="google"))
    stage.tell(given("review", day=3, state="gone", site="yelp"))
    states = [(track.fields["site"], track.state) for track in stage.facts.reviews]
    assert states == [("yelp", "gone"), ("google", "up")]


def test_a_review_that_changed_keeps_its_site():
    stage = Stage(PLAYBOOK)
    stage.tell(given("review", site="yelp"))
    stage.tell(given("review", day=3, state="changed"))
    assert stage.facts.review == "changed"
    assert stage.facts.sites == ("yelp",)


def test_their_deadline_and_cooling_are_days():
    stage = Stage(PLAYBOOK)
    stage.tell(given(cool_until=5))
    stage.tell(given("demand", due=9))
    dates = {item.kind: item.due_on for item in stage.agenda if not item.playbook}
    assert dates == {"wait": on(5), "decide": on(9)}


def test_of_two_entries_at_one_time_the_later_told_is_later():
    stage = Stage(PLAYBOOK)
    stage.tell(given())
    stage.tell(given(direction="out", channel="email"))
    stage.tell(given())
    assert stage.facts.contacts.unanswered == 0


def test_what_is_told_late_was_written_late():
    stage = Stage(PLAYBOOK)
    stage.tell(given(day=3))
    stage.tell(given(day=1))
    late = stage.entries[-1]
    assert late.happened.start < late.recorded_at


def test_what_has_lapsed_is_gone():
    may = a_step(id="may", within=Duration(1, "day"), latest=Duration(5, "day"))
    told = (given(), given("note", day=6))
    assert held(an_example(*told, never=["may"]), a_playbook(may)) == ()
    assert held(an_example(expect={"may": 1}), a_playbook(may)) == ()
