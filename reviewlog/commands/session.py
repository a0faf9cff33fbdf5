"""What a command has at hand: the shared options, the machine, and the logbook when needed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

import typer

from reviewlog.domain.errors import NeedsYesError, ReviewlogError, UsageError
from reviewlog.domain.usage_errors import MissingError
from reviewlog.logbook.logbook import Logbook
from reviewlog.store.book import exists
from reviewlog.store.place import synced_by

Read = TypeVar("Read")


class Machine(Protocol):
    """What commands may ask of the machine (`environment.Machine`, or a fake in tests)."""

    def now(self) -> datetime: ...  # noqa: D102
    def local_zone(self) -> str: ...  # noqa: D102
    def default_book(self) -> Path: ...  # noqa: D102
    def error_folder(self) -> Path: ...  # noqa: D102
    def is_interactive(self) -> bool: ...  # noqa: D102
    def draws(self) -> bool: ...  # noqa: D102
    def width(self) -> int: ...  # noqa: D102
    def columns(self) -> int | None: ...  # noqa: D102
    def read_stdin(self) -> str: ...  # noqa: D102
    def history_files(self) -> list[Path]: ...  # noqa: D102
    def edit(self, text: str) -> str | None: ...  # noqa: D102
    def edit_file(self, path: Path) -> bool: ...  # noqa: D102
    def passphrase(self) -> str | None: ...  # noqa: D102


ANSWERS = {"": True, "y": True, "yes": True, "n": False, "no": False}
"""What may be answered to a question; Enter alone takes the default."""

ASKS_NOBODY = ("anchor", "export", "verify", "doctor", "demo")
"""Verbs after which no time stamp is asked for: two have done so, one must not write, one looks at
the set-up, and one plays in a logbook that goes away."""

Replay = Callable[[list[str], datetime, Path], str]
"""Runs a command line at a moment in another logbook and returns what it printed."""


@dataclass
class Session:
    """One run of the program."""

    machine: Machine
    argv: list[str]
    replay: Replay
    json: bool = False
    no_input: bool = False
    yes: bool = False
    quiet: bool = False
    book: Path | None = None
    verb: str | None = None
    kept: str | None = None
    """The last entry that this run wrote down, for the case that it is stopped."""
    _logbook: Logbook | None = field(default=None, repr=False)

    @property
    def folder(self) -> Path:
        """The folder of the logbook."""
        return self.book or self.machine.default_book()

    @property
    def logbook(self) -> Logbook:
        """The logbook, opened at first use."""
        if self._logbook is None:
            is_new = not exists(self.folder)
            self._logbook = Logbook.open(self.folder, self.machine.now, self.machine.local_zone())
            if is_new:
                self._warn()
            if self._logbook.faults:
                self._tell(self._logbook.faults)
        return self._logbook

    def _tell(self, faults: tuple[ReviewlogError, ...]) -> None:
        from reviewlog.render.ownfiles import own_files_text

        typer.echo(own_files_text(faults), err=True)

    @property
    def may_owe_a_stamp(self) -> bool:
        """Whether a service was named that may have to stamp what this run wrote."""
        if self._logbook is None or self.verb in ASKS_NOBODY:
            return False
        return bool(self._logbook.settings.get("time_stamps"))

    def _warn(self) -> None:
        """Say once where a new logbook lies badly; `doctor` says it again."""
        service = synced_by(self.folder)
        if service is not None:
            from reviewlog.render.doctor import synced_text

            self.talk(synced_text(service))

    def close(self) -> None:
        """Close the logbook if it was opened."""
        if self._logbook is not None:
            self._logbook.close()
            self._logbook = None

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return not self.no_input and not self.json and self.machine.is_interactive()

    # Talking: results to stdout, everything else to stderr.

    def show(self, text: str) -> None:
        """Print a result."""
        typer.echo(text)

    def show_json(self, name: str, body: dict[str, Any]) -> None:
        """Print the one object that `--json` promises."""
        import json

        typer.echo(json.dumps({"schema": f"reviewlog.{name}/1", **body}, indent=2))

    def talk(self, text: str) -> None:
        """Say something that is not a result."""
        if not self.quiet:
            typer.echo(text, err=True)

    # Asking

    def ask(self, question: str, option: str) -> str:
        """Return an answer that is needed. Raises MissingError where nobody can be asked."""
        if not self.interactive:
            raise MissingError((option,))
        answer = ""
        while not answer.strip():
            answer = self._prompt(question)
        return answer

    def ask_until(self, question: str, option: str, read: Callable[[str], Read]) -> Read:
        """Return an answer as it was read; what cannot be read is explained and asked again."""
        while True:
            answer = self.ask(question, option)
            try:
                return read(answer)
            except UsageError as error:
                self.explain(error)

    def explain(self, error: ReviewlogError) -> None:
        """Say what could not be read, before it is asked again."""
        from reviewlog.render.sentences import explain

        typer.echo(explain(error), err=True)

    def ask_maybe(self, question: str) -> str | None:
        """Return an answer, or None for Enter alone."""
        answer = self._prompt(question)
        return answer if answer.strip() else None

    def ask_unseen(self, question: str) -> str:
        """Return an answer that is not shown while it is typed, empty for Enter alone."""
        return self._prompt(question, unseen=True)

    def confirm(self, question: str, *, default: bool = True) -> bool:
        """Ask for a yes; `--yes` has answered already. Raises NeedsYesError in a script."""
        if self.yes:
            return True
        if not self.interactive:
            raise NeedsYesError(question)
        hint = "Y/n, Enter is yes" if default else "y/N, Enter is no"
        while (word := self._prompt(f"{question} [{hint}]").strip().casefold()) not in ANSWERS:
            self.talk("Please answer y or n.")
        return ANSWERS[word] if word else default

    def choose(self, question: str, lines: list[str]) -> int:
        """Return the index of the line that was chosen by its number."""
        for index, line in enumerate(lines, 1):
            typer.echo(f"  {index}  {line}", err=True)
        while True:
            answer = self._prompt(question)
            if answer.strip().isdecimal() and 1 <= int(answer) <= len(lines):
                return int(answer) - 1

    def _prompt(self, question: str, *, unseen: bool = False) -> str:
        return str(
            typer.prompt(
                _wrapped(question, self.machine.width()),
                default="",
                show_default=False,
                prompt_suffix=" ",
                err=True,
                hide_input=unseen,
            )
        )


def _wrapped(question: str, width: int) -> str:
    """Return a question whose rows break between words, each set in as its line is."""
    if all(len(line) < width for line in question.split("\n")):
        return question
    import textwrap

    rows = []
    for line in question.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        rows += textwrap.wrap(
            line, width - 1, subsequent_indent=indent, break_on_hyphens=False
        ) or [""]
    return "\n".join(rows)
