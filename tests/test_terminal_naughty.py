"""At a real terminal: hostile texts are printed by every verb, and nothing happens to it."""

import shutil

import pytest

from reviewlog.domain.harmless import is_harmless
from reviewlog.render.layout.style import ESCAPE, SGR
from tests.bundle.conftest import naughty_strings
from tests.hostile import ALL, PAYLOADS, hostile_book
from tests.lines import FAILING, LOOKING, WRITING, lines, with_text
from tests.program import Program
from tests.sweep import at_a_terminal, in_a_pipe, script
from tests.tmux import Tmux

pytestmark = pytest.mark.slow

TYPED = ALL.replace("\0", "")
EVERY = [with_text(line, TYPED) for line in [*lines(LOOKING), *FAILING, *lines(WRITING)]]
OBJECTIONS = [{"NO_COLOR": "1"}, {"TERM": "dumb"}]
EACH = 60
"""Naughty strings to an incident."""
SEEN = {"title", "clipboard", "colour", "a sequence of ours", "cursor hidden", "alternate screen",
        "mouse", "scroll region", "keypad", "charset", "insert and origin mode", "no wrap",
        "asks for an answer", "APC and PM"}  # fmt: skip
"""The payloads whose work can be seen in tmux when they are let loose."""


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    return hostile_book(tmp_path_factory.mktemp("evil") / "book", [ALL, *PAYLOADS.values()], 26)


@pytest.fixture
def evil(tmp_path, pattern):
    program = Program(tmp_path)
    shutil.copytree(pattern, program.book)
    (tmp_path / "picture.txt").write_text(ALL)
    return program


@pytest.fixture
def terminal(tmp_path, evil):
    opened = Tmux(tmp_path, evil.env)
    opened.run("true")
    yield opened
    opened.close()


def assert_only_our_own(out, words):
    assert not [sequence for sequence in SGR if f"{sequence}bold" in out], words
    for sequence in SGR:
        out = out.replace(sequence, "")
    assert not {f"U+{ord(char):04X}" for char in out if not is_harmless(char)}, words


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_a_payload_that_is_let_loose_is_noticed(terminal, name):
    before = terminal.state()
    (terminal.folder / "loose").write_bytes(PAYLOADS[name].encode())
    terminal.run(f"cat {terminal.folder}/loose")

    assert (terminal.state() != before) == (name in SEEN)


@pytest.mark.parametrize(
    "typed", [lines(LOOKING), lines(WRITING), FAILING], ids=["looking", "writing", "refusing"]
)
def test_every_verb_leaves_the_terminal_as_it_was(terminal, evil, typed):
    path = script(evil, [with_text(line, TYPED) for line in typed])
    before = terminal.state()
    terminal.run(f"cd {evil.home}; sh {path}")

    assert terminal.state() == before
    assert f"@@{len(typed) - 1} " in terminal.screen()


def test_the_naughty_strings_leave_the_terminal_as_it_was(terminal, evil, tmp_path):
    shutil.rmtree(evil.book)
    hostile_book(evil.book, naughty_strings(), EACH)
    numbers = range(1, 515 // EACH + 2)
    whole = [("list",), ("due", "--days", "90"), ("next",), ("verify",), ("playbook", "check")]
    each = [
        (verb, str(n)) for n in numbers for verb in ("show", "next", "why", "call-card", "claim")
    ]
    before = terminal.state()
    terminal.run(f"cd {evil.home}; sh {script(evil, [*whole, *each])}")

    assert terminal.state() == before


def test_at_a_terminal_nothing_but_our_own_sequences_is_sent(evil):
    for words, (code, out) in zip(EVERY, at_a_terminal(evil, EVERY), strict=True):
        assert code != 3, words
        assert_only_our_own(out, words)


@pytest.mark.parametrize("env", OBJECTIONS, ids=lambda env: next(iter(env)))
def test_no_escape_at_all_is_sent_when_somebody_objects(evil, env):
    for words, (_, out) in zip(EVERY, at_a_terminal(evil, EVERY, **env), strict=True):
        assert all(map(is_harmless, out)), words


def test_no_escape_at_all_is_sent_into_a_pipe(evil):
    exact = [words for words in EVERY if "--print" in words]
    for words, (_, out) in zip(EVERY, in_a_pipe(evil, EVERY), strict=True):
        assert words in exact or all(map(is_harmless, out)), words


def test_each_stream_is_judged_alone(evil):
    """stdout goes into a file while stderr is a terminal: no escape reaches either."""
    kept = evil.home / "kept"
    looked = [*lines(LOOKING), *FAILING[:5]]
    for words, (_, out) in zip(
        looked, at_a_terminal(evil, looked, behind=f">> {kept}"), strict=True
    ):
        assert ESCAPE not in out, words
    assert ESCAPE not in kept.read_text()
    assert kept.stat().st_size > 10_000
