"""What a text that went out was before: a draft that was not ready, or that nobody had read."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.replies import POSTED, state_of
from reviewlog.domain.reply.drafts import Drafting, drafting_to, is_draft


class Sent(NamedTuple):
    """What was known of a draft when it went out."""

    draft: Entry | None = None
    """The version that it was made of."""
    early: datetime | None = None
    """When it would have been ready, where it went out before."""
    unseen: str | None = None
    """Who was to read it first and had not."""
    is_before: bool = False
    """Whether it is said to have gone out before it was written."""


def is_sent(entry: Entry) -> bool:
    """Whether an entry is a text that went out: posted, or a message to them alone."""
    return entry.kind == "interaction" or state_of(entry.fields) == POSTED


def sent_of(entries: Iterable[Entry], posting: Entry) -> Sent:
    """Return how far its draft was when a text went out, by what was written until then."""
    known = [e for e in entries if e.written_order < posting.written_order]
    draft = next((e for e in known if str(e.id) == posting.fields.get("draft")), None)
    if draft is None or not is_draft(draft):
        return Sent()
    return sent(drafting_to(known, draft), posting.happened.end)


def sent_in(drafting: Drafting, posting: Entry) -> Sent:
    """Return how far a draft was when it went out, of a text that is known already."""
    return sent_of((*drafting.drafts, *drafting.about), posting)


def sent(before: Drafting, then: datetime) -> Sent:
    """Return what is to be known of a text that went out then."""
    if before.latest is None:
        return Sent()
    early = before.ready_at if not before.is_ripe(then) else None
    unseen = before.eyes if before.is_unseen else None
    return Sent(before.latest, early, unseen, before.latest.recorded_at > then)
