"""export --encrypt as a process: asked unseen, killed at any moment, opened by the program age."""

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pexpect
import pytest

from tests.program import PROGRAM, Program

pytestmark = pytest.mark.slow
SECRET = "over the sea to Skye"
WORDS = b"These very words stand in the exhibit."
EXPORT = ("export", "1", "--for", "lawyer", "--encrypt", "passphrase")
needs_age = pytest.mark.skipif(not shutil.which("age"), reason="the program age is not installed")


@pytest.fixture
def program(tmp_path):
    program = Program(tmp_path)
    (tmp_path / "large.txt").write_bytes(WORDS * 1_000_000)
    program.ok("log", "It was dry", "--who", "Dana", "--site", "google", "--attach", "large.txt")
    (tmp_path / "large.txt").unlink()
    return program


def typed(program, *answers):
    """Return all that the terminal showed, and the exit code, after these answers."""
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:], *EXPORT, "-y"], env=dict(program.env), cwd=str(program.home), timeout=60, encoding="utf-8")  # fmt: skip
    shown = ""
    for question, answer in zip(("Passphrase:", "Once more:"), answers, strict=False):
        child.expect_exact(question)
        shown += child.before
        child.waitnoecho()
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    return shown + child.before, child.exitstatus


def left_in(home: Path) -> list[Path]:
    """Every file outside of the logbook."""
    return [p for p in home.rglob("*") if p.is_file() and "book" not in p.parts]


def test_the_passphrase_is_asked_twice_and_not_shown(program):
    shown, code = typed(program, SECRET, SECRET)
    assert code == 0
    assert SECRET not in shown
    assert "kept nowhere" in shown
    assert [p.name for p in left_in(program.home)] == ["incident-1-lawyer.zip.age"]


def test_two_different_passphrases_are_refused(program):
    shown, code = typed(program, SECRET, SECRET + "?")
    assert code == 2
    assert "two different passphrases" in shown
    assert left_in(program.home) == []


def test_an_empty_passphrase_is_refused(program):
    shown, code = typed(program, "")
    assert code == 2
    assert "is empty" in shown


@needs_age
@pytest.mark.parametrize("right", [True, False])
def test_the_program_age_opens_it_with_the_passphrase(program, right):
    assert program(*EXPORT, "-y", REVIEWLOG_PASSPHRASE=SECRET).code == 0
    child = pexpect.spawn("age", ["-d", "-o", "b.zip", "incident-1-lawyer.zip.age"], cwd=str(program.home), timeout=60)  # fmt: skip
    child.expect("passphrase")
    child.sendline(SECRET if right else SECRET.upper())
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus == 0) == right
    if right:
        program.ok("verify", "b.zip")


@pytest.mark.parametrize("killed", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_whenever_it_is_killed_nothing_readable_stays(program, killed):
    before = {p for p in program.book.rglob("*") if p.is_file()}
    whole = 1.5
    for part in range(10):
        env = {**program.env, "REVIEWLOG_PASSPHRASE": SECRET}
        child = subprocess.Popen([*PROGRAM, *EXPORT, "-y"], env=env, cwd=program.home, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(0.3 + whole * part / 10)
        child.send_signal(killed)
        child.wait(60)
        for path in left_in(program.home):
            assert path.name == "incident-1-lawyer.zip.age" or path.suffix == ".part"
            assert WORDS not in path.read_bytes()
            path.unlink()
        left = {p for p in program.book.rglob("*") if p.is_file()} - before
        assert all(p.read_bytes()[:4] != b"PK\x03\x04" for p in left)
        assert not any(WORDS in p.read_bytes() for p in left)
