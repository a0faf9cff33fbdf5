"""The files about review sites: small, strict, and each fact with its source."""

import pytest

from reviewlog.domain.errors import PlaybookFaultError
from reviewlog.domain.sites import SiteRule, over_all
from reviewlog.domain.vocabulary import SITES
from reviewlog.playbook.shelf import shipped_site_texts, shipped_texts
from reviewlog.playbook.shop.sites import read_site, site_rules

TEXT = """\
title: Yelp
asking:
  value: unknown
  checked: "2026-11"
inviting:
  value: forbidden
  checked: "2026-09"
  sure: own-page
  source: "https://example.com"
early_report:
  value: taken
  checked: "2026-11"
  sure: memory
  source: "a letter"
"""


def test_every_site_has_a_file_of_its_own_with_its_title():
    texts = shipped_site_texts()
    assert texts.keys() == SITES.keys()
    assert {site: read_site(site, text).title for site, text in texts.items()} == SITES


def test_the_folder_of_sites_holds_no_playbook():
    assert not shipped_texts().keys() & {"sites", *SITES}


def test_a_rule_is_as_old_as_its_oldest_fact():
    assert site_rules({"yelp": TEXT}) == {
        "yelp": SiteRule("unknown", "forbidden", "taken", "2026-09")
    }


def test_what_the_shipped_files_say_bears_on_advice():
    rules = site_rules(shipped_site_texts())
    assert over_all(["google", "play"], rules, "asking") == "forbidden"
    assert over_all(["amazon"], rules, "asking") == "allowed"
    assert over_all(["yelp", "trustpilot"], rules, "inviting") == "forbidden"
    assert over_all(["tripadvisor", "google"], rules, "early_report") == "taken"
    assert over_all(["generic"], rules, "early_report") == "unknown"


def test_a_file_about_a_site_that_is_not_in_the_list_is_told_of_the_generic_one():
    with pytest.raises(PlaybookFaultError) as caught:
        read_site("bakeryfinder", TEXT)
    (fault,) = caught.value.faults
    assert "“bakeryfinder” is not known here." in fault[2]
    assert "use “generic”: its file may be generic.yaml" in fault[2]


@pytest.mark.parametrize(
    ("old", "new", "line", "hint"),
    [
        ("title: Yelp", "titel: Yelp", 1, "“title”"),
        ("inviting:", "invitng:", 5, "“inviting”"),
        ("value: forbidden", "value: forbiden", 6, "“forbidden”"),
        ("value: taken", "value: allowed", 11, "taken"),
        ("value: unknown", "value: allowed", 2, "source"),
        ('"2026-09"', "2026-09-01", 7, "quotation marks"),
        ('"2026-09"', '"2026-13"', 7, "month"),
        ("sure: own-page", "sure: own", 8, "own-page"),
        ('source: "https://example.com"', "from: x", 5, "not both"),
        ("  sure: memory\n", "", 10, "sure"),
    ],
)
def test_a_fault_names_its_line_and_the_likely_right_word(old, new, line, hint):
    with pytest.raises(PlaybookFaultError) as caught:
        read_site("yelp", TEXT.replace(old, new))
    assert caught.value.path == "sites/yelp.yaml"
    assert any(f[0] == line and hint in f[2] for f in caught.value.faults), caught.value.faults


def test_a_file_about_a_site_that_nobody_knows_is_refused():
    with pytest.raises(PlaybookFaultError) as caught:
        read_site("yelpp", TEXT)
    assert "“yelp”" in caught.value.faults[0][2]
