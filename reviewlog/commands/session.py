"""What a command has at hand: the shared options, the machine, and the logbook when needed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from reviewlog.commands.asking.dialogue import Dialogue
from reviewlog.commands.asking.prompting import Prompting
from reviewlog.commands.screen import Screen
from reviewlog.domain.errors import ReviewlogError
from reviewlog.logbook.logbook import Logbook
from reviewlog.store.book import exists
from reviewlog.store.place import synced_by


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
    def message_columns(self) -> int | None: ...  # noqa: D102
    def read_stdin(self) -> str: ...  # noqa: D102
    def history_files(self) -> list[Path]: ...  # noqa: D102
    def ask(self, question: str, keep: Callable[[str], None]) -> str: ...  # noqa: D102
    def ask_unseen(self, question: str) -> str: ...  # noqa: D102
    def edit(self, text: str) -> str | None: ...  # noqa: D102
    def edit_file(self, path: Path) -> bool: ...  # noqa: D102
    def passphrase(self) -> str | None: ...  # noqa: D102


ASKS_NOBODY = ("anchor", "export", "verify", "doctor", "demo")
"""Verbs after which no time stamp is asked for: two have done so, one must not write, one looks at
the set-up, and one plays in a logbook that goes away."""

Replay = Callable[[list[str], datetime, Path], str]
"""Runs a command line at a moment in another logbook and returns what it printed."""


@dataclass
class Session(Screen, Prompting):
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
    set_down: str | None = None
    """What this run put down elsewhere than in the logbook."""
    dialogue: Dialogue = field(default_factory=Dialogue)
    _logbook: Logbook | None = field(default=None, repr=False)
    _written: int = 0
    _unsaid: list[Callable[[], None]] = field(default_factory=list, repr=False)

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
            self._written -= self._logbook.store.written
            if is_new:
                self._warn()
            if self._logbook.faults:
                self._tell(self._logbook.faults)
        self._logbook.began = self.dialogue.began
        return self._logbook

    def _tell(self, faults: tuple[ReviewlogError, ...]) -> None:
        from reviewlog.render.ownfiles import own_files_text

        self.tell(own_files_text(faults))

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
            self._written = self.written
            self._logbook.close()
            self._logbook = None

    @property
    def written(self) -> int:
        """How many entries this run has written."""
        return self._written + (self._logbook.store.written if self._logbook else 0)

    def start_again(self) -> None:
        """Make ready for the same words once more: the owner went one question back."""
        self.close()
        self.verb, self.kept = None, None

    def show(self, text: str) -> None:
        """Print a result."""
        self._say(lambda: super(Session, self).show(text))

    def tell(self, text: str) -> None:
        """Say something that is not a result and must be said, however quiet."""
        self._say(lambda: super(Session, self).tell(text))

    def say_unsaid(self, *, is_new: bool) -> None:
        """Say what was held back, where it leads to something new; else it was said before."""
        unsaid, self._unsaid = self._unsaid, []
        for say in unsaid if is_new else ():
            say()

    def _say(self, say: Callable[[], None]) -> None:
        if self.dialogue.is_catching_up:
            self._unsaid.append(say)
        else:
            say()
