"""What the entries of an incident say now: a pure fold, whatever order they arrived in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewlog.domain.contacts import ContactFacts, contact_facts
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.moment import Moment
from reviewlog.domain.people import person_key
from reviewlog.domain.relations import Settled

_THREAT_RANK = {"unasked": 0, "withdrawn": 0, "none": 1, "veiled": 2, "open": 3, "harm": 4}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something that time is counted from: an entry and when it happened."""

    entry: EntryId
    at: Moment


@dataclass(frozen=True, slots=True)
class Track:
    """The life of a demand, an attempt or a review: the entries that belong to it, in order."""

    first: Entry
    last: Entry
    state: str
    label: str = ""
    """The letter of an attempt, `A`."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """The values stated along its life, the later ones winning."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an incident looks like now."""

    incident: str
    customer: str | None = None
    """The customer's name; None while the reviewer is unknown."""
    nick: str | None = None
    """The name under which the review stands."""
    phone: str | None = None
    threat: str = "unasked"
    verdict: str = "unknown"
    quote_kept: bool = False
    pleased: bool = False
    closed: bool = False
    outcome: str | None = None
    go_between: str | None = None
    sites: tuple[str, ...] = ()
    reviews: tuple[Track, ...] = ()
    demands: tuple[Track, ...] = ()
    attempts: tuple[Track, ...] = ()
    contacts: ContactFacts = field(default_factory=ContactFacts)
    playbook: str | None = None
    """Digest of the playbook text that the incident is pinned to."""
    anchors: Mapping[str, tuple[Anchor, ...]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    """The entries themselves, settled and in fold order."""

    @property
    def review(self) -> str:
        """`none`, `up`, `changed` or `gone`, over all reviews of the incident."""
        states = {track.state for track in self.reviews}
        return next((s for s in ("up", "changed", "gone") if s in states), "none")

    @property
    def demand(self) -> str:
        """`none`, or how the latest demand stands; an open one comes first."""
        return _leading(self.demands, "open")

    @property
    def offer(self) -> str:
        """`none`, or how far the attempt got that needs us most."""
        states = {track.state for track in self.attempts}
        order = ("accepted", "delivered", "offered", "refused")
        return next((s for s in order if s in states), "none")


def _leading(tracks: tuple[Track, ...], first: str) -> str:
    if not tracks:
        return "none"
    return first if any(t.state == first for t in tracks) else tracks[-1].state


def fold(
    incident: str, settled: Iterable[Settled], of_the_person: Iterable[Settled] = ()
) -> Facts:
    """Return the facts of an incident.

    `settled` may hold entries of other incidents (misfiled ones moved in and out);
    `of_the_person` are the entries of all incidents that this person has.
    """
    entries = tuple(s.entry for s in settled if s.entry.incident == incident)
    shared = [s.entry for s in of_the_person] or list(entries)
    interactions = [e for e in shared if e.kind == "interaction"]
    reviews = _tracks([e for e in entries if e.kind == "review"], "up")
    attempts = _tracks([e for e in entries if e.kind == "attempt"], "offered")
    demands = _tracks([e for e in entries if e.kind == "demand"], "open")
    outcome = next((e for e in reversed(entries) if e.kind == "outcome"), None)
    closed = outcome is not None and outcome.fields.get("state") == "closed"
    return Facts(
        incident=incident,
        customer=_customer(entries),
        nick=next((t.fields["nick"] for t in reviews if t.fields.get("nick")), None),
        phone=_phone(entries, shared),
        threat=_threat(entries),
        verdict=_latest(entries, "assessment", "verdict") or "unknown",
        quote_kept=any(e.fields.get("quote") for e in entries),
        pleased=any(e.fields.get("pleased") for e in entries),
        closed=closed,
        outcome=outcome.fields.get("outcome") if closed and outcome else None,
        go_between=_go_between(entries),
        sites=_sites(entries),
        reviews=reviews,
        demands=demands,
        attempts=attempts,
        contacts=contact_facts(interactions),
        playbook=_playbook(entries),
        anchors=_anchors(entries, reviews, demands, attempts),
        entries=entries,
    )


def _customer(entries: Iterable[Entry]) -> str | None:
    """The name in the entry that was written first: later ones may name others."""
    named = [e for e in entries if e.kind == "interaction" and _who(e)]
    return _who(min(named, key=lambda e: e.written_order)) if named else None


def _who(entry: Entry) -> str | None:
    return entry.fields.get("on_behalf_of") or entry.fields.get("who")


def _phone(entries: Iterable[Entry], shared: Iterable[Entry]) -> str | None:
    customer = person_key(_customer(entries))
    found = None
    for entry in (*shared, *entries):
        if entry.fields.get("phone") and person_key(entry.fields.get("who")) == customer:
            found = entry.fields["phone"]
    return found


def _threat(entries: Iterable[Entry]) -> str:
    """The strongest that was ever stated, until it is withdrawn; late logging changes nothing."""
    now = "unasked"
    for entry in entries:
        said = entry.fields.get("threat")
        if said and (said == "withdrawn" or _THREAT_RANK[said] >= _THREAT_RANK[now]):
            now = said
    return now


def _latest(entries: tuple[Entry, ...], kind: str, name: str) -> str | None:
    return next((e.fields.get(name) for e in reversed(entries) if e.kind == kind), None)


def _go_between(entries: Iterable[Entry]) -> str | None:
    return next((e.fields.get("who") for e in entries if e.fields.get("on_behalf_of")), None)


def _playbook(entries: Iterable[Entry]) -> str | None:
    chosen = [e for e in entries if e.kind == "playbook" and e.fields.get("digest")]
    return max(chosen, key=lambda e: e.written_order).fields["digest"] if chosen else None


def _sites(entries: Iterable[Entry]) -> tuple[str, ...]:
    named: dict[str, None] = {}
    for entry in entries:
        for site in entry.fields.get("sites") or ():
            named[site] = None
        if entry.kind == "review" and entry.fields.get("site"):
            named[entry.fields["site"]] = None
    return tuple(named)


def _tracks(entries: list[Entry], initial: str) -> tuple[Track, ...]:
    """Group entries by the one they continue (`of`), else by their letter, else alone."""
    lives: dict[str, list[Entry]] = {}
    for entry in entries:
        key = entry.fields.get("of") or entry.fields.get("label") or str(entry.id)
        lives.setdefault(key, []).append(entry)
    return tuple(_track(life, initial) for life in lives.values())


def _track(life: list[Entry], initial: str) -> Track:
    known = {name: v for e in life for name, v in e.fields.items() if v is not None}
    state = next((e.fields["state"] for e in reversed(life) if e.fields.get("state")), initial)
    return Track(life[0], life[-1], state, life[0].fields.get("label", ""), known)


def _anchors(
    entries: tuple[Entry, ...],
    reviews: tuple[Track, ...],
    demands: tuple[Track, ...],
    attempts: tuple[Track, ...],
) -> dict[str, tuple[Anchor, ...]]:
    """What steps may count from. `review`, `demand` and the attempt states come once for each."""
    contacts = [e for e in entries if e.kind == "interaction"]
    inbound = [e for e in contacts if e.fields.get("direction") == "in"]
    outbound = [e for e in contacts if e.fields.get("direction") == "out"]
    threats = [e for e in entries if e.fields.get("threat") in ("veiled", "open", "harm")]
    found: dict[str, list[Entry]] = {
        "opened": [e for e in entries if e.kind in ("interaction", "review")][:1],
        "inbound": inbound[-1:],
        "outbound": outbound[-1:],
        "threat": threats[:1],
        "pleased": [e for e in entries if e.fields.get("pleased")][-1:],
        "assessed": [e for e in entries if e.kind == "assessment"][-1:],
        "closed": [e for e in entries if e.kind == "outcome"][-1:],
        "playbook": [e for e in entries if e.kind == "playbook"][-1:],
        "review": [t.last for t in reviews if t.state != "gone"],
        "demand": [t.first for t in demands if t.state == "open"],
    }
    for state in ("offered", "accepted", "refused", "delivered"):
        found[state] = [t.last for t in attempts if t.state == state]
    return {
        name: tuple(Anchor(e.id, e.happened) for e in chosen) for name, chosen in found.items()
    }
