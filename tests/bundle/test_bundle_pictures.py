"""Pictures on the report page: those that would do harm stay in the folder, and it says why."""

import pytest

from reviewlog.logbook.said import Contact
from tests.bundle.conftest import Desk, broken, checked, members_of, png
from tests.store.test_pictures import gif, jpeg, webp
from tests.store.test_pictures import png as bare


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (bare(60_000, 50_000), "unpacked it would be 60,000 by 50,000 points"),
        (jpeg(65_535, 65_535), "unpacked it would be 65,535 by 65,535 points"),
        (gif((1, 1), (65_535, 65_535)), "unpacked it would be 65,535 by 65,535 points"),
        (webp(40, 30, moves=True), "the picture moves"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "how large the picture is cannot be told"),
        (png() + bytes(2_000_000), "a large file"),
    ],
)
def test_a_picture_that_is_not_shown_says_why(desk: Desk, body: bytes, why: str) -> None:
    desk.book.log(Contact(who="Dana", quote="q", files=(desk.file("shot", body),)))
    bag = desk.bag("self")
    page = bag["data/report.html"].decode()
    assert f"not shown here: {why}" in page
    assert "<img" not in page
    assert any(name.startswith("data/exhibits/E1.") for name in bag)
    assert checked(bag, desk.folder / "bag") == []


def test_an_ordinary_one_is_shown(desk: Desk) -> None:
    desk.book.log(Contact(who="Dana", quote="q", files=(desk.file("shot", png()),)))
    page = desk.bag("self")["data/report.html"].decode()
    assert page.count("<img") == 1
    assert "not shown here" not in page


def test_the_page_holds_only_so_much(desk: Desk) -> None:
    files = tuple(desk.file(f"shot{n}", png(40 + n) + bytes(1_900_000)) for n in range(14))
    desk.book.log(Contact(who="Dana", quote="q", files=files))
    written = desk.export("self")
    page = members_of(written.path)["data/report.html"].decode()
    assert page.count("<img") == 12
    assert page.count("not shown here: the page would be too large") == 2
    assert broken(written.path) == []
