"""What time is counted from: the entries that `after` may name in a playbook."""

from typing import NamedTuple

from reviewlog.domain.contacts import ContactFacts
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.moment import Moment
from reviewlog.domain.tracks import Lives

Found = dict[str, list[Entry]]


class Anchor(NamedTuple):
    """Something that time is counted from: an entry and when it happened."""

    entry: EntryId
    at: Moment


def anchored(
    entries: tuple[Entry, ...],
    contacts: ContactFacts,
    lives: Lives,
    threatened: Entry | None,
    closing: Entry | None,
) -> dict[str, tuple[Anchor, ...]]:
    """Return the anchors of an incident, by the name that `after` uses.

    `threatened` and `closing` are the entries that the threat and the closing stand on.
    """
    found = _of_contacts(entries, contacts) | _of_lives(lives)
    found |= _of_the_rest(entries, threatened, closing)
    return {name: tuple(Anchor(e.id, e.happened) for e in chosen) for name, chosen in found.items()}


def _of_contacts(entries: tuple[Entry, ...], contacts: ContactFacts) -> Found:
    """Return what counts from talking; `inbound` are all since we last got back to them: calling twice puts no deadline off."""
    said = [e for e in entries if e.kind == "interaction"]
    inbound = [e for e in said if e.fields.get("direction") == "in"]
    outbound = [e for e in said if e.fields.get("direction") == "out"]
    reached = max((e.happened.end for e in outbound if not e.fields.get("no_answer")), default=None)
    fresh = [e for e in inbound if reached is None or e.happened.start > reached]
    return {
        "inbound": fresh or inbound[-1:],
        "outbound": outbound[-1:],
        "unanswered": [
            e for e in outbound if e.id in contacts.waiting and not e.fields.get("no_answer")
        ][-1:],
        "pleased": [e for e in entries if e.fields.get("pleased")][-1:],
    }


def _of_lives(lives: Lives) -> Found:
    """Return what counts from lives; `review`, `demand` and the attempt states come once for each."""
    found = {
        "review": [t.last for t in lives.reviews if t.state != "gone"],
        "demand": [t.first for t in lives.demands if t.state == "open"],
        "granted": [t.last for t in lives.demands if t.state == "granted"],
    }
    for state in ("offered", "accepted", "refused", "delivered"):
        found[state] = [t.last for t in lives.attempts if t.state == state]
    return found


def _of_the_rest(
    entries: tuple[Entry, ...], threatened: Entry | None, closing: Entry | None
) -> Found:
    """Return what counts from anything else."""
    return {
        "opened": [e for e in entries if e.kind in ("interaction", "review")][:1],
        "threat": [threatened] if threatened else [],
        "assessed": [e for e in entries if e.kind == "assessment"][-1:],
        "closed": [closing] if closing else [],
        "playbook": [e for e in entries if e.kind == "playbook"][-1:],
    }
