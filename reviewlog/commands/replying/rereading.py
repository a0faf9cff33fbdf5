"""Reading a draft again: what it answers, its words, what was found, and whether it is ready."""

from datetime import datetime

from reviewlog.commands.replying.heeding import heed_rules
from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.errors import ReviewlogError
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply_errors import NoDraftError, NotReadyError
from reviewlog.logbook.acting.stepping import next_items
from reviewlog.logbook.receipt import Receipt
from reviewlog.logbook.replies.checking import twin_texts
from reviewlog.render.replies.findings import findings_lines, summary
from reviewlog.render.replies.places import where_to_type
from reviewlog.render.replies.ready import NAMES, held_by, may_go
from reviewlog.render.replies.screen import (
    Reread,
    posted_lines,
    ready_lines,
    reread_text,
    text_lines,
)
from reviewlog.render.replies.shapes import draft_shape, reply_shape, review_shape, versions_shape


def reread_of(session: Session, place: Place, typed: Typed) -> Reread:
    """Return the latest draft with all that belongs to it. Raises NoDraftError."""
    drafting = _drafting(place, typed.medium)
    logbook, latest = session.logbook, drafting.versions[-1]
    text = str(latest.fields["text"])
    checked = logbook.check_reply(place.number, text, typed.medium, place.site, place.of)
    twins = twin_texts(logbook, checked)
    review = place.review
    return Reread(
        place.number, place.facts, review, drafting, checked, twins, typed.unfold, typed.whole
    )


def _drafting(place: Place, medium: str) -> Drafting:
    drafting = place.drafting(medium)
    if drafting.latest is None:
        raise NoDraftError(place.number, medium)
    return drafting


def show_draft(session: Session, place: Place, typed: Typed) -> None:
    """Show the draft to be read again; nothing is written."""
    said, now = reread_of(session, place, typed), session.logbook.now()
    if session.json:
        session.show_json("reply", reply_shape(said, now))
        return
    session.show(reread_text(said, now, session.machine.width()))


def show_kept(
    session: Session, place: Place, typed: Typed, receipt: Receipt, *, tells: bool = False
) -> None:
    """Show what was written about a draft: the receipt, what was found, when it is ready.

    The text is told where nobody has seen it yet.
    """
    logbook, now = session.logbook, session.logbook.now()
    session.kept = str(receipt.main.id.seq)
    after = place._replace(view=logbook.view(place.number))
    said = reread_of(session, after, typed)
    if session.json:
        from reviewlog.commands.answer import known_of
        from reviewlog.render.shapes import receipt_shape

        steps = next_items(receipt.agenda, now)
        known = known_of(session, receipt, steps)
        shape = receipt_shape(receipt, steps, known, now, logbook.calendar)
        session.show_json("reply", {**reply_shape(said, now), **shape})
        return
    from reviewlog.render.receipt import receipt_head

    width = session.machine.width()
    lines = [receipt_head(receipt, now, width)]
    if not session.quiet:
        lines += ["", *text_lines(said.text, width)] * tells
        lines += ["", *findings_lines(said.text, said.checked, said.twins, width, whole=said.whole)]
        lines += ["", *ready_lines(said, now, width)]
    session.show("\n".join(lines))


def show_posted(session: Session, place: Place, typed: Typed) -> None:
    """Show what was posted last, where there is no newer draft."""
    drafting, now = place.drafting(typed.medium), session.logbook.now()
    if session.json:
        review = review_shape(place.review, unfold=typed.unfold)
        session.show_json("reply", {**draft_shape(drafting, place.number, now), "review": review})
        return
    width = session.machine.width()
    typed_as = where_to_type(place.number, place.facts, drafting.of)
    session.show("\n".join(posted_lines(drafting, typed_as, now, width)))


def show_versions(session: Session, place: Place, typed: Typed) -> None:
    """Show every version and what went out in the end. Raises NoDraftError."""
    from reviewlog.render.replies.changes import versions_of, versions_text

    drafting, now = place.drafting(typed.medium), session.logbook.now()
    versions = versions_of(drafting)
    if not versions:
        raise NoDraftError(place.number, typed.medium)
    if session.json:
        session.show_json("reply-versions", versions_shape(versions, place.number, typed.medium))
        return
    heading = f"Incident {place.number}, your {NAMES[typed.medium]}."
    session.show(versions_text(versions, heading, now, session.machine.width()))


def print_draft(session: Session, place: Place, typed: Typed) -> None:
    """Print the bare text, so that it can be copied.

    Raises NoDraftError, NotReadyError, AgainstRuleError.
    """
    now = session.logbook.now()
    drafting = _drafting(place, typed.medium)
    said = reread_of(session, place, typed)
    if not may_go(drafting, said.checked, now):
        raise _not_ready(said, now)
    if not drafting.now_why:
        heed_rules(session, place, typed)
    if session.json:
        session.show_json("reply", reply_shape(said, now))
        return
    if not said.checked.passes:
        session.talk(f"{summary(said.checked)}\n")
    session.hand_over(f"{said.text}\n")


def _not_ready(said: Reread, now: datetime) -> ReviewlogError:
    drafting = said.drafting
    eyes = drafting.eyes if drafting.is_unseen else None
    at = None if drafting.is_ripe(now) else drafting.ready_at
    stops = held_by(drafting, said.checked)
    return NotReadyError(said.number, drafting.medium, at, now, eyes, stops)


def take_now(session: Session, place: Place, typed: Typed) -> None:
    """Take the draft for ready at once, with the reason."""
    receipt = session.logbook.ready_now(place.number, place.about(typed.medium), str(typed.now))
    show_kept(session, place, typed, receipt)


def note_reader(session: Session, place: Place, typed: Typed) -> None:
    """Write down who has read the draft, and what they said."""
    from reviewlog.commands.asking.texts import one_text

    said = one_text(session, typed.loose)
    receipt = session.logbook.seen(
        place.number, place.about(typed.medium), str(typed.seen_by), said
    )
    show_kept(session, place, typed, receipt)
