"""The pages of a bundle can be used by everybody, and run nothing under their own policy."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewlog.bundle.packing.checker import CHECKER
from tests.bundle.axe import axe_script, violations
from tests.bundle.browser import Browser, needs_chromium
from tests.bundle.conftest import Desk, tell

pytestmark = [pytest.mark.slow, needs_chromium]
PAGES = ("START-HERE.html", "data/report.html", "data/statement.html", "data/declaration.html")
VIEWS = [("light", 1200), ("dark", 1200), ("light", 360), ("dark", 360)]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundles of the story, for a site and for a court, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("unpacked")
    desk = Desk(folder / "desk")
    tell(desk)
    for word in ("google", "court"):
        with zipfile.ZipFile(desk.export(word, name=f"{word}.zip").path) as archive:
            archive.extractall(folder)
    desk.book.close()
    return folder


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    return axe_script(tmp_path_factory.mktemp("axe"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as made:
        yield made


def found_pages(unpacked: Path) -> list[Path]:
    bags = sorted(path for path in unpacked.glob("incident-*") if path.is_dir())
    return [bag / name for bag in bags for name in PAGES if (bag / name).exists()]


def view(browser: Browser, scheme: str, width: int) -> None:
    browser.call("Emulation.setEmulatedMedia",
                 features=[{"name": "prefers-color-scheme", "value": scheme}])  # fmt: skip
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                 deviceScaleFactor=1, mobile=width < 500)  # fmt: skip


def too_wide(browser: Browser) -> bool:
    return bool(browser.run("document.documentElement.scrollWidth > innerWidth + 1"))


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing_in_the_pages(
    unpacked: Path, browser: Browser, script: str, scheme: str, width: int
) -> None:
    view(browser, scheme, width)
    pages = found_pages(unpacked)
    assert {page.name for page in pages} >= {"START-HERE.html", "report.html", "statement.html"}
    found = {}
    for page in pages:
        browser.open(page.as_uri())
        wide = ["wider than the screen"] if too_wide(browser) else []
        found[str(page.relative_to(unpacked))] = wide + violations(browser, script)
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing_in_the_page_that_checks(
    unpacked: Path, browser: Browser, script: str, scheme: str, width: int
) -> None:
    view(browser, scheme, width)
    bag = unpacked / "incident-1-google"
    spoiled = unpacked / "spoiled.zip"
    with zipfile.ZipFile(spoiled, "w") as archive:
        for path in filter(Path.is_file, bag.rglob("*")):
            name, body = str(path.relative_to(unpacked)), path.read_bytes()
            archive.writestr(name, body.replace(b"Harbour", b"Barbour"))
    browser.open((bag / CHECKER).as_uri())
    assert violations(browser, script) == []
    for path, headline in (
        (unpacked / "desk" / "google.zip", "Unchanged"),
        (spoiled, "Not as it was sealed"),
        (unpacked / "desk" / "shot at 5pm.png", "Not safe to read"),
    ):
        browser.run("document.getElementById('result').replaceChildren()")
        browser.choose("#zip", path)
        shown = browser.until("document.querySelector('#result h2')?.textContent")
        assert shown == headline
        assert violations(browser, script) == []
        assert not too_wide(browser)


def test_the_pages_run_nothing_and_say_nothing_under_their_own_policy(
    unpacked: Path, browser: Browser
) -> None:
    for page in found_pages(unpacked):
        browser.open(page.as_uri())
        browser.run("new Promise((done) => setTimeout(() => done(1), 100))")
        assert (browser.wrong, browser.scripts) == ([], [])
        assert {address for address in browser.asked if not address.startswith("data:")} == {
            page.as_uri()
        }


def test_what_the_browser_hears_it_tells(browser: Browser, tmp_path: Path) -> None:
    """The tests above would be worth nothing if it were deaf."""
    page = tmp_path / "page.html"
    page.write_text(
        "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
        "<img src='nowhere.png'><script>document.title = 'owned'</script>"
    )
    browser.open(page.as_uri())
    browser.run("new Promise((done) => setTimeout(() => done(1), 100))")
    assert any("ContentSecurityPolicy" in what for what in browser.wrong)
    assert any("nowhere.png" in address for address in browser.asked)
    page.write_text("<script>console.error('heard'); null.x</script>")
    browser.open(page.as_uri())
    browser.run("new Promise((done) => setTimeout(() => done(1), 100))")
    assert any("heard" in what for what in browser.wrong)
    assert any("TypeError" in what for what in browser.wrong)
    assert browser.scripts
