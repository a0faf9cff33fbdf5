"""A playbook cannot nag for ever: what counts from our own doing wears out until there is news."""

from datetime import timedelta

import pytest
from hypothesis import example, given, settings

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.agenda.explain import explain
from reviewlog.domain.entry import Entry
from reviewlog.domain.playbook import Repeat
from reviewlog.domain.time.durations import Duration
from tests.builders import (
    LONDON,
    a_call,
    a_mail,
    a_playbook,
    a_step,
    a_tick,
    an_entry,
    at,
    facts_of,
    in_order,
    items_of,
    steps_of,
)
from tests.stories import PLAYBOOKS

OUT = {"entry": ("interaction",), "direction": ("out",)}
OFFERED = {"entry": ("attempt",), "state": ("offered",)}
TWICE = Repeat(Duration(3, "day"), 2)
RING = a_playbook(a_step(id="ring", kind="call", after="outbound", done_by=OUT))
CALLED = a_call(at(hours=2), direction="out")


def an_offer(label, hours, state="offered"):
    return an_entry("attempt", at(hours=hours), state=state, label=label)


def offering_again(after):
    """Return a playbook that asks for an offer, then for two more after each of them."""
    first = a_step(id="first", kind="call", after="opened", done_by=OFFERED)
    return a_playbook(
        first, a_step(id="again", kind="call", after=after, done_by=OFFERED, repeat=TWICE)
    )


def test_a_step_that_brings_itself_back_comes_once():
    assert "ring" in steps_of(
        items_of(RING, *in_order(a_call(), a_call(at(hours=1), direction="out")))
    )
    twice = in_order(a_call(), a_call(at(hours=1), direction="out"), CALLED)
    assert "ring" not in steps_of(items_of(RING, *twice))
    (account,) = [a for a in explain(RING, facts_of(*twice), LONDON) if a.step == "ring"]
    assert account.state == "worn out"
    news = in_order(*twice, a_call(at(hours=3)), a_call(at(hours=4), direction="out"))
    assert "ring" in steps_of(items_of(RING, *news))


def test_a_step_after_a_step_counts_from_its_first_time():
    book = a_playbook(a_step(id="one", after="opened", done_by=OUT), a_step(id="two", after="one"))
    told = in_order(a_call(), a_mail(at(hours=1)), a_mail(at(days=1)))
    (item,) = [i for i in items_of(book, *told) if i.step == "two"]
    assert item.anchor == told[1].id


def test_each_offer_that_they_took_is_owed_its_own():
    done_by = {"entry": ("attempt",), "state": ("delivered",)}
    book = a_playbook(a_step(id="deliver", kind="attempt", after="accepted", done_by=done_by))
    told = [an_entry("attempt", at(hours=n), state="accepted", label=x) for n, x in enumerate("AB")]
    given_ = an_entry("attempt", at(hours=3), state="delivered", label="A")
    assert "deliver" in steps_of(items_of(book, *in_order(a_call(at(-1)), *told, given_)))


def test_an_offer_asked_for_after_an_offer_is_a_new_one():
    one, two = (a_step(id=n, kind="attempt", after=a, done_by=OFFERED)
                for n, a in (("one", "opened"), ("two", "one")))  # fmt: skip
    offers = an_offer("A", 1), an_offer("B", 2)
    assert "two" in steps_of(items_of(a_playbook(one, two), *in_order(a_call(), offers[0])))
    assert steps_of(items_of(a_playbook(one, two), *in_order(a_call(), *offers))) == set()


def test_a_repeat_that_brings_itself_back_comes_so_often_in_all_and_not_after_each_offer():
    book = offering_again("offered")
    told = in_order(a_call(), *(an_offer(x, n) for n, x in enumerate("ABC", 1)))
    assert "again" in steps_of(items_of(book, *told[:3]))
    assert "again" not in steps_of(items_of(book, *told))
    states = [a.state for a in explain(book, facts_of(*told), LONDON) if a.step == "again"]
    assert states == ["done", "worn out", "worn out"]
    closed = in_order(*told, an_entry("outcome", at(hours=5), state="closed"))
    states = [a.state for a in explain(book, facts_of(*closed), LONDON) if a.step == "again"]
    assert states == ["done", "done", "not asked"]
    news = in_order(*told, a_call(at(hours=5)), an_offer("D", 6))
    assert "again" in steps_of(items_of(book, *news))


def test_each_offer_that_they_took_is_owed_all_its_times():
    ask = a_step(id="ask", kind="ask", after="delivered", repeat=TWICE)
    told = in_order(a_call(), *(an_offer(x, n, "delivered") for n, x in enumerate("AB", 1)))
    book, ticks = a_playbook(ask), list[Entry]()
    for n in range(4):
        item, *_ = (i for i in items_of(book, *told, *ticks) if i.step == "ask")
        ticks.append(a_tick(item, at(days=4 * (n + 1)), seq=len(told) + n + 1))
    assert "ask" not in steps_of(items_of(book, *told, *ticks))
    assert sorted(t.fields["anchor"] for t in ticks) == [str(told[n].id) for n in (1, 1, 2, 2)]


MOST = 60


def an_answer(step, about, now, seq, silent):
    wanted = {name: words[0] for name, words in step.done_by.items()}
    kind = wanted.pop("entry", None)
    if kind is None:
        return None
    if kind == "interaction":
        wanted = {"direction": "out", "channel": "email" if silent else "phone"} | wanted
    if kind == "attempt":
        wanted = {"state": "offered", "label": f"L{seq}"} | wanted
        if about.kind == "attempt" and wanted["state"] != "offered":
            wanted["label"] = about.fields["label"]
    if kind == "demand" and about.kind == "demand":
        wanted["of"] = about.fields.get("of") or str(about.id)
    if kind == "assessment":
        wanted["verdict"] = "partly"
    return an_entry(kind, now, seq=seq, **wanted)


def lived(playbook, model):
    """Let an owner do all that is asked; return how often that was, at most MOST."""
    entries, now = in_order(a_call(), a_mail(at(hours=1))), at(hours=2)
    for done in range(MOST):
        facts = facts_of(*entries)
        theirs = {s.id for s in playbook.steps if s.done_by.get("direction") == ("in",)}
        steps = {s.id: s for s in playbook.steps}
        items = [i for i in agenda(playbook, facts, LONDON) if i.step in steps and i.kind != "wait"]
        items = [i for i in items if i.step not in theirs]
        if not items:
            return done
        item = min(items, key=lambda i: (i.opens_at, i.rank))
        now, seq = max(now, item.opens_at) + timedelta(hours=1), len(entries) + 1
        about = next(e for e in entries if e.id == item.anchor)
        entry = an_answer(steps[item.step], about, now, seq, model == "silent")
        tick = an_entry(
            "step", now, seq=seq, playbook=playbook.id, step=item.step, anchor=str(item.anchor),
            step_kind=item.kind, state="done",
        )  # fmt: skip
        entries.append(entry or tick)
        if model == "refusing" and entry and entry.fields.get("state") == "offered":
            label, now = entry.fields["label"], now + timedelta(hours=1)
            entries.append(an_entry("attempt", now, seq=seq + 1, state="refused", label=label))
    return MOST


@pytest.mark.parametrize("model", ["silent", "answering", "refusing"])
@settings(max_examples=60, deadline=None)
@given(playbook=PLAYBOOKS)
@example(playbook=offering_again("offered"))
@example(playbook=offering_again("refused"))
def test_an_owner_who_does_all_that_is_asked_comes_to_an_end(model, playbook):
    assert lived(playbook, model) < MOST
