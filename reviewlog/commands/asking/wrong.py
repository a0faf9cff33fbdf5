"""What is wrong in an entry: asked for where a correction does not say it."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from reviewlog.commands.asking.picking import Choice
from reviewlog.commands.asking.texts import either, past
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.money import parse_amount
from reviewlog.domain.time.moment import moment_to_field

WRONG = "What is wrong in entry {}?"
RIGHT = "What is right?"
SO_FAR = "\n  so far: {}"


class Part(NamedTuple):
    """A part of an entry: how it is told, an example, and how an answer is read."""

    shown: str
    like: str | None = None
    read: Callable[[str], Any] = str


def parts(session: Session) -> dict[str, Part]:
    """Return what can be asked for, by the name of its field."""
    return {
        "text": Part("the text"),
        "quote": Part("their exact words", "Pay, or I write one star"),
        "who": Part("the name", "Dana Smith"),
        "happened_at": Part("the day or the hour", "yesterday 17:50", partial(_past, session)),
        "threat": Part(
            "whether a review was tied to it, or violence threatened",
            "no, hinted, open, violence or withdrawn",
            vocabulary.threat,
        ),
        "channel": Part("how it came", "phone, visit, email", vocabulary.channel),
        "amount": Part("the sum", "240.00", parse_amount),
        "due": Part("the day it is due", "friday", partial(_due, session)),
        "site": Part("the site", "google", vocabulary.site),
        "nick": Part("the name it stands under", "CakeFan77"),
        "url": Part("the address of the review"),
        "phone": Part("their number", "07700 900123"),
    }


def ask_right(session: Session, entry: str | None) -> tuple[str, dict[str, Any]]:
    """Return an entry's number, and the one field of it that is corrected.

    Raises UnknownEntryError, NothingToAmendError.
    """
    number, fields = session.logbook.correctable(entry)
    known = {name: part for name, part in parts(session).items() if name in fields}
    choices = [Choice(name, part.shown, (name,)) for name, part in known.items()]
    name = session.pick(WRONG.format(number), choices)
    part, question = known[name], RIGHT
    if part.read in (str, parse_amount, vocabulary.threat, vocabulary.channel):
        before = session.logbook.words_of(number, name)[1]
        question += SO_FAR.format(harmless_line(before)) if before else ""
    return number, {name: session.ask_until(question, "TEXT", part.read, like=part.like)}


def _past(session: Session, text: str) -> dict[str, str | int] | None:
    moment = past(session, text)
    return moment_to_field(moment) if moment else None


def _due(session: Session, text: str) -> dict[str, str | int]:
    return moment_to_field(either(session, text))
