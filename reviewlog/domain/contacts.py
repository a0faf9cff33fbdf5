"""Facts of the person: contacts, budget, cooling, "leave me alone".

They are shared by all incidents of that person, so that two open incidents never badger twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reviewlog.domain.entry import Entry
from reviewlog.domain.moment import Moment, utc_from_text
from reviewlog.domain.vocabulary import SPOKEN


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What contact there has been with a person, over all channels and incidents."""

    last_inbound: Moment | None = None
    last_unanswered: Moment | None = None
    unanswered: int = 0
    """Our contacts since they last spoke with us."""
    cooling_until: datetime | None = None
    """No contact from us before this instant; an inbound contact ends it."""
    leave_alone: bool = False
    """Whether their last contact asked us not to contact them."""


def is_answered(entry: Entry) -> bool:
    """Whether an outgoing contact reached them: a call or a visit, unless nobody answered."""
    return entry.fields.get("channel") in SPOKEN and not entry.fields.get("no_answer")


def contact_facts(interactions: Iterable[Entry]) -> ContactFacts:
    """Fold the interactions of a person, given in fold order."""
    inbound = unanswered_at = cooling = None
    unanswered, leave_alone = 0, False
    for entry in interactions:
        fields = entry.fields
        if fields.get("direction") == "in":
            inbound, unanswered, unanswered_at, cooling = entry.happened, 0, None, None
            leave_alone = bool(fields.get("leave_alone"))
        elif is_answered(entry):
            unanswered, unanswered_at = 0, None
            leave_alone = leave_alone or bool(fields.get("leave_alone"))
        else:
            unanswered, unanswered_at = unanswered + 1, entry.happened
        if fields.get("cool_until"):
            cooling = utc_from_text(fields["cool_until"])
    return ContactFacts(inbound, unanswered_at, unanswered, cooling, leave_alone)
