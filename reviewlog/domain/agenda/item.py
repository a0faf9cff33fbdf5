"""An item of the agenda, and how it looks on a given day."""

from datetime import date, datetime
from typing import NamedTuple

from reviewlog.domain.due import is_outside
from reviewlog.domain.entry import EntryId

SAFETY = "safety"
"""The step above every playbook; it is never ours to move either."""


class Item(NamedTuple):
    """One open step of an incident; keyed by playbook, step and anchor entry."""

    incident: str
    playbook: str
    """Id of the playbook; empty for what no playbook asks for (reminders, promises …)."""
    step: str
    anchor: EntryId
    kind: str
    title: str
    why: str
    opens_at: datetime
    due_on: date | None = None
    due_at: datetime | None = None
    latest_at: datetime | None = None
    closes_at: datetime | None = None
    say: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    done_by: str = ""
    """Kind of the entry that fulfils it; empty when it is ticked by `done`."""
    must: bool = False
    rank: int = 0
    """Its place in the playbook: among items due on one day the earlier step comes first."""

    @property
    def outside(self) -> bool:
        """Whether it is a date that others set: never ours to move."""
        return not self.playbook and is_outside(self.step)
