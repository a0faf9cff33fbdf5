"""Talking: results to stdout, everything else to stderr."""

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from reviewlog.render.layout.screen import aside, hand_over, write

if TYPE_CHECKING:
    from reviewlog.commands.session import Machine
    from reviewlog.store.checking.found import Watch


class Screen:
    """The part of a session that speaks."""

    machine: "Machine"
    json: bool
    quiet: bool
    answered = False
    """Whether the one object was printed that `--json` promises."""

    def show(self, text: str) -> None:
        """Print a result."""
        write(sys.stdout, _rows(text, self.machine.columns()), draws=self.machine.draws())

    @property
    def table_columns(self) -> int | None:
        """How many columns a drawn table may take, None where lines of text serve better."""
        from reviewlog.render.layout.tables import drawable

        return drawable(self.machine.columns(), draws=self.machine.draws())

    def show_json(self, name: str, body: Mapping[str, object]) -> None:
        """Print the one object that `--json` promises; it is printable ASCII throughout."""
        import json

        self.answered = True
        write(sys.stdout, json.dumps({"schema": f"reviewlog.{name}/1", **body}, indent=2))

    def hand_over(self, text: str) -> None:
        """Print a text for use elsewhere, as it is: a pipe gets it exactly, without a line end."""
        hand_over(sys.stdout, text)

    def talk(self, text: str) -> None:
        """Say something that is not a result."""
        if not self.quiet:
            self.tell(text)

    def tell(self, text: str) -> None:
        """Say something that is not a result and must be said, however quiet."""
        say(self.machine, text)

    def watching(self) -> "AbstractContextManager[Watch | None]":
        """Give what shows how far a long check is, where somebody may want to see it."""
        if self.json or self.quiet or not (self.machine.draws() and sys.stderr.isatty()):
            return nullcontext()
        from reviewlog.render.layout.progress import drawn

        return drawn(sys.stderr)


def say(machine: "Machine", text: str) -> None:
    """Print something that is not a result, in rows that fit."""
    aside(sys.stderr, _rows(text, machine.message_columns()))


def _rows(text: str, columns: int | None) -> str:
    """Break what is wider than the terminal between words: a terminal breaks inside them."""
    if columns is None:
        return text
    from reviewlog.render.layout.wrapping import in_rows

    return in_rows(text, columns)
