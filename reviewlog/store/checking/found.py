"""What a check has found so far."""

from collections import Counter
from collections.abc import Callable

from reviewlog.domain.checked import Place

MOST = 1000
"""Faults of one check that are named; of the others only the number is told."""
Watch = Callable[[str, int, int], None]
"""Is told which check is at work, how far it is, and how far it goes."""


class Found:
    """Places that do not hold, and how much was looked at, by check."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()
        self._places: list[Place] = []

    def fault(self, check: str, place: str, what: str) -> None:
        """Name a place that does not hold."""
        self._faults[check] += 1
        if self._faults[check] <= MOST:
            self._places.append(Place(check, place, what))

    def holds(self, *checks: str) -> bool:
        """Whether none of these checks has found anything."""
        return not any(self._faults[check] for check in checks)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that does not hold, and how many more there are."""
        more = [(check, n - MOST) for check, n in self._faults.items() if n > MOST]
        told = [Place(check, "and more", f"{n:,} more of this kind") for check, n in more]
        return (*self._places, *told)


def entry_place(seq: int) -> str:
    """Return how an entry is named where something does not hold."""
    return f"entry {seq}"
