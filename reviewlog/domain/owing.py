"""When a time stamp is owed: after what weighs, at most daily otherwise."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

DAILY = timedelta(days=1)
PAUSE = timedelta(hours=1)
"""How long a service that cost the owner time is left alone."""
WEIGHTY_KINDS = frozenset(("demand", "review"))
WEIGHTY_THREATS = frozenset(("veiled", "open", "harm"))


class Covered(NamedTuple):
    """How much of a log a service has stamped."""

    size: int
    """The first so many entries."""
    at: datetime
    """When that was written down here."""


def is_weighty(kinds: Iterable[str], threats: Iterable[str]) -> bool:
    """Whether entries of these kinds, with these threats, are not to wait for a time stamp."""
    return not (WEIGHTY_KINDS.isdisjoint(kinds) and WEIGHTY_THREATS.isdisjoint(threats))


def is_over(begun: datetime, length: timedelta, now: datetime) -> bool:
    """Whether a length of time has passed; a clock that went back behind it holds nobody up."""
    return not timedelta() <= now - begun < length
