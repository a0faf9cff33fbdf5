"""The drafts of a text of ours: its versions, who read them, when it is ready, what was posted."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.facts.replies import (
    ASKED,
    DRAFT,
    POSTED,
    READY,
    SEEN,
    Sites,
    medium_of,
    reviews_meant,
    sites_of_reviews,
    state_of,
)
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.time.moment import utc_from_text


class Drafting(NamedTuple):
    """How far a text for one medium is; one in public is for one review."""

    medium: str
    of: str | None = None
    """The review it answers, `log:seq`; None of what is not in public, or answers none here."""
    site: str | None = None
    """Where a text stands that answers no review here; None is anywhere."""
    drafts: tuple[Entry, ...] = ()
    """Every version there ever was, those before the last posting and erased ones too."""
    about: tuple[Entry, ...] = ()
    """What was written about its versions: who is to read it, who has, why it did not wait."""
    versions: tuple[Entry, ...] = ()
    """The drafts since the last posting, as they were written; a text that was erased is none."""
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
    def number(self) -> int:
        """How many versions there ever were."""
        return len(self.drafts)

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


def drafting_of(
    entries: Iterable[Entry], medium: str, of: str | None = None, site: str | None = None
) -> Drafting:
    """Return how far a text is; the entries may come in any order.

    In public each review has its own: `of` names it, `log:seq`. A text that answers no review
    here is found by its site.
    """
    written = sorted(entries, key=lambda e: e.written_order)
    slot = _Slot(medium, of, site, written) if medium == PUBLIC else _Slot(medium)
    drafts = tuple(e for e in written if is_draft(e) and slot.holds(e))
    ids = {str(draft.id) for draft in drafts}
    posted = tuple(e for e in written if _is_posting(e, slot, ids))
    about = tuple(e for e in written if _is_about(e, ids))
    since = posted[-1].written_order if posted else None
    versions = tuple(
        e for e in drafts if e.fields.get("text") and (since is None or e.written_order > since)
    )
    drafting = Drafting(medium, slot.of, slot.site, drafts, about, versions, posted=posted)
    return _with_readers(drafting) if versions else drafting


def waiting_drafts(entries: Iterable[Entry], medium: str) -> list[Drafting]:
    """Return every text for a medium that has a version which did not go out yet."""
    known = list(entries)
    sites = sites_of_reviews(known) if medium == PUBLIC else {}
    found = [drafting_of(known, medium, of) for of in (*sites, None)]
    return [drafting for drafting in found if drafting.versions]


def drafting_with(entries: Iterable[Entry], draft: Entry) -> Drafting:
    """Return the text of which an entry is a version."""
    known, medium = list(entries), medium_of(draft.fields)
    home = _home(draft, sites_of_reviews(known)) if medium == PUBLIC else None
    return drafting_of(known, medium, home)


def drafting_to(entries: Iterable[Entry], draft: Entry) -> Drafting:
    """Return how far a text was with one of its versions, whatever went out since."""
    whole = drafting_with(entries, draft)
    versions = tuple(e for e in whole.drafts if e.written_order <= draft.written_order)
    return _with_readers(whole._replace(versions=versions))


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


class _Slot:
    """Where a text belongs: a medium; in public a review, or a site without one."""

    def __init__(
        self,
        medium: str,
        of: str | None = None,
        site: str | None = None,
        entries: Iterable[Entry] = (),
    ) -> None:
        self.medium, self.sites = medium, sites_of_reviews(entries)
        self.of = of
        self.site = None if of is not None else site

    def holds(self, entry: Entry) -> bool:
        """Whether a version belongs here."""
        if medium_of(entry.fields) != self.medium:
            return False
        if self.medium != PUBLIC:
            return True
        home = _home(entry, self.sites)
        return home == self.of and (home is not None or self._is_here(entry))

    def answers(self, entry: Entry) -> bool:
        """Whether a text that was posted belongs here: one may answer several reviews."""
        if medium_of(entry.fields) != self.medium:
            return False
        meant = reviews_meant(entry.fields, self.sites)
        if self.medium != PUBLIC or self.of in meant:
            return True
        return self.of is None and not meant and self._is_here(entry)

    def _is_here(self, entry: Entry) -> bool:
        return self.site is None or entry.fields.get("site") in (None, self.site)


def _home(entry: Entry, sites: Sites) -> str | None:
    """Return the review that a version answers: the one it names, or the only one of its site."""
    meant = reviews_meant(entry.fields, sites)
    return meant[0] if len(meant) == 1 else None


def _is_posting(entry: Entry, slot: _Slot, drafts: set[str]) -> bool:
    """Whether a text of a place went out: posted, or sent as a message that names a draft."""
    if entry.kind == "reply" and state_of(entry.fields) == POSTED:
        return slot.answers(entry) or entry.fields.get("draft") in drafts
    return entry.kind == "interaction" and entry.fields.get("draft") in drafts


def _is_about(entry: Entry, drafts: set[str]) -> bool:
    """Whether an entry says something of a version, and is none and no posting."""
    fields = entry.fields
    is_word = entry.kind == "reply" and state_of(fields) in (SEEN, READY, ASKED)
    return is_word and fields.get("draft") in drafts


def _with_readers(drafting: Drafting) -> Drafting:
    """Add what was said about the latest version."""
    latest, ids = drafting.versions[-1], {str(version.id) for version in drafting.versions}
    about = [e for e in drafting.about if e.fields["draft"] == str(latest.id)]
    wishes = [e for e in drafting.about if e.fields["draft"] in ids]
    wishes = sorted([*drafting.versions, *wishes], key=lambda e: e.written_order)
    wanted = [e.fields["eyes"] for e in wishes if "eyes" in e.fields]
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
