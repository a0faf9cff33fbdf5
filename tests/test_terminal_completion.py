"""The Tab key in real shells: what it puts on the line is what was meant, and nothing is run."""

import contextlib
import os
import shutil
import sys
import time

import pexpect
import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

QUIET = 0.2
"""Seconds without a sign of the shell's after which it has done what was asked."""
PATIENCE = 20
HOSTILE = {
    "A": "A$(touch pwned)",
    "B": "B`touch pwned`",
    "C": "C'; touch pwned; '",
    "D": 'D"; touch pwned; "',
    "E": "E\\ & touch pwned #",
    "F": "F | touch pwned > pwned",
    "G": "G * ? [a-z] {x,y} ~",
    "H": "H!! !$ ^a^b",
    "I": "I=y:z@w,%F{red}",
    "K": "K Zoë Ünal 王",
    "L": "L<(touch pwned)",
    "M": "M ${IFS} $HOME %s %n",
}
"""Names of customers by their first letter."""
UNSEEN = {"V": "V\x1b]0;pwned\x07", "W": "W\u202edrawrof", "X": "X\ny", "Y": "Y\ty"}
"""Names that no line may carry: they are asked for by the incident's number."""
START = {
    "bash": ("bash", ["--norc", "--noprofile", "-i"], "PS1='> '"),
    "zsh": ("zsh", ["-f", "-i"], "PS1='> '; autoload -Uz compinit && compinit -D"),
    "fish": ("fish", ["--no-config", "-i"], "function fish_prompt; echo -n '> '; end"),
}
TOLD = {
    "bash": 'reviewlog() { printf "%s\\0" "$@" > "$HOME/told"; }',
    "zsh": 'reviewlog() { printf "%s\\0" "$@" > "$HOME/told"; }',
    "fish": 'function reviewlog; printf "%s\\0" $argv > "$HOME/told"; end',
}
"""In the program's place: what the shell made of the line, word by word."""
SWITCH = {
    "bash": 'eval "$(reviewlog completion bash)"',
    "zsh": 'eval "$(reviewlog completion zsh)"',
    "fish": "reviewlog completion fish | source",
}
SHELLS = [
    pytest.param(s, marks=pytest.mark.skipif(not shutil.which(s), reason=f"no {s} here"))
    for s in START
]


@pytest.fixture(scope="module")
def pattern(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("pattern"))
    for name in (HOSTILE | UNSEEN).values():
        program.ok("log", "It was dry.", "--who", name, "--new", "-q")
    return program.book


class Shell:
    """A shell at a terminal, with the Tab key switched on."""

    def __init__(self, name, home, book):
        self.name, self.home, self.told = name, home, home / "told"
        folder = home / "bin"
        folder.mkdir()
        program = folder / "reviewlog"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reviewlog "$@"\n')
        program.chmod(0o755)
        command, options, prompt = START[name]
        env = {"HOME": str(home), "PATH": f"{folder}:{os.environ['PATH']}", "LANG": "C.UTF-8",
               "LC_ALL": "C.UTF-8", "TERM": "xterm", "REVIEWLOG_BOOK": str(book)}  # fmt: skip
        self.child = pexpect.spawn(
            command, options, cwd=home, env=env, encoding="utf-8", dimensions=(60, 160), timeout=5
        )
        for line in (prompt, SWITCH[name], TOLD[name]):
            self.type(line + "\r")

    def type(self, keys):
        """Type, and return what the screen was sent until it is still."""
        self.child.send(keys)
        seen, until = "", time.monotonic() + PATIENCE
        still = time.monotonic()
        while time.monotonic() < until and time.monotonic() - still < QUIET + 0.4 * keys.count(
            "\t"
        ):
            with contextlib.suppress(pexpect.TIMEOUT):
                seen += self.child.read_nonblocking(65536, 0.05)
                still = time.monotonic()
        return seen

    def named(self, variable, value):
        """Return the line that sets a variable."""
        return (
            f"set -gx {variable} {value}" if self.name == "fish" else f"export {variable}={value}"
        )

    def words(self, keys):
        """Type a line with Tab in it, then Enter; return the words that the program was given."""
        self.told.unlink(missing_ok=True)
        self.child.send(keys + "\r")
        until = time.monotonic() + PATIENCE
        while not self.told.exists() and time.monotonic() < until:
            time.sleep(0.02)
        assert self.told.exists(), self.type("")
        self.type("")
        return self.told.read_bytes().decode().split("\0")[:-1]


@pytest.fixture
def shell(request, tmp_path, pattern):
    opened = Shell(request.param, tmp_path, pattern)
    yield opened
    opened.child.close(force=True)
    assert not list(tmp_path.rglob("*pwned*"))


every_shell = pytest.mark.parametrize("shell", SHELLS, indirect=True)


@every_shell
def test_a_verb_an_option_and_a_closed_word_are_finished(shell):
    assert shell.words("reviewlog call\t12") == ["call-card", "12"]
    assert shell.words("reviewlog log --thr\tvei\t") == ["log", "--threat", "veiled"]
    assert shell.words("reviewlog log --threat=vei\t") == ["log", "--threat=veiled"]
    assert shell.words("reviewlog --json play\tsim\tcompl\t") == [
        "--json", "playbook", "simulate", "complaint",
    ]  # fmt: skip


@every_shell
def test_a_hostile_name_is_put_on_the_line_whole_and_runs_nothing(shell):
    for letter, name in HOSTILE.items():
        assert shell.words(f"reviewlog log --who {letter}\t") == ["log", "--who", name]


@every_shell
def test_inside_quotation_marks_and_behind_an_equals_sign_too(shell):
    for letter, name in HOSTILE.items():
        assert shell.words(f'reviewlog log --who "{letter}\t') == ["log", "--who", name]
        assert shell.words(f"reviewlog log --who '{letter}\t") == ["log", "--who", name]
        assert shell.words(f"reviewlog log --who={letter}\t") == ["log", f"--who={name}"]


@every_shell
def test_a_name_is_finished_whatever_its_capitals(shell):
    assert shell.words("reviewlog show k\t") == ["show", HOSTILE["K"]]


@every_shell
def test_a_name_that_no_line_may_carry_is_not_offered(shell):
    for letter in UNSEEN:
        assert shell.words(f"reviewlog log --who {letter}\t") == ["log", "--who", letter]


@every_shell
def test_the_list_of_incidents_tells_whose_they_are_and_no_name_moves_the_cursor(shell):
    seen = shell.type("reviewlog show \t\t")

    assert "touch pwned" in seen
    assert "Zoë Ünal" in seen
    assert "⟨U+001B⟩" in seen
    assert "\x1b]0;pwned" not in seen
    assert "\u202e" not in seen


@every_shell
def test_files_are_offered_where_files_go(shell):
    (shell.home / "letter of Dana.pdf").write_text("x")

    assert shell.words("reviewlog attach 1 lett\t") == ["attach", "1", "letter of Dana.pdf"]
    assert shell.words("reviewlog log --attach lett\t") == ["log", "--attach", "letter of Dana.pdf"]
    assert shell.words("reviewlog log --attach=lett\t") == ["log", "--attach=letter of Dana.pdf"]
    (shell.home / "letter box").mkdir()
    assert shell.words("reviewlog --book lett\tx") == ["--book", "letter box/x"]


@every_shell
def test_without_a_logbook_the_key_is_quiet(shell):
    shell.type(shell.named("REVIEWLOG_BOOK", f"{shell.home}/none") + "\r")

    assert shell.words("reviewlog show D\t") == ["show", "D"]
    assert not (shell.home / "none").exists()
