"""Whether the reviews of an incident had our answer in public."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reviewlog.domain.entry import NOTHING, Entry
from reviewlog.domain.facts.tracks import Track, track_key

DRAFT, POSTED, SEEN, READY, ASKED = STATES = ("draft", "posted", "seen", "ready", "asked")
"""What an entry of the kind `reply` may say: a text was drafted, was posted, was read by somebody
else, was taken for ready before its time; somebody was asked to read it."""
Sites = Mapping[str, str | None]
"""Where the reviews of an incident are, by what their entries share; None where nobody knows."""


class Replies(NamedTuple):
    """Our answers in public: entries, and ticks on steps that ask for one."""

    last: Mapping[str, Entry] = NOTHING
    """The reply to a review that may have been posted last, by what the review's entries share."""
    named: Mapping[str, Entry] = NOTHING
    """The last reply that names a review."""
    ticked: Mapping[str, Entry] = NOTHING
    """Ticks on a step that asks for an answer, by the entry of the review."""

    def answer(self, review: Track) -> Entry | None:
        """Return what answers a review as it stands now.

        A reply that names it answers what it said first, whatever times were noted.
        """
        key, now = track_key(review.first), review.last
        if str(now.id) in self.ticked:
            return self.ticked[str(now.id)]
        if key in self.named and now.id == review.first.id:
            return self.named[key]
        last = self.last.get(key)
        return last if last and last.happened.end >= now.happened.start else None


def replies_of(entries: Iterable[Entry]) -> Replies:
    """Return our answers among the entries of an incident."""
    every = list(entries)
    known = [e for e in every if is_reply(e)]
    ticked = {str(e.fields.get("anchor")): e for e in known if e.kind == "step"}
    posted = sorted((e for e in known if e.kind == "reply"), key=lambda e: (e.happened.end, e.id))
    if not posted:
        return Replies(ticked=ticked)
    sites, last, named = sites_of_reviews(every), dict[str, Entry](), dict[str, Entry]()
    for entry in posted:
        meant = dict.fromkeys(reviews_meant(entry.fields, sites), entry)
        last |= meant
        named |= {key: entry for key in meant if key == entry.fields.get("of")}
    return Replies(last, named, ticked)


def sites_of_reviews(entries: Iterable[Entry]) -> Sites:
    """Return where each review of an incident is."""
    sites: dict[str, str | None] = {}
    for entry in sorted((e for e in entries if e.kind == "review"), key=lambda e: e.order):
        site, key = entry.fields.get("site"), track_key(entry)
        sites[key] = str(site) if site else sites.get(key)
    return sites


def reviews_meant(fields: Mapping[str, object], sites: Sites) -> tuple[str, ...]:
    """Return the reviews that a public text of ours is for: the one it names, else by its site.

    Without a site it is for all of them. A name counts as long as that review is of this incident,
    and the site, which may have been corrected since, does not point to another one of them.
    """
    named, site = fields.get("of"), fields.get("site")
    there = tuple(key for key, where in sites.items() if not site or where in (None, site))
    if named in sites and (not there or named in there):
        return (str(named),)
    return there


def is_reply(entry: Entry) -> bool:
    """Whether an entry shows that we answered in public."""
    return is_posted(entry) or did(entry, "reply")


def is_posted(entry: Entry) -> bool:
    """Whether an entry is a text of ours that was posted for all to read; a draft is none."""
    return (
        entry.kind == "reply"
        and state_of(entry.fields) == POSTED
        and medium_of(entry.fields) == "public"
    )


def state_of(fields: Mapping[str, object]) -> str:
    """Return what an entry of the kind `reply` says; the first ones were all posted."""
    return str(fields.get("state") or POSTED)


def medium_of(fields: Mapping[str, object]) -> str:
    """Return where a text goes: `public`, `private` or `call`."""
    return str(fields.get("medium") or "public")


def did(entry: Entry, kind: str) -> bool:
    """Whether an entry ticks off a step of a kind."""
    fields: Mapping[str, object] = entry.fields
    return (
        entry.kind == "step"
        and fields.get("step_kind") == kind
        and fields.get("state", "done") == "done"
    )
