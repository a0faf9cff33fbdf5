"""What `show` adds to the entries of a reply: which version it is, when it is ready, what it broke."""

from collections.abc import Iterator
from datetime import datetime

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.facts.replies import medium_of
from reviewlog.domain.harmless import harmless_line
from reviewlog.domain.reply.drafts import drafting_of, is_draft
from reviewlog.domain.time.moment import exactly, utc_from_text
from reviewlog.render.moments import moment_words


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
    if fields.get("against"):
        yield f"rules that stood against it: {harmless_line(str(fields['against']))}"


def is_old_version(entry: Entry, facts: Facts) -> bool:
    """Whether a newer version of a draft is there, or it was posted: its text is told elsewhere."""
    if not is_draft(entry):
        return False
    latest = drafting_of(facts.entries, medium_of(entry.fields)).latest
    return latest is None or latest.id != entry.id


def _number(entry: Entry, facts: Facts) -> int:
    """Return which version of the text for its medium it is, from 1."""
    medium = medium_of(entry.fields)
    same = [e for e in facts.entries if is_draft(e) and medium_of(e.fields) == medium]
    return sum(1 for other in same if other.written_order <= entry.written_order)
