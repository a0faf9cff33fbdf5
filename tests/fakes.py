"""Stand-ins for what a test must hold still."""

from datetime import UTC, datetime, timedelta

SATURDAY = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)
"""The Saturday on which most stories begin; 16:40 in London."""


class FakeClock:
    """A clock that moves only when told."""

    def __init__(self, at: datetime = SATURDAY) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def tick(self, **distance: float) -> datetime:
        """Move on (`hours=2`, `days=-1`); by one minute when nothing is said."""
        self.at += timedelta(**distance or {"minutes": 1})
        return self.at
