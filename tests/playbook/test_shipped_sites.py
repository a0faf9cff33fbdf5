"""The shipped files about review sites: complete, sourced, and made of grounds one can ask about."""

import re

import pytest

from reviewlog.domain.site import all_known, oldest
from reviewlog.domain.sites import UNKNOWN
from reviewlog.domain.sitewords import NEEDS
from reviewlog.domain.vocabulary import SITES
from reviewlog.playbook.shelf import shipped_site_texts
from reviewlog.playbook.shop.sites import read_site
from reviewlog.playbook.strict import read_strictly
from reviewlog.render.words.sitewords import FORBIDDEN_NAMES, NEED_NAMES

SHIPPED = {name: read_site(name, text) for name, text in shipped_site_texts().items()}
EVERY = pytest.mark.parametrize("site", SHIPPED.values(), ids=SHIPPED)
TOLD = {"one_ground", "written_only", "tries", "appeals", "grounds"}
"""What each file answers, if only by saying that nobody knows."""


@EVERY
def test_a_file_answers_everything_that_a_report_depends_on(site):
    data = read_strictly(shipped_site_texts()[site.id]).data
    assert data.keys() >= TOLD
    assert site.title == SITES[site.id]
    for answer in (site.asking, site.inviting, site.early_report, site.one_ground):
        assert answer.known.checked
        assert bool(answer.known.source) == (answer.value != UNKNOWN)
    assert site.tries.known.checked
    assert site.appeals.known.checked


@EVERY
def test_every_fact_that_is_told_has_a_source_a_month_and_how_sure(site):
    told = [*site.grounds, *site.not_grounds, *site.windows, *site.notes, *site.reply.notes]
    told += site.reply.forbids
    assert all(fact.known.source and fact.known.sure and fact.known.checked for fact in told)
    assert oldest(site) == min(known.checked for known in all_known(site) if known.checked)


@EVERY
def test_every_ground_can_be_asked_about_and_says_what_it_needs(site):
    assert site.grounds
    for ground in site.grounds:
        assert ground.ask.endswith("?")
        assert ground.needs
        assert set(ground.only_with) <= set(ground.needs) <= set(NEEDS)
        assert len(set(ground.needs)) == len(ground.needs)
        assert ground.name
        assert ground.means
    for refused in site.not_grounds:
        assert refused.ask.endswith("?")
        assert refused.instead.endswith(".")


@EVERY
def test_a_site_has_a_ground_for_a_demand_wherever_one_is_known(site):
    without = {"amazon", "bbb", "play", "appstore", "g2", "glassdoor"}
    assert any(ground.on_threat for ground in site.grounds) == (site.id not in without)


@EVERY
def test_an_early_report_has_a_ground_that_takes_it(site):
    early = any(ground.before_review for ground in site.grounds)
    assert early == (site.early_report.value == "taken" or site.id == "generic")


@EVERY
def test_nobody_is_called_a_liar_and_no_sentence_is_long(site):
    words = shipped_site_texts()[site.id]
    assert not re.search(r"blackmailer|liar|scammer|extortionist", words)
    for ground in site.grounds:
        assert len(ground.ask) <= 160


@pytest.mark.parametrize(
    ("site", "ground", "words"),
    [
        ("booking", "blackmail", ("written",)),
        ("vrbo", "extortion", ("messages",)),
        ("yelp", "demand-for-payment", ("written",)),
        ("google", "extortion", ("written",)),
        ("tripadvisor", "blackmail", ()),
    ],
)
def test_what_a_site_does_not_act_without_is_said(site, ground, words):
    found = SHIPPED[site].find_ground(ground)
    assert found is not None
    assert found.only_with == words


def test_the_report_of_a_threat_to_tripadvisor_works_only_before_the_review():
    ground = SHIPPED["tripadvisor"].find_ground("blackmail")
    assert ground is not None
    assert (ground.before_review, ground.after_review) == (True, False)
    assert {"month", "guest", "account"} <= {field.holds for field in ground.fields}


def test_amazon_has_two_routes_and_one_of_them_leaves_the_words_struck_through():
    grounds = SHIPPED["amazon"].grounds
    assert {ground.part for ground in grounds} == {"seller feedback", "product review"}
    (fba,) = [ground for ground in grounds if "FBA" in ground.name]
    assert "struck through" in fba.outcome
    (window,) = SHIPPED["amazon"].windows_of("report")
    assert (window.days, window.since, window.who) == (90, "review", "you")


def test_the_days_of_a_notice_differ_and_the_shortest_stands_first():
    windows = SHIPPED["bbb"].windows_of("notice")
    assert [window.days for window in windows] == [3, 10, 14, 30]
    assert all(window.since == "notice" for window in windows)
    assert SHIPPED["bbb"].find_ground("not-my-customer") is not None


def test_tries_and_lengths_that_are_known_are_told():
    assert SHIPPED["play"].tries.most == 1
    assert SHIPPED["google"].appeals.most == 1
    assert SHIPPED["trustpilot"].one_ground.value == "one"
    lengths = {name: (s.reply.most, s.reply.unit) for name, s in SHIPPED.items() if s.reply.most}
    assert lengths == {
        "google": (4096, "bytes"),
        "yelp": (5000, "characters"),
        "airbnb": (1000, "characters"),
        "play": (350, "characters"),
        "appstore": (5970, "characters"),
    }


def test_every_word_of_a_need_and_of_a_reply_can_be_said():
    assert NEED_NAMES.keys() == set(NEEDS)
    used = {one.what for site in SHIPPED.values() for one in site.reply.forbids}
    assert used <= FORBIDDEN_NAMES.keys()
