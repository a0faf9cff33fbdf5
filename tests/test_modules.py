"""What a daily command may load: time at the start is spent on imports."""

import json
import shutil
import subprocess
import sys

import pytest

from reviewlog.commands.catalogue import COMMANDS
from tests.builders import FIRST
from tests.program import Program

RUN = """
import json, sys
before = len(sys.modules)
sys.argv = ["reviewlog", *sys.argv[1:]]
from reviewlog.door import main
code = main()
sys.stdout.flush()
print(json.dumps([code, before, sorted(sys.modules)]), file=sys.stderr)
"""
NEVER_DAILY = {"pydantic", "sqlite_utils", "yaml", "dateutil", "importlib.metadata", "rich", "click",
               "jinja2", "platformdirs", "holidays", "cryptography", "reviewlog.bundle"}  # fmt: skip
NEVER_AT_THE_DOOR = NEVER_DAILY | {
    "typer", "dataclasses", "inspect", "typing", "pathlib", "subprocess", "tempfile", "textwrap",
    "traceback", "reviewlog.cli", "reviewlog.commands", "reviewlog.logbook",
    "reviewlog.playbook", "reviewlog.store.book", "reviewlog.domain.errors", "rfc8785",
}  # fmt: skip
AT_THE_DOOR = 40
"""How many modules the door may load beyond a bare start, which has about 60 itself."""
DAILY = 242
"""The same for a command of every day."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("pattern"))
    program.ok(
        "log", "The vase was cracked.", "--who", "Dana", "--threat", "open", "--phone", "0123"
    )
    program.ok("log", "Rude staff.", "--who", "Robin")
    program.ok("remind", "1", "today", "Ring them")
    return program.book


@pytest.fixture
def program(tmp_path, pattern):
    """A logbook of its own for every test: making one loads what is slow."""
    program = Program(tmp_path)
    shutil.copytree(pattern, program.book)
    return program


def loaded(program, *words):
    """Return the modules that a run loaded, and how many of them a bare start has not."""
    finished = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        env=dict(program.env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    code, before, modules = json.loads(finished.stderr.splitlines()[-1])
    assert code == 0
    return set(modules), len(modules) - before


@pytest.mark.parametrize(
    "words",
    [(), ("due",), ("due", "--json"), ("due", "--on", "tomorrow"), ("due", "--days", "30"),
     ("--json",), ("due", "-q"), ("due", "--discreet"), ("--no-input", "due", "--json", "--on", "friday", "--days", "1")],
    ids=" ".join,
)  # fmt: skip
def test_the_door_loads_next_to_nothing(program, words):
    modules, more = loaded(program, *words)

    assert modules & NEVER_AT_THE_DOOR == set()
    assert more <= AT_THE_DOOR


def test_the_door_to_the_default_folder_loads_no_more(program):
    program.book.rename(program.home / "reviewlog")
    kept = {name: value for name, value in program.env.items() if name != "REVIEWLOG_BOOK"}
    program.env = kept | {"XDG_DATA_HOME": str(program.home)}

    modules, more = loaded(program)

    assert "sqlite3" in modules
    assert modules & NEVER_AT_THE_DOOR == set()
    assert more <= AT_THE_DOOR


@pytest.mark.parametrize(
    "words",
    [
        ("log", "She rang again.", "--who", "Dana"),
        ("log", "She rang again.", "--who", "Dana", "--json"),
        ("log", "She rang.", "--incident", "2", "--at", "yesterday", "--by", "friday"),
        ("next",),
        ("next", "1", "--json"),
        ("done", "1", f"reminder-{FIRST + 4}"),
        ("show", "1"),
        ("show", "1", "--json"),
        ("list",),
        ("list", "--open"),
        ("note", "1", "A thought."),
        ("demand", "1", "All of it back", "--amount", "240"),
        ("attempt", "1", "offered", "A new vase"),
        ("assess", "1", "partly"),
        ("snooze", "1", "tomorrow", "--step", "assess"),
        ("skip", "1", "exact-words", "--why", "no time"),
        ("remind", "1", "tomorrow", "Ring them"),
        ("undo",),
        ("due", "--exit-code", "--on", "2020-01-01"),
    ],
    ids=" ".join,
)
def test_a_daily_command_loads_nothing_that_is_slow(program, words):
    modules, more = loaded(program, *words)

    assert modules & NEVER_DAILY == set()
    assert more <= DAILY


def test_a_verb_loads_no_other_verb(program):
    modules, _ = loaded(program, "list")

    verbs = {m.removeprefix("reviewlog.commands.") for m in modules if "reviewlog.commands." in m}
    assert verbs & {"log", "show", "export", "demo", "amend", "due", "next"} == set()


@pytest.mark.parametrize("words", [("help",), ("--help",), ("help", "backup")], ids=" ".join)
def test_help_loads_no_verb_but_its_own(program, words):
    modules, _ = loaded(program, *words)

    verbs = {m.removeprefix("reviewlog.commands.") for m in modules if "reviewlog.commands." in m}
    assert verbs & {*COMMANDS, "listing", "callcard", "playbooks", "sites"} == {"help"}
    assert modules & NEVER_DAILY == set()
