"""The closed lists of words that shapes draw from, as types."""

from typing import Annotated, NamedTuple

from reviewlog.domain.agenda.explain import STATES as STEP_STATES
from reviewlog.domain.claims import LOST, STANDS
from reviewlog.domain.due import STATES
from reviewlog.domain.playbook import FACT_WORDS
from reviewlog.domain.reply.rules import LEVELS, MEDIA, OFF
from reviewlog.domain.vocabulary import OUTCOMES, STEP_KINDS


class OneOf(NamedTuple):
    """One word of a closed list."""

    words: tuple[str, ...]


class Known(NamedTuple):
    """One word of a list that may grow."""

    words: tuple[str, ...]


class Like(NamedTuple):
    """A text that fits a pattern."""

    pattern: str


class Over(NamedTuple):
    """A number greater than another."""

    least: int


class Says(NamedTuple):
    """What a key holds, where no docstring can stand."""

    text: str


class Format(NamedTuple):
    """How a text is written, by its name in JSON Schema."""

    name: str


Said = Annotated[str, Like(r"\S")]
State = Annotated[str, OneOf(STATES)]
Kind = Annotated[str, OneOf(tuple(STEP_KINDS))]
Threat = Annotated[str, OneOf(FACT_WORDS["threat"])]
ReviewState = Annotated[str, OneOf(FACT_WORDS["review"])]
Verdict = Annotated[str, OneOf(FACT_WORDS["verdict"])]
Demand = Annotated[str, OneOf(FACT_WORDS["demand"])]
Offer = Annotated[str, OneOf(FACT_WORDS["offer"])]
Outcome = Annotated[str, OneOf(OUTCOMES)]
Medium = Annotated[str, OneOf(MEDIA)]
Level = Annotated[str, OneOf(LEVELS)]
RuleLevel = Annotated[str, OneOf((*LEVELS, OFF))]
Stand = Annotated[str, OneOf(STANDS)]
Lost = Annotated[str, OneOf(LOST)]
StepState = Annotated[str, OneOf(STEP_STATES)]
Origin = Annotated[str, OneOf(("shipped", "own"))]
Finding = Annotated[str, OneOf(("ok", "look", "bad"))]
