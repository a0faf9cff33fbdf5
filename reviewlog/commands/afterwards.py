"""After the call: a few questions, and everything is written down as one command."""

from reviewlog.commands.answer import answer
from reviewlog.commands.log import asked_threat
from reviewlog.commands.session import Session
from reviewlog.logbook.said import Contact
from reviewlog.render.callcard import Card

NOBODY = ("nobody", "no answer", "no one")
FIRST = "What did they say, in a few words? (Enter: not now; nobody: no answer)"
WORDS = "Their exact words? (Enter: none)"
WELL = "Did they say that all is well now? (y; Enter: no)"
PROMISED = "What did you promise them? (Enter: nothing)"


def write_down(session: Session, card: Card) -> None:
    """Ask how the call went, then write all of it at once; Ctrl-C before the end writes nothing."""
    session.talk("\nWhen you have put the phone down (nothing is written before the last answer):")
    text = session.ask_maybe(FIRST)
    if text is None:
        session.talk(f"Nothing was written. Later:\n  {card.afterwards}")
        return
    said = Contact(incident=card.number, direction="out", text=text)
    if text.strip().casefold() in NOBODY:
        said = said._replace(text=None, no_answer=True)
    else:
        said = _asked(session, said)
    answer(session, "log", session.logbook.log(said))


def _asked(session: Session, said: Contact) -> Contact:
    said = said._replace(quote=session.ask_maybe(WORDS), threat=asked_threat(session))
    well = session.ask_maybe(WELL)
    said = said._replace(pleased=well is not None and well.strip().casefold() in ("y", "yes"))
    promise = session.ask_maybe(PROMISED)
    if promise is None:
        return said
    day = session.ask_until("By when?", "--by WHEN", session.logbook.dates.future)
    return said._replace(promise=promise, promised_for=day)
