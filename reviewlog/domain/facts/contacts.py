"""Facts of the person: contacts, budget, cooling, "leave me alone".

They are shared by all incidents of that person, so that two open incidents never badger twice.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.time.moment import Moment, utc_from_text
from reviewlog.domain.vocabulary import SPOKEN


class ContactFacts(NamedTuple):
    """What contact there has been with a person, over all channels and incidents."""

    last_inbound: Moment | None = None
    """Of their contacts the one that may have been the last: by its end, not its start."""
    last_unanswered: Moment | None = None
    """The last of our contacts that reached them and had no answer yet."""
    waiting: tuple[EntryId, ...] = ()
    """Our contacts since they last spoke with us."""
    cooling_until: datetime | None = None
    """No contact from us before this instant; an inbound contact ends it."""
    leave_alone: bool = False
    """Whether their last contact asked us not to contact them."""

    @property
    def unanswered(self) -> int:
        """How much of the budget is used."""
        return len(self.waiting)


def is_answered(entry: Entry) -> bool:
    """Whether an outgoing contact reached them: a call or a visit, unless nobody answered."""
    return entry.fields.get("channel") in SPOKEN and not entry.fields.get("no_answer")


def contact_facts(interactions: Iterable[Entry]) -> ContactFacts:
    """Fold the interactions of a person, given in fold order."""
    inbound, cooling, leave_alone = None, None, False
    waiting: list[Entry] = []
    for entry in interactions:
        fields = entry.fields
        if fields.get("direction") == "in":
            inbound = max(inbound or entry.happened, entry.happened, key=lambda m: m.end)
            waiting, cooling, leave_alone = [], None, False
        elif is_answered(entry):
            waiting = []
        else:
            waiting.append(entry)
        leave_alone = leave_alone or bool(fields.get("leave_alone"))
        if fields.get("cool_until"):
            cooling = utc_from_text(fields["cool_until"])
    reached = [entry for entry in waiting if not entry.fields.get("no_answer")]
    unanswered_at = reached[-1].happened if reached else None
    return ContactFacts(inbound, unanswered_at, tuple(e.id for e in waiting), cooling, leave_alone)
