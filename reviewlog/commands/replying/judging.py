"""Were they right? What is said in a reply depends on it, so it is asked before anything else."""

from reviewlog.commands.replying.place import Place
from reviewlog.commands.session import Session
from reviewlog.logbook.said import Judgement

QUESTION = "Were they right? A number or a word; Enter: not yet"
KEPT = "Your view is kept (entry {entry}); it never leaves the house.\n"
NOT_READ = "Please answer with a number from 1 to 5, or with a word of the list."
CHOICES = (
    ("right", "right", ("right", "yes", "y")),
    ("partly", "partly", ("partly", "partly right")),
    ("mistaken", "mistaken", ("mistaken", "wrong", "no", "n")),
    ("unfounded", "never a customer (unfounded)", ("unfounded", "never", "never a customer")),
    (None, "I do not know yet", ("unknown", "i do not know yet", "i do not know", "?")),
)
"""The verdict, how it is shown, and the words that are taken for it."""


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
    session.talk(KEPT.format(entry=session.kept))
    return place._replace(view=session.logbook.view(place.number))


def _asked(session: Session) -> str | None:
    for number, (_, shown, _) in enumerate(CHOICES, 1):
        session.talk(f"  {number}  {shown}")
    while (said := session.ask_maybe(QUESTION)) is not None:
        word = " ".join(said.casefold().rstrip(".").split())
        for number, (verdict, shown, words) in enumerate(CHOICES, 1):
            if word in (str(number), shown, *words):
                return verdict
        session.talk(NOT_READ)
    return None
