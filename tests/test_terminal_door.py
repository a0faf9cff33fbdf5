"""The fast door at a terminal: it draws what the command line draws."""

import pexpect
import pytest

from tests.program import PROGRAM, Program

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("door"))
    program.ok("log", "The vase was cracked.", "--who", "Dana\x1b[31m王", "--threat", "open", "-q")
    program.ok("log", "Rude staff.", "--who", "Robin Moss-Featherstonehaugh", "-q")
    program.ok("remind", "2", "in 3 days", "Ring them, and have the order form at hand.", "-q")
    program.ok("remind", "2", "tomorrow 16:40", "Ask the baker.", "-q")
    return program


def drawn(program, columns, *words, **env):
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *words],
        env={**program.env, **env},
        dimensions=(60, columns),
        timeout=60,
    )
    child.expect(pexpect.EOF)
    child.close()
    return child.before


@pytest.mark.parametrize("columns", [40, 72, 120])
@pytest.mark.parametrize(
    "env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"PYTHONIOENCODING": "cp437"}], ids=str
)
def test_the_door_draws_what_the_command_line_draws(program, columns, env):
    for words in (("due",), ("due", "--discreet"), ("due", "--brief"), ("due", "--on", "friday")):
        seen = drawn(program, columns, *words, **env)

        assert seen == drawn(program, columns, *words, "--exit-code", **env)
        assert (b"\x1b" in seen) == (
            words[-1] != "--brief" and not env.keys() & {"NO_COLOR", "TERM"}
        )


def test_a_greeting_says_nothing_where_nothing_is_due(program):
    assert b"reviewlog due" in drawn(program, 80, "due", "--brief")
    assert drawn(program, 80, "due", "--brief", "--on", "2020-01-01") == b""


@pytest.mark.parametrize("columns", [40, 80])
def test_the_door_tells_the_hour_of_what_is_due_at_one(program, columns):
    assert b"16:40" in drawn(program, columns, "due")
