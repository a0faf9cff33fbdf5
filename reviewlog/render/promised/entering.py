"""What `log --json -` reads: one entry, by the names of the options."""

from typing import Annotated, Any, TypedDict

from reviewlog.domain.vocabulary import CHANNELS, CONSENTS, SITES, THREATS
from reviewlog.render.promised.words import OneOf, Over, Said, Says

Naming = TypedDict("Naming", {"for": Annotated[Said, Says("The customer they speak for.")]}, total=False)  # fmt: skip


def _one_of(keys: tuple[str, ...], true: str) -> dict[str, Any]:
    """Return that one of these keys must be there, or the last one be true."""
    said = [{"required": [key]} for key in keys]
    return {"anyOf": [*said, {"required": [true], "properties": {true: {"const": True}}}]}


ENTRY: dict[str, Any] = {
    "additionalProperties": False,
    "allOf": [
        _one_of(("who", "for", "incident"), "stranger"),
        _one_of(("text", "quote", "demand", "attach"), "no_answer"),
    ],
}
"""What an entry must hold, and that it holds nothing else."""


class LogInput(Naming, total=False):
    """One call, message or visit; several in a list or one a line.

    Words that the command line takes besides, `Phone`, `violence`, are taken here too.
    """

    text: Said
    """What was said, in your words."""
    who: Said
    """Who it was. This, `stranger` or `incident` must be there."""
    incident: Said | Annotated[int, Over(0)]
    """The number of a known incident, or the name."""
    stranger: bool
    """Nobody knows who it was."""
    via: Annotated[str, OneOf((*CHANNELS, *SITES))]
    direction: Annotated[str, OneOf(("in", "out"))]
    """`in`: they came to you."""
    no_answer: bool
    """You tried, nobody answered."""
    at: Said
    """When it happened: ISO, or as said on the command line."""
    quote: Said
    """Their exact words."""
    demand: Said
    """What they want."""
    amount: Said | Annotated[float, Over(0)]
    """How much, `240.00` or `£240`."""
    by: Said
    """Their deadline."""
    threat: Annotated[str, OneOf(THREATS)]
    site: Said | list[Said]
    """The review sites they named."""
    attach: Said | list[Said]
    """Files to keep a copy of."""
    consent: Annotated[str, OneOf(CONSENTS)]
    """Who agreed to a recording."""
    phone: Said
    staff: Said
    """Who of you it was."""
    pleased: bool
    """They said that all is well."""
    leave_alone: bool
    """They want no contact."""
    cool_until: Said
    """No contact before."""
    new: bool
    """A new incident, although one is open."""
