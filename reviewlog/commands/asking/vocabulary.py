"""Closed lists as they are asked for: by number, by the first letters, or by the word."""

from reviewlog.commands.asking.picking import Choice
from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.usage_errors import MissingError

SITES = [
    Choice(
        site,
        site,
        (
            shown.casefold().removeprefix("the "),
            *(other for other, meant in vocabulary.SITE_SYNONYMS.items() if meant == site),
        ),
    )
    for site, shown in vocabulary.SITES.items()
]
NOT_KNOWN = ("unknown", "unsure", "don't know", "dont know", "i don't know", "i dont know", "?")
VERDICTS = [
    Choice("right", "right: what they say is true", ("right", "yes")),
    Choice("partly", "partly: some of it is true", ("partly",)),
    Choice("mistaken", "mistaken: they believe it, and it is wrong", ("mistaken",)),
    Choice("unfounded", "unfounded: it never happened", ("unfounded",)),
    Choice("extortion", "extortion: they used it to press you", ("extortion",)),
    Choice("unknown", "unknown: you cannot tell yet", NOT_KNOWN),
]
CONSENTS = [
    Choice("one-party", "I alone knew", ("one-party", "me", "alone", "one")),
    Choice("everybody", "everybody agreed", ("all", "both", "everyone")),
    Choice("unknown", "I do not know", NOT_KNOWN),
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
