"""Drafts of replies in a bundle: for the owner alone, and never as a reply that was posted."""

from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.drawing.timeline import acted
from reviewlog.bundle.telling.fieldwords import field_text, label_of
from reviewlog.bundle.telling.headlines import headline, plain
from reviewlog.domain.audience import kind_told, leaving
from reviewlog.domain.facts.replies import STATES
from reviewlog.domain.relations import settle
from reviewlog.domain.reply.rules import MEDIA
from reviewlog.domain.vocabulary import AUDIENCES
from tests.builders import an_entry, at

LONDON = ZoneInfo("Europe/London")
OUTSIDERS = [reader for reader in AUDIENCES if reader != "self"]


def told(reader="self", **fields):
    usual = {"text": "Thank you.", "site": "google"}
    (settled,) = settle([an_entry("reply", at(), **usual | fields)])
    return leaving(settled, reader)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("reader", OUTSIDERS)
def test_only_what_was_posted_leaves(reader, state, medium):
    leaves = state == "posted" and medium == "public"
    assert told(reader, state=state, medium=medium, why="x", by="Robin").stays is not leaves


@pytest.mark.parametrize("reader", OUTSIDERS)
def test_an_old_entry_without_a_state_leaves_as_before(reader):
    assert set(told(reader).fields) == {"happened_at", "text", "site"}


@pytest.mark.parametrize("state", ["draft", "seen", "ready"])
@pytest.mark.parametrize("medium", MEDIA)
def test_what_was_not_posted_is_nowhere_told_as_posted(state, medium):
    fields = {"state": state, "medium": medium, "by": "Robin", "site": "google"}
    words = plain(headline("reply", fields, LONDON))
    assert "posted" not in words
    assert words != plain(headline("reply", {"site": "google"}, LONDON))
    one = told(**fields)
    assert acted(one) is None
    assert kind_told(one.settled.entry) == "draft"
    assert label_of("draft", "text") != label_of("reply", "text")


def test_what_was_posted_keeps_its_words_and_its_place_in_the_drawing():
    posted = plain(headline("reply", {"state": "posted", "site": "google"}, LONDON))
    assert posted == plain(headline("reply", {"site": "google"}, LONDON))
    assert posted == "We posted a public reply on Google"
    assert acted(told(state="posted")) is not None


def test_fields_of_a_reply_have_names_of_their_own():
    assert label_of("reply", "against") != label_of("assessment", "against")
    assert label_of("draft", "by") == "Read by"
    assert field_text("ready_at", "2026-11-22T08:00:00.000Z", LONDON).startswith("Sun 22 Nov 2026")
