"""Were they right? What is said in a reply depends on it, so it is asked before anything else."""

from reviewlog.commands.asking.picking import Choice
from reviewlog.commands.asking.vocabulary import NOT_KNOWN
from reviewlog.commands.replying.place import Place
from reviewlog.commands.session import Session
from reviewlog.logbook.said import Judgement

QUESTION = "Were they right?\nA number or a word; Enter: not yet"
KEPT = "Your view is kept (entry {entry}); it never leaves the house.\n"
CHOICES = (
    Choice("right", "right", ("yes", "y")),
    Choice("partly", "partly", ("partly right",)),
    Choice("mistaken", "mistaken", ("wrong", "no", "n")),
    Choice("unfounded", "never a customer (unfounded)", ("unfounded", "never a customer")),
    Choice("", "I do not know yet", ("i do not know", *NOT_KNOWN)),
)


def judged(session: Session, place: Place) -> Place:
    """Return the place with the owner's view, asked for where there is none and somebody is there."""
    has_view = any(entry.kind == "assessment" for entry in place.facts.entries)
    if has_view or place.facts.verdict != "unknown" or not session.interactive:
        return place
    verdict = _asked(session)
    if verdict is None:
        return place
    receipt = session.logbook.assess(place.number, Judgement(verdict))
    session.kept = str(receipt.main.id.seq)
    session.settled()
    session.talk(KEPT.format(entry=session.kept))
    return place._replace(view=session.logbook.view(place.number))


def _asked(session: Session) -> str | None:
    return session.pick_maybe(QUESTION, CHOICES) or None
