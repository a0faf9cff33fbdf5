"""One run's questions and answers: gone back through, and gone on with after a stop."""

from collections.abc import Sequence
from datetime import datetime

from reviewlog.logbook.keeping.unfinished import Answered, Record, Unfinished

BACK = "<"
"""What goes one question back."""
TOGETHER = "\u00a0"
"""Between two words of a question that stay in one row."""


class Back(BaseException):
    """The owner goes back: the run starts again and gives the answers before by itself.

    No `except Exception` of a verb may hold it up, as with Ctrl-C.
    """


class Dialogue:
    """What was asked and answered in a run, and what of it is still to be given again."""

    def __init__(self) -> None:
        self.given: list[Answered] = []
        self.settled: str | None = None
        """Where answers were written down, told to somebody who wants to go back behind them."""
        self.is_over = False
        """Whether the run must not be repeated: what it wrote would be written twice."""
        self.record: Record | None = None
        self.began: datetime | None = None
        """When a run began that was stopped and is gone on with."""
        self._ahead: list[Answered] = []
        self._earlier: list[Answered] = []

    @property
    def is_catching_up(self) -> bool:
        """Whether answers are being given by themselves: what is said meanwhile was said before."""
        return bool(self._ahead)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answer that was not written down."""
        return bool(self.given) and not self.is_over

    @property
    def ended_with_no(self) -> bool:
        """Whether the last answer was a plain no."""
        return bool(self.given) and self.given[-1].answer.strip().casefold() in ("n", "no")

    @property
    def is_second(self) -> bool:
        """Whether one answer was given: then it is said how to go back to it."""
        return self.can_go_back and len(self.given) == 1

    def stands(self, now: datetime) -> Unfinished:
        """Return how far the run has come, for one that goes on with it."""
        answers = (*self.given, *self._ahead)
        began = self.began or next((said.at for said in answers), now)
        return Unfinished(began, answers, tuple(self._earlier))

    def go_on(self, found: Unfinished) -> None:
        """Give again what a stopped run was told; the question it stopped at is asked."""
        self.began = found.began
        self._ahead, self._earlier = list(found.answers), list(found.later)
        if found.refused and self._ahead:
            self._earlier.insert(0, self._ahead.pop())

    def given_again(self, question: str) -> Answered | None:
        """Return the answer that a question was given before; those between no longer fit."""
        places = [n for n, said in enumerate(self._ahead) if said.question == question]
        if not places:
            self._earlier, self._ahead = [*self._ahead, *self._earlier], []
            return None
        said = self._ahead[places[0]]
        del self._ahead[: places[0] + 1]
        return said

    def earlier(self, question: str) -> str | None:
        """Return what was typed at a question before it was gone back to, None for nothing."""
        found = next((said.answer for said in self._earlier if said.question == question), "")
        return found if found.strip() else None

    def answered(self, said: Answered) -> None:
        """Take an answer that was typed now: what was typed there earlier is over."""
        self.given.append(said)
        self._earlier = _behind(self._earlier, said.question)

    def begun(self, said: Answered) -> None:
        """Take what was only begun when the run was stopped."""
        self._earlier = [said, *_behind(self._earlier, said.question)]

    def go_back(self) -> None:
        """Make ready for the run that asks the last question again, and those after it."""
        self._earlier = [self.given[-1], *self._earlier]
        self._ahead = self.given[:-1]
        self.given = []

    def settle(self, told: str, *, repeatable: bool) -> None:
        """Note that all answers so far are written down, and where they can be changed."""
        self.given, self._earlier = [], []
        self.settled, self.is_over = told, not repeatable


def _behind(answers: list[Answered], question: str) -> list[Answered]:
    """Return the answers behind that of a question, all where it is not among them."""
    places = [n for n, said in enumerate(answers) if said.question == question]
    return answers[places[0] + 1 :] if places else answers


def told(answers: Sequence[Answered]) -> list[str]:
    """Return each question in one line with its answer."""
    return [f"  {_asked(said.question)} {_one_line(said.answer)}".rstrip() for said in answers]


def _asked(question: str) -> str:
    """Return the line that asks: lists and examples are set in."""
    return next((line for line in question.split("\n") if line and line[0] != " "), question)


def _one_line(answer: str) -> str:
    return " ".join(answer.split())


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
