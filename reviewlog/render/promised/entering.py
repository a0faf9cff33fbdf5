"""What `log --json -` reads: one entry, by the names of the options."""

from typing import Annotated, TypedDict

from reviewlog.domain.vocabulary import CHANNELS, CONSENTS, SITES, THREATS
from reviewlog.render.promised.words import OneOf, Says

Naming = TypedDict("Naming", {"for": Annotated[str, Says("The customer they speak for.")]}, total=False)  # fmt: skip


class LogInput(Naming, total=False):
    """One call, message or visit; several in a list or one a line."""

    text: str
    """What was said, in your words."""
    who: str
    """Who it was. This, `stranger` or `incident` must be there."""
    incident: str | int
    """The number of a known incident, or the name."""
    stranger: bool
    """Nobody knows who it was."""
    via: Annotated[str, OneOf((*CHANNELS, *SITES))]
    direction: Annotated[str, OneOf(("in", "out"))]
    """`in`: they came to you."""
    no_answer: bool
    """You tried, nobody answered."""
    at: str
    """When it happened: ISO, or as said on the command line."""
    quote: str
    """Their exact words."""
    demand: str
    """What they want."""
    amount: str | float
    """How much, `240.00` or `£240`."""
    by: str
    """Their deadline."""
    threat: Annotated[str, OneOf(THREATS)]
    site: str | list[str]
    """The review sites they named."""
    attach: str | list[str]
    """Files to keep a copy of."""
    consent: Annotated[str, OneOf(CONSENTS)]
    """Who agreed to a recording."""
    phone: str
    staff: str
    """Who of you it was."""
    pleased: bool
    """They said that all is well."""
    leave_alone: bool
    """They want no contact."""
    cool_until: str
    """No contact before."""
    new: bool
    """A new incident, although one is open."""
