"""Whether a review was tied to what they said, or violence threatened."""

from reviewlog.commands.asking.picking import Choice
from reviewlog.commands.session import Session

TIED = "Was a review tied to it, or violence threatened?\nEnter: not sure"
TIED_ANSWERS = (
    Choice("none", "no", ("none",)),
    Choice("veiled", "hinted", ("veiled", "yes")),
    Choice("open", "open: this, or a bad review", ("yes",)),
    Choice("harm", "violence", ("harm", "yes")),
)
"""A plain yes may mean three of them: it is asked which."""


def asked_threat(session: Session) -> str | None:
    """Ask whether a review was tied to it; Enter leaves it open, and no answer loses the call."""
    return session.pick_maybe(TIED, TIED_ANSWERS)
