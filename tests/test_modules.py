"""What a daily command may load: time at the start is spent on imports."""

import json
import shutil
import subprocess
import sys

import pytest

from reviewlog.commands.catalogue import COMMANDS
from tests.prepared import examples, prepare
from tests.program import Program
from tests.starts import (
    MORE,
    SLOW,
    STDIN,
    UNTIMED,
    before,
    is_fast,
    is_slow,
    starts,
    words_of,
)

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
DAILY = 258
"""The same for a command of every day."""
HEAVIER = {"reply": 355, "call-card": 305, "dispute": 480, "hold": 300}
"""The same where a text is checked, months are counted, or what is reported is redacted."""
ALLOWED = {"dispute": {"reviewlog.bundle"}, "hold": {"dateutil"}}
"""A report is written with the words of the bundle; months are counted by dateutil."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("pattern"))
    program.ok(
        "log", "The vase was cracked.", "--who", "Dana", "--threat", "open", "--phone", "0123"
    )
    program.ok("log", "Rude staff.", "--who", "Robin")
    program.ok("remind", "1", "today", "Ring them")
    program.ok("remind", "2", "tomorrow 16:40", "Ask the baker")
    return program.book


@pytest.fixture
def program(tmp_path, pattern):
    """A logbook of its own for every test: making one loads what is slow."""
    return Program(tmp_path).with_a_copy_of(pattern)


def loaded(program, *words, stdin=""):
    """Return the modules that a run loaded, and how many of them a bare start has not."""
    finished = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        env=dict(program.env),
        input=stdin,
        capture_output=True,
        text=True,
        cwd=program.home,
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


@pytest.fixture(scope="session")
def story(tmp_path_factory):
    """The folder of the logbook in which every line of the help can be typed."""
    home = tmp_path_factory.mktemp("story")
    program = Program(home)
    prepare(lambda *words: program.ok(*words), home)
    return home


DAILY_LINES = [line for line in starts() if not is_slow(line) and not is_fast(line)]


@pytest.mark.parametrize("line", DAILY_LINES)
def test_a_daily_command_loads_nothing_that_is_slow(story, tmp_path, line):
    shutil.copytree(story, tmp_path, dirs_exist_ok=True)
    program = Program(tmp_path)
    for words in before(line):
        program.ok(*words)

    modules, more = loaded(program, *words_of(line), stdin=STDIN.get(line, ""))

    verb = line.split()[1]
    assert modules & (NEVER_DAILY - ALLOWED.get(verb, set())) == set()
    assert more <= HEAVIER.get(verb, DAILY)


@pytest.mark.parametrize("line", [line for line in starts() if is_fast(line)])
def test_every_line_of_the_door_loads_next_to_nothing(story, line):
    modules, more = loaded(Program(story), *words_of(line))

    assert modules & NEVER_AT_THE_DOOR == set()
    assert more <= AT_THE_DOOR


@pytest.mark.parametrize("words", [("due", "--brief"), ("due", "--json")], ids=" ".join)
def test_before_the_first_entry_the_door_loads_no_more(tmp_path, words):
    modules, more = loaded(Program(tmp_path), *words)

    assert modules & NEVER_AT_THE_DOOR == set()
    assert more <= AT_THE_DOOR


def test_every_line_that_is_left_out_is_one():
    """What was taken out of the help, or is slow no more, is left out for no reason."""
    lines = {*examples(), *MORE}

    assert set(UNTIMED) <= lines
    for verb in SLOW:
        assert any(f"{line} ".startswith(f"reviewlog {verb} ") for line in lines), verb


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
