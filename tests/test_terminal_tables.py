"""The tables of commands that are not daily, on a real terminal, where somebody objects, in a pipe."""

import json
import re
import subprocess
import sys

import pytest

from reviewlog.render.layout.cells import cells
from reviewlog.render.layout.style import ESCAPE, LINE, SGR
from tests.builders import HOUSE
from tests.program import Program, assert_harmless
from tests.sweep import at_a_terminal, in_a_pipe

pytestmark = pytest.mark.slow

TABLES = [("playbook", "list"), ("site", "list"), ("schema",), ("why", "1")]
TITLE = r'"My \e[31mown [bold]rules[/bold] \u202e"'
RICH = "import json, sys; from reviewlog.door import main; main(); print(json.dumps('rich' in sys.modules))"


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("tables"))
    program.ok("log", "Dry.", "--who", "Dana \x1b[2J[red]Smith[/red]", "--threat", "open")
    own = program.book / "playbooks"
    own.mkdir()
    (own / "house.yaml").write_text(HOUSE.replace("The rules of the house", TITLE))
    return program


def bare(text):
    for sequence in SGR:
        text = text.replace(sequence, "")
    return text


@pytest.mark.parametrize("columns", [64, 80, 120])
def test_a_terminal_gets_a_table_with_one_rule_that_fits(shop, columns):
    for words, (code, out) in zip(TABLES, at_a_terminal(shop, TABLES, columns), strict=True):
        text = bare(out)
        assert code == 0, words
        assert_harmless(text)
        assert len(re.findall(f"^{LINE}+$", text, re.MULTILINE)) == 1, words
        assert not set("│┌┐└┘├┤┬┴┼━┃") & set(text), words
        assert max(map(cells, text.split("\n"))) <= columns, words


def test_what_is_yours_is_shown_harmless_and_as_it_was_written(shop):
    ((_, out),) = at_a_terminal(shop, [("playbook", "list")], 120)
    assert "My ⟨U+001B⟩[31mown" in out
    assert "[bold]rules[/bold]" in out


def test_forty_columns_get_lines_instead(shop):
    for words, (_, out) in zip(TABLES, at_a_terminal(shop, TABLES, 40), strict=True):
        assert LINE not in out, words
        assert max(map(cells, bare(out).split("\n"))) <= 40 or words[0] == "why"


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["no", "dumb"])
def test_nothing_is_drawn_where_somebody_objects(shop, env):
    for words, (code, out) in zip(TABLES, at_a_terminal(shop, TABLES, 80, **env), strict=True):
        assert code == 0, words
        assert ESCAPE not in out, words
        assert LINE not in out, words


def test_an_old_code_page_gets_a_table_of_plain_signs(shop):
    told = at_a_terminal(shop, TABLES, 80, PYTHONIOENCODING="ascii")
    for words, (code, out) in zip(TABLES, told, strict=True):
        assert code == 0, words
        assert "-" * 20 in out, words


def test_no_row_of_the_lines_is_missing_in_the_table(shop):
    drawn, plain = at_a_terminal(shop, TABLES, 100), in_a_pipe(shop, TABLES)
    for words, (_, table), (_, lines) in zip(TABLES, drawn, plain, strict=True):
        names = re.findall(r"^ {0,2}([a-z0-9-]+)(?: {2,}|$)", lines, re.MULTILINE)
        assert len(names) >= 10, words
        assert all(re.search(rf"^{name} ", bare(table), re.MULTILINE) for name in names), words


@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_a_pipe_does_not_load_what_draws(shop, words):
    run = subprocess.run(
        [sys.executable, "-c", RICH, *words], env=dict(shop.env), capture_output=True, check=True
    )
    assert json.loads(run.stdout.decode().splitlines()[-1]) is False
