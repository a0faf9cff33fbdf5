"""What `reply --json` promises: `reviewlog.reply/1` and `reviewlog.reply-check/1`."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from reviewlog.domain.entry import Entry
from reviewlog.domain.facts.tracks import Track
from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.finding import Checked, Finding, Promised
from reviewlog.domain.reply.sent import Sent, sent_in
from reviewlog.domain.time.moment import utc_text
from reviewlog.render.replies.changes import Version
from reviewlog.render.replies.draftmarks import sent_marks
from reviewlog.render.replies.findings import Twins
from reviewlog.render.replies.marks import Lines
from reviewlog.render.replies.ready import may_go
from reviewlog.render.replies.screen import Reread
from reviewlog.reply.changes import changes

if TYPE_CHECKING:
    from reviewlog.render.promised import replies


def check_shape(
    text: str, checked: Checked, twins: Twins, *, number: str, medium: str
) -> "replies.Checked":
    """Return what was found in a text, each finding with its places."""
    places = _Places(text)
    return {
        "incident": number,
        "medium": medium,
        "passes": checked.passes,
        "language": checked.language,
        "unread": checked.unread,
        "findings": [_finding(places, finding, twins) for finding in checked.findings],
        "promises": [_promise(places, promised) for promised in checked.promises],
    }


class _Places:
    """The places of a text as they are told."""

    def __init__(self, text: str) -> None:
        self._text, self._lines = text, Lines(text)

    def __call__(self, span: Span) -> "replies.Place":
        line, column = self._lines.place(span.start)
        words = self._text[span.start : span.end]
        return {
            "start": span.start,
            "end": span.end,
            "line": line,
            "column": column,
            "text": words,
        }


def _finding(places: _Places, finding: Finding, twins: Twins) -> "replies.Finding":
    rule = finding.rule
    return {
        "rule": rule.id,
        "level": finding.level,
        "title": rule.title,
        "why": rule.why,
        "instead": rule.instead,
        "source": list(rule.source),
        "said": finding.said,
        "twin": {"entry": finding.twin, "text": twins.get(finding.twin)} if finding.twin else None,
        "places": [places(span) for span in finding.spans],
    }


def _promise(places: _Places, promised: Promised) -> "replies.Promised":
    return {
        "text": promised.text,
        "due": promised.due or None,
        "place": places(promised.span),
    }


def reply_shape(said: Reread, now: datetime) -> "replies.Judged":
    """Return a draft with what belongs to it."""
    checked = check_shape(
        said.text, said.checked, said.twins, number=said.number, medium=said.drafting.medium
    )
    return {
        **draft_shape(said.drafting, said.number, now),
        "ready": may_go(said.drafting, said.checked, now),
        "review": review_shape(said.review, unfold=said.unfold),
        **checked,
    }


def draft_shape(drafting: Drafting, number: str, now: datetime) -> "replies.Draft":
    """Return how far a text is; without a draft what was posted last, if anything was."""
    latest = drafting.latest
    shown = latest or (drafting.posted[-1] if drafting.posted else None)
    return {
        "incident": number,
        "medium": drafting.medium,
        "state": "draft" if latest else "posted" if shown else None,
        "entry": str(shown.id.seq) if shown else None,
        "version": drafting.number if latest else None,
        "text": shown.fields.get("text") if shown else None,
        "ready": drafting.is_ready(now),
        "ready_at": utc_text(drafting.ready_at) if drafting.ready_at else None,
        "now_why": drafting.now_why,
        "eyes": drafting.eyes,
        "seen_by": drafting.seen_by,
        "remark": drafting.remark,
        "posted": [posted_shape(entry, sent_in(drafting, entry)) for entry in drafting.posted],
    }


def posted_shape(entry: Entry, known: Sent) -> "replies.Posted":
    """Return a text that went out."""
    against = str(entry.fields.get("against") or "")
    return {
        "entry": str(entry.id.seq),
        "at": utc_text(entry.happened.start),
        "site": entry.fields.get("site"),
        "url": entry.fields.get("url"),
        "channel": entry.fields.get("channel"),
        "text": entry.fields.get("text"),
        "against": [rule.strip() for rule in against.split(",") if rule.strip()],
        **sent_marks(known),
    }


def review_shape(review: Track | None, *, unfold: bool) -> "replies.Review | None":
    """Return the review that is answered; its words only where they were asked for."""
    if review is None:
        return None
    text = str(review.fields.get("text") or "")
    return {
        "entry": str(review.first.id.seq),
        "site": review.fields.get("site"),
        "stars": review.fields.get("stars"),
        "nick": review.fields.get("nick"),
        "words": len(text.split()),
        "text": text if unfold else None,
    }


def versions_shape(versions: Iterable[Version], number: str, medium: str) -> "replies.Versions":
    """Return every version with what became of the one before; what went out has no number."""
    told: list[replies.Version] = []
    before = ""
    for version in versions:
        told.append(
            {
                "version": version.number,
                "entry": str(version.entry.id.seq),
                "at": utc_text(version.entry.recorded_at),
                "text": version.text or None,
                "changes": changes_shape(before, version.text) if before else [],
            }
        )
        before = version.text or before
    return {"incident": number, "medium": medium, "versions": told}


def changes_shape(old: str, new: str) -> "list[replies.Change]":
    """Return how a text became another."""
    return [{"what": change.what, "text": change.text} for change in changes(old, new)]


def sent_shape(
    draft: str | None, text: str, flags: Iterable[str], found: Iterable[str], checked: Checked
) -> "replies.Sent":
    """Return what belongs to a text that was posted, beside its receipt."""
    places = _Places(text)
    return {
        "changes": changes_shape(draft, text) if draft is not None else None,
        "flags": list(flags),
        "against": list(found),
        "promises": [_promise(places, promised) for promised in checked.promises],
    }
