"""Where a file came from leaves with it, checked word by word; names of staff go to no site."""

import pytest

from reviewlog.logbook.said import Capture, Contact
from tests.bundle.conftest import EVERYBODY, Desk, all_bytes, checked, png
from tests.bundle.forging import sealed_again
from tests.bundle.test_bundle_report import text_of

HOSTILE = "<b>x</b>\x1b[31m\u202e=cmd()"


@pytest.fixture
def kept(desk: Desk) -> Desk:
    book = desk.book
    book.log(Contact(who="Dana Smith", text="hers", sites=("google",)))
    desk.later(minutes=12)
    said = Capture("screenshot", "https://x.example/r", "Staffsam", book.dates.past("12 min ago"))
    book.attach("1", (desk.file("a.png", png()),), None, None, said)
    voice = (desk.file("v.amr", b"#!AMR\n" + bytes(20)),)
    book.attach("1", voice, None, None, Capture(source=HOSTILE, by=HOSTILE, consent="one-party"))
    return desk


@pytest.mark.parametrize("word", EVERYBODY)
def test_the_report_and_the_table_say_how_a_file_came(kept: Desk, tmp_path, word: str) -> None:
    bag = kept.bag(word)
    page = text_of(bag["data/report.html"])
    by = "" if word == "google" else " by Staffsam"
    line = f"screenshot , taken Sat 21 Nov 2026, 16:45 (UTC+00:00){by} , from https://x.example/r"
    assert page.replace(" by ", " by ").count(line) == 2
    assert "kept 12 min later" in page
    assert b"Staffsam" not in all_bytes(bag) or word != "google"
    assert (b"one side" in all_bytes(bag)) == (word != "google")
    assert b"kept 12 min later, SHA-256" in bag["data/entries.csv"]
    for name in ("data/report.html", "data/entries.csv"):
        assert b"\x1b" not in bag[name]
        assert b"<b>x" not in bag["data/report.html"]
    assert checked(bag, tmp_path / "bag") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("x.example/r", "y.example/r"), ("kept 12 min later", "kept at once"), ("Staffsam", "Staffjoe"),
     (">screenshot<", ">photo<")],
)  # fmt: skip
def test_another_word_of_it_is_found(kept: Desk, tmp_path, old: str, new: str) -> None:
    bag = kept.bag("court")
    page = bag["data/report.html"].decode()
    assert old in page
    bag["data/report.html"] = page.replace(old, new, 1).encode()
    assert [place for place, _ in checked(sealed_again(bag), tmp_path / "bag")] == [
        "data/report.html"
    ]


def test_corrections_while_the_clock_jumped_verify(kept: Desk, tmp_path) -> None:
    kept.book.amend("3", {"who": "Dana One"}, None, None)
    kept.later(hours=-5)
    kept.book.amend("3", {"who": "Dana Two"}, None, None)
    for word in EVERYBODY:
        bag = kept.bag(word)
        assert "Dana Two" in text_of(bag["data/report.html"])
        assert "Dana One" not in text_of(bag["data/report.html"])
        assert checked(bag, tmp_path / word) == []
