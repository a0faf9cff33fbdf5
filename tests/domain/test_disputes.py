"""How disputes stand: grounds, tries, answers, and the days that a site set."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.facts.anchors import waiting_disputes
from reviewlog.domain.facts.disputes import dispute_of, disputes_of, review_key
from reviewlog.domain.site import NOT_KNOWN, Answer, Limit, Site, Window
from reviewlog.domain.time.moment import moment_to_field
from reviewlog.domain.tries import last_day, tries_left
from reviewlog.domain.vocabulary import DISPUTE_STATES
from tests.builders import (
    LONDON,
    a_call,
    a_playbook,
    a_review,
    a_step,
    an_entry,
    at,
    facts_of,
    in_order,
    items_of,
    steps_of,
)

DUE = moment_to_field(LONDON.day(at(days=9).date()))


def a_dispute(state=None, hours=0.0, **said):
    return an_entry("dispute", at(hours=hours), state=state, **{"site": "google"} | said)


def a_site(**said):
    usual: dict[str, Any] = dict.fromkeys(
        ("asking", "inviting", "early_report", "one_ground", "written_only"), Answer()
    )
    usual |= {"id": "google", "title": "Google", "grounds": (), "not_grounds": ()}
    return Site(**usual | {"tries": Limit(), "appeals": Limit()} | said)


STATES = st.sampled_from((None, *DISPUTE_STATES))
STORY = st.lists(
    st.tuples(STATES, st.sampled_from(("google", "yelp", None)), st.sampled_from((None, "log0:1"))),
    max_size=12,
)


@given(STORY)
def test_every_report_is_a_try_and_the_last_answer_counts(story):
    entries = in_order(*(a_dispute(s, n, site=w, of=r) for n, (s, w, r) in enumerate(story)))
    found = dispute_of(entries, "google", "log0:1")

    ours = [s for s, where, of in story if where != "yelp" and of in (None, "log0:1")]
    assert found.tries == sum(state in (None, "sent") for state in ours)
    answered = [
        s for s in ours if s in (None, "sent", "early", *("removed", "refused", "asked-for-more"))
    ]
    if answered and answered[-1] in ("removed", "refused", "asked-for-more"):
        assert found.state == answered[-1]
    elif answered:
        assert found.state == ("early" if answered[-1] == "early" else "sent")
        assert found.answer is None
    else:
        assert found.state == ("chosen" if "chosen" in ours else "none")


@given(STORY)
def test_what_waits_at_a_site_is_among_what_waits_anywhere(story):
    entries = in_order(
        *(a_dispute(s, n, site=w, of=r, due=DUE) for n, (s, w, r) in enumerate(story))
    )
    everywhere = {entry.id for entry in waiting_disputes(entries)}
    for dispute in disputes_of(facts_of(*entries)):
        assert {entry.id for entry in dispute.waiting} <= everywhere


def test_a_ground_is_chosen_for_one_review_and_a_report_for_all_counts_for_each():
    entries = in_order(
        a_dispute("chosen", 0, ground="spam", ground_name="Spam", of="log0:1"),
        a_dispute("sent", 1, reference="A-1"),
        a_dispute("refused", 2, reference="A-1"),
        a_dispute("sent", 3, of="log0:9"),
    )
    first, other = (dispute_of(entries, "google", key) for key in ("log0:1", "log0:9"))

    assert (first.ground, first.ground_name, first.tries) == ("spam", "Spam", 1)
    assert (first.state, first.references) == ("refused", ("A-1",))
    assert (other.ground, other.tries, other.state) == (None, 2, "sent")


def test_an_early_report_is_no_try_of_the_review_that_comes_later():
    found = dispute_of(in_order(a_dispute("early", 0), a_dispute("chosen", 1)), "google")
    assert (found.tries, found.state) == (0, "early")


def test_what_was_put_into_a_field_is_known_later():
    entries = in_order(
        a_dispute("chosen", 0, ground="spam", fields={"Month": "May", "Order": "1"}),
        a_dispute("sent", 1, fields={"Order": "2"}),
    )
    found = dispute_of([*entries, a_dispute("chosen", 2, fields={"Role": "Owner"})], "google")
    assert found.known_fields == {"Month": "May", "Order": "2", "Role": "Owner"}
    assert found.own_fields == {"Month": "May", "Order": "1", "Role": "Owner"}


def test_a_review_is_named_by_the_entry_it_began_with():
    first, changed = in_order(a_review(at()), a_review(at(hours=2), state="changed", of="log0:1"))
    (review,) = facts_of(first, changed).reviews
    assert review_key(review) == "log0:1"


# The days that a site sets


def deadlines(*entries):
    playbook = a_playbook(a_step(after="closed"))
    return [
        i for i in items_of(playbook, *in_order(*entries)) if i.step.startswith("site-deadline")
    ]


def test_a_notice_is_a_date_of_theirs_until_it_is_answered():
    notice = a_dispute("notice", 1, site="bbb", due=DUE, said="No. 12")
    (item,) = deadlines(a_call(), notice)

    assert item.outside
    assert item.due_on == at(days=9).date()
    assert "notice" in item.title
    assert deadlines(a_call(), notice, a_dispute("chosen", 2, site="bbb"))
    assert deadlines(a_call(), notice, a_dispute("sent", 2, site="yelp"))
    assert not deadlines(a_call(), notice, a_dispute("sent", 2, site="bbb"))


def test_the_days_of_a_report_follow_each_other():
    call, sent = a_call(), a_dispute("sent", 1, due=DUE)
    more = a_dispute("asked-for-more", 2, due=DUE)

    assert "meant to answer" in deadlines(call, sent)[0].title
    (item,) = deadlines(call, sent, more)
    assert "wants more" in item.title
    assert not deadlines(call, sent, more, a_dispute("sent", 3))
    assert not deadlines(call, sent, a_review(at(hours=2), state="gone"))


def test_an_incident_that_is_closed_has_no_dates_of_a_site():
    closed = an_entry("outcome", at(hours=3), state="closed")
    assert not deadlines(a_call(), a_dispute("notice", 1, due=DUE), closed)


# What fulfils steps


def open_steps(wanted, *entries):
    step = a_step(id="report", kind="dispute", done_by={"entry": ("dispute",), **wanted})
    return steps_of(items_of(a_playbook(step), *in_order(*entries)))


def test_a_choice_is_no_report_and_an_old_entry_is_one():
    sent = {"state": ("sent",)}
    assert "report" in open_steps(sent, a_call(), a_dispute("chosen", 1))
    assert "report" not in open_steps(sent, a_call(), a_dispute("sent", 1))
    assert "report" not in open_steps(sent, a_call(), a_dispute(None, 1))


def test_a_review_that_is_gone_answers_a_report():
    answer = {"state": ("removed", "refused")}
    gone = a_review(at(hours=1), state="gone")
    assert "report" not in open_steps(answer, a_call(), gone)
    assert "report" not in open_steps(answer, a_call(), a_dispute("refused", 1))
    assert "report" in open_steps(answer, a_call(), a_dispute("asked-for-more", 1))
    assert "report" in open_steps({"state": ("sent",)}, a_call(), gone)


# Tries


def after(*states):
    return dispute_of(in_order(*(a_dispute(s, n) for n, s in enumerate(states))), "google")


def test_tries_are_counted_with_the_appeals():
    once = a_site(tries=Limit(1))
    assert [tries_left(once, after(*s)) for s in ((), ("sent",), ("sent", "sent"))] == [1, 0, 0]
    assert tries_left(a_site(tries=Limit(1), appeals=Limit(1)), after("sent", "refused")) == 1
    assert tries_left(a_site(), after("sent")) is None


def test_where_only_appeals_are_limited_they_count_from_the_first_no():
    google = a_site(appeals=Limit(1))
    assert tries_left(google, after("sent")) is None
    assert tries_left(google, after("sent", "refused")) == 1
    assert tries_left(google, after("sent", "refused", "sent")) == 0
    assert tries_left(google, after("sent", "refused", "sent", "refused")) == 0


def test_a_window_of_ours_ends_on_a_day():
    (review,) = facts_of(a_review(at())).reviews
    window = Window("report", "90 days", "you", 90, "review", NOT_KNOWN)
    assert last_day(window, review, None) == at(days=90).date()
    assert last_day(window, None, None) is None
    assert last_day(window._replace(who="site"), review, None) is None


def test_the_report_that_was_refused_on_the_same_day_is_no_appeal():
    report = a_step(
        id="report", after="opened", done_by={"entry": ("dispute",), "state": ("sent",)}
    )
    answer = a_step(
        id="answer", after="report", done_by={"entry": ("dispute",), "state": ("refused",)}
    )
    appeal = a_step(id="appeal", after="answer", done_by=report.done_by)
    playbook = a_playbook(report, answer, appeal)
    day = LONDON.day(at(days=1).date())
    story = [
        a_call(),
        an_entry("dispute", day, state="sent"),
        an_entry("dispute", day, state="refused"),
    ]

    assert steps_of(items_of(playbook, *in_order(*story))) == {"appeal"}
    again = an_entry("dispute", day, state="sent")
    assert steps_of(items_of(playbook, *in_order(*story, again))) == set()
