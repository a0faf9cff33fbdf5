import pytest

from reviewlog.domain.facts.contacts import contact_facts
from reviewlog.domain.time.moment import utc_text
from tests.builders import LONDON, a_call, a_mail, at, in_order
from tests.fakes import SATURDAY


def contacts(*entries):
    return contact_facts(sorted(in_order(*entries), key=lambda e: e.order))


@pytest.mark.parametrize(
    ("entries", "unanswered"),
    [
        ([a_call()], 0),
        ([a_mail()], 1),
        ([a_mail(), a_mail(at(hours=1))], 2),
        ([a_mail(), a_call(at(hours=1))], 0),
        ([a_call(direction="out")], 0),
        ([a_call(direction="out", no_answer=True)], 1),
        ([a_call(direction="out", channel="visit", no_answer=True), a_mail(at(hours=1))], 2),
        ([a_mail(), a_call(at(hours=1), direction="out")], 0),
        ([a_mail(), a_call(at(hours=-1))], 1),
        ([a_mail(), a_call(at(hours=1)), a_mail(at(hours=2))], 1),
    ],
)
def test_what_nobody_answered_is_counted_until_they_speak(entries, unanswered):
    assert contacts(*entries).unanswered == unanswered


def test_cooling_holds_until_they_get_in_touch():
    cooled = a_call(cool_until=utc_text(at(days=3)))
    assert contacts(cooled).cooling_until == at(days=3)
    assert contacts(cooled, a_call(at(hours=1))).cooling_until is None
    assert contacts(cooled, a_mail(at(hours=1))).cooling_until == at(days=3)


def test_an_inbound_contact_may_cool_again():
    later = a_call(at(hours=1), cool_until=utc_text(at(days=9)))
    assert contacts(a_call(cool_until=utc_text(at(days=3))), later).cooling_until == at(days=9)


@pytest.mark.parametrize("asked", [a_call, a_mail])
def test_leave_alone_holds_until_they_get_in_touch(asked):
    left = asked(leave_alone=True)
    assert contacts(left).leave_alone
    assert contacts(left, a_mail(at(hours=1))).leave_alone
    assert contacts(left, a_call(at(hours=1), direction="out")).leave_alone
    assert not contacts(left, a_call(at(hours=1))).leave_alone


def test_the_last_inbound_contact_is_the_one_that_may_have_been_last():
    at_noon, some_time_today = a_call(at(hours=-4)), a_call(LONDON.day(SATURDAY.date()))
    assert contacts(at_noon, some_time_today).last_inbound == some_time_today.happened
