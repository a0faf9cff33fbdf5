from datetime import date
from itertools import permutations

import pytest

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.never import CONTACT_KINDS
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.playbook import Budget, Repeat
from reviewlog.domain.relations import settle
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.time.moment import about, utc_text
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
    in_order,
    items_of,
    steps_of,
    the_item,
)
from tests.fakes import SATURDAY

TODAY = LONDON.day(SATURDAY.date())


def on(day: int) -> date:
    return date(2026, 11, day)


def test_a_call_opens_the_first_steps():
    items = items_of("complaint", a_call())
    assert [(i.step, i.due_on) for i in items] == [
        ("ask-threat", on(21)), ("call-back", on(23)), ("assess", on(23)),
    ]  # fmt: skip


def test_an_open_threat_asks_for_a_letter_today():
    items = items_of("complaint", a_call(threat="open"))
    assert the_item(items, "write-today").due_on == on(21)
    assert "call-back" not in steps_of(items)


def test_two_hours_after_a_contact_are_due_at_an_instant():
    playbook = a_playbook(a_step(after="inbound", within=Duration(2, "hour")))
    item = the_item(items_of(playbook, a_call(about(SATURDAY))), "step")
    assert (item.due_at, item.due_on) == (at(hours=2.5), on(21))


def test_two_hours_after_a_whole_day_are_due_that_day():
    playbook = a_playbook(a_step(after="inbound", within=Duration(2, "hour")))
    item = the_item(items_of(playbook, a_call(TODAY)), "step")
    assert (item.due_at, item.due_on) == (None, on(21))


# What fulfils a step


def test_a_call_about_three_is_answered_by_one_today():
    told = in_order(a_call(about(at(hours=-1.5))), a_call(TODAY, direction="out"))
    assert "call-back" not in steps_of(items_of("complaint", *told))


def test_a_call_logged_late_still_fulfils():
    told = in_order(a_call(), a_call(at(hours=1), direction="out", written=at(days=9)))
    assert "call-back" not in steps_of(items_of("complaint", *told))


def test_a_call_from_before_fulfils_nothing():
    told = in_order(a_call(), a_call(at(hours=-1), direction="out"))
    assert "answer-again" in steps_of(items_of("complaint", *told))


def test_a_call_that_nobody_answered_uses_budget_and_fulfils_nothing():
    told = in_order(a_call(), a_call(at(hours=1), direction="out", no_answer=True))
    items = items_of("complaint", *told)
    assert "call-back" in steps_of(items)
    assert "wait-for-answer" not in steps_of(items)
    assert the_item(items, "call-back").due_on == on(23)
    again = a_call(at(days=5), direction="out", no_answer=True)
    assert not {"call-back", "second-contact"} & steps_of(
        items_of("complaint", *in_order(*told, again))
    )


def test_an_attempt_delivered_does_not_fulfil_another_one():
    told = in_order(
        a_call(),
        an_entry("attempt", at(hours=1), state="accepted", label="A"),
        an_entry("attempt", at(hours=2), state="delivered", label="B"),
    )
    assert "deliver" in steps_of(items_of("complaint", *told))
    done = an_entry("attempt", at(hours=3), state="delivered", label="A")
    assert "deliver" not in steps_of(items_of("complaint", *in_order(*told, done)))


def test_the_answer_to_one_demand_does_not_answer_another():
    call, money, letter = in_order(
        a_call(),
        an_entry("demand", at(), state="open"),
        an_entry("demand", at(hours=1), state="open"),
    )
    answer = an_entry("demand", at(hours=2), seq=4, state="declined", of=str(letter.id))
    item = the_item(items_of("complaint", call, money, letter, answer), "answer-demand")
    assert item.anchor == money.id


def test_a_tick_does_not_carry_over_to_another_playbook():
    told = in_order(a_call(threat="open"), a_review(at(hours=1)))
    item = the_item(items_of("complaint", *told), "exact-words")
    tick = a_tick(item, at(hours=2), seq=3)
    assert "exact-words" not in steps_of(items_of("complaint", *told, tick))
    assert "exact-words" in steps_of(items_of("bad-review", *told, tick))


@pytest.mark.parametrize("playbook", ["complaint", "bad-review", "walk-away"])
def test_safety_is_first_in_every_playbook_until_it_is_done(playbook):
    call = a_call(at(days=-3), threat="harm")
    items = items_of(playbook, call, a_review(at()))
    assert items[0].step == "safety"
    assert {i.step for i in items if i.step.startswith("use-")} == {"use-safety"}
    tick = a_tick(items[0], at(hours=1), seq=3)
    assert "safety" not in steps_of(items_of(playbook, call, tick))


# Anchors


def test_a_second_review_opens_the_answer_anew():
    told = in_order(
        a_review(), an_entry("assessment", at(hours=1), verdict="partly"), a_review(at(days=2))
    )
    first, second = [i for i in items_of("bad-review", *told) if i.step == "answer"]
    assert [first.anchor, second.anchor] == [told[0].id, told[2].id]
    tick = a_tick(first, at(days=3), seq=4)
    assert the_item(items_of("bad-review", *told, tick), "answer").anchor == told[2].id


def test_a_review_that_is_gone_asks_for_nothing():
    review = a_review(seq=1)
    gone = an_entry("review", at(days=1), seq=2, state="gone", of=str(review.id))
    assert steps_of(items_of("bad-review", review, gone)) == set()


def test_a_changed_review_wants_a_new_answer():
    review = a_review(seq=1)
    judged = an_entry("assessment", at(hours=1), seq=2, verdict="right")
    answer = the_item(items_of("bad-review", review, judged), "answer")
    tick = a_tick(answer, at(hours=2), seq=3)
    changed = an_entry("review", at(days=1), seq=4, state="changed", of=str(review.id))
    again = the_item(items_of("bad-review", review, judged, tick, changed), "answer")
    assert (again.anchor, again.due_on) == (changed.id, on(24))


def test_harm_after_a_milder_threat_is_due_on_the_day_it_was_said():
    told = in_order(a_call(threat="veiled"), a_call(at(days=2), threat="harm"))
    assert the_item(items_of("complaint", *told), "safety").due_on == on(23)


def test_a_second_threat_of_harm_wants_safety_anew():
    first, second = in_order(a_call(threat="harm"), a_call(at(days=2), threat="harm"))
    tick = a_tick(the_item(items_of("complaint", first), "safety"), at(hours=1), seq=3)
    assert the_item(items_of("complaint", first, tick, second), "safety").anchor == second.id


# Snoozes


def a_snoozed_call_back(*, until=3.0):
    call = a_call(seq=1)
    item = the_item(items_of("complaint", call), "call-back")
    return call, a_snooze(item, at(hours=1), at(days=until), seq=2)


def test_a_snooze_puts_an_item_off():
    item = the_item(items_of("complaint", *a_snoozed_call_back()), "call-back")
    assert (item.opens_at, item.due_on) == (at(days=3), on(24))


@pytest.mark.parametrize("happened", [at(hours=2), about(at(hours=1.25)), TODAY])
def test_a_snooze_followed_by_an_inbound_call_brings_the_item_back_at_once(happened):
    call = a_call(happened, seq=3, who=None)
    step = a_step(id="ring", after="opened", within=Duration(0, "day"))
    item = the_item(items_of(a_playbook(step), a_call(seq=1)), "ring")
    snooze = a_snooze(item, at(hours=1), at(days=3), seq=2)
    put_off = the_item(items_of(a_playbook(step), a_call(seq=1), snooze), "ring")
    assert put_off.due_on == on(24)
    back = the_item(items_of(a_playbook(step), a_call(seq=1), snooze, call), "ring")
    assert back.due_on == on(21)


def test_of_two_snoozes_the_later_said_wins():
    call, first = a_snoozed_call_back()
    item = the_item(items_of("complaint", call), "call-back")
    sooner = a_snooze(item, at(hours=2), at(days=1), seq=3)
    assert the_item(items_of("complaint", call, first, sooner), "call-back").due_on == on(23)


def test_a_snooze_whose_date_was_erased_breaks_nothing():
    call, snooze = a_snoozed_call_back()
    without = an_entry("step", at(hours=1), seq=2, **{
        k: v for k, v in snooze.fields.items() if k not in ("until", "happened_at")})  # fmt: skip
    assert the_item(items_of("complaint", call, without), "call-back").due_on == on(23)


# Waiting, cooling, budget


def test_wait_and_second_contact_meet_exactly():
    items = items_of("complaint", *in_order(a_call(), a_mail(at(hours=1))))
    wait, second = the_item(items, "wait-for-answer"), the_item(items, "second-contact")
    assert wait.closes_at == second.opens_at == LONDON.midnight(on(25))
    assert (wait.kind, second.due_on) == ("wait", on(26))


def test_they_meet_also_when_a_contact_in_another_incident_holds_longer():
    ours = in_order(a_call(), a_mail(at(hours=1)))
    theirs = an_entry(
        "interaction", at(days=2), seq=3, incident="inc1", direction="out", channel="email"
    )
    settled = settle([*ours, theirs])
    budget = a_playbook(*SHELF["complaint"].steps, budget=Budget(3, Duration(4, "day")))
    items = agenda(budget, fold("inc0", settled, settled), LONDON)
    wait, second = the_item(items, "wait-for-answer"), the_item(items, "second-contact")
    assert wait.closes_at == second.opens_at == LONDON.midnight(on(27))


def test_their_answer_ends_the_wait_at_once():
    told = in_order(a_call(), a_mail(at(hours=1)), a_call(at(hours=2), channel="whatsapp"))
    items = items_of("complaint", *told)
    assert not {"wait-for-answer", "second-contact"} & steps_of(items)
    assert the_item(items, "answer-again").opens_at == at(hours=2)


def test_nothing_is_awaited_where_they_were_reached():
    """The unanswered e-mail belongs to the person's other incident."""
    ours = in_order(a_call(), a_call(at(hours=1), direction="out"))
    theirs = an_entry(
        "interaction", at(days=2), seq=3, incident="inc1", direction="out", channel="email"
    )
    settled = settle([*ours, theirs])
    items = agenda(SHELF["complaint"], fold("inc0", settled, settled), LONDON)
    assert not {"wait-for-answer", "second-contact"} & steps_of(items)


def test_cooling_holds_every_contact_from_us():
    call = a_call(cool_until=utc_text(at(days=6)))
    items = items_of("complaint", call)
    assert the_item(items, "call-back").opens_at == at(days=6)
    assert the_item(items, "call-back").due_on == on(27)
    assert the_item(items, "cooling").closes_at == at(days=6)
    assert the_item(items, "assess").due_on == on(23)


def test_an_inbound_contact_ends_cooling():
    told = in_order(a_call(cool_until=utc_text(at(days=6))), a_call(at(days=1)))
    items = items_of("complaint", *told)
    assert "cooling" not in steps_of(items)
    assert the_item(items, "call-back").opens_at == at(days=1)


def test_calling_twice_puts_no_deadline_off():
    told = in_order(a_call(), a_call(at(days=3)))
    item = the_item(items_of("complaint", *told), "call-back")
    assert item.due_on == on(23)
    assert item.anchor == told[0].id


def test_a_skip_covers_all_they_said_until_then():
    first, again = in_order(a_call(), a_call(at(days=3)))
    item = the_item(items_of("complaint", first, again), "call-back")
    skipped = a_tick(item, at(days=4), "skipped", seq=3)
    assert "call-back" not in steps_of(items_of("complaint", first, again, skipped))


def test_what_they_say_after_a_skip_counts_anew():
    first, again = in_order(a_call(), a_call(at(days=3)))
    item = the_item(items_of("complaint", first), "call-back")
    skipped = a_tick(item, at(hours=1), "skipped", seq=3)
    assert the_item(items_of("complaint", first, again, skipped), "call-back").due_on == on(25)


def test_the_cooling_shown_is_the_one_in_force():
    first, ended = in_order(a_call(cool_until=utc_text(at(days=6))), a_call(at(days=1)))
    other = an_entry("interaction", at(days=2), seq=3, incident="inc1", direction="out",
                     channel="email", cool_until=utc_text(at(days=9)))  # fmt: skip
    settled = settle([first, ended, other])
    items = agenda(SHELF["complaint"], fold("inc0", settled, settled), LONDON)
    assert the_item(items, "call-back").opens_at == at(days=9)
    assert "cooling" not in steps_of(items)


def test_wait_and_second_contact_meet_also_where_cooling_is_longer():
    told = in_order(a_call(), a_mail(at(hours=1), cool_until=utc_text(at(days=6))))
    items = items_of("complaint", *told)
    assert the_item(items, "wait-for-answer").closes_at == at(days=6)
    assert the_item(items, "second-contact").opens_at == at(days=6)


def test_leave_me_alone_bars_every_contact():
    assert "call-back" not in steps_of(items_of("complaint", a_call(leave_alone=True)))


# Repeats


def a_watch(*ticks: float):
    playbook = a_playbook(
        a_step(
            id="watch",
            kind="watch",
            within=Duration(2, "day"),
            repeat=Repeat(Duration(7, "day"), 3),
        )
    )
    call = a_call(seq=1)
    item = the_item(items_of(playbook, call), "watch")
    done = [a_tick(item, at(days=days), seq=n) for n, days in enumerate(ticks, 2)]
    return items_of(playbook, call, *done)


def test_a_repeat_counts_from_its_fulfilment():
    assert the_item(a_watch(), "watch").due_on == on(23)
    again = the_item(a_watch(4), "watch")
    assert (again.opens_at, again.due_on) == (LONDON.midnight(date(2026, 12, 2)), date(2026, 12, 2))


def test_a_repeat_is_capped():
    assert the_item(a_watch(4, 11), "watch").due_on == date(2026, 12, 9)
    assert a_watch(4, 11, 18) == []


def test_a_repeat_keeps_its_anchor():
    assert the_item(a_watch(), "watch").anchor == the_item(a_watch(4), "watch").anchor


# Other playbooks


def test_a_review_offers_the_playbook_that_fits_it():
    told = in_order(a_call(), a_pin(written=at()), a_review(at(days=2)))
    item = the_item(items_of("complaint", *told), "use-bad-review")
    assert (item.anchor, item.due_on, item.done_by) == (told[2].id, on(23), "playbook")


def test_a_review_from_before_the_choice_offers_nothing():
    told = in_order(a_call(), a_review(at(days=2)), a_pin(written=at(days=3)))
    assert "use-bad-review" not in steps_of(items_of("complaint", *told))


def test_a_review_written_down_after_the_choice_counts_even_if_it_is_older():
    told = in_order(a_call(), a_pin(written=at(days=3)), a_review(at(days=2), written=at(days=4)))
    assert "use-bad-review" in steps_of(items_of("complaint", *told))


def test_an_offer_that_was_left_out_comes_again_only_for_a_new_review():
    told = in_order(a_call(), a_pin(written=at()), a_review(at(days=2)))
    item = the_item(items_of("complaint", *told), "use-bad-review")
    skip = a_tick(item, at(days=2, hours=1), "skipped", seq=4)
    assert "use-bad-review" not in steps_of(items_of("complaint", *told, skip))
    second = a_review(at(days=3), seq=5)
    assert "use-bad-review" in steps_of(items_of("complaint", *told, skip, second))


def test_a_used_budget_offers_to_walk_away():
    told = in_order(a_call(), a_pin(written=at()), a_mail(at(hours=1)), a_mail(at(days=5)))
    items = items_of("complaint", *told)
    assert "use-walk-away" in steps_of(items)
    assert "use-walk-away" not in steps_of(items_of("complaint", *told[:3]))


# Closing


def a_closing(*more):
    call = a_call(threat="open", quote="or else", cool_until=utc_text(at(days=6)))
    promise = an_entry("promise", at(), text="ring", due=None)
    return in_order(
        call, promise, an_entry("outcome", at(days=1), state="closed", outcome="resolved"), *more
    )


@pytest.mark.parametrize(
    ("playbook", "steps"),
    [("complaint", {"debrief"}), ("bad-review", {"debrief"}), ("walk-away", {"debrief", "watch"})],
)
def test_a_closed_incident_asks_only_to_learn_and_to_watch(playbook, steps):
    assert steps_of(items_of(playbook, *a_closing())) == steps


def test_a_reopened_incident_is_no_longer_debriefed():
    told = a_closing(an_entry("outcome", at(days=2), state="reopened"))
    items = items_of("walk-away", *told)
    assert not {"debrief", "watch"} & steps_of(items)
    assert "write-today" in steps_of(items_of("complaint", *told))


def test_an_unknown_reviewer_has_no_contact_step():
    told = in_order(a_review(), an_entry("assessment", at(hours=1), verdict="right"))
    items = items_of("bad-review", *told)
    assert "answer" in steps_of(items)
    assert not CONTACT_KINDS & {i.kind for i in items}


def test_the_agenda_does_not_depend_on_the_order_of_arrival():
    told = in_order(a_call(threat="open"), a_pin(), a_mail(at(hours=1)), a_review(at(days=2)))
    expected = items_of("complaint", *told)
    for arrived in permutations(told):
        assert items_of("complaint", *arrived) == expected


def test_an_item_that_was_put_off_stands_where_it_is_due_now():
    items = items_of("complaint", *a_snoozed_call_back(until=9))
    assert [i.step for i in items] == ["ask-threat", "assess", "call-back"]
