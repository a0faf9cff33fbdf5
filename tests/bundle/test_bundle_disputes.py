"""Disputes in a bundle: their words, the same for old entries, and what leaves of them."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.telling.fieldwords import field_text, label_of
from reviewlog.bundle.telling.headlines import headline, plain
from reviewlog.domain.audience import leaving
from reviewlog.domain.relations import settle
from reviewlog.domain.vocabulary import AUDIENCES, DISPUTE_STATES
from reviewlog.logbook.said import Posted
from reviewlog.logbook.writing.disputing import Told, write_dispute
from reviewlog.render.words.phrases import phrase
from tests.builders import an_entry, at, said

LONDON = ZoneInfo("Europe/London")


def words(**fields):
    return plain(headline("dispute", {"site": "google", **fields}, LONDON))


def test_an_entry_without_a_state_keeps_its_words():
    assert words() == "We asked Google to look at the review"
    assert (
        plain(headline("dispute", {}, LONDON)) == "We asked the review site to look at the review"
    )


@pytest.mark.parametrize("state", DISPUTE_STATES)
def test_every_state_has_words_of_its_own(state):
    assert words(state=state) != words()
    assert "Google" in words(state=state)
    assert "Google" in phrase(an_entry("dispute", at(), state=state, site="google"), None)


def test_the_ground_and_the_try_stand_in_the_headline():
    assert words(state="chosen", ground_name="Spam").endswith(": Spam")
    assert words(state="sent", **{"try": 2}).endswith("(try 2)")
    assert "try" not in words(state="sent", **{"try": 1})


def test_its_fields_have_names_and_plain_values():
    assert label_of("dispute", "text") == "What we wrote"
    assert label_of("dispute", "said") == "In the site's words"
    assert field_text("fields", {"Month": "May", "Order": "1"}, LONDON) == "Month: May; Order: 1"
    assert field_text("exhibits", ["E1", "E4"], LONDON) == "E1, E4"


FIELDS: dict[str, Any] = {
    "state": "sent", "site": "google", "ground": "spam", "ground_name": "Spam", "try": 1,
    "text": "Sent.", "reference": "4-1", "fields": {"Who": "Dana"}, "answers": {"spam": "yes"},
}  # fmt: skip


@pytest.mark.parametrize("reader", [a for a in AUDIENCES if a != "self"])
def test_what_the_owner_answered_while_choosing_stays_here(reader):
    (settled,) = settle([an_entry("dispute", at(), **FIELDS)])
    told = leaving(settled, reader).fields
    assert told["ground_name"] == "Spam"
    assert "answers" not in told


def test_of_a_trade_that_keeps_silent_only_the_ground_leaves():
    (settled,) = settle([an_entry("dispute", at(), **FIELDS)])
    told = leaving(settled, "site", strict=True).fields
    assert told["ground_name"] == "Spam"
    assert told.keys().isdisjoint(("text", "fields", "answers", "said"))


def test_a_dossier_tells_the_dispute_with_its_reader_only(logbook):
    logbook.log(said("Dana", sites=("google", "yelp")))
    logbook.review("1", Posted("google", 1, "Dry."))
    write_dispute(logbook, "1", Told("chosen", "google", ground="spam", ground_name="Spam"))
    write_dispute(logbook, "1", Told("chosen", "yelp", ground="other", answers={"other": "yes"}))

    dossier = logbook.dossier("1", "google")
    assert dossier.dispute.ground == "spam"
    assert dossier.rules.id == "google"
    assert not dossier.dispute.chosen.fields.get("answers")
    assert logbook.dossier("1", "lawyer").dispute is None
    assert logbook.dossier("1", "lawyer").rules is None
