"""An entry: one thing that happened, as the log keeps it."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any, NamedTuple

from reviewlog.domain.time.moment import Moment, exactly, moment_from_field

NOTHING: Mapping[str, Any] = MappingProxyType({})
CLOCK_BACK = "clock_back"
"""The field that says when the entry before was written, where that is later than this one."""


class EntryId(NamedTuple):
    """Where an entry stands: the log of its writer and its number there, from 1."""

    log: str
    seq: int

    def __str__(self) -> str:
        return f"{self.log}:{self.seq}"


class Ref(NamedTuple):
    """An entry pointed at by a relation, with the leaf it had."""

    id: EntryId
    leaf: str


class Draft(NamedTuple):
    """An entry before it is written: what the owner said, without place or time of writing."""

    kind: str
    fields: Mapping[str, Any]
    incident: str | None = None
    rel: str | None = None
    refs: tuple[Ref, ...] = ()

    def as_written(self, n: int, at: datetime) -> "Entry":
        """Return what an entry will be once it is written, as far as facts need it."""
        said = {name: value for name, value in self.fields.items() if value is not None}
        return Entry(
            EntryId("", n), 0, self.incident, n, self.kind, at, 0, None, (), "", b"", fields=said
        )


class Entry(NamedTuple):
    """An entry as stored; never changed, never deleted."""

    id: EntryId
    command: int
    """The seq of the first entry of the same command; `undo` takes back a whole command."""
    incident: str | None
    """The random id of the incident it was filed in."""
    n: int | None
    """Counter of this writer's entries within the incident, from 1."""
    kind: str
    recorded_at: datetime
    offset_min: int
    rel: str | None
    """`amends`, `retracts`, `erases`, `anchors`, or None."""
    refs: tuple[Ref, ...]
    leaf: str
    """RFC 6962 leaf hash of the stored header, 64 hex digits."""
    header: bytes
    fields: Mapping[str, Any] = NOTHING
    """What is disclosed; an erased or withheld field is missing."""
    counts_from: datetime | None = None
    """As when it counts as written, where the writer's clock had gone back (`order.as_written`)."""

    @property
    def happened(self) -> Moment:
        """When it happened: the owner's claim, else the moment of writing."""
        claim = self.fields.get("happened_at")
        return moment_from_field(claim) if claim else exactly(self.recorded_local)

    @property
    def recorded_local(self) -> datetime:
        """When it was written, by the clock on the wall of that moment."""
        return self.recorded_at.astimezone(timezone(timedelta(minutes=self.offset_min)))

    @property
    def order(self) -> tuple[datetime, datetime, EntryId]:
        """The key of the fold: start of what happened, then when it was written, writer, seq."""
        return (self.happened.start, *self.written_order)

    @property
    def written_order(self) -> tuple[datetime, EntryId]:
        """The key by which relations and choices apply: the later written wins."""
        return (self.counts_from or self.recorded_at, self.id)
