"""Old code pages, and pipes that know ASCII only: plain signs, and never a crash."""

import shutil

import pytest

from tests.hostile import hostile_book
from tests.lines import FAILING, LOOKING, WRITING, lines, with_text
from tests.program import Program
from tests.sweep import at_a_terminal, in_a_pipe

pytestmark = pytest.mark.slow

TEXT = "“Zoë’s naïve café” – 日本 … £5 👩\u200d🍳 Łódź"  # noqa: RUF001
EVERY = [with_text(line, TEXT) for line in [*lines(LOOKING), *FAILING, *lines(WRITING)]]
SPOKEN = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "C": {"LANG": "C", "LC_ALL": "C"},
}


OF_OLD = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Python's help against such a locale switched off: not even what is typed arrives as letters."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    return hostile_book(tmp_path_factory.mktemp("zoe") / "book", [TEXT, "Zoë Müller"], 2)


@pytest.fixture
def zoe(tmp_path, pattern):
    program = Program(tmp_path)
    shutil.copytree(pattern, program.book)
    (tmp_path / "picture.txt").write_text(TEXT)
    return program


@pytest.fixture(scope="module")
def usual(tmp_path_factory, pattern):
    """What every line ends with where everything can be printed."""
    program = Program(tmp_path_factory.mktemp("usual"))
    shutil.copytree(pattern, program.book)
    (program.home / "picture.txt").write_text(TEXT)
    return [code for code, _ in in_a_pipe(program, EVERY)]


@pytest.mark.parametrize("name", SPOKEN)
def test_every_line_ends_as_ever(zoe, usual, name):
    spoken = SPOKEN[name].get("PYTHONIOENCODING", "utf-8")
    ended = in_a_pipe(zoe, EVERY, spoken, **SPOKEN[name])

    assert 3 not in usual
    assert [code for code, _ in ended] == usual
    for words, (_, out) in zip(EVERY, ended, strict=True):
        assert "Traceback" not in out, words
        assert spoken != "ascii" or out.isascii()


def test_no_line_is_a_fault_where_nothing_but_ascii_is_known(zoe):
    for words, (code, out) in zip(EVERY, in_a_pipe(zoe, EVERY, "ascii", **OF_OLD), strict=True):
        assert code != 3, words
        assert "Traceback" not in out, words


def test_names_and_marks_are_readable_in_ascii(zoe):
    (_, shown), (_, listed) = in_a_pipe(zoe, [["show", "1"], ["list"]], "ascii", **SPOKEN["ascii"])

    assert '"Zoe\'s naive cafe" - ???? ... GBP 5' in shown.replace("\n", " ")
    assert "Lodz" in shown
    assert "Zoe" in listed


def test_a_table_is_drawn_with_the_signs_there_are(zoe):
    looked = [["list"], ["show", "1"], ["due"], ["due", "--week"]]
    for code, out in at_a_terminal(zoe, looked, 80, "", **SPOKEN["ascii"]):
        assert code == 0
        assert out.isascii()
    assert "----" in at_a_terminal(zoe, [["list"]], 80, "", **SPOKEN["ascii"])[0][1]
