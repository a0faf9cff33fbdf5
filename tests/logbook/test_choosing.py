"""Which playbook a new incident begins with, and what is offered to it later."""

from datetime import timedelta

import pytest

from reviewlog.domain.entry import Draft
from reviewlog.domain.errors import UnknownPlaybookError
from reviewlog.domain.time.moment import moment_to_field
from reviewlog.logbook.opening.projecting import Projector
from tests.builders import LONDON, Judgement, Posted, at, said, steps_of


def followed(receipt):
    return receipt.row["playbook"]


@pytest.mark.parametrize(
    ("contact", "playbook"),
    [
        (said(), "complaint"),
        (said(threat="open"), "threat-before-review"),
        (said(threat="veiled"), "threat-before-review"),
        (said(threat="harm"), "safety"),
        (said(channel="social"), "public-comment"),
        (said(channel="google"), "public-comment"),
        (said(cool_until=LONDON.day(at(days=5).date())), "cooling-off"),
        (said(who=None), "complaint"),
    ],
)
def test_a_call_is_led_by_the_playbook_that_fits_it_best(logbook, contact, playbook):
    assert followed(logbook.log(contact)) == playbook


def test_a_review_of_nobody_known_is_led_by_its_own(logbook):
    assert followed(logbook.review(None, Posted(site="google", stars=1))) == "bad-review"


def test_what_fits_later_is_offered_and_never_followed_unasked(logbook):
    number = str(logbook.log(said()).row["number"])
    receipt = logbook.review(number, Posted(site="google", stars=1))
    assert followed(receipt) == "complaint"
    assert "use-bad-review" in steps_of(receipt.agenda)


def test_a_threat_that_is_added_later_offers_what_is_made_for_it(logbook):
    receipt = logbook.log(said())
    receipt = logbook.amend(str(receipt.main.id.seq), {"threat": "open"}, None, None)
    assert "use-threat-before-review" in steps_of(receipt.agenda)


def test_an_extortion_is_offered_its_own(logbook):
    number = str(logbook.log(said(threat="open")).row["number"])
    receipt = logbook.assess(number, Judgement("extortion"))
    assert "use-extortion" in steps_of(receipt.agenda)


def test_the_choice_is_part_of_the_command_that_opened_it(logbook):
    receipt = logbook.log(said(threat="open"))
    pin = receipt.entries[-1]
    assert (pin.kind, pin.command) == ("playbook", receipt.main.command)
    assert pin.fields["digest"] == logbook.playbook_digest("threat-before-review")


def test_a_playbook_that_is_not_there_is_named_with_those_that_are(logbook):
    with pytest.raises(UnknownPlaybookError) as caught:
        logbook.playbook_digest("complains")
    assert "complaint" in caught.value.known


def test_what_a_person_did_elsewhere_counts_for_the_choice(logbook):
    logbook.log(said(demand="money"))
    call = Draft("interaction", {"direction": "in", "who": "Dana", "channel": "phone"}, "new")
    projector = Projector(logbook.store, logbook.calendar)
    assert projector.foreseen([call], logbook.now(), "dana").earlier_demands == 1
    assert projector.foreseen([call], logbook.now(), "").earlier_demands == 0


def test_an_incident_of_the_shop_is_shown_as_the_shops(logbook, clock):
    digest = logbook.playbook_digest("staff-policy")
    drafts = [Draft("note", {"text": "Staff policy", "shop": True}, "own"),
              Draft("playbook", {"id": "staff-policy", "digest": digest}, "own")]  # fmt: skip
    with logbook.store.writing():
        receipt = logbook.receipt(logbook.record(drafts))
    assert (receipt.row["shop"], receipt.row["customer"]) == (1, None)
    assert {item["who"] for item in logbook.due(clock().date())} == {"your shop: staff-policy"}


def test_the_date_that_a_site_set_is_kept_and_may_be_corrected(logbook, clock):
    due = LONDON.day(clock().date() + timedelta(days=10))
    receipt = logbook.review(None, Posted(site="airbnb", stars=1, due=due))
    dated = [i for i in receipt.agenda if i.outside]
    assert [i.due_on for i in dated] == [clock().date() + timedelta(days=10)]
    later = moment_to_field(LONDON.day(clock().date() + timedelta(days=12)))
    corrected = logbook.amend(str(receipt.main.id.seq), {"due": later}, None, "misread")
    dated = [i for i in corrected.agenda if i.outside]
    assert [i.due_on for i in dated] == [clock().date() + timedelta(days=12)]
