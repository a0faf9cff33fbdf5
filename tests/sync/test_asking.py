import time
from collections.abc import Sequence

import pytest

from reviewlog.sync.asking import MOMENT, ask_all
from reviewlog.sync.timestamps import Service
from tests.fakes import SATURDAY, FakeClock
from tests.tsa import Authority, needs_openssl

NOTE = b"reviewlog/abc\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
pytestmark = needs_openssl


def nobody_waits(left):
    raise AssertionError("it did not take long")


def test_the_soonest_answer_comes_first_and_the_wait_is_that_of_one(tsa, tmp_path):
    limit = MOMENT + 0.5
    waited: list[Sequence[Service]] = []
    with (
        Authority(tmp_path, "silent", name="b") as other,
        Authority(tmp_path, "silent", name="c") as third,
    ):
        services = [Service(other.url), Service(tsa.url), Service(third.url)]
        begun = time.monotonic()
        answers = ask_all(services, NOTE, FakeClock(), waited.append, limit)
        first = next(answers)
        assert (first.service.url, first.error) == (tsa.url, None)
        rest = list(answers)

    assert [answer.error and answer.error.reason for answer in rest] == ["slow", "slow"]
    assert all(answer.seconds >= limit for answer in rest)
    assert time.monotonic() - begun < limit + 1
    assert [service.url for service in waited[0]] == [other.url, third.url]
    assert len(waited) == 1


def test_the_clock_is_read_half_way_through_the_exchange(tsa):
    clock = FakeClock()

    (answer,) = ask_all([Service(tsa.url)], NOTE, lambda: clock.tick(seconds=10), nobody_waits)

    assert (answer.at - SATURDAY).total_seconds() == 15


def test_a_fault_of_ours_is_not_taken_for_a_services(tsa):
    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(ask_all([Service(tsa.url)], NOTE, broken, nobody_waits))
