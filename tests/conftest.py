"""What all tests share: a still clock, an empty logbook, golden files, and a guard."""

import os
import shutil
import sys
from pathlib import Path

import pytest
import typst
from hypothesis import settings

from reviewlog.logbook.logbook import Logbook
from tests.fakes import FakeClock

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("quick", deadline=None, max_examples=20)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_configure(config):
    """Without the slow tests the properties look at fewer stories: somebody is waiting."""
    if "not slow" in (config.getoption("markexpr", "") or ""):
        settings.load_profile("quick")


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture(autouse=True, scope="session")
def no_home(tmp_path_factory):
    """No test may touch the real home; the default logbook's folder cannot even be made."""
    home = tmp_path_factory.mktemp("home")
    barred = home / "no-logbook-here"
    barred.write_text("a test forgot to choose its logbook")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(barred))
        for name in ("REVIEWLOG_BOOK", "TZ"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_pdf():
    """Bundles are made as without the extra [pdf], which costs time; its own tests bring it back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "typst", None)
        yield


@pytest.fixture
def with_pdf(monkeypatch):
    """The extra [pdf] is installed."""
    monkeypatch.setitem(sys.modules, "typst", typst)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory):
    """The folder of a logbook in which nothing was written yet: copying is quicker than making."""
    folder = tmp_path_factory.mktemp("empty") / "book"
    Logbook.open(folder, FakeClock(), "Europe/London").close()
    return folder


@pytest.fixture
def logbook(tmp_path, clock, empty_book):
    shutil.copytree(empty_book, tmp_path / "book")
    book = Logbook.open(tmp_path / "book", clock, "Europe/London")
    yield book
    book.close()


@pytest.fixture
def golden(request):
    def compare(text: str, name: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return compare
