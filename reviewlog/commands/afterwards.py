"""After the call: a few questions, and everything is written down as one command."""

from functools import partial

import typer

from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import to_come
from reviewlog.commands.asking.threat import asked_threat
from reviewlog.commands.session import Session
from reviewlog.logbook.said import Contact
from reviewlog.render.callcard import Card

NOBODY = ("nobody", "no answer", "no one")
NO = ("n", "no")
"""What somebody types who takes the question for one of yes and no: it is no word of theirs."""
FIRST = "What did they say, in a few words? (Enter: not now; nobody: no answer)"
WORDS = "Their exact words? (Enter: none)"
WELL = "Did they say that all is well now? (y; Enter: no)"
PROMISED = "What did you promise them? (Enter: nothing)"
DAY = "By when? (Enter: no day)"


def write_down(session: Session, card: Card) -> None:
    """Ask how the call went, then write all of it at once; from the first answer on none is lost."""
    session.talk("\nWhen you have put the phone down (Ctrl-C keeps what you said so far):")
    text = session.ask_maybe(FIRST, like="She wants a new cake by Saturday")
    if text is None or text.strip().casefold() in NO:
        session.talk(f"Nothing was written. Later:\n  {card.afterwards}")
        return
    said = Contact(incident=card.number, direction="out", text=text)
    if text.strip().casefold() in NOBODY:
        answer(session, "log", session.logbook.log(said._replace(text=None, no_answer=True)))
        return
    stopped = None
    for question in (_words, _threat, _well, _promise, _day):
        try:
            said = question(session, said)
        except (typer.Abort, KeyboardInterrupt) as stop:
            stopped = stop
            break
    session.talk("\nWhat you said so far is written down:" if stopped else "")
    answer(session, "log", session.logbook.log(said))
    if stopped is not None:
        raise stopped


def _words(session: Session, said: Contact) -> Contact:
    return said._replace(
        quote=_unless_no(session.ask_maybe(WORDS, like="Pay, or I write one star"))
    )


def _threat(session: Session, said: Contact) -> Contact:
    return said._replace(threat=asked_threat(session))


def _well(session: Session, said: Contact) -> Contact:
    well = session.ask_maybe(WELL)
    return said._replace(pleased=well is not None and well.strip().casefold() in ("y", "yes"))


def _promise(session: Session, said: Contact) -> Contact:
    return said._replace(
        promise=_unless_no(session.ask_maybe(PROMISED, like="A new cake on Saturday"))
    )


def _unless_no(text: str | None) -> str | None:
    return None if text is None or text.strip().casefold() in NO else text


def _day(session: Session, said: Contact) -> Contact:
    """Ask for the day of a promise until it can be read; Enter leaves it without one."""
    if said.promise is None:
        return said
    due = session.ask_maybe_until(DAY, partial(to_come, session), like="friday, in 3 days")
    return said._replace(promised_for=due)
