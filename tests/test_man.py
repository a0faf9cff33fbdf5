"""The manual: made from the same source as the help, and sound for every program that reads it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reviewlog.cli import main
from reviewlog.commands.catalogue import COMMANDS, GROUPS, TOPICS
from reviewlog.commands.describing import page_of
from reviewlog.domain import errors
from reviewlog.render.help.facts import ENDS, FILES, VARIABLES
from reviewlog.render.help.roff import said
from reviewlog.render.help.topics import topic_blocks

SOURCE = Path(__file__).parents[1] / "reviewlog"
WHOLE = [f"{verb} {action}" for verb, (table, _) in GROUPS.items() for action in table]


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The manual in a file."""
    from contextlib import redirect_stdout

    path = tmp_path_factory.mktemp("man") / "reviewlog.1"
    with path.open("w") as file, redirect_stdout(file):
        assert main(["man"]) == 0
    return path


def read(program, *words, **env):
    """Run a program over the manual; return what it printed, and what it complained of."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run(
        [program, *map(str, words)],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("device", ["utf8", "ascii", "ps"])
def test_groff_has_nothing_to_say_against_it(page, device):
    assert read("groff", "-man", "-ww", "-z", f"-T{device}", page) == ("", "")


def test_mandoc_has_nothing_to_say_against_it(page):
    assert read("mandoc", "-Tlint", page) == ("", "")


@pytest.mark.parametrize("words", [("--warnings",), ()])
def test_man_shows_it_with_lines_that_can_be_typed(page, words):
    shown, complaints = read(
        "man",
        *words,
        "-l",
        page,
        MANWIDTH="200",
        LC_ALL="C.UTF-8",
        MAN_KEEP_FORMATTING="",
        PAGER="cat",
    )

    assert complaints == ""
    lines = [line.strip() for line in shown.splitlines()]
    for verb in (*COMMANDS, *WHOLE):
        assert set(page_of(verb).examples) <= set(lines), verb


def test_every_verb_option_and_topic_is_in_it(page):
    text = page.read_text()

    for verb in (*COMMANDS, *WHOLE):
        assert f'.SS "{said(verb)}"' in text
        for name, _ in page_of(verb).options:
            assert rf"\fB{said(name)}\fR" in text
    for topic in TOPICS:
        for kind, line in topic_blocks(topic):
            assert kind == "text" or kind == "item" or said(line) in text


def test_it_is_plain_ascii_and_no_line_is_taken_for_a_request(page):
    text = page.read_text()

    assert text.isascii()
    requests = {line.split()[0] for line in text.splitlines() if line[:1] in (".", "'")}
    assert requests == {".TH", ".SH", ".SS", ".PP", ".TP", ".IP", ".B", ".in", ".nf", ".fi", ".nh"}


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\\b", r"a\eb"),
        ("--who 'D'", r"\-\-who \(aqD\(aq"),
        ("£5 “x”", r"\(Po5 \(lqx\(rq"),
        ("✓", r"\[u2713]"),
    ],
)
def test_what_means_something_to_roff_is_taken_out_of_a_text(text, safe):
    assert said(text) == safe


def test_all_exit_codes_are_told():
    classes = [one for one in vars(errors).values() if isinstance(one, type)]
    codes = {str(one.exit_code) for one in classes if issubclass(one, errors.ReviewlogError)}

    assert codes | {"0", "3", "5", "130"} == {code for code, _ in ENDS}


def test_all_variables_that_are_read_are_told():
    source = (SOURCE / "environment.py").read_text()
    read_here = set(re.findall(r'environ\.get\("([A-Z_]+)"', source))

    assert read_here == {name for names, _ in VARIABLES for name in names.split(", ")}


def test_the_files_that_are_told_are_named_in_the_program():
    source = "".join(path.read_text() for path in (SOURCE / "store").rglob("*.py"))
    source += "".join(path.read_text() for path in (SOURCE / "logbook").rglob("*.py"))

    for name, _ in FILES:
        assert f'"{name.rstrip("/")}"' in source
