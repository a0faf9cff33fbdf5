"""When a fact about a site is old."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlog.domain.site import Answer, Known, Limit, Site, Window, all_known, oldest
from reviewlog.domain.sites import SiteRule, is_old, old_sites

MONTHS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def a_site(*windows, asking=""):
    no = Answer()
    first = Answer("allowed", Known(asking, "memory", "a letter")) if asking else no
    return Site("yelp", "Yelp", (), (), first, no, no, no, no, Limit(), Limit(), windows)


@pytest.mark.parametrize(
    ("checked", "today", "old"),
    [
        ("2026-11", date(2026, 11, 21), False),
        ("2026-11", date(2027, 11, 30), False),
        ("2026-11", date(2027, 12, 1), True),
        ("2026-01", date(2027, 1, 31), False),
        ("2026-01", date(2027, 2, 1), True),
        ("", date(2027, 2, 1), False),
    ],
)
def test_a_fact_is_old_when_its_month_was_over_a_year_ago(checked, today, old):
    assert is_old(checked, today) is old


@given(month=MONTHS, today=MONTHS, later=MONTHS)
def test_what_is_old_stays_old(month, today, later):
    checked = f"{month:%Y-%m}"
    if later >= today and is_old(checked, today):
        assert is_old(checked, later)


@given(month=MONTHS)
def test_nothing_is_old_in_its_own_month(month):
    assert not is_old(f"{month:%Y-%m}", month)


def test_only_sites_that_are_concerned_are_named_with_their_month():
    rules = {"yelp": SiteRule(checked="2025-01"), "google": SiteRule(checked="2026-11")}
    assert old_sites(("yelp", "google", "bbb"), rules, date(2026, 11, 21)) == (("yelp", "2025-01"),)
    assert old_sites((), rules, date(2026, 11, 21)) == ()


def test_a_site_is_as_old_as_its_oldest_fact():
    late = Window("reply", "A month.", "you", known=Known("2026-11", "memory", "a letter"))
    site = a_site(late, asking="2025-03")
    assert oldest(site) == "2025-03"
    assert late.known in all_known(site)
    assert oldest(a_site()) == ""
