"""Facts of the person: contacts, budget, cooling, "leave me alone".

They are shared by all incidents of that person, so that two open incidents never badger twice.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.time.moment import Moment, utc_from_text
from reviewlog.domain.vocabulary import SPOKEN

ONE_TRY = timedelta(hours=12)
"""Two rings in so short a time are one try."""


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

    unanswered: int = 0
    """How much of the budget is used: two rings shortly one after the other count once."""
    last_try: Moment | None = None
    """The last of our contacts since they last spoke with us, whether it reached them or not."""


def is_answered(entry: Entry) -> bool:
    """Whether an outgoing contact reached them: a call or a visit, unless nobody answered."""
    return entry.fields.get("channel") in SPOKEN and not entry.fields.get("no_answer")


def is_last_message_answered(entries: Iterable[Entry]) -> bool:
    """Whether their last message had an answer from us; what was spoken needs none."""
    contacts = [e for e in entries if e.kind == "interaction"]
    inbound = [e for e in contacts if e.fields.get("direction") == "in"]
    if not inbound or inbound[-1].fields.get("channel") in SPOKEN:
        return True
    since = inbound[-1].happened.start
    return any(
        e.fields.get("direction") == "out"
        and e.happened.end >= since
        and (is_answered(e) or not e.fields.get("no_answer"))
        for e in contacts
    )


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
    last_try = max((e.happened for e in waiting), key=lambda m: m.start, default=None)
    ids = tuple(e.id for e in waiting)
    tries = _tries(waiting)
    return ContactFacts(inbound, unanswered_at, ids, cooling, leave_alone, tries, last_try)


def _tries(waiting: Iterable[Entry]) -> int:
    """Count contacts without an answer; a ring and the one tried again after it are one."""
    tries, rung = 0, None
    for entry in waiting:
        start = entry.happened.start
        is_ring = entry.fields.get("channel") in SPOKEN
        if is_ring and rung is not None and start - rung <= ONE_TRY:
            rung = None
            continue
        tries += 1
        rung = start if is_ring else rung
    return tries
