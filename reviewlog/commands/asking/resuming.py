"""What a run was told is never lost: it can be gone back through, and gone on with later."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import typer

from reviewlog.commands.asking.dialogue import BACK, Back, Dialogue, told
from reviewlog.domain.errors import BookError, RefusedError
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.time.moment import exactly
from reviewlog.logbook.keeping.unfinished import Answered, Record, Unfinished

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from reviewlog.commands.session import Machine

TOGETHER = "\u00a0"
"""Between two words of a question that stay in one row."""
GO_BACK = "\n(< goes one question back)"
TYPED = "\nYou typed: {}\n(Enter takes it; - leaves it out)"
FIRST = "This is the first question: there is nothing before it."
SETTLED = (
    "What you answered before is written down already. reviewlog amend corrects it,"
    " reviewlog undo takes it back."
)
IN_THE_MIDDLE = "You were in the middle of this, {when}:"
GROWN = "Something was written into the logbook since; reviewlog list shows it."
GO_ON = "Go on? [Y/n, Enter is yes]"
NOT_KEPT = "(What you type cannot be kept meanwhile: {}.)"
KEPT = "What you typed is kept: {line} goes on with it."
SAYS_NOTHING = ("-y", "--yes", "-q", "--quiet")
FORGOTTEN_BY = ("erase",)
"""Verbs whose answers are never kept: they name what is to be forgotten."""


class Resuming:
    """The part of a session that remembers what was typed."""

    machine: "Machine"
    dialogue: Dialogue
    argv: list[str]
    verb: str | None
    _is_begun: bool = False

    if TYPE_CHECKING:

        @property
        def folder(self) -> Path: ...  # noqa: D102
        @property
        def written(self) -> int: ...  # noqa: D102
        def tell(self, text: str) -> None: ...  # noqa: D102
        def say_unsaid(self, *, is_new: bool) -> None: ...  # noqa: D102

    def prompt(self, question: str) -> str:
        """Return the answer to a question: given before, or typed now."""
        self._begin()
        self._settle_what_is_written()
        again = self.dialogue.given_again(question)
        self.say_unsaid(is_new=again is None)
        answer = again.answer if again else self._typed(question)
        self.dialogue.given.append(Answered(question, answer))
        self._note(lambda record: record.answered(Answered(question, answer), self._at()))
        return answer

    def prompt_unseen(self, question: str) -> str:
        """Return what is typed unseen; it is kept nowhere."""
        return _line(lambda: self.machine.ask_unseen(self.fitted(question)))

    def from_editor(self, start: str) -> str | None:
        """Return what was written in the editor, which is kept like any other answer."""
        self._begin()
        self._settle_what_is_written()
        question = "In the editor:"
        again = self.dialogue.given_again(question)
        self.say_unsaid(is_new=again is None)
        text = again.answer if again else self.machine.edit(self._earlier(question) or start)
        if text and text.strip():
            self.dialogue.given.append(Answered(question, text))
            self._note(lambda record: record.answered(Answered(question, text), self._at()))
        return text

    def settled(self) -> None:
        """Note that all answers so far are written down, and that the run may be repeated."""
        self._settled_at = self.written
        self.forget()
        self.dialogue.settle(repeatable=True)

    def forget(self) -> None:
        """Delete what was kept of the answers: the run ended well."""
        self._note(lambda record: record.drop())

    def left(self, error: Exception | None = None) -> str | None:
        """Return the sentence about what is kept after a run that was stopped, or that failed."""
        self._settle_what_is_written()
        if isinstance(error, RefusedError) and self.dialogue.ended_with_no:
            self.forget()
        record = self.dialogue.record
        if record is None or not record.holds_something():
            self.forget()
            return None
        if error is not None and not isinstance(error, BookError):
            self._note(lambda record: record.refused())
        record.close()
        return wrapped(KEPT.format(line=self._line_again()), self.machine.width())

    _settled_at: int = 0

    def _settle_what_is_written(self) -> None:
        """Drop the answers that have become entries: repeating the run would write them twice."""
        if self.written > self._settled_at:
            self._settled_at = self.written
            self.forget()
            self.dialogue.settle(repeatable=False)

    def _begin(self) -> None:
        """Offer to go on with what a run of the same words left."""
        if self._is_begun:
            return
        self._is_begun = True
        if self.verb in FORGOTTEN_BY:
            return
        self.dialogue.record = Record(self.folder, self._words())
        self._note(lambda record: self._offer(record, record.find()))

    def _offer(self, record: Record, found: Unfinished | None) -> None:
        if found is not None and self._goes_on(found):
            self.dialogue.go_on(found)
        elif found is not None:
            record.drop()

    def _goes_on(self, found: Unfinished) -> bool:
        from reviewlog.render.words.moments import moment_words

        when = moment_words(exactly(self._local(found.at)), self._local(self._at()))
        begun = [found.begun] if found.begun is not None and found.begun.answer.strip() else []
        lines = [IN_THE_MIDDLE.format(when=when), *told([*found.answers, *begun])]
        self.tell(self.fitted("\n".join(lines + [GROWN] * found.grown)))
        while True:
            word = _line(lambda: self.machine.ask(GO_ON, _ignore)).strip().casefold()
            if word in ("", "y", "yes"):
                return True
            if word in ("n", "no"):
                return False
            self.tell("Please answer y or n.")

    def _typed(self, question: str) -> str:
        before = self._earlier(question)
        shown = question.rstrip("\n") + (TYPED.format(before) if before else "")
        shown += GO_BACK if self.dialogue.is_second else ""
        while True:
            line = self._asked(question, self.fitted(shown), before)
            if line.strip() != BACK:
                break
            self._go_back(Answered(question, before or ""))
        if before is None or line.strip() not in ("", "-"):
            return line
        return "" if line.strip() else before

    def _asked(self, question: str, shown: str, before: str | None) -> str:
        """Ask; what was only begun when it is stopped is kept."""

        def keep(begun: str) -> None:
            said = Answered(question, begun if begun.strip() else before or "")
            if said.answer and said.answer.strip() != BACK:
                self._note(lambda record: record.begun(said, self._at()))

        return _line(lambda: self.machine.ask(shown, keep))

    def _earlier(self, question: str) -> str | None:
        """Return what was typed at a question earlier, and keep that until it is answered."""
        before = self.dialogue.earlier(question)
        if before is not None:
            said = Answered(question, before)
            self._note(lambda record: record.begun(said, self._at()))
        return before

    def _go_back(self, here: Answered) -> None:
        """Go one question back, where there is one. Raises Back."""
        if not self.dialogue.can_go_back:
            self.tell(self.fitted(SETTLED if self.dialogue.is_settled else FIRST))
            return
        self.dialogue.go_back(here)
        self._note(lambda record: record.cut(0))
        raise Back

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
        self._note(lambda record: record.cut(len(self.dialogue.given)))

    def _line_again(self) -> str:
        import shlex

        return harmless_line(f"reviewlog {shlex.join(self.argv)}")

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


def wrapped(question: str, width: int) -> str:
    """Return a question whose rows break between words, each set in as its line is."""
    if all(len(line) < width for line in question.split("\n")):
        return question.replace(TOGETHER, " ")
    import textwrap

    rows: list[str] = []
    for line in question.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        rows += textwrap.wrap(
            line, width - 1, subsequent_indent=indent, break_on_hyphens=False
        ) or [""]
    return "\n".join(rows).replace(TOGETHER, " ")


def _line(read: Callable[[], str]) -> str:
    """Read a line; the end of the input stops the run as Ctrl-C does."""
    try:
        return read()
    except (EOFError, KeyboardInterrupt):
        raise typer.Abort from None


def _ignore(begun: str) -> None:
    """What is begun at a question about the questions is not kept."""
