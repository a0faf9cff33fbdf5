"""What is settled without a word of its own: plans, tries, what shows that we talked, fixed days."""

from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import exactly, moment_to_field
from tests.builders import (
    a_call,
    a_mail,
    a_playbook,
    a_review,
    a_snooze,
    a_step,
    an_entry,
    at,
    facts_of,
    in_order,
    items_of,
    steps_of,
    the_item,
)

OUT = {"entry": ("interaction",), "direction": ("out",)}
WRITE = a_playbook(
    a_step(id="write", kind="write", after="inbound", within=Duration(0, "day"), done_by=OUT)
)


def a_ring(hours):
    return a_mail(at(hours=hours), channel="phone", no_answer=True)


def a_plan(kind, days=2, **fields):
    due = moment_to_field(exactly(at(days=days)))
    return an_entry("reminder", at(), text="Do it.", plans=kind, due=due, **fields)


def plans(*entries):
    return {s for s in steps_of(items_of(a_playbook(), *in_order(*entries))) if s.startswith("rem")}


def test_two_rings_within_half_a_day_are_one_try():
    assert facts_of(*in_order(a_call(), a_ring(1), a_ring(13))).contacts.unanswered == 1
    assert facts_of(*in_order(a_call(), a_ring(1), a_ring(14))).contacts.unanswered == 2
    assert facts_of(*in_order(a_call(), a_ring(1), a_ring(2), a_ring(3))).contacts.unanswered == 2


def test_an_offer_or_an_answer_to_a_demand_shows_that_we_talked():
    assert "write" in steps_of(items_of(WRITE, a_call()))
    offered = an_entry("attempt", at(hours=1), state="offered", label="A")
    declined = an_entry("demand", at(hours=1), state="declined")
    asked = an_entry("demand", at(hours=1), state="open")
    assert "write" not in steps_of(items_of(WRITE, *in_order(a_call(), offered)))
    assert "write" not in steps_of(items_of(WRITE, *in_order(a_call(), declined)))
    assert "write" in steps_of(items_of(WRITE, *in_order(a_call(), asked)))
    again = in_order(a_call(), offered, a_call(at(hours=2)))
    assert "write" in steps_of(items_of(WRITE, *again))


def test_a_plan_is_done_by_the_contact_it_was_for():
    call = a_call(at(days=2, hours=1), direction="out")
    assert plans(a_call(), a_plan("call"))
    assert not plans(a_call(), a_plan("call"), call)
    assert plans(a_call(), a_plan("write"), call)
    assert plans(a_call(), a_plan("call"), a_call(at(days=1), direction="out"))
    assert plans(a_call(), a_plan("call"), a_ring(50))


def test_a_plan_goes_when_it_is_closed():
    closed = an_entry("outcome", at(hours=3), state="closed", outcome="resolved")
    assert not plans(a_call(), a_plan("call"), closed)


def test_a_day_that_others_set_is_not_put_off():
    due = moment_to_field(exactly(at(days=3)))
    told = in_order(a_call(), an_entry("demand", at(hours=1), state="open", due=due))
    (item,) = [i for i in items_of(a_playbook(), *told) if i.outside]
    later = a_snooze(item, at(hours=2), at(days=9), seq=3)
    (moved,) = [i for i in items_of(a_playbook(), *told, later) if i.outside]
    assert (moved.due_on, moved.due_at) == (item.due_on, item.due_at)
    assert item.due_on is not None
    assert moved.opens_at.date() <= item.due_on


def test_safety_is_not_put_off():
    call = a_call(threat="harm")
    safety = the_item(items_of(a_playbook(), call), "safety")
    later = a_snooze(safety, at(hours=2), at(days=9), seq=2)
    assert the_item(items_of(a_playbook(), call, later), "safety") == safety


def test_walking_away_is_offered_when_the_last_message_had_its_time():
    told = in_order(a_call(), a_mail(at(hours=1)), a_mail(at(days=5)), a_review(at(-1)))
    found = [i for i in items_of("complaint", *told) if i.step == "use-walk-away"]
    assert all(i.opens_at >= at(days=8) for i in found)
    assert found
