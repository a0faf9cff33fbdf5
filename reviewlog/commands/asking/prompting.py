"""Asking somebody at a terminal, and no one anywhere else."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from reviewlog.commands.asking.dialogue import TOGETHER
from reviewlog.commands.asking.picking import Choice, fitting, numbers
from reviewlog.commands.asking.resuming import Resuming
from reviewlog.domain.errors import NeedsYesError, ReviewlogError, UsageError
from reviewlog.domain.time.moment import exactly
from reviewlog.domain.usage_errors import MissingError

if TYPE_CHECKING:
    from datetime import datetime

    from reviewlog.commands.session import Machine
    from reviewlog.domain.time.moment import Moment

Read = TypeVar("Read")

YES_OR_NO = (Choice("yes", "yes"), Choice("no", "no"))
NOTHING = "-"
"""What leaves a question open that was answered before."""
SUCH_AS = "\n  such as: {}"
NOT_READ = "Please type a number from {} to {}, or the first letters of a line."
NOT_READ_OWN = "Please type one of the numbers {}, or the first letters of a line."
NEEDED = "This is needed; Ctrl-C stops, and what you typed so far is kept."
WHICH = "That may be {}. Which of them?"
IN_LINES = 7
"""A list with more words than this stands in running text, or it fills a small screen."""


class AskAgainError(Exception):
    """An answer cannot be read; its text says what may be typed."""


class Prompting(Resuming):
    """The part of a session that asks."""

    machine: "Machine"
    json: bool
    no_input: bool
    yes: bool
    _heard: "datetime | None" = None

    @property
    def interactive(self) -> bool:
        """Whether somebody can be asked."""
        return not self.no_input and not self.json and self.machine.is_interactive()

    def ask(self, question: str, option: str, *, like: str | None = None) -> str:
        """Return an answer that is needed; `like` is an example of one.

        Raises MissingError where nobody can be asked.
        """
        if not self.interactive:
            raise MissingError((option,))
        while not (answer := self.prompt(_with(question, like))).strip():
            self.take_back()
            self.tell(self.fitted(NEEDED))
        return answer

    def ask_until(
        self,
        question: str,
        option: str,
        read: Callable[[str], Read],
        *,
        like: str | None = None,
    ) -> Read:
        """Return an answer as it was read; what cannot be read is explained and asked again."""
        return self._read(lambda: self.ask(question, option, like=like), read)

    def ask_maybe(self, question: str, *, like: str | None = None) -> str | None:
        """Return an answer, or None for Enter alone."""
        answer = self.prompt(_with(question, like))
        return answer if answer.strip() else None

    def ask_maybe_until(
        self, question: str, read: Callable[[str], Read], *, like: str | None = None
    ) -> Read | None:
        """Return an answer as it was read, or None for Enter alone."""

        def maybe(answer: str) -> Read | None:
            return read(answer) if answer else None

        return self._read(lambda: self.ask_maybe(question, like=like) or "", maybe)

    def explain(self, error: ReviewlogError) -> None:
        """Say what could not be read, before it is asked again."""
        from reviewlog.render.sentences import explain

        self.tell(explain(error))

    def ask_unseen(self, question: str) -> str:
        """Return an answer that is not shown while it is typed, empty for Enter alone."""
        return self.prompt_unseen(question)

    def confirm(self, question: str, *, default: bool = True) -> bool:
        """Ask for a yes; `--yes` has answered already. Raises NeedsYesError in a script."""
        if self.yes:
            return True
        if not self.interactive:
            raise NeedsYesError(question)
        hint = "Y/n, Enter is yes" if default else "y/N, Enter is no"
        known = self.ask_maybe_until(f"{question} [{hint}]", _yes_or_no)
        return default if known is None else known

    def choose(self, question: str, lines: Sequence[str], known_by: Sequence[int] = ()) -> int:
        """Return the index of the line that was chosen by its number or its first letters.

        Lines are counted, unless there are numbers they are known by. Raises MissingError where
        nobody can be asked.
        """
        own = known_by or (None,) * len(lines)
        choices = [Choice(n, line, (), own[n]) for n, line in enumerate(lines)]
        asked = "\n".join([*listed_lines(choices), question])
        return self._read(lambda: self.ask(asked, ""), lambda word: _only(word, choices))

    def pick(self, question: str, choices: Sequence[Choice[Read]]) -> Read:
        """Return the value of the choice that is needed: by number, first letters or word."""
        asked = _with_list(question, choices)
        return self._read(lambda: self.ask(asked, ""), lambda word: _only(word, choices))

    def pick_maybe(self, question: str, choices: Sequence[Choice[Read]]) -> Read | None:
        """Return the value of a choice, or None for Enter alone."""
        asked = _with_list(question, choices)
        return self.ask_maybe_until(asked, lambda word: _only(word, choices))

    def _read(self, ask: Callable[[], str], read: Callable[[str], Read]) -> Read:
        before = len(self.dialogue.given)
        while True:
            answer = ask()
            outer, self._heard = self._heard, self.dialogue.given[-1].at
            try:
                return read(answer)
            except UsageError as error:
                self.explain(error)
            except AskAgainError as again:
                self.tell(self.fitted(str(again)))
            finally:
                self._heard = outer
            self.take_back(before)

    def said_at(self) -> "Moment | None":
        """Return when the words were typed that are read just now, None for a moment ago.

        What a stopped run was told on Sunday counts from Sunday when it goes on.
        """
        if self.interactive:
            self.begin()
        at = self._heard or self.dialogue.began
        return None if at is None else exactly(at)


def words_of(words: Iterable[str], **others: tuple[str, ...]) -> list[Choice[str]]:
    """Return the choices of a closed list of words, with other words for some of them."""
    return [Choice(word, word, others.get(word, ())) for word in words]


def _with(question: str, like: str | None) -> str:
    return question if like is None else question + SUCH_AS.format(like)


def _with_list(question: str, choices: Sequence[Choice[Read]]) -> str:
    """Return a question with its list behind the first line; what Enter means stands last."""
    first, *rest = question.split("\n")
    return "\n".join([first, *listed_lines(choices), *rest])


def listed_lines(choices: Sequence[Choice[Read]]) -> list[str]:
    """Return a list with its numbers: a line each, or many short ones in running text."""
    lines = [f"{n}  {c.shown}" for n, c in zip(numbers(choices), choices, strict=True)]
    if len(lines) <= IN_LINES or any(" " in choice.shown for choice in choices):
        return [f"  {line}" for line in lines]
    return ["  " + ", ".join(TOGETHER.join(line.split()) for line in lines)]


def _only(word: str, choices: Sequence[Choice[Read]]) -> Read:
    """Return the value of the only choice that fits. Raises AskAgainError."""
    found = fitting(word, choices)
    if not found:
        raise AskAgainError(_not_read(numbers(choices)))
    if len(found) > 1:
        known = zip(numbers(choices), choices, strict=True)
        named = [(n, c.shown.partition(":")[0]) for n, c in known if c in found]
        *first, last = [f"{number} {shown}" for number, shown in named]
        raise AskAgainError(WHICH.format(f"{', '.join(first)} or {last}"))
    return found[0].value


def _not_read(known: Sequence[int]) -> str:
    """Return which numbers may be typed."""
    if list(known) == list(range(known[0], known[0] + len(known))):
        return NOT_READ.format(known[0], known[-1])
    return NOT_READ_OWN.format(" or ".join(map(str, known)))


def _yes_or_no(word: str) -> bool:
    found = [] if word.strip().isdecimal() else fitting(word, YES_OR_NO)
    if not found:
        raise AskAgainError("Please answer y or n.")
    return found[0].value == "yes"
