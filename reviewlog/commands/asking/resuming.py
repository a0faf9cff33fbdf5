"""What a run was told is never lost: it can be gone back through, and gone on with later."""

from collections.abc import Callable

import typer

from reviewlog.commands.asking.dialogue import BACK, Back, told
from reviewlog.commands.asking.keeping import Keeping
from reviewlog.commands.asking.picking import Choice, fitting
from reviewlog.domain.time.moment import exactly
from reviewlog.logbook.keeping.unfinished import Answered, Record, Unfinished

GO_BACK = "\n(< goes one question back)"
TYPED = "\nYou typed: {}\n(Enter takes it; - leaves it out)"
FIRST = "This is the first question: there is nothing before it."
IN_THE_MIDDLE = "You were in the middle of this, {when}:"
GROWN = "Something was written into the logbook since; reviewlog list shows it."
GO_ON = "Go on? [Y/n, Enter is yes]\n(n keeps it for later; forget deletes it)"
LEFT = "It stays kept for later."
FORGOTTEN = "It is deleted."
ANSWERS = (Choice("yes", "yes"), Choice("no", "no"), Choice("forget", "forget"))
FORGOTTEN_BY = ("erase",)
"""Verbs whose answers are never kept: they name what is to be forgotten."""


class Resuming(Keeping):
    """The part of a session that asks, goes back, and goes on with what was typed."""

    _is_begun: bool = False

    def prompt(self, question: str) -> str:
        """Return the answer to a question: given before, or typed now."""
        self.begin()
        self._settle_what_is_written()
        again = self.dialogue.given_again(question)
        self.say_unsaid(is_new=again is None)
        if again is not None:
            self.dialogue.given.append(again)
            return again.answer
        return self._taken(question, self._typed(question))

    def _taken(self, question: str, answer: str) -> str:
        self.dialogue.answered(Answered(question, answer, self._at()))
        self._keep()
        return answer

    def prompt_unseen(self, question: str) -> str:
        """Return what is typed unseen; it is kept nowhere."""
        return _line(lambda: self.machine.ask_unseen(self.fitted(question)))

    def from_editor(self, start: str) -> str | None:
        """Return what was written in the editor, which is kept like any other answer."""
        self.begin()
        self._settle_what_is_written()
        question = "In the editor:"
        again = self.dialogue.given_again(question)
        self.say_unsaid(is_new=again is None)
        if again is not None:
            self.dialogue.given.append(again)
            return again.answer
        text = self.machine.edit(self.dialogue.earlier(question) or start)
        return self._taken(question, text) if text and text.strip() else text

    def begin(self) -> None:
        """Offer to go on with what a run of the same words left."""
        if self._is_begun:
            return
        self._is_begun = True
        if self.verb in FORGOTTEN_BY:
            return
        self.dialogue.record = Record(self.folder, self._words())
        self._note(self._offer)

    def _offer(self, record: Record) -> None:
        for found in record.findings():
            answer = self._goes_on(found)
            if answer == "yes":
                self.dialogue.go_on(found)
                return
            if answer == "forget":
                record.drop()
            self.tell(FORGOTTEN if answer == "forget" else LEFT)

    def _goes_on(self, found: Unfinished) -> str:
        from reviewlog.render.words.moments import moment_words

        when = moment_words(exactly(self._local(found.began)), self._local(self._at()))
        begun = [said for said in found.later[:1] if said.answer.strip()]
        lines = [IN_THE_MIDDLE.format(when=when), *told([*found.answers, *begun])]
        self.tell(self.fitted("\n".join(lines + [GROWN] * found.grown)))
        while True:
            word = _line(lambda: self.machine.ask(self.fitted(GO_ON), _ignore))
            fit = fitting(word, ANSWERS) if word.strip() else list(ANSWERS[:1])
            if len(fit) == 1 and not word.strip().isdecimal():
                return fit[0].value
            self.tell("Please answer y, n or forget.")

    def _typed(self, question: str) -> str:
        before = self.dialogue.earlier(question)
        shown = question.rstrip("\n") + (TYPED.format(before) if before else "")
        shown += GO_BACK if self.dialogue.is_second else ""
        while True:
            line = self._asked(question, self.fitted(shown), before)
            if line.strip() != BACK:
                break
            self._go_back()
        if before is None or line.strip() not in ("", "-"):
            return line
        return "" if line.strip() else before

    def _asked(self, question: str, shown: str, before: str | None) -> str:
        """Ask; what was only begun when it is stopped is kept."""

        def keep(begun: str) -> None:
            said = Answered(question, begun if begun.strip() else before or "", self._at())
            if said.answer and said.answer.strip() != BACK:
                self.dialogue.begun(said)
                self._keep()

        return _line(lambda: self.machine.ask(shown, keep))

    def _go_back(self) -> None:
        """Go one question back, where there is one. Raises Back."""
        if not self.dialogue.can_go_back:
            self.tell(self.fitted(self.dialogue.settled or FIRST))
            return
        self.dialogue.go_back()
        self._keep()
        raise Back


def _line(read: Callable[[], str]) -> str:
    """Read a line; the end of the input stops the run as Ctrl-C does."""
    try:
        return read()
    except (EOFError, KeyboardInterrupt):
        raise typer.Abort from None


def _ignore(begun: str) -> None:
    """What is begun at a question about the questions is not kept."""
