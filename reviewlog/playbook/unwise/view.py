"""What the rules about unwise playbooks look at."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from reviewlog.domain.entry import NOTHING
from reviewlog.domain.playbook import Cover, Playbook, Step
from reviewlog.domain.sites import SiteRule
from reviewlog.playbook.language.fragments import Placed
from reviewlog.playbook.rehearsing.examples import Example
from reviewlog.playbook.strict import Document, Place


class Around(NamedTuple):
    """What a playbook is judged by besides its own text."""

    today: date
    covers: tuple[Cover, ...] = ()
    """The playbooks that it may hand over to."""
    sites: Mapping[str, SiteRule] = NOTHING
    verbs: frozenset[str] = frozenset()
    """The verbs that lines to be typed may begin with; none: not looked at."""
    titles: Mapping[str, str] = NOTHING
    """The texts that the shipped playbooks rest on, by their letters."""


class Seat(NamedTuple):
    """A step and where it was written."""

    step: Step
    placed: Placed

    @property
    def is_own(self) -> bool:
        """Whether it was written in this file; of others only their changed keys are judged."""
        return not self.placed.origin


class View(NamedTuple):
    """A playbook without faults, with its places and its surroundings."""

    playbook: Playbook
    seats: tuple[Seat, ...]
    examples: tuple[Example, ...]
    document: Document
    texts: tuple[tuple[str, Mapping[str, str]], ...]
    """The `sources` of every playbook that is used, by its id."""
    around: Around

    def place(self, seat: Seat, *keys: str) -> Place:
        """Return where the first of some keys stands in a step, else where the step does."""
        for key in keys:
            if key in seat.placed.own and (*seat.placed.path, key) in self.document.values:
                return self.document.place((*seat.placed.path, key))
        return self.document.place((*seat.placed.path, "id" if seat.is_own else "use"))

    def judged(self, *keys: str) -> Iterator[Seat]:
        """Return the steps that this file answers for: its own, and those with a key changed."""
        return (s for s in self.seats if s.is_own or set(keys) & s.placed.own)


Found = Iterator[tuple[Place, str]]
"""What a rule finds: the place and a sentence."""
