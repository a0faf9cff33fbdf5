"""Every verb and every action takes --json, and answers with one published object."""

import json

import pytest

from reviewlog.cli import main
from reviewlog.commands.catalogue import COMMANDS, GROUPS
from tests.commands.conftest import FakeMachine
from tests.fakes import FakeClock
from tests.hostile import PAYLOADS, hostile_book
from tests.lines import LOOKING, WRITING, lines, with_text
from tests.promises import kept

MORE = [
    (), ("playbook",), ("site",), ("playbook", "upgrade", "1"), ("playbook", "use", "1", "complaint"),
    ("playbook", "start", "invitations"), ("playbook", "copy", "complaint"), ("help", "first-call"),
    ("due", "--week"), ("due", "--brief"), ("away",), ("reply", "rules"), ("schema", "log-input"),
]  # fmt: skip
"""Lines of actions, and words, that the tables have not."""
LAST = [
    ("hold", "1", "--lift", "--why", "x"),
    ("erase", "8", "--field", "text", "--why", "x", "-y"),
    ("done", "2", "why-now"),
]
"""What only works once something else was taken back."""
SCHEMAS = ("schema", "playbook schema")
"""What prints a JSON Schema, with --json or without."""
HELPING = ("--help", "--version")
LINES = [
    line for line in (*lines(LOOKING), *MORE, *lines(WRITING), *LAST) if not {*HELPING} & {*line}
]


def verb_of(line):
    """Return the verb of a line, with its action where it has one."""
    if not line:
        return "due"
    first, *others = line
    if first not in GROUPS:
        return first
    return f"{first} {others[0] if others else GROUPS[first][1]}"


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    return hostile_book(tmp_path_factory.mktemp("json") / "book", [*PAYLOADS.values()], 26)


@pytest.fixture(scope="module")
def answers(pattern):
    """Return what every line answers, all one after the other in one logbook."""
    folder = pattern.parent
    (folder / "picture.txt").write_text("x")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        yield lambda line: main(
            [*with_text(line, "Saturn"), "--json"], FakeMachine(FakeClock(), folder)
        )


def test_every_verb_and_every_action_has_a_line():
    actions = {f"{verb} {action}" for verb, (known, _) in GROUPS.items() for action in known}
    assert {verb_of(line) for line in LINES} == {*COMMANDS, *actions} - {*GROUPS}


def test_every_line_answers_with_one_object_of_a_published_schema(answers, capsys):
    answered = set()
    for line in LINES:
        code = answers(tuple(word for word in line if word != "--json"))
        found = json.loads(capsys.readouterr().out)
        if "schema" not in found:
            assert verb_of(line) in SCHEMAS, line
            assert found["$schema"].startswith("https://json-schema.org/"), line
            continue
        kept(found)
        assert found["schema"].startswith("reviewlog."), line
        if found["schema"] == "reviewlog.error/1":
            assert code == found["exit_code"] != 0, line
        else:
            answered.add(verb_of(line))
    assert answered | {*SCHEMAS} == {verb_of(line) for line in LINES}
