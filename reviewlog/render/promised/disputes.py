"""Shapes of what belongs to a dispute: reports, and the sentences of reviews."""

from typing import TypedDict

from reviewlog.render.promised.words import Lost, Stand


class Sure(TypedDict):
    """How surely a fact is known."""

    checked: str
    """The month in which somebody last looked, `2026-11`."""
    sure: str
    source: str
    old: bool


class Ground(Sure):
    """A reason on which a site acts."""

    id: str
    name: str
    means: str
    route: str


class Instead(Sure):
    """A reason that the site does not hear, and what to do instead."""

    id: str
    name: str
    instead: str


class Question(TypedDict):
    """A ground of which the owner is to find out whether it fits."""

    id: str
    name: str
    ask: str


class Fit(TypedDict):
    """A ground that fits."""

    id: str
    name: str


class Need(TypedDict):
    """What a report of this ground should have."""

    need: str
    state: str
    decisive: bool


class FormLine(TypedDict):
    """One field of the site's form, and what goes into it."""

    label: str
    text: str | None
    size: int
    most: int | None
    unit: str
    cut: bool


class Standing(TypedDict):
    """What became of earlier reports."""

    state: str | None
    tries: int
    left: int | None
    early: int
    references: list[str]
    waiting: list[str]


class Report(TypedDict):
    """A report in the making, or why there is none."""

    incident: str
    entry: str | None
    """The choice that was just written."""
    site: str
    review: str | None
    ground: Ground | None
    """Null where there is no report; then `why` says the reason."""
    one_ground: str | None
    dispute: Standing | None
    needs: list[Need]
    form: list[FormLine]
    statement: str
    left_out: int
    why: str | None
    instead: list[Instead]
    find_out: list[Question]
    fits: list[Fit]


class Proof(TypedDict):
    """One thing that speaks for or against a sentence."""

    entry: str
    exhibit: str | None
    strength: str | None
    lost: Lost | None


class Claim(TypedDict):
    """One sentence of a review, and how it stands."""

    place: int
    sentence: str
    stand: Stand | None
    proofs: list[Proof]
    text: str | None
    current: bool
    """Whether the newest text of the review still holds it."""


class Claims(TypedDict):
    """The sentences of a review, and how they stand."""

    incident: str
    review: str
    claims: list[Claim]
