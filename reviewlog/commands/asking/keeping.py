"""What was typed is kept in a file until the run ends well."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from reviewlog.commands.asking.dialogue import Dialogue, wrapped
from reviewlog.domain.errors import BookError, RefusedError, UsageError
from reviewlog.logbook.keeping.unfinished import Record

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from reviewlog.commands.session import Machine

NOT_KEPT = "(What you type cannot be kept meanwhile: {}.)"
KEPT = "What you typed is kept: {line} goes on with it."
KEPT_BELOW = "What you typed is kept. This goes on with it:\n  {line}"
THE_SAME = "the same command again"
"""For a line that no row shows as it was typed: what was typed is found by the very same words."""
SETTLED = (
    "What you answered before is written down already. reviewlog amend corrects it,"
    " reviewlog undo takes it back."
)
SAYS_NOTHING = ("-y", "--yes", "-q", "--quiet")


class Keeping:
    """The part of a session that keeps what was typed."""

    machine: "Machine"
    dialogue: Dialogue
    argv: list[str]
    verb: str | None

    if TYPE_CHECKING:

        @property
        def folder(self) -> Path: ...  # noqa: D102
        @property
        def written(self) -> int: ...  # noqa: D102
        def tell(self, text: str) -> None: ...  # noqa: D102
        def say_unsaid(self, *, is_new: bool) -> None: ...  # noqa: D102

    _settled_at: int = 0

    def settled(self, told: str = SETTLED) -> None:
        """Note that all answers so far are written down, and that the run may be repeated."""
        self._settled_at = self.written
        self.forget()
        self.dialogue.settle(told, repeatable=True)

    def forget(self) -> None:
        """Delete what was kept of the answers: the run ended well."""
        self._note(lambda record: record.drop())

    def left(self, error: Exception | None = None) -> str | None:
        """Return the sentence about what is kept after a run that was stopped, or that failed."""
        self._settle_what_is_written()
        is_no = self.dialogue.ended_with_no
        if isinstance(error, RefusedError) and is_no:
            self.forget()
        if isinstance(error, UsageError) and is_no:
            self.take_back()
        record = self.dialogue.record
        if record is None or not record.holds_something():
            self.forget()
            return None
        if error is not None and not isinstance(error, BookError) and not is_no:
            self._keep(refused=True)
        record.close()
        return self._what_goes_on()

    def _settle_what_is_written(self) -> None:
        """Drop the answers that have become entries: repeating the run would write them twice."""
        if self.written > self._settled_at:
            self._settled_at = self.written
            self.forget()
            self.dialogue.settle(SETTLED, repeatable=False)

    def _note(self, write: Callable[[Record], None]) -> None:
        """Keep something in the file; where that cannot be, say so once and go on asking."""
        record = self.dialogue.record
        if record is None or self.dialogue.is_over:
            return
        try:
            write(record)
        except OSError as error:
            self.dialogue.record = None
            self.tell(self.fitted(NOT_KEPT.format(error.strerror)))

    def take_back(self, length: int = -1) -> None:
        """Forget the last answer, or all behind so many: it could not be read, and is asked again."""
        del self.dialogue.given[length:]
        self._keep()

    def _keep(self, *, refused: bool = False) -> None:
        """Keep how far the run has come."""
        state = self.dialogue.stands(self._at())._replace(refused=refused)
        self._note(lambda record: record.keep(state))

    def _what_goes_on(self) -> str:
        from reviewlog.render.words.typed import line_to_type

        line, width = line_to_type(["reviewlog", *self.argv]), self.machine.width()
        if line is None or len(line) + 2 >= width:
            return wrapped(KEPT.format(line=THE_SAME), width)
        said = KEPT.format(line=line)
        return said if len(said) < width else KEPT_BELOW.format(line=line)

    def _words(self) -> list[str]:
        """Return the words of the run without what says nothing of what is asked."""
        return [word for word in self.argv if word not in SAYS_NOTHING]

    def fitted(self, question: str) -> str:
        """Return a text as it fits on the screen."""
        return wrapped(question, self.machine.width())

    def _local(self, at: "datetime") -> "datetime":
        return at.astimezone(ZoneInfo(self.machine.local_zone()))

    def _at(self) -> "datetime":
        return self.machine.now()
