"""What the log shows of the steps: the entries that fulfil them and their ticks, found quickly."""

import sys
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry, EntryId
from reviewlog.domain.facts.anchors import Anchor
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import (
    DRAFT,
    POSTED,
    medium_of,
    reviews_meant,
    sites_of_reviews,
    state_of,
)
from reviewlog.domain.facts.touch import is_contact_of_ours, shows_talk
from reviewlog.domain.facts.tracks import track_key
from reviewlog.domain.playbook import Conditions, Step
from reviewlog.domain.time.moment import Moment

Key = tuple[str, str, str]
LIVES = ("demand", "attempt")
LED = (*LIVES, "review")
"""Kinds of entries that have a life."""


class Trace(NamedTuple):
    """An entry and when it happened, read once."""

    entry: Entry
    at: Moment
    latest: datetime
    """The latest end of it and of all that began before it."""


class Traces:
    """The entries of one incident, by kind, and its ticks, by what they tick."""

    def __init__(self, facts: Facts) -> None:
        self._of_kind: dict[str, list[Trace]] = {}
        self._fitting: dict[tuple[object, ...], list[Trace]] = {}
        self._ticks: dict[Key, list[Trace]] = {}
        self._lives: dict[EntryId, tuple[str, str]] = {}
        self._disputes: dict[EntryId, Entry] = {}
        self._sites = frozenset(facts.sites)
        self._early = frozenset(facts.early_sites)
        self._reviews = sites_of_reviews(facts.entries)
        self._matter = _begin_of_the_matter(facts)
        for entry in facts.entries:
            self._keep(entry)

    def _keep(self, entry: Entry) -> None:
        fields = entry.fields
        if entry.kind == "step":
            key = (fields.get("playbook", ""), fields.get("step", ""), fields.get("anchor", ""))
            _add(self._ticks.setdefault(key, []), entry)
        _add(self._of_kind.setdefault(entry.kind, []), entry)
        if entry.kind == "dispute":
            self._disputes[entry.id] = entry
        if entry.kind in LED:
            self._lives[entry.id] = (entry.kind, track_key(entry))

    def ticks(self, playbook: str, step: str, anchor: EntryId) -> list[Entry]:
        """Return what ticks, leaves out or puts off the item of that key."""
        return [t.entry for t in self._ticks.get((playbook, step, str(anchor)), ())]

    def fulfilments(
        self, playbook: str, step: Step, anchor: Anchor, enough: int, *, same: bool = False
    ) -> list[Anchor]:
        """Return the last times a step was done, `enough` at most: by entries and by ticks.

        `same` says that what it counts from may show it done as well.
        """
        ticked = [
            t
            for t in self._ticks.get((playbook, step.id, str(anchor.entry)), ())
            if t.entry.fields.get("state") in ("done", "skipped")
        ]
        shown = self._shown(step, anchor, enough, same=same) if step.done_by else []
        both = sorted((t.at.start, t.entry.id, t.at) for t in [*shown, *ticked])
        return [Anchor(entry, at) for _, entry, at in both[-enough:]]

    def end(
        self, playbook: str, step: Step, anchor: Anchor, *, same: bool = False
    ) -> Anchor | None:
        """Return when a step was done for good: the first time, or the last one of a repeat.

        What comes after it counts for another step, so that no contact begins anything anew.
        """
        enough = step.repeat.at_most if step.repeat else 1
        times = self.fulfilments(playbook, step, anchor, sys.maxsize, same=same)[:enough]
        return times[-1] if times else None

    def is_shown(self, step: Step, anchor: Anchor) -> bool:
        """Whether an entry shows that a step was done; a tick may also leave it out."""
        return bool(step.done_by and self._shown(step, anchor, 1))

    def _shown(self, step: Step, anchor: Anchor, enough: int, *, same: bool = False) -> list[Trace]:
        """Go back from the last entry until there are enough, or none can have come after."""
        found: list[Trace] = []
        since, life = self._since(step, anchor), self._lives.get(anchor.entry)
        is_early = "early" in step.done_by.get("state", ())
        enough = sys.maxsize if is_early else enough
        for trace in reversed(self._all_fitting(step.done_by, talk=step.after == "inbound")):
            if trace.latest < since or len(found) == enough:
                break
            is_later = trace.at.end >= since and (same or trace.entry.id != anchor.entry)
            if is_later and not (
                self._is_elsewhere(trace.entry, life) or self._is_before(trace.entry, anchor)
            ):
                found.append(trace)
        return found if not is_early or self._reaches_the_sites(found) else []

    def _since(self, step: Step, anchor: Anchor) -> datetime:
        """Return from when on an entry counts: a report was not sent twice for a new playbook."""
        begun = self._matter if step.after == "playbook" and _is_dispute(step.done_by) else None
        return min(begun or anchor.at.start, anchor.at.start)

    def _reaches_the_sites(self, found: list[Trace]) -> bool:
        """Whether a threat was reported to all sites named that take it, else to one of those named.

        A report that names no site was to the right one.
        """
        told = {trace.entry.fields.get("site") for trace in found}
        if None in told:
            return True
        return told >= self._early if self._early else not self._sites or bool(told & self._sites)

    def _is_elsewhere(self, entry: Entry, life: tuple[str, str] | None) -> bool:
        """Whether it belongs to another demand, attempt or review than the anchor.

        It says nothing of it then. A new offer belongs to none before it: it answers whatever asks
        for an offer.
        """
        if life is not None and life[0] == "review":
            return self._is_to_another(entry, life[1])
        if life is None or entry.kind != life[0] or entry.fields.get("state") == "offered":
            return False
        return life[1] not in (self._lives[entry.id][1], str(entry.id))

    def _is_to_another(self, entry: Entry, review: str) -> bool:
        """Whether it is a public text of ours that is for other reviews."""
        if entry.kind != "reply" or medium_of(entry.fields) != "public" or len(self._reviews) < 2:
            return False
        return review not in reviews_meant(entry.fields, self._reviews)

    def _is_before(self, entry: Entry, anchor: Anchor) -> bool:
        """Whether it was the report that an answer of the same day is about, and not the next one."""
        answer = self._disputes.get(anchor.entry)
        return answer is not None and entry.kind == "dispute" and entry.order < answer.order

    def _all_fitting(self, wanted: Conditions, *, talk: bool = False) -> list[Trace]:
        """Return what fulfils; of an answer to them also what shows by itself that we talked."""
        talk = talk and is_contact_of_ours(wanted)
        key = (talk, *wanted.items())
        if key not in self._fitting:
            kinds = _kinds(wanted, talk=talk)
            found = [t for k in kinds for t in self._of_kind.get(k, ())]
            fitting: list[Trace] = []
            for trace in sorted(found, key=lambda t: t.entry.order) if len(kinds) > 1 else found:
                if fulfils(trace.entry, wanted) or (talk and shows_talk(trace.entry)):
                    _add(fitting, trace.entry, trace.at)
            self._fitting[key] = fitting
        return self._fitting[key]


def _add(traces: list[Trace], entry: Entry, at: Moment | None = None) -> None:
    at = at or entry.happened
    latest = max(at.end, traces[-1].latest) if traces else at.end
    traces.append(Trace(entry, at, latest))


def _kinds(wanted: Conditions, *, talk: bool) -> tuple[str, ...]:
    """The kinds of entries that may show what a step is done by."""
    kind, *_ = wanted.get("entry", ("",))
    if talk:
        return (kind, *LIVES)
    return (kind, "review") if _asks_for_removal(wanted) else (kind,)


def _is_dispute(wanted: Conditions) -> bool:
    return wanted.get("entry") == ("dispute",)


def _begin_of_the_matter(facts: Facts) -> datetime | None:
    """Return since when reports are about what stands now: the newest review, else the threat."""
    reviews = [track.first.happened.start for track in facts.standing_reviews]
    threats = [anchor.at.start for anchor in facts.anchors.get("threat", ())]
    return max(reviews or threats, default=None)


def _asks_for_removal(wanted: Conditions) -> bool:
    return _is_dispute(wanted) and "removed" in wanted.get("state", ())


def fulfils(entry: Entry, wanted: Conditions) -> bool:
    """Whether an entry is what a step is done by: right kind, right values.

    A contact that nobody answered uses up budget and fulfils nothing. A review that is gone is
    the site's answer as well; a dispute without a state is one that was sent.
    """
    fields: Mapping[str, object] = entry.fields
    kind, *_ = wanted.get("entry", ("",))
    if entry.kind == "review" and _asks_for_removal(wanted):
        return fields.get("state") == "gone"
    if entry.kind != kind or fields.get("no_answer"):
        return False
    if kind == "dispute":
        fields = {"state": "sent", **fields}
    if kind == "reply":
        return _fulfils_reply(entry, wanted)
    return all(str(fields.get(name)) in words for name, words in wanted.items() if name != "entry")


def _fulfils_reply(entry: Entry, wanted: Conditions) -> bool:
    """Whether a reply is what a step is done by: posted unless it asks for a draft.

    What was posted at once was written as well.
    """
    state = state_of(entry.fields)
    states = wanted.get("state", (POSTED,))
    fits = state in states or (state == POSTED and DRAFT in states)
    return fits and medium_of(entry.fields) in wanted.get("medium", ("public",))
