"""Claims, lookups and the lasting numbers of exhibits on the pages of a bundle."""

import json
from zoneinfo import ZoneInfo

import pytest

from reviewlog.bundle.pages.cards import Card, cards
from reviewlog.bundle.telling.headlines import plain
from reviewlog.logbook.said import Capture, Contact, Posted, Search, Weighed
from reviewlog.logbook.writing.claiming import look_up, weigh
from reviewlog.logbook.writing.retracting import retract
from tests.bundle.conftest import Desk, all_bytes, checked, png
from tests.bundle.test_bundle_report import text_of

LONDON = ZoneInfo("Europe/London")
HOSTILE = "<b>x</b>\x1b[31m\u202e=cmd()"
RESULT = "No record found under name CakeFan77 (in the order book, 1 to 20 Nov)"


@pytest.fixture
def claimed(desk: Desk) -> Desk:
    """A review of which each sentence stands otherwise; the first picture was taken back."""
    book = desk.book
    book.log(Contact(who="Dana Smith", text="She was calm.", sites=("google",)))
    posted = Posted(
        "google", 1, "The cake was dry. We waited 3 hours! Never again. Cold.", "CakeFan77"
    )
    book.review("1", posted)
    source = "https://www.google.com/maps/reviews/1"
    files = tuple(desk.file(f"{n}.png", png(30 + n, 30)) for n in range(2))
    first = book.attach("1", files, None, None, Capture("screenshot", source)).main
    book.attach(
        "1", (desk.file("audit.png", png(50, 20)),), None, "No fault", Capture(shows="third-party")
    )
    search = Search("order book", ("CakeFan77",), "nothing", "1 to 20 Nov")
    found = look_up(book, "1", search).main
    note = book.note("1", "plainnotesecret", None, lawyer=False).main
    said = [
        Weighed("1", "against", ("E2", "E3", str(found.id.seq), str(note.id.seq)), "It was fresh."),
        Weighed("2", "for", (str(note.id.seq),)),
        Weighed("3", "opinion"),
    ]
    weigh(book, "1", None, said)
    retract(book, str(first.id.seq), "the wrong one")
    return desk


def card_of(desk: Desk, kind: str, word: str = "court") -> list[Card]:
    return [card for card in cards(desk.book.dossier("1", word), LONDON) if card.kind == kind]


def lines_of(card: Card) -> dict[str, str]:
    return {line.label: plain(line.pieces) for line in (*card.quotes, *card.lines)}


def test_a_search_reads_as_a_result_with_its_scope(claimed: Desk) -> None:
    (card,) = card_of(claimed, "lookup")
    assert plain(card.what) == RESULT
    assert lines_of(card) == {}


def test_a_claim_reads_well_and_names_the_proof_that_is_there(claimed: Desk) -> None:
    first, third = card_of(claimed, "claim")
    assert plain(first.what) == "A sentence of the review, and the proof against it"
    assert lines_of(first) == {
        "The review says": "The cake was dry.",
        "In our words": "It was fresh.",
        "Sentence": "1",
        "Proof": "E2, E3, entry 9",
    }
    assert plain(third.what) == "A sentence of the review that is an opinion"


@pytest.mark.parametrize("word", ["google", "lawyer", "court", "insurer"])
def test_outsiders_get_the_claims_with_the_strongest_proof_first(claimed: Desk, word: str) -> None:
    dry, never = claimed.book.dossier("1", word).claims
    assert [(proof.label, proof.strength) for proof in dry.proofs] == [
        ("E3", "third-party"),
        ("E2", "review"),
        (None, "record"),
    ]
    assert (never.sentence, never.stand, never.proofs) == ("Never again.", "opinion", ())


def test_no_reader_is_told_what_stays(claimed: Desk) -> None:
    for word in ("google", "court"):
        assert b"plainnotesecret" not in all_bytes(claimed.bag(word))


def test_a_number_that_is_used_up_is_used_by_no_other_file(claimed: Desk) -> None:
    for word in ("court", "self"):
        names = [n for n in claimed.bag(word) if n.startswith("data/exhibits/")]
        assert sorted(names) == ["data/exhibits/E2.png", "data/exhibits/E3.png"]


def test_what_a_file_shows_is_told_with_how_it_came(claimed: Desk) -> None:
    page = " ".join(text_of(claimed.bag("court")["data/report.html"]).split())
    assert "the public page" in page
    assert "from a third party" in page
    assert RESULT in page.replace("( ", "(").replace(" )", ")").replace(" ,", ",")


@pytest.mark.parametrize("word", ["google", "court", "self"])
def test_the_bundle_verifies(claimed: Desk, tmp_path, word: str) -> None:
    assert checked(claimed.bag(word), tmp_path / "bag") == []


def test_hostile_words_verify_and_are_inert(claimed: Desk, tmp_path) -> None:
    book = claimed.book
    look_up(book, "1", Search(HOSTILE, (HOSTILE,), "nothing", HOSTILE, HOSTILE))
    weigh(book, "1", None, [Weighed("4", "open", (), HOSTILE)])
    bag = claimed.bag("court")
    assert checked(bag, tmp_path / "bag") == []
    for name in ("data/report.html", "data/entries.csv"):
        assert b"\x1b" not in bag[name]
        assert b"<b>x" not in bag["data/report.html"]


def test_the_words_of_a_review_in_a_claim_are_in_the_table(claimed: Desk) -> None:
    rows = claimed.bag("court")["data/entries.csv"].decode()
    assert '"The cake was dry."' in rows
    assert json.dumps(RESULT) in rows
