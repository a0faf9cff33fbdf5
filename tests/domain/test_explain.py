"""Why something is due, or why not."""

from hypothesis import given

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.explain import ASKED, STATES, Account, explain
from reviewlog.domain.agenda.never import rule_of
from reviewlog.domain.playbook import Playbook, Repeat
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import moment_to_field, utc_text
from tests.builders import (
    LONDON,
    SHELF,
    a_call,
    a_mail,
    a_pin,
    a_playbook,
    a_review,
    a_snooze,
    a_step,
    a_tick,
    an_entry,
    at,
    facts_of,
    in_order,
    items_of,
    the_item,
)
from tests.stories import STORIES, told

RING = a_step(id="ring", kind="call", after="inbound", within=Duration(1, "working day"),
              done_by={"entry": ("interaction",), "direction": ("out",)}, source=("T1",))  # fmt: skip


def account(playbook: Playbook, step: str, *entries) -> Account:
    """Return the only account of a step."""
    (found,) = explain(playbook, facts_of(*entries), LONDON, step=step)
    return found


def test_an_open_step_names_what_it_counts_from_and_the_step_as_it_is_written():
    call = a_call(seq=7)
    found = account(a_playbook(RING), "ring", call)
    assert (found.state, found.after, found.anchor) == ("open", "inbound", call.id)
    assert found.anchor_at == call.happened
    assert found.rule == RING
    assert found.item == the_item(items_of(a_playbook(RING), call), "ring")


def test_a_step_that_opens_later_says_when():
    step = a_step(id="look", not_before=Duration(2, "day"))
    found = account(a_playbook(step), "look", a_call())
    assert found.item is not None
    assert (found.state, found.until) == ("later", found.item.opens_at)


def test_a_step_that_is_held_says_by_what_and_until_when():
    cooled = account(a_playbook(RING), "ring", a_call(cool_until=utc_text(at(days=6))))
    assert (cooled.state, cooled.held_by, cooled.until) == ("held", "cooling", at(days=6))
    step = a_step(id="again", kind="write", after="unanswered")
    fresh = account(a_playbook(step), "again", *in_order(a_call(), a_mail(at(hours=1))))
    assert (fresh.state, fresh.held_by) == ("held", "gap")


def test_a_wait_says_until_when():
    step = a_step(id="wait", kind="wait", after="unanswered", within=Duration(4, "day"))
    found = account(a_playbook(step), "wait", *in_order(a_call(), a_mail(at(hours=1))))
    assert found.item is not None
    assert (found.state, found.until) == ("waiting", found.item.closes_at)


def test_a_step_that_is_done_names_the_entry_that_shows_it():
    call, mail = in_order(a_call(), a_mail(at(hours=1)))
    found = account(a_playbook(RING), "ring", call, mail)
    assert (found.state, found.done_by, found.item) == ("done", mail.id, None)


def test_a_step_that_was_left_out_names_the_reason():
    call = a_call(seq=1)
    item = the_item(items_of(a_playbook(RING), call), "ring")
    skip = a_tick(item, at(hours=1), "skipped", seq=2, why="she is on a boat")
    found = account(a_playbook(RING), "ring", call, skip)
    assert (found.state, found.done_by, found.why) == ("left out", skip.id, "she is on a boat")


def test_a_step_that_was_put_off_says_until_when():
    call = a_call(seq=1)
    item = the_item(items_of(a_playbook(RING), call), "ring")
    found = account(a_playbook(RING), "ring", call, a_snooze(item, at(hours=1), at(days=3), seq=2))
    assert (found.state, found.until) == ("put off", at(days=3))


def test_a_step_that_lapsed_before_it_could_open_says_so():
    step = a_step(id="ring", kind="call", after="opened", latest=Duration(2, "day"))
    found = account(a_playbook(step), "ring", a_call(cool_until=utc_text(at(days=6))))
    assert found.state == "lapsed"


def test_a_repeat_names_the_last_time():
    step = a_step(id="look", kind="watch", repeat=Repeat(Duration(7, "day"), 3))
    call = a_call(seq=1)
    item = the_item(items_of(a_playbook(step), call), "look")
    tick = a_tick(item, at(days=1), seq=2)
    found = account(a_playbook(step), "look", call, tick)
    assert (found.state, found.done_by, found.anchor) == ("later", tick.id, call.id)


def test_a_step_that_does_not_fit_names_the_fact_and_its_entry():
    step = a_step(id="offer", kind="attempt", when={"verdict": ("right",)})
    told_so = in_order(a_call(), an_entry("assessment", at(hours=1), verdict="unfounded"))
    found = account(a_playbook(step), "offer", *told_so)
    assert (found.state, found.fact, found.word) == ("not asked", "verdict", "unfounded")
    assert found.ground == told_so[1].id
    unsaid = account(a_playbook(step), "offer", a_call())
    assert (unsaid.word, unsaid.ground) == ("unknown", None)


def test_a_step_that_is_ruled_out_names_the_fact():
    step = a_step(id="ring", kind="call", unless={"threat": ("open",)})
    call = a_call(threat="open")
    found = account(a_playbook(step), "ring", call)
    assert (found.fact, found.word, found.ground) == ("threat", "open", call.id)


def test_a_step_against_a_rule_names_the_rule():
    found = account(a_playbook(RING), "ring", a_call(leave_alone=True))
    assert (found.state, found.never) == ("not asked", rule_of("leave-alone"))


def test_a_step_that_counts_from_what_never_happened_names_it():
    step = a_step(id="thank", after="delivered")
    found = account(a_playbook(step), "thank", a_call())
    assert (found.state, found.after, found.anchor) == ("not yet", "delivered", None)


def test_two_reviews_give_two_accounts():
    step = a_step(id="answer", kind="reply", after="review")
    told_so = in_order(a_review(), a_review(at(hours=1)))
    found = explain(a_playbook(step), facts_of(*told_so), LONDON, step="answer")
    assert [one.anchor for one in found] == [entry.id for entry in told_so]


def test_a_plan_that_does_not_come_up_says_why():
    due = moment_to_field(LONDON.day(at(days=2).date()))
    plan = an_entry("reminder", at(), seq=2, text="ring her", plans="call", due=due)
    found = account(a_playbook(), "reminder-2", a_call(leave_alone=True), plan)
    assert (found.state, found.never, found.title) == (
        "not asked",
        rule_of("leave-alone"),
        "ring her",
    )


def test_a_standing_item_is_explained_by_its_entry():
    call = a_call(threat="harm")
    found = account(a_playbook(), "safety", call)
    assert (found.state, found.anchor, found.rule) == ("open", call.id, None)


def test_what_is_asked_for_comes_first_and_in_the_order_of_the_agenda():
    told_so = in_order(a_call(), a_pin(), a_review(at(days=2)))
    facts = facts_of(*told_so)
    covers = [p.cover for p in SHELF.values()]
    items = agenda(SHELF["complaint"], facts, LONDON, covers)
    accounts = explain(SHELF["complaint"], facts, LONDON, covers)
    assert [a.item for a in accounts][: len(items)] == items
    assert not [a for a in accounts[len(items) :] if a.item]


@given(STORIES)
def test_it_tells_of_every_step_and_agrees_with_the_agenda(story):
    facts = facts_of(*told(story))
    covers = [p.cover for p in SHELF.values()]
    for playbook in SHELF.values():
        accounts = explain(playbook, facts, LONDON, covers)
        items = agenda(playbook, facts, LONDON, covers)
        assert [a.item for a in accounts if a.item] == items
        assert all((a.state in ASKED) == (a.item is not None) for a in accounts)
        assert {a.state for a in accounts} <= set(STATES)
        assert {a.step for a in accounts} >= {step.id for step in playbook.steps}
        assert all(a.fact or a.never for a in accounts if a.state == "not asked")
        assert all(a.done_by for a in accounts if a.state in ("done", "left out"))
