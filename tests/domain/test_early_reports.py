"""A threat with a site that takes reports before a review: to be reported the same day."""

from datetime import UTC, datetime

import pytest

from reviewlog.domain.agenda.agenda import agenda
from reviewlog.domain.facts.facts import fold
from reviewlog.domain.relations import settle
from reviewlog.domain.sites import SiteRule
from tests.builders import INCIDENT, LONDON, SHELF, a_call, a_pin, an_entry, in_order, steps_of

RULES = {
    "tripadvisor": SiteRule(early_report="taken"),
    "yelp": SiteRule(early_report="taken"),
    "facebook": SiteRule(early_report="refused"),
}


def shown(*entries):
    facts = fold(INCIDENT, settle(in_order(*entries)), rules=RULES)
    return agenda(SHELF["threat-before-review"], facts, LONDON)


def on(day, hour, minute):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def a_threat(when, *sites, **said):
    return a_call(when, threat="open", quote="A room, or one star", sites=list(sites), **said)


@pytest.mark.parametrize(("hour", "minute"), [(9, 0), (16, 40), (23, 50)])
def test_it_is_due_the_same_day_at_whatever_hour(hour, minute):
    call = a_threat(on(21, hour, minute), "tripadvisor")
    (item,) = [i for i in shown(call, a_pin()) if i.step == "report-threat"]

    assert item.due_on == on(21, hour, minute).date()
    assert item.must
    assert item.opens_at == on(21, hour, minute)
    assert item.done_by == "dispute"


@pytest.mark.parametrize("named", [on(21, 23, 55), on(22, 8, 0)])
def test_it_is_due_on_the_day_of_the_threat_though_the_site_is_named_later(named):
    first = a_threat(on(21, 23, 50))
    assert "report-threat" not in steps_of(shown(first, a_pin()))
    assert "which-site" in steps_of(shown(first, a_pin()))

    told = an_entry("interaction", named, direction="out", channel="email", sites=["tripadvisor"])
    (item,) = [i for i in shown(first, a_pin(), told) if i.step == "report-threat"]
    assert item.due_on == on(21, 23, 50).date()


@pytest.mark.parametrize("state", ["early", "sent"])
def test_a_report_ends_it(state):
    call = a_threat(on(21, 9, 0), "tripadvisor")
    report = an_entry("dispute", on(21, 9, 30), state=state, site="tripadvisor")
    chosen = an_entry("dispute", on(21, 9, 20), state="chosen", site="tripadvisor")

    assert "report-threat" in steps_of(shown(call, a_pin(), chosen))
    assert "report-threat" not in steps_of(shown(call, a_pin(), chosen, report))


def test_a_site_that_takes_none_is_not_asked():
    assert "report-threat" not in steps_of(shown(a_threat(on(21, 9, 0), "facebook"), a_pin()))


def a_report(site, minute=30, state="early"):
    return an_entry("dispute", on(21, 9, minute), state=state, site=site)


def test_a_report_to_another_site_is_none_to_this_one():
    call = a_threat(on(21, 9, 0), "tripadvisor")
    assert "report-threat" in steps_of(shown(call, a_pin(), a_report("google")))
    assert "report-threat" not in steps_of(
        shown(call, a_pin(), a_report("google"), a_report("tripadvisor", 40))
    )


def test_every_site_that_takes_early_reports_has_its_own():
    call = a_threat(on(21, 9, 0), "tripadvisor", "yelp", "facebook")
    one, other = a_report("tripadvisor"), a_report("yelp", 40)
    assert "report-threat" in steps_of(shown(call, a_pin(), one))
    assert "report-threat" in steps_of(shown(call, a_pin(), other))
    assert "report-threat" not in steps_of(shown(call, a_pin(), one, other))


def test_a_report_that_names_no_site_counts():
    call = a_threat(on(21, 9, 0), "tripadvisor")
    assert "report-threat" not in steps_of(shown(call, a_pin(), a_report(None)))


def test_an_early_report_answers_which_site():
    call = a_threat(on(21, 9, 0))
    assert "which-site" in steps_of(shown(call, a_pin()))
    assert "which-site" in steps_of(shown(call, a_pin(), a_report("tripadvisor", state="chosen")))
    assert "which-site" not in steps_of(shown(call, a_pin(), a_report("tripadvisor")))


def test_an_early_report_from_before_the_playbook_is_not_asked_for_again():
    facts = [a_threat(on(21, 9, 0), "tripadvisor"), a_report("tripadvisor")]
    late = a_pin("extortion")._replace(recorded_at=on(21, 12, 0))
    for told, is_due in (((facts[0], late), True), ((*facts, late), False)):
        found = agenda(
            SHELF["extortion"], fold(INCIDENT, settle(in_order(*told)), rules=RULES), LONDON
        )
        assert ("report-early" in steps_of(found)) is is_due
