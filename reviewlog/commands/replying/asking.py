"""Asking for what a draft still needs: one sentence at a time, and an empty one is never taken."""

from reviewlog.commands.session import Session
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.filling import tidy
from reviewlog.domain.reply.parts import Missing
from reviewlog.domain.usage_errors import MissingError
from reviewlog.reply.questions import NOTHING_YET

ENTER = "Enter takes: {proposal}"
LEAVE = "\n- leaves it out."
OUT = "-"
EXAMPLE = "such as: {example}"
LEFT_OUT = "Enter: leave it out"
NEEDED = "The draft cannot do without it. A few plain words are enough."
STOPS = "Ctrl-C stops; nothing is lost."
SAYS_NOTHING = (
    "That cannot stand in the text. Say it as you would across the counter; what you do not know,"
    " leave out."
)
NOTHING = frozenset(
    ("n", "no", "nope", "none", "nothing", "nothing yet", "not yet", "no idea", "i have no idea",
     "dont know", "i dont know", "idk", "dunno", "x", "tbd", "na", "n a", "not sure")
)  # fmt: skip
"""Answers that say nothing a customer could read, without marks and capitals."""


def asked(session: Session, missing: tuple[Missing, ...], values: dict[str, str]) -> dict[str, str]:
    """Return the values with the answers. Raises MissingError where nobody can be asked."""
    needs = [one for one in missing if one.required]
    if not session.interactive:
        if needs:
            raise MissingError(tuple(f"{one.option} TEXT" for one in needs))
        return values
    answers = {one.name: answer for one in missing if (answer := _answer(session, one))}
    return values | answers


def _answer(session: Session, one: Missing) -> str | None:
    """Return an answer; what may be left out is left out with a dash, or Enter."""
    question = f"{one.question}\n  {EXAMPLE.format(example=one.example)}\n"
    if one.proposal:
        enter = ENTER.format(proposal=harmless_line(one.proposal)) + LEAVE * (not one.required)
        question += f"{enter}\n"
    elif not one.required:
        question += f"({NOTHING_YET.get(one.name, LEFT_OUT)})\n"
    return _told(session, one, question) if one.required else _maybe(session, one, question)


def _maybe(session: Session, one: Missing, question: str) -> str | None:
    said = session.ask_maybe(question)
    if said is None:
        return one.proposal or None
    return None if _says_nothing(said) else said


def _told(session: Session, one: Missing, question: str) -> str:
    """Ask until there is something to say; a word that says nothing is refused once, kindly."""
    empty, refused = 0, False
    while True:
        said = session.ask_maybe(question)
        if said is None and one.proposal:
            return one.proposal
        if said is None or not tidy({one.name: said}):
            empty += 1
            session.take_back()
            session.talk(NEEDED if empty == 1 else STOPS)
        elif _says_nothing(said) and not refused:
            refused = True
            session.take_back()
            session.talk(SAYS_NOTHING)
        else:
            return said


def _says_nothing(said: str) -> bool:
    """Whether an answer is no sentence for anybody: a dash, a question mark, “no idea”."""
    plain = "".join(char for char in said.casefold() if char.isalnum() or char.isspace())
    return not plain.strip() or " ".join(plain.split()) in NOTHING
