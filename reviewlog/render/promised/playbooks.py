"""Shapes of playbooks and of what is done with them."""

from typing import Annotated, TypedDict

from reviewlog.render.promised.agenda import Item, NeverRule
from reviewlog.render.promised.times import Day, Instant
from reviewlog.render.promised.words import Kind, OneOf

Conditions = dict[str, list[str]]


class Budget(TypedDict):
    """How many contacts without an answer are allowed, and the smallest gap between them."""

    unanswered: int
    gap: str


CoolingFor = TypedDict("CoolingFor", {"for": str})


class Cooling(CoolingFor):
    """After what, and for how long, they are left in peace."""

    after: list[str]


class Repeat(TypedDict):
    """How often a step comes again."""

    every: str
    at_most: int


class Step(TypedDict):
    """One thing for the owner to do."""

    id: str
    title: str
    kind: Kind
    why: str
    say: list[str]
    avoid: list[str]
    when: Conditions
    unless: Conditions
    after: str
    within: str | None
    not_before: str | None
    latest: str | None
    repeat: Repeat | None
    done_by: Conditions
    source: list[str]
    must: bool


class Playbook(TypedDict):
    """One playbook in full."""

    id: str
    version: int
    title: str
    digest: str
    """SHA-256 of its text."""
    origin: str
    use_when: Conditions
    not_when: Conditions
    first_answer: str | None
    budget: Budget
    cooling: Cooling | None
    sources: dict[str, str]
    steps: list[Step]


class Playbooks(TypedDict):
    """All playbooks."""

    playbooks: list[Playbook]


class Fault(TypedDict):
    """Something wrong in a file; line and column count from 1."""

    line: int
    column: int
    text: str


class Unwise(Fault):
    """Something unwise in a file, and by which rule."""

    rule: str


class CheckedFile(TypedDict):
    """What was found in one file."""

    file: str
    faults: list[Fault]
    remarks: list[Unwise]


class Ignored(TypedDict):
    """A file that is not read, and why."""

    file: str
    why: str


class Checks(TypedDict):
    """What was found in files of playbooks, sites and rules."""

    files: list[CheckedFile]
    ignored: list[Ignored]
    rules: dict[str, str]
    """What the rules behind the remarks are about."""


class NeverRules(TypedDict):
    """What no playbook may advise."""

    rules: list[NeverRule]


class Difference(TypedDict):
    """How a newer text differs."""

    steps: list[str]
    due: list[str]
    words: list[str]


Versions = TypedDict("Versions", {"from": int, "to": int})


class Changes(Versions, Difference):
    """How the newest text of a playbook differs from the one that was followed."""


class Upgraded(TypedDict):
    """That an incident follows the newest text of its playbook."""

    incident: str
    entry: str | None
    """Null where it followed the newest text already."""
    entries: list[str]
    opened: bool
    next: list[Item]
    changes: Changes | None


class Mismatch(TypedDict):
    """One thing that an example expects and the agenda does not say."""

    what: Annotated[str, OneOf(("missing", "date", "present", "first", "not-open"))]
    step: str
    expected: Day | None
    found: Day | None
    stands: str | None


class Failure(TypedDict):
    """An example that fails."""

    line: int
    name: str
    mismatches: list[Mismatch]


class RehearsedFile(TypedDict):
    """The examples of one file."""

    file: str
    playbook: str | None
    examples: int
    fault: str | None
    failures: list[Failure]


class Rehearsal(TypedDict):
    """The examples of playbooks, run."""

    holds: bool
    files: list[RehearsedFile]


class Event(TypedDict):
    """One thing in a walk."""

    what: Annotated[str, OneOf(("told", "done", "wait", "offer"))]
    at: Instant
    on: Day
    step: str | None
    kind: str | None
    until: Day | None
    text: str


class Unanswered(TypedDict):
    """The most contacts without an answer, and how many are allowed."""

    most: int
    budget: int


Days = TypedDict("Days", {"from": Day, "to": Day})


class Walk(Days):
    """A walk through a playbook with a fake clock."""

    playbook: str
    version: int
    days: int
    unanswered: Unanswered
    events: list[Event]
    left: list[str]
    """Steps without an end."""


class DueStep(TypedDict):
    """A step that would be due."""

    step: str
    title: str
    due_on: Day | None


class Match(TypedDict):
    """An open incident that a playbook would fit."""

    incident: str
    follows: str | None
    followed: bool
    offered: bool
    due: list[DueStep]


class Matches(TypedDict):
    """The open incidents that a playbook would fit."""

    playbook: str
    incidents: list[Match]


class Copied(TypedDict):
    """A playbook that was copied to be changed."""

    playbook: str
    path: str
