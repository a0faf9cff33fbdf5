"""Shapes of what leaves the house and of what proves it: bundles, checks, time stamps."""

from typing import Any, NotRequired, TypedDict

from reviewlog.render.promised.times import Instant
from reviewlog.render.promised.words import Finding as FindingState


class Export(TypedDict):
    """A bundle that was written."""

    incident: str
    audience: str
    path: str
    sha256: str
    size: int
    """In bytes."""
    entries: int
    exhibits: int
    staying: dict[str, int]
    """What stays here: how many entries, by their kind."""
    encrypted: bool
    folder: NotRequired[str]
    """The folder that is ready to upload."""
    paper: NotRequired[str]
    """The file to print."""


class Hidden(TypedDict):
    """Words that are left out, and what they are."""

    text: str
    what: str


class Proposed(TypedDict):
    """Words that nobody has decided on yet."""

    text: str
    what: str
    entries: list[int]


class Redaction(TypedDict):
    """What is left out of what leaves."""

    incident: str
    hidden: list[Hidden]
    kept: list[str]
    proposed: list[Proposed]


class Broken(TypedDict):
    """Something that does not hold."""

    check: str
    place: str
    what: str


class Outside(TypedDict):
    """Somebody outside knew the first so many entries at a time."""

    entries: int
    at: Instant
    service: str


class Verified(TypedDict):
    """What a check of a bundle or a logbook found."""

    path: str
    holds: bool
    checked: int
    counts: dict[str, int]
    broken: list[Broken]
    outside: list[Outside]
    remarks: list[dict[str, Any]]
    """What is to be known and is no fault: `remark` names it, the other keys belong to it."""


class Checkpoint(TypedDict):
    """A signed head of the log."""

    size: int
    root: str
    path: str
    note: str
    """The signed lines, as they lie in the file."""


class Stamp(TypedDict):
    """A time stamp that was asked for."""

    entry: str
    size: int | None
    service: str | None
    time: Instant | None
    state: str | None
    signer: str | None
    clock_ms: int | None
    token: str | None
    """SHA-256 of the time stamp."""


class NoStamp(TypedDict):
    """A service that gave no time stamp."""

    service: str
    reason: str
    detail: str


class Anchored(TypedDict):
    """The log, signed and stamped."""

    checkpoint: Checkpoint | None
    stamped: list[Stamp]
    standing: list[Stamp]
    """Time stamps that were there already."""
    missing: list[NoStamp]


class ErasedEntry(TypedDict):
    """Fields of an entry."""

    entry: str
    fields: list[str]


class Bundle(TypedDict):
    """A bundle that was made before."""

    at: Instant
    audience: str | None


class Lines(TypedDict):
    """A file that holds words which were erased."""

    path: str
    lines: int


class Remains(TypedDict):
    """Where what was erased may still be."""

    bundles: list[Bundle]
    copies: list[str]
    unread: list[str]
    texts: list[Lines]
    histories: list[Lines]


class Erased(Remains):
    """What went for good, and where it may still be."""

    incidents: list[str]
    entries: list[str]
    """The numbers of the erasures."""
    erased: list[ErasedEntry]
    files: list[str]
    drafts: list[str]
    files_kept: list[str]
    """Files that somebody else's entries need."""
    mentions: list[ErasedEntry]
    linked: list[str]
    finished: bool


class Found(TypedDict):
    """One thing that was looked at."""

    state: FindingState
    check: str
    what: str
    words: str
    facts: dict[str, Any]


class Findings(TypedDict):
    """The set-up, looked over."""

    path: str
    findings: list[Found]


class Rebuilt(TypedDict):
    """The lists, made again from the entries."""

    path: str
    rebuilt: bool
    same: bool
    """Whether they were right before."""
    guards: list[str]


class Demo(TypedDict):
    """A whole story, played in a throw-away logbook."""

    folder: str
    bundle: str
    scenes: list[str]
