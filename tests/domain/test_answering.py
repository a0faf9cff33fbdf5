"""How soon they first heard from us."""

import pytest

from reviewlog.domain.facts.answering import first_answer
from reviewlog.domain.time.durations import Duration
from tests.builders import (
    LONDON,
    a_call,
    a_mail,
    a_review,
    an_entry,
    at,
    facts_of,
    in_order,
)


def answered(*entries):
    return first_answer(facts_of(*in_order(*entries)))


def test_it_counts_from_their_first_word_to_our_first_contact():
    found = answered(a_call(at()), a_call(at(hours=1)), a_mail(at(hours=2)), a_mail(at(hours=5)))
    assert found.minutes == 120


def test_a_review_counts_from_its_posting_and_a_reply_answers_it():
    assert answered(a_review(at()), an_entry("reply", at(minutes=30))).minutes == 30


def test_a_call_that_nobody_took_is_no_answer():
    found = answered(a_call(at()), a_mail(at(hours=1), no_answer=True))
    assert found.minutes is None
    assert not found.is_late(Duration(1, "minute"), LONDON)


def test_what_we_wrote_before_they_complained_is_no_answer():
    assert answered(a_mail(at(days=-3)), a_call(at())).minutes is None


def test_who_never_said_anything_is_owed_no_answer():
    assert answered(a_mail(at())) is None


@pytest.mark.parametrize(
    ("days", "target", "late"),
    [(2, Duration(1, "working day"), False), (3, Duration(1, "working day"), True),
     (0.1, Duration(2, "hour"), True), (0.05, Duration(2, "hour"), False)],
)  # fmt: skip
def test_an_answer_is_late_after_its_target(days, target, late):
    assert answered(a_call(at()), a_mail(at(days=days))).is_late(target, LONDON) is late
