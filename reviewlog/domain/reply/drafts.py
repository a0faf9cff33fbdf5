"""The drafts of a text of ours: its versions, who read them, when it is ready, what was posted."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.facts.replies import DRAFT, POSTED, READY, SEEN, medium_of, state_of
from reviewlog.domain.reply.rules import CALL, PRIVATE
from reviewlog.domain.time.moment import utc_from_text


class Drafting(NamedTuple):
    """How far a text for one medium is."""

    medium: str
    versions: tuple[Entry, ...] = ()
    """The drafts since the last posting, as they were written; a text that was erased is none."""
    number: int = 0
    """How many versions there ever were, those before the last posting too."""
    ready_at: datetime | None = None
    """When the latest version is ready; None where there is none, or nothing said when."""
    eyes: str | None = None
    """Whose second pair of eyes is wanted."""
    seen_by: str | None = None
    """Who has read the latest version; the one who was asked, where that one did."""
    remark: str | None = None
    """What they said to it."""
    now_why: str | None = None
    """Why the latest version was taken for ready before its time."""
    posted: tuple[Entry, ...] = ()
    """What was posted or sent on this medium, the last one last."""

    @property
    def latest(self) -> Entry | None:
        """The version that counts."""
        return self.versions[-1] if self.versions else None

    @property
    def is_unseen(self) -> bool:
        """Whether a second pair of eyes is wanted that has not read the latest version."""
        return self.eyes is not None and person_key(self.seen_by) != person_key(self.eyes)

    def is_ripe(self, now: datetime) -> bool:
        """Whether the latest version has lain long enough."""
        return bool(self.versions) and (self.ready_at is None or self.ready_at <= now)

    def is_ready(self, now: datetime) -> bool:
        """Whether it may be posted: it has lain long enough, and who was to read it has."""
        return self.is_ripe(now) and not self.is_unseen


def drafting_of(entries: Iterable[Entry], medium: str) -> Drafting:
    """Return how far the text for a medium is; the entries may come in any order."""
    written = sorted(entries, key=lambda e: e.written_order)
    drafts = [e for e in written if is_draft(e) and medium_of(e.fields) == medium]
    posted = tuple(e for e in written if _is_posting(e, medium, {str(d.id) for d in drafts}))
    since = posted[-1].written_order if posted else None
    versions = tuple(
        e for e in drafts if e.fields.get("text") and (since is None or e.written_order > since)
    )
    drafting = Drafting(medium, versions, len(drafts), posted=posted)
    return _with_readers(drafting, written) if versions else drafting


def is_draft(entry: Entry) -> bool:
    """Whether an entry is a version of a text that nobody has got yet."""
    return entry.kind == "reply" and state_of(entry.fields) == DRAFT


def sent_texts(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield every text that others got to read, with its medium: posted, or sent after a draft."""
    known = list(entries)
    media = {str(e.id): medium_of(e.fields) for e in known if is_draft(e)}
    for entry in known:
        if not entry.fields.get("text"):
            continue
        if entry.kind == "reply" and state_of(entry.fields) == POSTED:
            yield entry, medium_of(entry.fields)
        elif entry.kind == "interaction" and entry.fields.get("draft"):
            medium = media.get(str(entry.fields["draft"]), PRIVATE)
            if medium != CALL:
                yield entry, medium


def _is_posting(entry: Entry, medium: str, drafts: set[str]) -> bool:
    """Whether a text for that medium went out: posted, or sent as a message that names a draft."""
    if entry.kind == "reply":
        return state_of(entry.fields) == POSTED and medium_of(entry.fields) == medium
    return entry.kind == "interaction" and entry.fields.get("draft") in drafts


def _with_readers(drafting: Drafting, written: Iterable[Entry]) -> Drafting:
    """Add what was said about the latest version."""
    latest = drafting.versions[-1]
    about = [e for e in written if e.kind == "reply" and e.fields.get("draft") == str(latest.id)]
    wanted = [e.fields["eyes"] for e in drafting.versions if "eyes" in e.fields]
    eyes = str(wanted[-1] or "") or None if wanted else None
    seen = [e for e in about if state_of(e.fields) == SEEN and e.fields.get("by")]
    asked = [e for e in seen if eyes and person_key(e.fields["by"]) == person_key(eyes)]
    reader = (asked or seen)[-1] if seen else None
    early = next((e for e in reversed(about) if state_of(e.fields) == READY), None)
    return drafting._replace(
        ready_at=_ready_at(latest, early),
        eyes=eyes,
        seen_by=str(reader.fields["by"]) if reader else None,
        remark=reader.fields.get("text") if reader else None,
        now_why=str(early.fields.get("why") or "") or None if early else None,
    )


def _ready_at(latest: Entry, early: Entry | None) -> datetime | None:
    said = latest.fields.get("ready_at")
    ready = utc_from_text(said) if said else None
    if early is None:
        return ready
    return min(early.happened.start, ready) if ready else early.happened.start
