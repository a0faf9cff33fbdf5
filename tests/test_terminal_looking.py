"""The daily list, the week and the list of incidents on a real terminal of any width."""

import re

import pexpect
import pytest

from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import SGR
from tests.program import PROGRAM, Program, assert_harmless

pytestmark = pytest.mark.slow

PAINT = re.compile("|".join(map(re.escape, SGR)))
LOOKS = [(), ("due", "--week"), ("due", "--discreet"), ("due", "--brief"), ("list",)]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("pattern"))
    program.ok("log", "Dry.", "--who", "Dana Smith", "--threat", "open", "--phone", "07700 900123",
               "--at", "3 days ago", "--demand", "the full price", "--by", "in 5 days")  # fmt: skip
    program.ok("log", "Rude.", "--who", "Robin Moss-Featherstonehaugh", "--threat", "none")
    program.ok("log", "Cold.", "--who", "山田 太郎\x1b[2J\u202e", "--cool-until", "in 4 days")
    return program.book


@pytest.fixture
def program(tmp_path, pattern):
    return Program(tmp_path).with_a_copy_of(pattern)


def shown(program, columns, *words, **env):
    """Return what a terminal of so many columns is sent."""
    out, code = pexpect.run(
        " ".join([*PROGRAM, *words]),
        env={**program.env, **env},
        cwd=str(program.home),
        withexitstatus=True,
        timeout=20,
        dimensions=(50, columns),
    )
    assert code == 0, out
    return out.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("words", LOOKS, ids=" ".join)
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_every_look_fits_the_terminal(program, words, columns):
    out = shown(program, columns, *words)
    text = PAINT.sub("", out)
    assert_harmless(text)
    assert max(map(cells, text.split("\n"))) <= columns


@pytest.mark.parametrize("words", [(), ("due", "--week"), ("list",)], ids=" ".join)
def test_a_terminal_draws_and_nobody_else(program, words):
    drawn = shown(program, 80, *words)
    assert "\x1b[" in drawn
    assert "─" in drawn
    plain = [shown(program, 80, *words, **env) for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"})]
    for text in (*plain, program.ok(*(words or ("due",))).out):
        assert not re.search("[\x1b─━]", text)
        assert "Dana Smith" in text or "1 Dana" in text
