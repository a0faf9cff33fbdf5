"""Where the output goes has no room, is read slowly, or is not there any more."""

import fcntl
import os
import resource
import subprocess
import sys
import time

import pytest

from tests.program import PROGRAM, Program
from tests.test_faults import mounted

WORDS = b"word " * 40_000
SHOW = (*PROGRAM, "show", "1", "--json")
EITHER = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("output"))
    program.ok("log", "-", "--who", "Dana", "--threat", "none", stdin=WORDS)
    return program


@pytest.fixture
def small_disk(tmp_path):
    mounted(tmp_path / "small", "8k")
    yield tmp_path / "small"
    subprocess.run(["umount", "-l", str(tmp_path / "small")], check=True)


def ended(program, line, **how):
    """Run to the end with the streams as given; return the code and what stood on stderr."""
    env = {**program.env, "PYTHONUNBUFFERED": how.pop("unbuffered", "")}
    env["PYTHONDONTWRITEBYTECODE"] = "1"  # a limit on files would cut them off too
    said = subprocess.run(line, env=env, check=False, timeout=60, **{"stderr": -1, **how})
    assert b"Traceback" not in (said.stderr or b"")
    assert b"fault of reviewlog" not in (said.stderr or b"")
    return said.returncode, said.stderr


@EITHER
def test_a_disk_with_too_little_room_is_told(program, small_disk, unbuffered):
    with (small_disk / "out").open("wb") as out:
        code, said = ended(program, SHOW, stdout=out, unbuffered=unbuffered)
    assert code == 1
    assert b"The answer could not be printed: No space left on device." in said


@EITHER
def test_a_limit_on_the_size_of_files_is_told(program, tmp_path, unbuffered):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    with (tmp_path / "out").open("wb") as out:
        code, said = ended(program, SHOW, stdout=out, preexec_fn=limit, unbuffered=unbuffered)
    assert code == 1
    assert b"The answer could not be printed: File too large." in said


@EITHER
def test_a_pipe_that_does_not_wait_gets_everything_however_slowly_it_is_read(program, unbuffered):
    whole = subprocess.run(SHOW, env=dict(program.env), capture_output=True, check=True).stdout
    assert len(whole) > len(WORDS)
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
    env = {**program.env, "PYTHONUNBUFFERED": unbuffered}
    running = subprocess.Popen(SHOW, env=env, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    time.sleep(1)
    got = bytearray()
    while piece := os.read(reading, 9000):
        got += piece
        time.sleep(0.005)
    os.close(reading)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, b"")
    assert got == whole


def test_a_reader_that_goes_away_ends_a_pipe_that_does_not_wait(program):
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
    env = dict(program.env)
    running = subprocess.Popen(SHOW, env=env, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    os.read(reading, 100)
    os.close(reading)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "99"), 4),
        (("show", "99", "--json"), 4),
        (("log", "x", "--who", ""), 2),
        (("nonsense",), 2),
        (("list", "--no-such"), 2),
        (("list",), 0),
    ],
)
@EITHER
def test_where_messages_have_no_room_the_exit_code_says_it(program, words, code, unbuffered):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        line = (sys.executable, "-m", "reviewlog", *words)
        how = {"stdout": -1, "stderr": full, "unbuffered": unbuffered}
        assert ended(program, line, **how)[0] == code


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_a_refusal_whose_object_has_no_room_is_still_told(program):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        code, said = ended(program, (*PROGRAM, "show", "99", "--json"), stdout=full)
    assert code == 4
    assert b"99" in said
