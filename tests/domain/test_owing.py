from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.owing import DAILY, is_over, is_weighty
from tests.fakes import SATURDAY


@pytest.mark.parametrize(
    ("kinds", "threats", "weighs"),
    [
        ((), (), False),
        (("interaction", "note", "promise"), ("none", "withdrawn"), False),
        (("note", "demand"), (), True),
        (("review",), (), True),
        (("interaction",), ("veiled",), True),
        (("interaction",), ("none", "open"), True),
        (("amendment",), ("harm",), True),
    ],
)
def test_a_threat_a_demand_and_a_review_weigh(kinds, threats, weighs):
    assert is_weighty(kinds, threats) == weighs


@given(st.timedeltas(min_value=timedelta(days=-4000), max_value=timedelta(days=4000)))
def test_a_length_is_over_after_it_and_before_it_began(passed):
    inside = timedelta() <= passed < DAILY
    assert is_over(SATURDAY, DAILY, SATURDAY + passed) == (not inside)
