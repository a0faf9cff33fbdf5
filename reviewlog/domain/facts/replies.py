"""Whether the reviews of an incident had our answer in public."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.tracks import Track

DRAFT, POSTED, SEEN, READY = STATES = ("draft", "posted", "seen", "ready")
"""What an entry of the kind `reply` may say: a text was drafted, was posted, was read by somebody
else, was taken for ready before its time."""


class Replies(NamedTuple):
    """Our answers in public: entries, and ticks on steps that ask for one."""

    last_end: datetime | None
    """Until when the last posted reply may have been."""
    ticked: frozenset[str]
    """Reviews whose answer was ticked, by the number of the entry."""

    def answer(self, review: Track) -> bool:
        """Whether a review, as it stands now, was answered."""
        if str(review.last.id) in self.ticked:
            return True
        return self.last_end is not None and self.last_end >= review.last.happened.start


def replies_of(entries: Iterable[Entry]) -> Replies:
    """Return our answers among the entries of an incident."""
    known = [e for e in entries if is_reply(e)]
    posted = [e.happened.end for e in known if e.kind == "reply"]
    ticked = frozenset(str(e.fields.get("anchor")) for e in known if e.kind == "step")
    return Replies(max(posted, default=None), ticked)


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
