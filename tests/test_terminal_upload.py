"""Export for a site at a real terminal, where the trade keeps silent: asked, then one folder."""

import pytest

from tests.program import Program
from tests.test_terminal import Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def program(tmp_path):
    program = Program(tmp_path)
    program.ok("log", "root canal", "--who", "Dana Smith", "--site", "google")
    program.ok("review", "1", "--site", "google", "--stars", "1", "--as", "Fan", "--text", "Rude.")
    return program


def test_a_dentist_is_asked_and_gets_a_folder(program):
    terminal = Terminal(program, "export", "1", "--for", "google")
    terminal.asks("What kind of business").asks("Number").says("1")
    terminal.asks("business called?").says("")
    terminal.asks("Write incident-1-google?").says("y")
    code, out = terminal.ends()

    assert code == 0, out
    assert "Ready to upload: incident-1-google" in out
    assert "There is no zip for the site" in out
    folder = program.home / "incident-1-google"
    assert "Rude." in (folder / "statement.txt").read_text()
    assert all(b"Dana" not in path.read_bytes() for path in folder.iterdir())
    assert not list(program.home.glob("*.zip"))


def test_no_means_nothing_is_written(program):
    terminal = Terminal(program, "export", "1", "--for", "google")
    terminal.asks("Number").says("").asks("business called?").says("")
    terminal.asks("Write incident-1-google?").says("n")
    code, out = terminal.ends()

    assert code == 1, out
    assert not list(program.home.glob("incident*"))
