"""show at a real terminal: within its width, drawn where nobody objects, hurtful words folded."""

import pexpect
import pytest

from tests.program import PROGRAM, Program
from tests.screens import SGR, bare, overwide

pytestmark = pytest.mark.slow

THREAT = "Pay me, or one star"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("show"))
    program.ok(
        "log", "It was dry, and she wants a new one as well as her money", "--who", "Dana Smith",
        "--threat", "open", "--quote", THREAT, "--demand", "her money", "--by", "friday",
    )  # fmt: skip
    return program


def at_width(program, columns, *words, **env):
    """Return what a run prints at a terminal of some columns."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *words],
        env={**program.env, **env},
        cwd=str(program.home),
        encoding="utf-8",
        timeout=15,
        dimensions=(24, columns),
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    return child.before.replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("words", [("show", "1"), ("next", "1"), ("call-card", "1", "--no-input")])
def test_every_line_fits_and_only_our_looks_are_sent(program, columns, words):
    out = at_width(program, columns, *words)
    assert overwide(out, columns) == []
    assert SGR.search(out)
    assert "\x1b" not in bare(out)
    assert THREAT not in out


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_where_somebody_objects_the_same_words_are_plain(program, env):
    plain = at_width(program, 80, "show", "1", **env)
    assert "\x1b" not in plain
    assert plain == program.ok("show", "1").out
    drawn = bare(at_width(program, 80, "show", "1")).splitlines()
    assert [line for line in drawn if set(line) != {"─"}] == plain.splitlines()
