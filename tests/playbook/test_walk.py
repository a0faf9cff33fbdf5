"""The walk: an owner who does what is due, others by a script, and an end."""

from datetime import date

from reviewlog.domain.playbook import Repeat
from reviewlog.domain.time.durations import Duration
from reviewlog.playbook.rehearsing.examples import Given
from reviewlog.playbook.rehearsing.stage import Stage
from reviewlog.playbook.rehearsing.walk import walk
from tests.builders import a_playbook, a_step

ONE, FOUR = Duration(1, "day"), Duration(4, "day")
OUT = {"entry": ("interaction",), "direction": ("out",)}
WRITE = a_step(id="write", kind="write", after="inbound", within=ONE, done_by=OUT, must=True)
AGAIN = a_step(id="again", kind="write", after="unanswered", within=FOUR, not_before=FOUR,
               done_by=OUT, must=True)  # fmt: skip
WAIT = a_step(id="wait", kind="wait", after="unanswered", within=FOUR)
RING = a_step(id="ring", kind="call", after="opened", within=ONE, done_by=OUT, must=True)


def given(kind="interaction", day=0, at="10:00", **fields):
    return Given(day, at, kind, fields)


CALLED = (given(),)


def walked(*steps, script=CALLED, **how):
    return walk(Stage(a_playbook(*steps)), script, **how)


def done(found, what="done"):
    return [
        ((event.at.date() - found.first_day).days, event.item.step)
        for event in found.events
        if event.what == what
    ]


def test_the_owner_does_each_step_on_the_day_it_is_due():
    found = walked(WRITE, AGAIN, WAIT)
    assert done(found) == [(1, "write"), (5, "again")]
    assert (found.left, found.untold) == ((), ())


def test_contacts_without_an_answer_are_counted():
    assert walked(WRITE, AGAIN).most_unanswered == 2


def test_the_walk_ends_when_the_last_wait_is_over():
    found = walked(WRITE, WAIT)
    assert (found.first_day, found.last_day, found.days) == (date(2026, 3, 2), date(2026, 3, 7), 5)


def test_what_they_say_ends_what_was_planned():
    found = walked(WRITE, AGAIN, script=(given(), given(day=3)))
    assert done(found) == [(1, "write"), (4, "write"), (8, "again")]


def test_what_the_script_says_the_owner_does_later_is_not_done_before():
    script = (given(), given(day=3, direction="out", channel="email"))
    assert done(walked(WRITE, script=script)) == []


def test_a_tick_of_the_script_is_waited_for():
    think = a_step(id="think", within=ONE)
    found = walked(think, script=(given(), given("step", day=4, step="think")))
    assert done(found) == []
    assert found.days == 4


def test_a_tick_without_its_step_is_kept_apart():
    found = walked(WRITE, script=(given(), given("step", day=2, step="nap")))
    assert [told.fields["step"] for told in found.untold] == ["nap"]


def test_silence_means_that_nobody_answers_a_call_either():
    script = (given(), given(day=1))
    found = walked(RING, script=script, silent=True)
    assert done(found) == [(1, "ring"), (2, "ring")]
    assert [e.entry.fields.get("no_answer") for e in found.events if e.what == "done"] == [True] * 2
    assert (found.most_unanswered, found.left) == (2, ())


def test_what_only_they_can_do_has_no_end_in_silence():
    hear = a_step(id="hear", within=ONE, done_by={"entry": ("interaction",), "direction": ("in",)})
    assert [item.step for item in walked(hear, silent=True, cap=30).left] == ["hear"]
    assert walked(hear).left == ()


def test_a_repeat_comes_as_often_as_it_may():
    watch = a_step(id="watch", kind="watch", within=ONE, repeat=Repeat(Duration(1, "week"), 3))
    assert done(walked(watch)) == [(1, "watch"), (8, "watch"), (15, "watch")]


def test_an_offer_is_noted_and_not_followed():
    other = a_playbook(id="other", use_when={"review": ("up",)})
    stage = Stage(a_playbook(WRITE), [other.cover])
    found = walk(stage, (given(), given("review", day=1)))
    assert done(found, "offer") == [(1, "use-other")]
    assert found.left == ()


def test_offer_acceptance_and_delivery_are_one_attempt():
    offer = a_step(id="offer", kind="attempt", within=ONE, after="assessed",
                   done_by={"entry": ("attempt",), "state": ("offered",)})  # fmt: skip
    deliver = a_step(id="deliver", kind="attempt", within=ONE, after="accepted",
                     done_by={"entry": ("attempt",), "state": ("delivered",)})  # fmt: skip
    stage = Stage(a_playbook(offer, deliver))
    script = (given(), given("assessment", verdict="right"),
              given("attempt", day=3, state="accepted"))  # fmt: skip
    found = walk(stage, script)
    assert done(found) == [(1, "offer"), (4, "deliver")]
    assert [(t.label, t.state) for t in stage.facts.attempts] == [("A", "delivered")]


def test_waits_are_noted_with_their_end():
    assert done(walked(WRITE, WAIT), "wait") == [(1, "wait")]
