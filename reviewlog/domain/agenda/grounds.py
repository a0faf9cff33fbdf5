"""The entry that a fact rests on: what made it what it is now."""

from collections.abc import Callable, Mapping

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import is_reply
from reviewlog.domain.facts.touch import reaches
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.sites import sites_in


def ground(name: str, facts: Facts) -> Entry | None:
    """Return the entry of this incident that a fact of playbooks rests on.

    None where nothing was said yet, or only in another incident of the person.
    """
    if name == "demand":
        return _leading(facts.demands, facts.demand)
    if name == "offer":
        return _leading(facts.attempts, facts.offer)
    if name == "cooling" and facts.contacts.cooling_until is None:
        name = "talk-since"
    entries = facts.entries if name in _SETTLED_BY_THE_FIRST else facts.entries[::-1]
    if name == "threat":
        return next((e for e in entries if e.fields.get("threat") == facts.threat), None)
    return next(filter(_SHOWS[name], entries), None)


def _leading(lives: tuple[Track, ...], state: str) -> Entry | None:
    """Return what brought the lives into the state that counts, the last of several."""
    found = [track.last for track in lives if track.state == state]
    return max(found, key=lambda e: e.order, default=None)


def _kind(*kinds: str) -> Callable[[Entry], bool]:
    return lambda entry: entry.kind in kinds


def _having(name: str) -> Callable[[Entry], bool]:
    return lambda entry: bool(entry.fields.get(name))


def _names_site(entry: Entry) -> bool:
    return bool(sites_in(entry))


def _is_inbound(entry: Entry) -> bool:
    return entry.kind == "interaction" and entry.fields.get("direction") == "in"


def _is_about_answering(entry: Entry) -> bool:
    return entry.kind == "review" or is_reply(entry)


_SETTLED_BY_THE_FIRST = frozenset(("quote", "customer", "evidence", "talk", "contact"))
_SHOWS: Mapping[str, Callable[[Entry], bool]] = {
    "review": _kind("review"),
    "verdict": _kind("assessment"),
    "quote": _having("quote"),
    "pleased": _having("pleased"),
    "customer": _having("who"),
    "budget": _kind("interaction"),
    "reviews": _kind("review"),
    "reply": _is_about_answering,
    "evidence": _kind("evidence"),
    "cooling": _having("cool_until"),
    "talk": _is_inbound,
    "contact": reaches,
    "talk-since": _is_inbound,
    "history": _kind("demand"),
    "outcome": _kind("outcome"),
    "asking": _names_site,
    "inviting": _names_site,
    "early_report": _names_site,
    "report": _kind("dispute"),
}
