"""Every line that the help tells an owner to type is typed: it does what it says."""

import re
import shlex
import shutil
import zipfile

import pytest

from reviewlog.cli import main
from reviewlog.commands.catalogue import TOPICS
from reviewlog.commands.meanings import ACTIONS, MEANINGS
from reviewlog.render.help.topics import topic_blocks
from tests.commands.conftest import FakeMachine
from tests.fakes import FakeClock
from tests.prepared import ANSWER, BEFORE, examples, prepare

MEANT = {
    f"reviewlog {line}"
    for table in (MEANINGS, *ACTIONS.values())
    for lines in table.values()
    for line in lines
}
ASKED = {
    "reviewlog dispute 12 --site google": ["n"] * 20,
    "reviewlog reply 12": ["partly", "A birthday cake has to be fresh.", "", "", ""],
}
"""What is answered where a line asks; in a script it would say what is missing."""

ENDS = {"reviewlog due --brief --exit-code": 5}
"""How a line ends that tells something by its exit code."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """The folder of the story, with its logbook and its papers."""
    folder = tmp_path_factory.mktemp("prepared")
    machine = FakeMachine(FakeClock(), folder)

    def run(*words):
        assert main([*words, "-q"], machine) == 0, words

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        prepare(run, folder)
    return folder


@pytest.fixture
def typed(prepared, run, machine, tmp_path):
    """Return a function that types a line in the story; questions are answered with yes."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    (tmp_path / "their-mail.txt").write_text(run("anchor", "--print").out)

    def line(text):
        machine.answers[:] = ASKED.get(text, ())
        machine.edited = ANSWER if text in ASKED else None
        words = shlex.split(text.partition(" > ")[0])
        assert words.pop(0) == "reviewlog", text
        code = ENDS.get(text, 0)
        return run(*words) if "--version" in words else run(*words, "-y", code=code)

    return line


@pytest.mark.parametrize("line", sorted({*examples(), *MEANT}))
def test_every_example_works(typed, line):
    for before in BEFORE.get(line, ()):
        typed(before)

    typed(line)


@pytest.mark.parametrize("topic", TOPICS)
def test_the_lines_of_a_topic_work_one_after_the_other(typed, machine, tmp_path, topic):
    """Lines for the shell itself are copies of the logbook's folder: they are made."""
    copy = tmp_path / "copy"
    for kind, text in topic_blocks(topic):
        if kind == "line" and text.startswith("cp -a "):
            shutil.copytree(machine.default_book(), copy)
        elif kind == "line":
            typed(re.sub(r"/media/stick/\S+", str(copy), text))


def test_a_copy_of_the_folder_is_the_whole_logbook(typed, machine, run, tmp_path):
    shutil.copytree(machine.default_book(), tmp_path / "copy")
    shown = run("show", "12").out
    shutil.rmtree(machine.default_book())
    shutil.copytree(tmp_path / "copy", machine.default_book())

    assert run("show", "12").out == shown
    assert run("verify").out


def test_the_topics_are_right_about_where_the_logbook_lies(typed, machine):
    assert str(machine.default_book()) in typed("reviewlog doctor").out.splitlines()[-1]


def test_the_topics_are_right_about_what_is_mailed(typed):
    lines = typed("reviewlog anchor --print").out.splitlines()

    assert len([line for line in lines if line]) == 4


def test_the_topics_are_right_about_what_a_lawyer_gets(typed, tmp_path):
    typed("reviewlog assess 12 partly 'Her dog ate half of it'")
    typed("reviewlog note 12 'A thought of mine'")
    typed("reviewlog note 12 --lawyer 'He said the same to the shop next door'")

    typed("reviewlog export 12 --for lawyer")

    with zipfile.ZipFile(tmp_path / "incident-12-lawyer.zip") as bundle:
        report = "".join(
            bundle.read(name).decode() for name in bundle.namelist() if name.endswith("html")
        )
    assert "He said the same to the shop next door" in report
    assert "A thought of mine" not in report
    assert "Her dog ate half of it" not in report


def test_the_topics_are_right_about_what_is_held(typed, run):
    typed("reviewlog hold 12 --until 'in 1 year' --why 'She spoke of her lawyer'")

    run("erase", "--who", "Dana Smith", "--why", "asked for it", "-y", code=1)

    assert "Dana Smith" in run("show", "12").out
