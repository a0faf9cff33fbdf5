"""One run's questions and answers: gone back through, and gone on with after a stop."""

from collections.abc import Sequence

from reviewlog.logbook.keeping.unfinished import Answered, Record, Unfinished

BACK = "<"
"""What goes one question back."""


class Back(BaseException):
    """The owner goes back: the run starts again and gives the answers before by itself.

    No `except Exception` of a verb may hold it up, as with Ctrl-C.
    """


class Dialogue:
    """What was asked and answered in a run, and what of it is still to be given again."""

    def __init__(self) -> None:
        self.given: list[Answered] = []
        self.is_settled = False
        """Whether answers were written down, so that there is no way back behind them."""
        self.is_over = False
        """Whether the run must not be repeated: what it wrote would be written twice."""
        self.record: Record | None = None
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

    def go_on(self, found: Unfinished) -> None:
        """Give again what a stopped run was told; the question it stopped at is asked."""
        self._ahead = list(found.answers)
        if found.refused and found.begun is None:
            self._earlier = [self._ahead.pop()]
        elif found.begun is not None:
            self._earlier = [found.begun]
        if self.record is not None:
            self.record.cut(0)

    def given_again(self, question: str) -> Answered | None:
        """Return the answer that a question was given before; those between no longer fit."""
        places = [n for n, said in enumerate(self._ahead) if said.question == question]
        if not places:
            self._ahead = []
            return None
        said = self._ahead[places[0]]
        del self._ahead[: places[0] + 1]
        return said

    def earlier(self, question: str) -> str | None:
        """Return what was typed at a question before it was gone back to, None for nothing."""
        for place, said in enumerate(self._earlier):
            if said.question == question:
                del self._earlier[: place + 1]
                return said.answer if said.answer.strip() else None
        return None

    def go_back(self, here: Answered) -> None:
        """Make ready for the run that asks the last question again, and this one after it."""
        self._earlier = [self.given[-1], here, *self._earlier]
        self._ahead = self.given[:-1]
        self.given = []

    def settle(self, *, repeatable: bool) -> None:
        """Note that all answers so far are written down."""
        self.given, self._earlier = [], []
        self.is_settled, self.is_over = True, not repeatable


def told(answers: Sequence[Answered]) -> list[str]:
    """Return each question in one line with its answer."""
    return [f"  {_asked(said.question)} {_one_line(said.answer)}".rstrip() for said in answers]


def _asked(question: str) -> str:
    """Return the line that asks: lists and examples are set in."""
    return next((line for line in question.split("\n") if line and line[0] != " "), question)


def _one_line(answer: str) -> str:
    return " ".join(answer.split())
