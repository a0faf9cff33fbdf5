"""Driving the command line in this process, at a moment of the test's choosing."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reviewlog.cli import main
from reviewlog.render.layout.wrapping import in_rows
from tests.builders import HOUSE
from tests.fakes import FakeClock
from tests.promises import kept
from tests.screens import broken


@dataclass
class FakeMachine:
    """A machine with a still clock, nobody to ask, and a book of its own."""

    clock: FakeClock
    folder: Path
    stdin: str = ""
    edited: str | None = None
    edits: list[str] = field(default_factory=list)
    secret: str | None = None
    asked: list[str] = field(default_factory=list)
    answers: list[str | KeyboardInterrupt] = field(default_factory=list)
    """What is typed next; of a line that is stopped, what was begun."""

    def now(self) -> datetime:
        return self.clock()

    def local_zone(self) -> str:
        return "Europe/London"

    def default_book(self) -> Path:
        return self.folder / "book"

    def error_folder(self) -> Path:
        return self.folder / "errors"

    def is_interactive(self) -> bool:
        return self.edited is not None

    def draws(self) -> bool:
        return False

    def width(self) -> int:
        return 80

    def columns(self) -> int | None:
        return None

    def message_columns(self) -> int | None:
        return None

    def read_stdin(self) -> str:
        return self.stdin

    def history_files(self) -> list[Path]:
        return [self.folder / ".bash_history"]

    def passphrase(self) -> str | None:
        return self.secret

    def ask(self, question: str, keep: Callable[[str], None]) -> str:
        try:
            return self.ask_unseen(question)
        except KeyboardInterrupt as stop:
            keep(str(stop))
            raise

    def ask_unseen(self, question: str) -> str:
        print(question, file=sys.stderr)
        self.asked.append(question)
        answer = self.answers.pop(0) if self.answers else EOFError()
        if isinstance(answer, str):
            return answer
        raise answer

    def edit(self, text: str) -> str | None:
        self.edits.append(text)
        return self.edited

    def edit_file(self, path: Path) -> bool:
        self.edits.append(path.read_text())
        path.write_text(self.edited or "")
        return True


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return kept(json.loads(self.out))

    @property
    def next_step(self) -> str:
        """The title of the next step on the screen, empty when there is none."""
        return next((line[6:] for line in self.out.splitlines() if line.startswith("NEXT")), "")


@pytest.fixture
def machine(tmp_path, clock, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return FakeMachine(clock, tmp_path)


@pytest.fixture
def bakery(machine):
    """A trade that need not keep silent about its customers."""
    machine.default_book().mkdir(mode=0o700, exist_ok=True)
    (machine.default_book() / "config.yaml").write_text("trade: bakery\n")


@pytest.fixture
def run(machine, capsys):
    """Return a function that runs a command line and fails loudly on an unexpected exit."""

    def command(*words: str, code: int = 0) -> Result:
        capsys.readouterr()
        found = main(list(words), machine)
        result = Result(found, *capsys.readouterr())
        assert found == code, f"exit {found}, not {code}\n{result.out}\n{result.err}"
        assert not broken(in_rows(result.err, 40), 40)
        return result

    return command


@pytest.fixture
def call(run):
    """Return a function that logs a call with an open threat from Dana."""

    def log(*words: str) -> Result:
        said = words or ("The cake was dry", "--who", "Dana Smith", "--threat", "open")
        result: Result = run("log", *said)
        return result

    return log


@pytest.fixture
def house(run, machine):
    """Return a function that opens incident 1, a call with a demand, which follows HOUSE."""

    def opened(*words: str, text: str = HOUSE) -> Result:
        folder = machine.default_book() / "playbooks"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "house.yaml").write_text(text)
        said = ("The cake was dry", "--who", "Dana Smith", "--phone", "07700 900123",
                "--demand", "the full price", "--amount", "£240", "--by", "friday",
                "--threat", "open", "--site", "google")  # fmt: skip
        run("log", *said, *words)
        used: Result = run("playbook", "use", "1", "house")
        return used

    return opened


@pytest.fixture
def answers(machine):
    """Somebody at a terminal, who says these things; what is asked is kept."""

    def say(*words):
        machine.edited = machine.edited or ""
        machine.answers[:] = words
        return machine.asked

    return say
