"""What a file shows, and how much it weighs."""

import pytest

from reviewlog.domain.shows import (
    SHOWS,
    SHOWS_WORDS,
    UNSAID,
    is_public_page,
    shown_by,
    shows,
    shows_words,
    site_of,
    strength,
    weight,
)
from reviewlog.domain.usage_errors import BadWordError

IMAGE = {"name": "page.png", "type": "image/png"}


def test_note_is_less_than_record_is_less_than_their_words_is_less_than_a_third_party():
    assert weight("note") < weight("record") < weight("message") < weight("third-party")
    assert weight("message") == weight("review")
    assert weight(UNSAID) == weight("record")
    assert set(SHOWS_WORDS) == {*SHOWS, UNSAID}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("page", "review"), ("mail", "message"), ("Order", "record"), ("audit", "third-party"),
     ("third party", "third-party"), ("memo", "note"), ("REVIEW", "review")],
)  # fmt: skip
def test_an_owner_may_say_it_in_another_word(word, meant):
    assert shows(word) == meant


def test_an_unknown_word_is_refused_with_the_nearest():
    with pytest.raises(BadWordError) as caught:
        shows("mesage")
    assert caught.value.near == "message"


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, "file"),
        ({"how": "photo"}, "record"),
        ({"how": "document", "source": "https://g2.com/products/x"}, "record"),
        ({"how": "screenshot"}, "message"),
        ({"how": "forwarded-mail"}, "message"),
        ({"how": "recording"}, "message"),
        ({"how": "saved-page"}, "file"),
        ({"how": "saved-page", "source": "https://www.yelp.co.uk/biz/x"}, "review"),
        ({"how": "screenshot", "source": "google.com/maps/place/1"}, "review"),
        ({"how": "screenshot", "source": "her telephone"}, "message"),
        ({"file": IMAGE, "source": "https://www.yelp.com/biz/x"}, "review"),
        ({"file": IMAGE, "source": "https://www.facebook.com/messages/t/1"}, "file"),
        ({"file": IMAGE, "source": "her telephone"}, "file"),
        ({"file": IMAGE, "how": "photo", "source": "https://www.yelp.com/biz/x"}, "record"),
        ({"file": {"type": "application/pdf"}, "source": "https://www.yelp.com/biz/x"}, "file"),
        ({"how": "screenshot", "source": "https://www.g2.com", "shows": "note"}, "note"),
    ],
)
def test_what_a_file_shows_follows_from_its_way_to_us_unless_somebody_says(fields, shown):
    assert shown_by(fields) == shown
    assert strength("evidence", fields) == shown


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://www.tripadvisor.de/ShowUserReviews-1", True),
        ("https://play.google.com/store/apps/details?id=x", True),
        ("https://maps.app.goo.gl/abc", True),
        ("https://uk.trustpilot.com/reviews/1", True),
        ("https://mail.google.com/mail/u/0", False),
        ("https://www.airbnb.com/hosting/inbox/1", False),
        ("https://www.facebook.com/messages/t/1", False),
        ("https://admin.booking.com/hotel", False),
        ("https://google.com.evil.example/maps", False),
        ("https://notgoogle.com/maps", False),
        ("https://[bad/", False),
        ("a screenshot from Jo", False),
        ("", False),
    ],
)
def test_only_the_address_of_a_review_site_is_a_public_page(address, public):
    assert is_public_page(address) is public


def test_the_reader_is_told_nothing_that_nobody_said():
    assert shows_words({"how": "screenshot"}) == ""
    assert shows_words({"how": "screenshot", "source": "https://g2.com/x"}) == "the public page"
    assert shows_words({"shows": "third-party"}) == "from a third party"


@pytest.mark.parametrize(
    ("kind", "fields", "word"),
    [
        ("review", {}, "review"),
        ("interaction", {"channel": "phone", "direction": "in"}, "note"),
        ("interaction", {"channel": "email", "direction": "in"}, "message"),
        ("interaction", {"channel": "google", "direction": "in"}, "message"),
        ("interaction", {"channel": "email", "direction": "out"}, "note"),
        ("interaction", {"direction": "in"}, "note"),
        ("lookup", {}, "record"),
        ("reply", {}, "record"),
        ("note", {}, "note"),
        ("promise", {}, "note"),
    ],
)
def test_an_entry_weighs_what_it_is(kind, fields, word):
    assert strength(kind, fields) == word


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.google.com/maps/x", "google"),
        ("maps.app.goo.gl/x", "google"),
        ("https://play.google.com/store", "play"),
        ("https://www.yelp.co.uk/biz/x", "yelp"),
        ("https://apps.apple.com/x", "appstore"),
        ("https://fb.com/x", "facebook"),
        ("https://shop.example/x", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_an_address_tells_its_site(address, site):
    assert site_of(address) == site
