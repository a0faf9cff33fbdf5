"""What holds our contacts back: cooling, and the smallest gap between two of them."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.agenda.never import CONTACT_KINDS, aside_ids
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.playbook import Budget, Cooling, Playbook
from reviewlog.domain.time.calendar import Calendar
from reviewlog.domain.time.moment import Moment

_HELD = CONTACT_KINDS | {"wait"}


class Holds(NamedTuple):
    """Until when nothing goes out from us; None where nothing holds it back."""

    cooling_until: datetime | None = None
    cooling_since: Anchor | None = None
    """What the cooling counts from, where it is an entry of this incident."""
    gap_until: datetime | None = None
    budget_used: bool = False

    def until(self, kind: str, despite: str = "") -> datetime | None:
        """Return when a step of a kind may open: a contact waits, and what waits for them lasts.

        `despite` are the rules that an owner set aside.
        """
        if kind not in _HELD:
            return None
        holds = {"cooling": self.cooling_until, "gap": self.gap_until}
        return max(
            (h for n, h in holds.items() if h is not None and n not in aside_ids(despite)),
            default=None,
        )


def holds_of(playbook: Playbook | None, facts: Facts, calendar: Calendar) -> Holds:
    """Return what holds back the contacts of an incident that follows a playbook."""
    budget = playbook.budget if playbook else Budget()
    contacts = facts.contacts
    until, since = contacts.cooling_until, next(iter(facts.anchors.get("cooling", ())), None)
    for ends, anchor in _coolings(playbook and playbook.cooling, facts, calendar):
        if until is None or ends > until:
            until, since = ends, anchor
    gap = None
    if contacts.last_unanswered is not None:
        gap = calendar.instant_after(contacts.last_unanswered, budget.gap)
    return Holds(until, since, gap, contacts.unanswered >= budget.unanswered)


def _coolings(
    cooling: Cooling | None, facts: Facts, calendar: Calendar
) -> Iterable[tuple[datetime, Anchor]]:
    """What the playbook asks for after certain facts, unless they spoke up since."""
    for name in cooling.after if cooling else ():
        for anchor in facts.anchors.get(name, ()):
            if cooling and not _heard_since(anchor.at, facts.contacts.last_inbound):
                yield calendar.instant_after(anchor.at, cooling.length), anchor


def _heard_since(at: Moment, heard: Moment | None) -> bool:
    """Whether they may have spoken after a moment; the contact that it happened in is none."""
    return heard is not None and heard != at and heard.end > at.start
