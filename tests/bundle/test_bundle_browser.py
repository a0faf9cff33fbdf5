"""The report in a real browser: it shows the words and runs nothing."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from reviewlog.logbook.said import Answer, Contact, Posted, Search
from reviewlog.logbook.writing.claiming import look_up
from tests.bundle.conftest import QUOTE, Desk

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
]
OWNED = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def browse(page: Path, profile: Path, *options: str) -> str:
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
    said = subprocess.run(
        [CHROMIUM, *quiet, f"--user-data-dir={profile}", *options, page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return said.stdout


@pytest.fixture
def unpacked(story: Desk, tmp_path: Path) -> Path:
    story.book.log(Contact(incident="1", text=OWNED, quote=OWNED))
    with zipfile.ZipFile(story.export().path) as archive:
        archive.extractall(tmp_path / "out")
    return tmp_path / "out" / "incident-1-google"


@pytest.mark.parametrize("name", ["data/report.html", "data/statement.html", "START-HERE.html"])
def test_pages_open_and_nothing_in_them_runs(unpacked: Path, tmp_path: Path, name: str) -> None:
    dump = browse(unpacked / name, tmp_path / "profile", "--dump-dom")
    assert "<title>owned</title>" not in dump
    assert "<script" not in dump
    if "START" not in name:
        assert QUOTE in dump


@pytest.mark.parametrize("width", [1200, 500])
def test_the_style_sheet_takes_effect(unpacked: Path, tmp_path: Path, width: int) -> None:
    picture = tmp_path / "shot.png"
    size = f"--window-size={width},900"
    browse(unpacked / "data/report.html", tmp_path / "profile", f"--screenshot={picture}", size)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
@pytest.mark.parametrize("address", [130, 200, 400])
def test_the_longest_statement_prints_on_one_page(desk: Desk, tmp_path: Path, address: int) -> None:
    book, long = desk.book, "word " * 400
    files = tuple(desk.file(f"{n}.txt", b"x%d" % n) for n in range(20))
    book.log(
        Contact(
            who="Dana " * 40, text=long, quote=long, threat="open", sites=("google",), files=files
        )
    )
    for _ in range(3):
        look_up(book, "1", Search(long, tuple(f"{long} {n}" for n in range(4)), "nothing"))
    for number in range(12):
        book.demand("1", Answer(text=long, amount="240.00"))
        book.review(
            "1",
            Posted(
                "google",
                1,
                long,
                f"nick {number} " * 20,
                None,
                "https://x.example/" + "r" * address,
            ),
        )
    with zipfile.ZipFile(desk.export().path) as archive:
        archive.extractall(tmp_path / "out")
    paper = tmp_path / "out.pdf"
    page = tmp_path / "out" / "incident-1-google" / "data" / "statement.html"
    browse(page, tmp_path / "profile", f"--print-to-pdf={paper}")
    said = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in said
