"""What fills the blanks of a playbook's lines, and what never does."""

import pytest

from reviewlog.domain.agenda.item import Item
from reviewlog.domain.time.moment import moment_to_field
from reviewlog.domain.wording import STAND_INS
from reviewlog.render.words.blanks import blanks, said
from tests.builders import LONDON, a_call, a_review, an_entry, at, facts_of, in_order

ROW = {"number": 12}


def an_item(*lines):
    (entry,) = in_order(a_call())
    return Item("inc0", "p", "s", entry.id, "call", "Ring.", "Why.", at(), say=lines)


def known(*entries, **settings):
    return blanks(ROW, facts_of(*in_order(*entries)), settings, at())


def a_demand(**fields):
    due = moment_to_field(LONDON.day(at(days=6).date()))
    return an_entry("demand", at(), **{"state": "open", "text": "all", "due": due} | fields)


def test_everything_that_the_log_knows_is_filled_in():
    found = known(
        a_call(sites=["google"]), a_demand(amount="240.00", currency="£"), business="Cakes & More"
    )
    assert found == {
        "customer": "Dana",
        "business": "Cakes & More",
        "site": "Google",
        "sum": "£240.00",
        "deadline": "Fri 27 Nov",
        "incident": "12",
        "site id": "google",
    }
    lines = said(an_item("{customer}, {sum} by {deadline}?", "reviewlog amend {entry} -q"), found)
    assert lines == ("Dana, £240.00 by Fri 27 Nov?", "reviewlog amend 1 -q")


@pytest.mark.parametrize("name", [n for n in STAND_INS if n not in ("incident", "entry")])
def test_what_is_not_known_keeps_its_stand_in(name):
    nothing = known(a_review(site=None))
    assert said(an_item(f"Say {{{name}}}."), nothing) == (f"Say {STAND_INS[name]}.",)


def test_the_open_demand_counts_before_a_later_one_that_is_settled():
    first, later = a_demand(amount="5.00"), a_demand(amount="9.00", state="declined")
    assert known(a_call(), first, later)["sum"] == "5.00"


def test_a_review_that_stands_names_the_site():
    assert known(a_call(sites=["google"]), a_review(site="yelp"))["site"] == "Yelp"


def test_a_name_that_hides_something_is_shown_by_its_number():
    (line,) = said(an_item("Hello {customer}."), known(a_call(who="Da\x1b[2Jna")))
    assert line == "Hello Da⟨U+001B⟩[2Jna."


def test_a_name_is_never_read_as_a_blank():
    found = known(a_call(who="{business}"), business="Cakes")
    assert said(an_item("{customer}"), found) == ("{business}",)


@pytest.mark.parametrize("name", ["O'Brien", "$(rm -rf ~)", "a;b", "a\nb'", "`x`"])
def test_a_line_to_type_holds_no_name_that_a_shell_would_read(name):
    (line,) = said(an_item("reviewlog log 'x' --who '{customer}'"), known(a_call(who=name)))
    assert line == "reviewlog log 'x' --who '(their name)'"


def test_a_line_to_type_holds_a_plain_name():
    (line,) = said(an_item("reviewlog log 'x' --who '{customer}'"), known(a_call(who="Zoë B-C")))
    assert line == "reviewlog log 'x' --who 'Zoë B-C'"


def test_a_line_to_type_names_the_site_when_one_is_known():
    item = an_item("reviewlog export 1 --for SITE", "SITE is known.")
    assert said(item, known(a_call(sites=["google"]))) == (
        "reviewlog export 1 --for google", "SITE is known.",
    )  # fmt: skip
    assert said(item, known(a_call(sites=["google", "yelp"])))[0].endswith("--for SITE")
