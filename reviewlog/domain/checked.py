"""What a check of a logbook or a bundle found; `render/checked.py` puts it into words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from reviewlog.domain.entry import NOTHING


class Place(NamedTuple):
    """Where something does not hold."""

    check: str
    """Which check found it: `file`, `triggers`, `headers`, `links`, `fields`, `files`, `tree`,
    `checkpoints`, `tokens`, `projections`; in a bundle also `bag`, `entries`, `report`, `proofs`,
    `seal`."""
    place: str
    what: str


class Outside(NamedTuple):
    """Somebody outside knew the log at a time: what it held up to there is at least that old."""

    size: int
    """The first so many entries of the log are covered."""
    at: datetime
    service: str


class Remark(NamedTuple):
    """Something to know that is no fault: facts under a key, for `render` to word."""

    key: str
    facts: Mapping[str, Any] = NOTHING


class Checked(NamedTuple):
    """The outcome of a check."""

    counts: Mapping[str, int]
    """How much was looked at, by check."""
    places: tuple[Place, ...] = ()
    outside: tuple[Outside, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether everything does."""
        return not self.places

    @property
    def is_beside(self) -> bool:
        """Whether what was to be compared with the log says nothing about it."""
        return any(remark.key == "stranger" for remark in self.remarks)
