"""The form of `examples`: what happened on which day, and what must be due after it."""

from typing import Annotated, Any

from pydantic import Field

from reviewlog.domain.playbook import ENTRY_WORDS
from reviewlog.domain.vocabulary import (
    ATTEMPT_KINDS,
    CHANNELS,
    OUTCOMES,
    SITES,
    THREATS,
    VERDICTS,
)
from reviewlog.playbook.language.patterns import LABEL
from reviewlog.playbook.language.vocabulary import GIVEN, TICKS
from reviewlog.playbook.language.words import Clock, Form, Line, Name, OneOf, OneOrMoreOf, Words

Day = Annotated[int, Field(ge=0, le=999)]


def _key(said: str, *default: Any, **more: Any) -> Any:
    """Return a field with what editors show for it; without a default it is needed."""
    return Field(*default, description=said, **more)


ALSO = ("no_answer", "pleased", "leave_alone", "shop")
STATES = sorted({w for words in ENTRY_WORDS.values() for w in words.get("state", ())} | set(TICKS))


class GivenForm(Form):
    """One entry of an example."""

    day: Day = _key("The day it happened; day 0 is Monday 2 March 2026.")
    at: Clock = _key("The time of day, in quotation marks.", "10:00")
    entry: Annotated[str, OneOf(GIVEN)] = _key("The kind of entry.")
    direction: Annotated[str, OneOf(("in", "out"))] | None = _key("From them, or from us.", None)
    channel: Annotated[str, OneOf((*CHANNELS, *SITES))] | None = _key("How, or on what site.", None)
    who: Line | None = _key("Who it was; `nobody` for unknown.", None)
    threat: Annotated[str, OneOf(THREATS)] | None = _key("Whether a review was tied to it.", None)
    quote: Line | None = _key("Their exact words.", None)
    also: Annotated[Words, OneOrMoreOf(ALSO)] | None = _key("What else is true of it.", None)
    cool_until: Day | None = _key("The day until which they are left in peace.", None)
    sites: Annotated[Words, OneOrMoreOf(SITES)] | None = _key("The sites they spoke of.", None)
    state: str | None = _key(
        "What became of it; of a step: done or skipped.", None, json_schema_extra={"enum": STATES}
    )
    site: Annotated[str, OneOf(SITES)] | None = _key("The site it is on.", None)
    nick: Line | None = _key("The name they write under.", None)
    due: Day | None = _key("The day that they set.", None)
    amount: Line | None = _key("The sum they want, in quotation marks.", None)
    label: Annotated[str, Field(pattern=LABEL)] | None = _key("The attempt's letter.", None)
    remedy: Annotated[str, OneOf(ATTEMPT_KINDS)] | None = _key("What was offered.", None)
    verdict: Annotated[str, OneOf(VERDICTS)] | None = _key("Your own view.", None)
    step: Name | None = _key("The step that was ticked.", None)
    outcome: Annotated[str, OneOf(OUTCOMES)] | None = _key("How it ended.", None)


class ExampleForm(Form):
    """One test of the playbook."""

    name: Line = _key("A plain sentence, different from all others.")
    given: list[GivenForm] = _key("What happened, in order.", min_length=1)
    expect: dict[Name, Day] = _key("The step and the day it is due.", {})
    first: Name | None = _key("The step that comes first.", None)
    never: list[Name] = _key("Steps that must not be there.", [])
