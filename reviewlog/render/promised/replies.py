"""Shapes of texts of our own: drafts, what the rules say of them, what was posted."""

from typing import Annotated, Any, NotRequired, TypedDict

from reviewlog.render.promised.agenda import Item, Receipt
from reviewlog.render.promised.incidents import WentOut
from reviewlog.render.promised.times import Instant
from reviewlog.render.promised.words import Level, Medium, OneOf, RuleLevel, Verdict


class Place(TypedDict):
    """A place in a text."""

    start: int
    """In characters from 0."""
    end: int
    line: int
    """From 1, as is the column."""
    column: int
    text: str


class Twin(TypedDict):
    """An earlier reply that is nearly the same."""

    entry: str
    text: str | None


class Finding(TypedDict):
    """What a rule has against a text."""

    rule: str
    level: Level
    title: str
    why: str
    instead: str
    source: list[str]
    said: str
    twin: Twin | None
    places: list[Place]


class Promised(TypedDict):
    """Something that a text promises."""

    text: str
    due: str | None
    """The words of the text that give the day."""
    place: Place


class Checked(TypedDict):
    """What the rules say of a text."""

    incident: str
    medium: Medium
    passes: bool
    """Whether nothing but notes was found."""
    language: str
    """Two small letters; empty where it cannot be told."""
    unread: bool
    """Whether no rule about words knows that language."""
    findings: list[Finding]
    promises: list[Promised]


class Review(TypedDict):
    """The review that is answered."""

    entry: str
    site: str | None
    stars: int | None
    nick: str | None
    words: int
    text: str | None
    """Only with --unfold."""


class Posted(WentOut):
    """A text that went out."""

    entry: str
    at: Instant
    site: str | None
    url: str | None
    channel: str | None
    text: str | None
    against: list[str]
    """The rules that stood against it."""


class Draft(TypedDict):
    """How far a text is; without a draft what was posted last."""

    incident: str
    medium: Medium
    state: Annotated[str, OneOf(("draft", "posted"))] | None
    entry: str | None
    version: int | None
    text: str | None
    ready: bool
    ready_at: Instant | None
    now_why: str | None
    """Why the owner did not want to wait."""
    eyes: str | None
    """Who is to read it first."""
    seen_by: str | None
    remark: str | None
    posted: list[Posted]


class Latest(Draft):
    """How far a text is, and what it answers."""

    review: Review | None


class Judged(Latest, Checked):
    """A draft with all that belongs to it."""


class Reply(Latest):
    """A draft, what the rules say of it, and after it was written the receipt."""

    passes: NotRequired[bool]
    language: NotRequired[str]
    unread: NotRequired[bool]
    findings: NotRequired[list[Finding]]
    promises: NotRequired[list[Promised]]
    entries: NotRequired[list[str]]
    """The numbers of what was written."""
    opened: NotRequired[bool]
    next: NotRequired[list[Item]]


class Change(TypedDict):
    """A stretch of a text that was kept, is gone or was added."""

    what: Annotated[str, OneOf(("kept", "gone", "added"))]
    text: str


class Version(TypedDict):
    """One version of a text; what went out has no number."""

    version: int | None
    entry: str
    at: Instant
    text: str | None
    changes: list[Change]


class Versions(TypedDict):
    """Every version of a text, the first one first."""

    incident: str
    medium: Medium
    versions: list[Version]


class Sent(TypedDict):
    """What belongs to a text that was posted."""

    changes: list[Change] | None
    """How the draft became what was posted; null without a draft."""
    flags: list[str]
    against: list[str]
    """The rules that stood against it."""
    promises: list[Promised]


class ReplyPosted(Receipt, Sent):
    """That a text was posted, and what became of its draft."""


class Example(TypedDict):
    """A text that trips a rule, or a near miss."""

    text: str
    marks: list[str]
    """The words that are marked in it."""
    given: dict[str, Any]
    """How things stand."""


class Trial(TypedDict):
    """The examples of a rule in one language."""

    language: str
    bad: list[Example]
    good: list[Example]


class Wording(TypedDict):
    """The words of a rule in one language."""

    language: str
    phrases: list[str]
    unless: list[str]
    lists: dict[str, list[str]]
    title: str
    why: str
    instead: str
    is_own: bool


SoftenedFrom = TypedDict("SoftenedFrom", {"from": RuleLevel})


class Softened(SoftenedFrom):
    """That the owner gave a rule another level, and why."""

    because: str


class Rule(TypedDict):
    """What a reply may not hold."""

    id: str
    title: str
    why: str
    level: RuleLevel
    source: list[str]
    media: list[Medium]
    instead: str
    check: str
    most: int | None
    verdicts: list[Verdict]
    forbidden_as: list[str]
    only_forbidden: bool
    never: str
    origin: str
    """`shipped`, or the name of the owner's own file."""
    languages: list[str]
    trade: Annotated[str, OneOf(("strict", "other"))] | None
    softened: Softened | None
    wordings: NotRequired[list[Wording]]
    """Of one rule that was named, as are its examples."""
    examples: NotRequired[list[Trial]]


class Rules(TypedDict):
    """What replies may not hold: all rules, or the one that was named."""

    rules: list[Rule]
