"""What the entries of an incident say now: a pure fold, whatever order they arrived in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from reviewlog.domain.entry import NOTHING, Entry, EntryId
from reviewlog.domain.facts.anchors import Anchor, anchored, report_state
from reviewlog.domain.facts.contacts import ContactFacts, contact_facts
from reviewlog.domain.facts.people import (
    customer_of,
    demands_elsewhere,
    go_between_of,
    is_dangerous,
    person_key,
    phone_of,
)
from reviewlog.domain.facts.pleased import pleased_entry
from reviewlog.domain.facts.replies import Replies, did, replies_of
from reviewlog.domain.facts.threats import threat_of
from reviewlog.domain.facts.tracks import Track, lives_of
from reviewlog.domain.relations import Settled
from reviewlog.domain.sites import UNKNOWN, SiteRule, over_all, sites_named
from reviewlog.domain.time.moment import moment_from_field
from reviewlog.domain.vocabulary import IN_PUBLIC, KINDS

Written = tuple[datetime, EntryId]
NAMES = frozenset(("who", "on_behalf_of", "nick"))
"""Fields by whose loss a person is an erased one, where nothing else names them."""


class Facts(NamedTuple):
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
    shop: bool = False
    """Whether it is the shop's own: no customer, no trouble."""
    evidence_kept: bool = False
    in_public: bool = False
    """Whether they first spoke to us before an audience."""
    earlier_demands: int = 0
    """How many demands this person had made before the latest of this incident, or elsewhere."""
    asked: bool = False
    """Whether a request was made: one is all there may be."""
    go_between: str | None = None
    sites: tuple[str, ...] = ()
    asking: str = UNKNOWN
    inviting: str = UNKNOWN
    early_report: str = UNKNOWN
    """What the sites concerned allow, in the words of `sites.SiteRule`."""
    early_sites: tuple[str, ...] = ()
    """Those of them that take a report before the review is there."""
    report: str = "none"
    """How our report to a site stands, in the words of `playbook.FACT_WORDS`."""
    replies: Replies = Replies()
    reviews: tuple[Track, ...] = ()
    demands: tuple[Track, ...] = ()
    attempts: tuple[Track, ...] = ()
    contacts: ContactFacts = ContactFacts()
    playbook: str | None = None
    """Digest of the playbook text that the incident is pinned to."""
    anchors: Mapping[str, tuple[Anchor, ...]] = NOTHING
    entries: tuple[Entry, ...] = ()
    """The entries themselves, settled and in fold order."""
    corrected: Mapping[EntryId, Written] = MappingProxyType({})
    """When an entry that was amended came to say what it says."""
    hold: Entry | None = None
    """The last word on a hold, unless it was lifted: nothing may be erased until then."""
    erased: bool = False
    """Whether the person's name was erased."""

    @property
    def held_until(self) -> datetime | None:
        """When the hold ends: with the day that was named."""
        return moment_from_field(self.hold.fields["until"]).end if self.hold else None

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
    def standing_reviews(self) -> list[Track]:
        """The reviews that are still there."""
        return [track for track in self.reviews if track.state != "gone"]

    @property
    def reply(self) -> str:
        """`none` where no review stands, else whether all have our answer."""
        reviews = self.standing_reviews
        if not reviews:
            return "none"
        return "posted" if all(self.replies.answer(track) for track in reviews) else "missing"

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

    def written(self, entry: Entry) -> Written:
        """Return when an entry came to say what it says: as written, or as last amended."""
        return max(entry.written_order, self.corrected.get(entry.id, entry.written_order))


def _leading(tracks: tuple[Track, ...], first: str) -> str:
    if not tracks:
        return "none"
    return first if any(t.state == first for t in tracks) else tracks[-1].state


def fold(
    incident: str,
    settled: Iterable[Settled],
    of_the_person: Iterable[Settled] = (),
    rules: Mapping[str, SiteRule] = NOTHING,
) -> Facts:
    """Return the facts of an incident.

    `settled` may hold entries of other incidents (misfiled ones moved in and out);
    `of_the_person` are the entries of all incidents that this person has; `rules` say what the
    sites allow. Entries of a kind that is not known are kept and say nothing.
    """
    ours = [s for s in settled if s.entry.incident == incident]
    entries = tuple(s.entry for s in ours if s.entry.kind in KINDS)
    shared = [s.entry for s in of_the_person if s.entry.kind in KINDS] or list(entries)
    threat, threatened = threat_of(entries)
    lives, closing, pleased = lives_of(entries), _closing(entries), pleased_entry(entries)
    contacts = contact_facts(e for e in shared if e.kind == "interaction")
    grounds = {"threat": threatened, "pleased": pleased, "closed": closing}
    facts = Facts(
        incident=incident,
        customer=customer_of(ours),
        threat=threat,
        verdict=_latest(entries, "assessment", "verdict") or "unknown",
        pleased=pleased is not None,
        closed=closing is not None,
        outcome=closing.fields.get("outcome") if closing else None,
        go_between=go_between_of(entries),
        replies=replies_of(entries),
        reviews=lives.reviews,
        demands=lives.demands,
        attempts=lives.attempts,
        contacts=contacts,
        playbook=_playbook(entries),
        anchors=anchored(entries, contacts, lives, grounds),
        entries=tuple(s.entry for s in ours),
        erased=any(s.erased & NAMES for s in ours),
        corrected={s.entry.id: s.amendments[-1].written_order for s in ours if s.amendments},
    )
    return _of_sites(_of_the_person(_of_all_entries(facts, entries), shared), entries, rules)


def _of_all_entries(facts: Facts, entries: tuple[Entry, ...]) -> Facts:
    """Add what any of the entries may say."""
    nicks = (t.fields["nick"] for t in facts.reviews if t.fields.get("nick"))
    return facts._replace(
        nick=next(nicks, None),
        quote_kept=any(e.fields.get("quote") for e in entries),
        shop=any(e.fields.get("shop") for e in entries),
        hold=_hold(entries),
        evidence_kept=any(e.kind == "evidence" for e in entries),
        in_public=_in_public(entries),
        asked=any(did(e, "request") for e in entries),
    )


def _of_the_person(facts: Facts, shared: list[Entry]) -> Facts:
    """Add what the entries of all incidents of the person say."""
    own = {e.id for e in facts.entries}
    elsewhere = demands_elsewhere(shared, facts.incident)
    return facts._replace(
        phone=phone_of(person_key(facts.customer), own, shared),
        in_danger=is_dangerous(shared),
        earlier_demands=elsewhere + max(0, len(facts.demands) - 1),
    )


def _of_sites(facts: Facts, entries: tuple[Entry, ...], rules: Mapping[str, SiteRule]) -> Facts:
    """Add which sites are concerned, and what they allow."""
    sites = sites_named(entries)
    return facts._replace(
        sites=sites,
        asking=over_all(sites, rules, "asking"),
        inviting=over_all(sites, rules, "inviting"),
        early_report=over_all(sites, rules, "early_report"),
        early_sites=tuple(s for s in sites if s in rules and rules[s].early_report == "taken"),
        report=report_state(entries, rules),
    )


def _in_public(entries: Iterable[Entry]) -> bool:
    """Whether the first of their contacts came where others read along."""
    said = (e for e in entries if e.kind == "interaction" and e.fields.get("direction") == "in")
    first = next(said, None)
    return first is not None and first.fields.get("channel") in IN_PUBLIC


def _closing(entries: tuple[Entry, ...]) -> Entry | None:
    """The outcome that closed it, unless it was opened again."""
    outcome = next((e for e in reversed(entries) if e.kind == "outcome"), None)
    return outcome if outcome and outcome.fields.get("state") == "closed" else None


def _hold(entries: Iterable[Entry]) -> Entry | None:
    """The hold that was written last; one without an end holds nothing."""
    said = (e for e in entries if e.kind == "hold")
    last = max(said, key=lambda e: e.written_order, default=None)
    if last is None or last.fields.get("state") == "lifted":
        return None
    return last if last.fields.get("until") else None


def _latest(entries: tuple[Entry, ...], kind: str, name: str) -> str | None:
    return next((e.fields.get(name) for e in reversed(entries) if e.kind == kind), None)


def _playbook(entries: Iterable[Entry]) -> str | None:
    chosen = [e for e in entries if e.kind == "playbook" and e.fields.get("digest")]
    return max(chosen, key=lambda e: e.written_order).fields["digest"] if chosen else None
