"""A playbook as the engine follows it; `playbook/` reads it from YAML."""

from collections.abc import Mapping
from typing import NamedTuple

from reviewlog.domain.entry import NOTHING
from reviewlog.domain.time.durations import Duration
from reviewlog.domain.vocabulary import (
    ATTEMPT_KINDS,
    ATTEMPT_STATES,
    CHANNELS,
    DEMAND_STATES,
    DISPUTE_STATES,
    OUTCOMES,
    SITES,
    VERDICTS,
)

Conditions = Mapping[str, tuple[str, ...]]

FACT_WORDS: dict[str, tuple[str, ...]] = {
    "threat": ("unasked", "none", "veiled", "open", "harm", "withdrawn"),
    "review": ("none", "up", "changed", "gone"),
    "verdict": ("unknown", "right", "partly", "mistaken", "unfounded", "extortion"),
    "demand": ("none", "open", "granted", "countered", "declined"),
    "offer": ("none", "offered", "accepted", "refused", "delivered"),
    "quote": ("kept", "missing"),
    "pleased": ("said", "unsaid"),
    "customer": ("known", "unknown"),
    "budget": ("left", "used"),
    "reviews": ("none", "one", "several"),
    "reply": ("none", "posted", "missing"),
    "evidence": ("kept", "missing"),
    "cooling": ("none", "set"),
    "talk": ("private", "public"),
    "contact": ("first", "again"),
    "history": ("first", "again"),
    "outcome": ("none", *OUTCOMES),
    "asking": ("allowed", "forbidden", "unknown"),
    "inviting": ("allowed", "forbidden", "unknown"),
    "early_report": ("taken", "refused", "unknown"),
    "report": ("none", "pending", "refused", "final", "removed"),
}
"""Every fact that `when` and `unless` may ask for, with the words it may have."""

ANCHOR_WORDS = (
    "opened",
    "inbound",
    "outbound",
    "unanswered",
    "threat",
    "pleased",
    "assessed",
    "closed",
    "playbook",
    "review",
    "demand",
    "granted",
    "countered",
    "declined",
    "offered",
    "accepted",
    "refused",
    "delivered",
    "replied",
    "disputed",
    "cooling",
)
"""Every fact that `after` may count from; a step's id may stand there too."""

ENTRY_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "interaction": {"direction": ("in", "out"), "channel": CHANNELS + tuple(SITES)},
    "review": {"state": ("up", "changed", "gone"), "site": tuple(SITES)},
    "demand": {"state": DEMAND_STATES},
    "attempt": {"state": ATTEMPT_STATES, "remedy": ATTEMPT_KINDS},
    "assessment": {"verdict": VERDICTS},
    "outcome": {"state": ("closed", "reopened"), "outcome": OUTCOMES},
    "dispute": {"state": DISPUTE_STATES, "site": tuple(SITES)},
    "reply": {"state": ("draft", "posted"), "medium": ("public", "private", "call")},
}
"""The values that `done_by` may ask for, by kind of entry; of other kinds it may ask for any."""


class Repeat(NamedTuple):
    """A step that comes again: the next time counts from the last fulfilment."""

    every: Duration
    at_most: int


class Budget(NamedTuple):
    """How many contacts without an answer are allowed, and the smallest gap between them."""

    unanswered: int = 2
    gap: Duration = Duration(4, "day")


class Cooling(NamedTuple):
    """After which facts we leave them in peace, and how long; any word from them ends it."""

    after: tuple[str, ...]
    length: Duration


class Step(NamedTuple):
    """One thing for the owner to do."""

    id: str
    title: str
    kind: str
    why: str
    source: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    when: Conditions = NOTHING
    unless: Conditions = NOTHING
    after: str = "opened"
    within: Duration | None = None
    not_before: Duration | None = None
    latest: Duration | None = None
    repeat: Repeat | None = None
    done_by: Conditions = NOTHING
    """The entry that fulfils it: `entry` is its kind, the rest are values of its fields."""
    must: bool = False


class Cover(NamedTuple):
    """What one sees of a playbook without opening it: enough to tell whether it fits."""

    id: str
    version: int
    title: str
    digest: str
    use_when: Conditions = NOTHING
    """Empty: it is followed only when somebody chooses it."""
    not_when: Conditions = NOTHING


class Playbook(NamedTuple):
    """Advice for one kind of trouble."""

    id: str
    version: int
    title: str
    digest: str
    """SHA-256 of the YAML text, 64 hex digits: what an incident is pinned to."""
    use_when: Conditions = NOTHING
    not_when: Conditions = NOTHING
    budget: Budget = Budget()
    steps: tuple[Step, ...] = ()
    first_answer: Duration | None = None
    """How soon they should hear from us first."""
    cooling: Cooling | None = None
    sources: Mapping[str, str] = NOTHING
    """The texts that `source` names by their letter."""

    @property
    def cover(self) -> Cover:
        """What is needed to tell whether it fits."""
        return Cover(self.id, self.version, self.title, self.digest, self.use_when, self.not_when)
