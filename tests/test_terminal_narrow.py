"""On a narrow terminal, and where somebody objects to drawing: every line fits, nothing is drawn."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest

from reviewlog.render.layout.style import ESCAPE, SGR
from tests.lines import FAILING, LOOKING, lines, with_text
from tests.program import Program
from tests.screens import broken, wide
from tests.sweep import at_a_terminal, in_a_pipe

pytestmark = pytest.mark.slow

COLUMNS = 40
SAID = (
    "She says the cake was dry, the staff was rude, and she wants all of her £240 back by Friday."
)
STORY = [
    ("log", SAID, "--who", "Dana Smith", "--phone", "07700 900123", "--threat", "open",
     "--quote", "Refund me or I post one star.", "--demand", "The full price back", "--amount", "240",
     "--by", "friday", "--site", "google"),
    ("review", "1", "--site", "google", "--stars", "1", "--as", "CakeFan77", "--text", f"{SAID} {SAID}"),
    ("assess", "1", "partly", "The base was dry, the date was clear", "--against", SAID),
    ("attempt", "1", "offered", "A new cake on Saturday, or the money back", "--kind", "redo"),
    ("promise", "1", "ring back with an answer from the baker", "--by", "tomorrow"),
    ("note", "1", "Ask Sam who baked that day, and whether the order book has the telephone call"),
    ("remind", "1", "in 3 days", "Ask whether the refund arrived, and how the new cake was"),
    ("log", "The soup was cold", "--who", "Robin Moss-Featherstonehaugh-Cholmondeley"),
    ("log", "お皿が割れていた", "--who", "山田太郎"),
]  # fmt: skip
LONG = ("demo", "man", "completion")
"""A story of many screens, a page for a pager, a script for a shell: none is laid out for a screen."""
LOOKED = [line for line in lines(LOOKING) if line[0] not in LONG and "--json" not in line]
LOOKED = [line for line in LOOKED if "house" not in " ".join(line) and line[-1] != "schema"]
LOOKED += [("playbook", "show", "complaint"), ("claim", "1"), ("dispute", "1", "--site", "google"),
           ("reply", "1", "--check", "reply.txt"), ("reply", "rules"), ("due", "--week"), ("redact", "1"),
           ("show", "1", "--unfold"), ("show", "3"), ("playbook", "simulate", "complaint")]  # fmt: skip
UNBROKEN = re.compile(r"reviewlog |https?://|/|'[^']*'$|python -m|openssl ")
"""What must be copied in one piece: a line to type, an address, a place in the file system."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("narrow"))
    for words in STORY:
        program.ok(*words)
    return program.book


@pytest.fixture
def shop(tmp_path, pattern):
    program = Program(tmp_path)
    shutil.copytree(pattern, program.book)
    (tmp_path / "reply.txt").write_text(f"{SAID} See you in court! Ring 07700 900123.")
    return program


def bare(out):
    for sequence in SGR:
        out = out.replace(sequence, "")
    return out


def too_wide(out, columns=COLUMNS):
    """Return the lines that a terminal would break, but for what is to be typed or copied."""
    rows = bare(out).split("\n")
    return [row for row in rows if wide(row) > columns and not UNBROKEN.search(row)]


@pytest.mark.parametrize(
    "env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["plain", "no", "dumb"]
)
def test_no_line_is_wider_than_forty_columns(shop, env):
    found = {}
    for words, (code, out) in zip(LOOKED, at_a_terminal(shop, LOOKED, COLUMNS, **env), strict=True):
        assert code != 3, words
        assert not env or ESCAPE not in out, words
        if rows := too_wide(out):
            found[" ".join(words)] = rows

    assert found == {}


def test_no_refusal_is_wider_than_forty_columns(shop):
    refused = [with_text(line, "Saturn") for line in FAILING]
    found = {}
    for words, (_, out) in zip(refused, at_a_terminal(shop, refused, COLUMNS), strict=True):
        if rows := broken(bare(out), COLUMNS):
            found[" ".join(words)] = rows

    assert found == {}


def test_nothing_is_drawn_into_a_pipe(shop):
    for words, (_, out) in zip(LOOKED, in_a_pipe(shop, LOOKED), strict=True):
        assert ESCAPE not in out, words
        assert not set("─│┌┐└┘├┤┬┴┼━┃╭╮╰╯") & set(out), words


def test_what_is_drawn_reads_the_same_without(shop):
    """No colour says what no word says."""
    looked = [("due",), ("list",), ("show", "1"), ("next", "1")]
    drawn = at_a_terminal(shop, looked)
    objected = at_a_terminal(shop, looked, NO_COLOR="1")

    for words, (_, one), (_, other) in zip(looked, drawn, objected, strict=True):
        letters = [re.sub(r"[\s─]+", " ", bare(out)).strip() for out in (one, other)]
        assert letters[0] == letters[1], words


def test_a_fault_of_ours_fits_as_well(shop):
    with closing(sqlite3.connect(shop.book / "logbook.db")) as book:
        book.execute("UPDATE agenda SET due_on = '2020-Dana Smith'")
        book.commit()

    ((code, out),) = at_a_terminal(shop, [("show", "1")], COLUMNS)

    assert code == 3
    assert "this is a fault of" in out
    assert not broken(bare(out), COLUMNS)
