"""What the pages say of each kind of entry, and when."""

import re
from datetime import timedelta

import pytest

from reviewlog.domain.time.moment import Moment
from reviewlog.logbook.said import Answer, Contact, Posted, Remedy
from tests.bundle.conftest import START, Desk, png


def text_of(page: bytes) -> str:
    """The words of a page without its marks."""
    body = page.decode().partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split()).replace("&#39;", "'")


@pytest.fixture
def report(bags) -> str:
    return text_of(bags["lawyer", "1"]["data/report.html"])


def test_both_times_of_an_entry_are_shown(report: str) -> None:
    assert (
        "Sat 21 Nov 2026, 16:41 (UTC+00:00) written 4 min later: Sat 21 Nov 2026, 16:45" in report
    )
    assert "about Sat 21 Nov 2026, 18:00 (UTC+00:00) written about 1 h later" in report
    assert "Sun 22 Nov 2026 (time of day not noted) written the same day" in report


@pytest.mark.parametrize(
    "sentence",
    [
        "Dana Smith phoned us In their words Refund me the whole 240",
        "We wrote an e-mail to the customer In our words We asked for a photo.",
        "Something was asked of us What was asked for full refund Amount 240.00 GBP",
        "We answered with another proposal Our answer half of it",
        "We offered to put it right (attempt A ) What it is a new cake Cost to us 35.00 GBP",
        "A review by DanaS88 was posted on Google The review says Dry cake, rude staff.",
        "Stars 1 of 5",
        "Noted as a demand tied to a review, said openly",
        "A note for our lawyer",
        "A file was added Original name shot at 5pm.png How it came to us kept Sat 21 Nov 2026, 16:45",
        "Noted on Sat 21 Nov 2026: a demand tied to a review, said openly.",
        "Review on Google, posted Sun 22 Nov 2026: 1 of 5 stars, online when last noted.",
        "What is not in here",
    ],
)
def test_every_entry_is_told_in_words(report: str, sentence: str) -> None:
    assert sentence in report


def test_the_page_says_who_and_for_whom(report: str) -> None:
    assert report.startswith(
        "Harbour Cakes Incident 1: what happened, in order Customer Dana Smith"
    )
    assert "Made for a lawyer" in report


def test_the_order_is_that_in_which_things_happened(desk: Desk) -> None:
    desk.book.log(Contact(who="Dana Smith", text="second thing"))
    earlier = desk.book.dates.past("yesterday 10:00")
    desk.book.log(Contact(incident="1", text="first thing", at=earlier))
    page = text_of(desk.bag("court")["data/report.html"])
    assert page.index("first thing") < page.index("second thing")
    assert "written 30 h later" in page


def test_a_day_stays_the_day_it_was(desk: Desk) -> None:
    start = START - timedelta(days=3, hours=16, minutes=45)
    day = Moment(start, start + timedelta(days=1), "day", 0)
    desk.book.log(Contact(who="Dana Smith", text="some time", at=day))
    page = text_of(desk.bag("court")["data/report.html"])
    assert "Wed 18 Nov 2026 (time of day not noted) written 3 days later" in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Contact(who="Di", text="x", channel="visit"), "Di came to see us"),
        (Contact(who="Di", text="x", channel="google"), "Di wrote to us on Google"),
        (Contact(who="Di", text="x", direction="out"), "We phoned Di"),
        (Contact(who="Di", direction="out", no_answer=True), "We phoned Di ; no answer"),
        (Contact(who="Di", no_answer=True), "Di phoned us, but we did not speak"),
        (Contact(who="Al", on_behalf_of="Di", text="x"), "Al (speaking for Di ) phoned us"),
        (Contact(text="x", quote="y"), "The customer phoned us"),
        (Contact(who="Di", text="x", channel="yelp", direction="out"), "We wrote on Yelp to Di"),
    ],
)
def test_a_contact_is_one_sentence(desk: Desk, said: Contact, sentence: str) -> None:
    desk.book.log(said)
    assert sentence in text_of(desk.bag("court")["data/report.html"])


def test_attempts_demands_and_reviews_to_their_end(desk: Desk) -> None:
    book = desk.book
    book.review(None, Posted("yelp", 2, "Meh.", "Nobody1", None, None))
    book.demand("1", Answer("open", "a new cake", due=book.dates.future("friday")))
    book.demand("1", Answer("granted", "yes"))
    for state in ("offered", "accepted", "delivered"):
        book.attempt("1", Remedy(state, "cake"))
    book.review("1", Posted(state="gone"))
    page = text_of(desk.bag("yelp")["data/report.html"])
    assert "Customer unknown reviewer (Nobody1)" in page
    for words in ("We agreed to what was asked", "Our offer was accepted (attempt A )",
                  "We did what we had offered (attempt A )", "was gone from Yelp",
                  "no longer online", "By when Fri 27 Nov 2026"):  # fmt: skip
        assert words in page


def test_pictures_are_on_the_page_but_never_active_files(bag) -> None:
    page = bag["data/report.html"].decode()
    assert page.count('<img src="data:image/png;base64,') == 1
    assert 'href="exhibits/E1.png"' in page
    assert 'href="exhibits/E2.html"' not in page


def test_pictures_stop_before_the_page_is_too_big(desk: Desk) -> None:
    big = png() + bytes(1_900_000)
    files = tuple(desk.file(f"{n}.png", big + bytes([n])) for n in range(14))
    desk.book.log(Contact(who="Dana Smith", text="many", files=files))
    page = desk.bag("court")["data/report.html"]
    assert page.count(b"<img ") == 12
    assert page.count(b'<tr id="E') == 14


def test_a_bundle_without_settings_still_reads_well(desk: Desk) -> None:
    (desk.folder / "book" / "config.yaml").unlink()
    desk.book.close()
    plain = Desk.__new__(Desk)
    plain.folder, plain.now = desk.folder, desk.now
    from reviewlog.logbook.logbook import Logbook

    plain.book = Logbook.open(desk.folder / "book", lambda: START, "Europe/London")
    plain.book.log(Contact(text="Somebody was cross."))
    bag = plain.bag("self")
    plain.book.close()
    assert b"Source-Organization" not in bag["bag-info.txt"]
    assert b"the business" in bag["data/report.html"]
