"""Closed lists as they are asked for: by number, by the first letters, or by the word."""

from reviewlog.commands.asking.picking import Choice
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.usage_errors import MissingError

SITES = [
    Choice(site, site, (shown.casefold().removeprefix("the "),))
    for site, shown in vocabulary.SITES.items()
]
VERDICTS = [Choice(verdict, verdict) for verdict in vocabulary.VERDICTS]
CONSENTS = [
    Choice("one-party", "I alone knew", ("one-party", "me", "alone", "one")),
    Choice("everybody", "everybody agreed", ("all", "both", "everyone")),
    Choice("unknown", "I do not know", ("unknown", "unsure")),
]


def ask_site(session: Session, question: str, option: str) -> str:
    """Return the site that is meant. Raises MissingError where nobody can be asked."""
    if not session.interactive:
        raise MissingError((option,))
    return session.pick(question, SITES)


def ask_verdict(session: Session, question: str, option: str) -> str:
    """Return the verdict that is meant. Raises MissingError where nobody can be asked."""
    if not session.interactive:
        raise MissingError((option,))
    return session.pick(question, VERDICTS)
