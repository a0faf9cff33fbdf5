"""What `show` adds to the entries of a reply: which version it is, when it is ready, what it broke."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import drafting_with, is_draft
from reviewlog.domain.reply.sent import Sent, is_sent, sent_of
from reviewlog.domain.time.moment import exactly, utc_from_text
from reviewlog.render.words.moments import moment_words

if TYPE_CHECKING:
    from reviewlog.render.promised.incidents import WentOut


def draft_marks(entry: Entry, facts: Facts, now: datetime) -> Iterator[str]:
    """Yield what an entry of a reply sets besides its words."""
    fields = entry.fields
    if is_draft(entry):
        yield f"version {_number(entry, facts)}"
    if fields.get("ready_at"):
        ready = exactly(utc_from_text(fields["ready_at"]).astimezone(now.tzinfo))
        yield f"ready {moment_words(ready, now)}"
    if fields.get("eyes"):
        yield f"{harmless_line(str(fields['eyes']))} is to read it first"
    if fields.get("draft") and is_sent(entry):
        yield from sent_words(sent_of(facts.entries, entry))
    if fields.get("against"):
        yield f"rules that stood against it: {harmless_line(str(fields['against']))}"


def is_old_version(entry: Entry, facts: Facts) -> bool:
    """Whether a newer version of a draft is there, or it was posted: its text is told elsewhere."""
    if not is_draft(entry):
        return False
    latest = drafting_with(facts.entries, entry).latest
    return latest is None or latest.id != entry.id


def _number(entry: Entry, facts: Facts) -> int:
    """Return which version of its text it is, from 1."""
    drafts = drafting_with(facts.entries, entry).drafts
    return 1 + next(n for n, draft in enumerate(drafts) if draft.id == entry.id)


def sent_words(known: Sent) -> Iterator[str]:
    """Yield how a text went out, by what was known of its draft then."""
    if known.is_before:
        yield "it is said to have gone out before its draft was written"
    elif known.early:
        yield "it went out before it was ready"
    if known.unseen:
        yield f"{harmless_line(known.unseen)} had not read it"


def sent_marks(known: Sent) -> "WentOut":
    """Return the same for scripts."""
    early = known.early is not None and not known.is_before
    return {"early": early, "unseen": known.unseen, "before_draft": known.is_before}


def entry_marks(entry: Entry, facts: Facts) -> "WentOut":
    """Return how a text went out that was made of a draft; nothing for any other entry."""
    if not entry.fields.get("draft") or not is_sent(entry):
        return {}
    return sent_marks(sent_of(facts.entries, entry))
