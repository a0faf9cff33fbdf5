"""What the entries of an incident say now: a pure fold, whatever order they arrived in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewlog.domain.contacts import ContactFacts, contact_facts
from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.moment import Moment
from reviewlog.domain.people import person_key
from reviewlog.domain.relations import Settled
from reviewlog.domain.threats import threat_of
from reviewlog.domain.vocabulary import KINDS


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


Tracks = tuple[Track, ...]
Found = dict[str, list[Entry]]


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
    in_danger: bool = False
    """Whether this person threatened violence, in this incident or another."""
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
    def is_void(self) -> bool:
        """Whether nothing is left of it but the choice of a playbook and its ticks."""
        return all(entry.kind in ("playbook", "step") for entry in self.entries)

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


def fold(incident: str, settled: Iterable[Settled], of_the_person: Iterable[Settled] = ()) -> Facts:
    """Return the facts of an incident.

    `settled` may hold entries of other incidents (misfiled ones moved in and out);
    `of_the_person` are the entries of all incidents that this person has. Entries of a kind
    that is not known are kept and say nothing.
    """
    ours = [s for s in settled if s.entry.incident == incident]
    entries = tuple(s.entry for s in ours if s.entry.kind in KINDS)
    shared = [s.entry for s in of_the_person if s.entry.kind in KINDS] or list(entries)
    customer, (threat, threatened) = _customer(ours), threat_of(entries)
    reviews = _tracks([e for e in entries if e.kind == "review"], "up")
    attempts = _tracks([e for e in entries if e.kind == "attempt"], "offered")
    demands = _tracks([e for e in entries if e.kind == "demand"], "open")
    closing = _closing(entries)
    contacts = contact_facts(e for e in shared if e.kind == "interaction")
    return Facts(
        incident=incident,
        customer=customer,
        nick=next((t.fields["nick"] for t in reviews if t.fields.get("nick")), None),
        phone=_phone(person_key(customer), {e.id for e in entries}, shared),
        threat=threat,
        in_danger=_in_danger(shared),
        verdict=_latest(entries, "assessment", "verdict") or "unknown",
        quote_kept=any(e.fields.get("quote") for e in entries),
        pleased=any(e.fields.get("pleased") for e in entries),
        closed=closing is not None,
        outcome=closing.fields.get("outcome") if closing else None,
        go_between=_go_between(entries),
        sites=_sites(entries),
        reviews=reviews,
        demands=demands,
        attempts=attempts,
        contacts=contacts,
        playbook=_playbook(entries),
        anchors=_anchors(
            _contact_anchors(entries, contacts)
            | _track_anchors(reviews, demands, attempts)
            | _other_anchors(entries, threatened, closing)
        ),
        entries=tuple(s.entry for s in ours),
    )


def _customer(ours: Iterable[Settled]) -> str | None:
    """The name in the entry that was written first: later ones may name others.

    One that was misfiled elsewhere names the customer only where nothing else does.
    """
    named = [s for s in ours if s.entry.kind == "interaction" and person_key(_who(s.entry))]
    order = [(("incident" in s.corrected, s.entry.written_order), s.entry) for s in named]
    return _who(min(order, key=lambda pair: pair[0])[1]) if order else None


def _who(entry: Entry) -> str | None:
    return entry.fields.get("on_behalf_of") or entry.fields.get("who")


def _phone(person: str, own: set[EntryId], shared: Iterable[Entry]) -> str | None:
    """Their latest number: given with their name, or in this incident without any name."""
    found = None
    for entry in shared:
        who = person_key(entry.fields.get("who"))
        if entry.fields.get("phone") and (who == person if who else entry.id in own):
            found = entry.fields["phone"]
    return found


def _in_danger(entries: Iterable[Entry]) -> bool:
    """A threat of violence in any incident of the person stands until it is withdrawn there."""
    by_incident: dict[str | None, list[Entry]] = {}
    for entry in entries:
        by_incident.setdefault(entry.incident, []).append(entry)
    return any(threat_of(found)[0] == "harm" for found in by_incident.values())


def _closing(entries: tuple[Entry, ...]) -> Entry | None:
    """The outcome that closed it, unless it was opened again."""
    outcome = next((e for e in reversed(entries) if e.kind == "outcome"), None)
    return outcome if outcome and outcome.fields.get("state") == "closed" else None


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


def track_key(entry: Entry) -> str:
    """Return what the entries of one life share: the one they continue, else a letter, else itself."""
    return str(entry.fields.get("of") or entry.fields.get("label") or entry.id)


def _tracks(entries: list[Entry], initial: str) -> tuple[Track, ...]:
    lives: dict[str, list[Entry]] = {}
    for entry in entries:
        lives.setdefault(track_key(entry), []).append(entry)
    return tuple(_track(life, initial) for life in lives.values())


def _track(life: list[Entry], initial: str) -> Track:
    known = {name: v for e in life for name, v in e.fields.items() if v is not None}
    state = next((e.fields["state"] for e in reversed(life) if e.fields.get("state")), initial)
    return Track(life[0], life[-1], state, life[0].fields.get("label", ""), known)


def _contact_anchors(entries: tuple[Entry, ...], contacts: ContactFacts) -> Found:
    """`inbound` are all since we last got back to them: calling twice puts no deadline off."""
    said = [e for e in entries if e.kind == "interaction"]
    inbound = [e for e in said if e.fields.get("direction") == "in"]
    outbound = [e for e in said if e.fields.get("direction") == "out"]
    reached = max((e.happened.end for e in outbound if not e.fields.get("no_answer")), default=None)
    fresh = [e for e in inbound if reached is None or e.happened.start > reached]
    return {
        "inbound": fresh or inbound[-1:],
        "outbound": outbound[-1:],
        "unanswered": [e for e in outbound if e.id in contacts.waiting][-1:],
        "pleased": [e for e in entries if e.fields.get("pleased")][-1:],
    }


def _track_anchors(reviews: Tracks, demands: Tracks, attempts: Tracks) -> Found:
    """`review`, `demand` and the attempt states come once for each."""
    found = {
        "review": [t.last for t in reviews if t.state != "gone"],
        "demand": [t.first for t in demands if t.state == "open"],
        "granted": [t.last for t in demands if t.state == "granted"],
    }
    for state in ("offered", "accepted", "refused", "delivered"):
        found[state] = [t.last for t in attempts if t.state == state]
    return found


def _other_anchors(
    entries: tuple[Entry, ...], threatened: Entry | None, closing: Entry | None
) -> Found:
    return {
        "opened": [e for e in entries if e.kind in ("interaction", "review")][:1],
        "threat": [threatened] if threatened else [],
        "assessed": [e for e in entries if e.kind == "assessment"][-1:],
        "closed": [closing] if closing else [],
        "playbook": [e for e in entries if e.kind == "playbook"][-1:],
    }


def _anchors(found: Found) -> dict[str, tuple[Anchor, ...]]:
    return {name: tuple(Anchor(e.id, e.happened) for e in chosen) for name, chosen in found.items()}
