"""Shapes of what is to do: `due`, `next`, `why`, and the answer to every verb that writes."""

from typing import Annotated, TypedDict

from reviewlog.render.promised.times import Day, Instant, When
from reviewlog.render.promised.words import Kind, Says, State, StepState


class Thing(TypedDict):
    """One thing to do, wherever it is told."""

    incident: str
    """The number of the incident."""
    who: str | None
    step: str
    kind: Kind
    title: str
    due_on: Day | None
    due_at: Instant | None
    """Only where it is due at a time, not all day."""
    opens_at: Instant
    outside: bool
    """Whether others set the date."""


class DueItem(Thing):
    """One thing to do, as the daily list has it."""

    phone: str | None
    opens_on: Day
    state: State
    why: str | None


class Due(TypedDict):
    """What is due on a day, the most urgent first."""

    on: Day
    items: list[DueItem]


class Item(Thing):
    """One thing to do, with what to say."""

    state: State | None
    """Null for what is only later."""
    why: str
    say: list[str]
    avoid: list[str]
    source: list[str]
    """Where the advice is from."""


class Next(TypedDict):
    """What is open now in an incident."""

    incident: str | None
    """Null where nothing is due at all."""
    next: list[Item]


class Written(TypedDict):
    """What was written down."""

    incident: str
    """The number of the incident."""
    entry: str
    """The number of the entry that the command is about."""
    entries: list[str]
    """The numbers of all entries that it wrote, the same one first."""
    opened: bool
    """Whether the incident is new."""


class Receipt(Written):
    """What was written down, and what to do next."""

    next: list[Item]


class FilesReceipt(Receipt):
    """What was written down, and the exhibits that the files are."""

    exhibits: list[str]


class Standing(TypedDict):
    """What is to do in an incident."""

    incident: str
    next: list[Item]


class Many(TypedDict):
    """What was written down of several entries, all of them or none."""

    answers: list[Written]
    """One for each entry, in their order."""
    incidents: list[Standing]
    """Every incident that was written into."""


class NeverRule(TypedDict):
    """What no playbook may advise."""

    id: str
    sentence: str
    source: list[str]


CountsFrom = TypedDict(
    "CountsFrom", {"from": Annotated[str | None, Says("The entry that it counts from.")]}
)


class Account(CountsFrom):
    """How one step stands, for one thing that it counts from."""

    step: str
    title: str
    state: StepState
    said: str
    """The state in words."""
    rule: str | None
    """When the playbook asks for it, in words; null for what no playbook asks for."""
    only_when: list[str]
    not_when: list[str]
    after: str | None
    """What it counts from."""
    from_at: When | None
    due_on: Day | None
    due_at: Instant | None
    until: Instant | None
    """When it may be done."""
    moved_from: Day | None
    """The day before it moved behind an absence."""
    held_by: str | None
    done_by: str | None
    """The entry that shows it done, or left it out."""
    left_out_because: str | None
    fact: str | None
    """The fact that rules it out."""
    word: str | None
    """What that fact says now."""
    fact_from: str | None
    """The entry that the fact rests on."""
    never: NeverRule | None
    """The rule that stands against it."""
    why: str | None
    old_sites: dict[str, str]
    """Sites of which a fact was not looked up for long, and the month."""
    ends: list[str]
    """What would end it: in words, then the lines to type."""
    advice: list[str]


class Why(TypedDict):
    """Why steps are due, or are not."""

    incident: str
    next: str | None
    """The step that is asked for first, by its name in `steps`."""
    steps: list[Account]
