"""Shapes of incidents and their entries: `show`, `list`, `undo`, the call card."""

from typing import Annotated, Any, NotRequired, TypedDict

from reviewlog.render.promised.agenda import Item
from reviewlog.render.promised.times import Instant, When
from reviewlog.render.promised.words import (
    Demand,
    Offer,
    OneOf,
    Outcome,
    ReviewState,
    Says,
    Threat,
    Verdict,
)


class Incident(TypedDict):
    """One incident, as the lists have it."""

    number: str
    customer: str | None
    nick: str | None
    phone: str | None
    state: Annotated[str, OneOf(("open", "closed", "void"))]
    """`void`: everything in it was taken back."""
    outcome: Outcome | None
    threat: Threat
    verdict: Verdict
    review: ReviewState
    playbook: str | None
    opened_at: Instant | None
    last_at: Instant | None
    entries: int
    answered: bool
    """False while a review stands without an answer."""
    shop: bool
    """Whether it is about the shop itself and no customer."""
    erased: bool
    """Whether it was about somebody who was erased."""
    sites: list[str]


class Incidents(TypedDict):
    """Incidents, the last touched first."""

    incidents: list[Incident]


class Facts(TypedDict):
    """What the entries of an incident say now."""

    threat: Threat
    review: ReviewState
    verdict: Verdict
    demand: Demand
    offer: Offer
    pleased: bool
    closed: bool
    go_between: str | None
    """Who speaks for the customer."""
    unanswered: int
    """Our contacts without an answer."""
    leave_alone: bool
    """Whether they asked for no contact."""
    cooling_until: Instant | None
    held_until: Instant | None


class Background(TypedDict):
    """What stands behind an incident."""

    asked_before: int
    """Demands of the same person in earlier incidents."""
    first_answer_minutes: int | None
    first_answer_target: str | None
    newer_playbook: bool


class Stored(TypedDict):
    """An entry as it is stored; its texts exactly as they were said."""

    entry: str
    kind: str
    """A later version may know kinds that this one does not."""
    recorded_at: Instant
    happened_at: When
    leaf: str
    """Its hash in the log, 64 hex digits."""
    fields: dict[str, Any]
    """What was said, by the name of the field; which there are depends on the kind."""


class Labelled(TypedDict, total=False):
    """The label of an exhibit."""

    exhibit: str
    """Of a file: its label, `E1`."""


class WentOut(TypedDict, total=False):
    """Of a text that was drafted: how it went out."""

    early: bool
    """Whether it went out before it was ready."""
    unseen: str | None
    """Who should have read it and had not."""
    before_draft: bool
    """Whether it is said to have gone out before its draft was written."""


class Told(Stored, Labelled, WentOut):
    """An entry as it stands now."""

    corrected: dict[str, Any]
    """What was said before a correction, by the name of the field."""


class Retracted(TypedDict):
    """An entry that was taken back."""

    entry: str
    by: str
    """The entry that took it back."""
    why: str | None


class Erasure(TypedDict):
    """An entry that erased something."""

    entry: str
    at: Instant
    why: str | None
    erased: dict[str, list[str]]
    """The names of the fields that are gone, by the number of the entry."""


class Exported(TypedDict):
    """A bundle that was made."""

    entry: str
    recorded_at: Instant
    audience: str | None
    sha256: str | None
    entries: int | None
    """How many are in it, as with the exhibits."""
    exhibits: int | None
    told: dict[str, list[str]] | None
    """The names of the fields that are in it, by the entry."""
    files: list[str] | None
    """The entries whose files are in it."""


class Gone(TypedDict):
    """What was taken back and erased."""

    retracted: list[Retracted]
    erasures: list[Erasure]


class Show(Gone):
    """One incident in full."""

    incident: Incident
    facts: Facts
    background: Background
    entries: list[Told]
    agenda: list[Item]
    exports: list[Exported]


class Undone(TypedDict):
    """What was taken back."""

    incidents: list[str]
    entries: list[Stored]


NotSaid = TypedDict("NotSaid", {"not": Annotated[list[str], Says("What to leave out.")]})


class CallCard(NotSaid):
    """What to say, ask and not say on the telephone."""

    incident: str
    who: str
    phone: str | None
    happened: list[str]
    wants: list[str]
    asked_before: int
    so_far: list[str]
    first: list[str]
    ask: list[str]
    repeat_back: list[str]
    age: list[str]
    """What a site allows that was not looked up for long."""
    promise: list[str]
    afterwards: str
    your_words: list[str]
    """What was drafted for this call."""
    found: str
    """How much the checks have against those words."""
    entry: NotRequired[str]
    """The entry that keeps the reason for a call against a rule."""
