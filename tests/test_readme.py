"""What the README says by itself, beside what cog generates: it must hold as well."""

import json
import re
import shlex
from pathlib import Path

import pytest

from reviewlog.cli import main
from tests.builders import a_reader
from tests.fakes import SATURDAY
from tests.program import Program

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
PICTURES = {path.stem for path in (ROOT / "tests" / "pictures").glob("*.svg")}


def anchor(heading):
    """Return the address that a heading gets on a page."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def said(row):
    """Return the words in a row of a table, as they are typed."""
    line = next(line for line in README.splitlines() if line.startswith(f"| {row} |"))
    return re.findall(r"`([^`]+)`", line)


def test_every_link_inside_leads_somewhere():
    headings = {anchor(line.lstrip("# ")) for line in README.splitlines() if line.startswith("#")}
    linked = set(re.findall(r"\]\(#([^)]+)\)", README))
    assert linked
    assert linked <= headings


def test_every_picture_is_kept_with_the_tests_that_make_it():
    shown = set(re.findall(r"\(tests/pictures/(\w+)\.svg\)", README))
    assert shown == PICTURES


@pytest.mark.parametrize("words", said("it happened"))
def test_what_happened_can_be_said_so(words):
    assert a_reader(SATURDAY.replace(hour=22)).past(words).start <= SATURDAY.replace(hour=22)


@pytest.mark.parametrize("words", said("it is due"))
def test_what_is_due_can_be_said_so(words):
    assert a_reader().future(words).end > SATURDAY


def test_the_line_for_scripts_writes_an_entry(tmp_path):
    line = next(line for line in README.splitlines() if line.startswith("echo '{"))
    given = shlex.split(line)
    run = Program(tmp_path)(*given[given.index("reviewlog") + 1 :], stdin=given[1].encode())
    assert run.code == 0, run.err
    assert json.loads(run.out)["schema"] == "reviewlog.log/1"


def test_the_first_line_of_a_newcomer_logs_a_call(tmp_path):
    block = README.partition("<!-- trial command -->")[2].partition("<!-- end -->")[0]
    words = shlex.split(block.strip().removeprefix("```sh\n").removesuffix("```"))
    said = words[words.index(".venv/bin/reviewlog") + 1 :]
    run = Program(tmp_path)(*said)
    assert run.code == 0, run.err
    assert "NEXT" in run.out
    assert (tmp_path / "try" / "logbook.db").exists()


def test_every_place_that_how_it_is_built_names_is_there():
    built = README.partition("## How it is built")[2].partition("| dependency | why |")[0]
    places = [
        word for word in re.findall(r"`([\w/]+(?:/|\.py))`", built) if "." in word or "/" in word
    ]
    assert len(places) > 15
    for place in places:
        found = [ROOT / "reviewlog" / place, ROOT / place]
        found += list((ROOT / "reviewlog").glob(f"*/{place}"))
        assert any(path.exists() for path in found), place


@pytest.mark.parametrize("code", ["0", "1", "2", "4", "5"])
def test_the_exit_codes_are_those_of_the_table(tmp_path, capsys, code):
    lines = {
        "0": ["log", "It was dry.", "--who", "Dana"],
        "1": ["undo"],
        "2": ["log", "--at", "soon", "x", "--who", "Dana"],
        "4": ["show", "99"],
        "5": ["due", "--exit-code", "--on", "in 30 days"],
    }
    book = ["--book", str(tmp_path / "book")]
    if code in "45":
        main([*lines["0"], *book])
    assert main([*lines[code], *book]) == int(code)
    assert re.search(rf"^\| {code} \|", README, re.MULTILINE)
    capsys.readouterr()
