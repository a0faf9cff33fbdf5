"""Asking somebody at a terminal, and no one anywhere else."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from reviewlog.domain.errors import NeedsYesError, ReviewlogError, UsageError
from reviewlog.domain.usage_errors import MissingError

if TYPE_CHECKING:
    from reviewlog.commands.session import Machine

Read = TypeVar("Read")

ANSWERS = {"": True, "y": True, "yes": True, "n": False, "no": False}
"""What may be answered to a question; Enter alone takes the default."""


class Prompting:
    """The part of a session that asks."""

    machine: "Machine"
    json: bool
    no_input: bool
    yes: bool

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return not self.no_input and not self.json and self.machine.is_interactive()

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
            typer.echo("Please answer y or n.", err=True)
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
