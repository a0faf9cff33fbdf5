"""Writing a version of a draft: out of the parts, in the editor, or as it is said."""

from reviewlog.commands.asking.texts import one_text
from reviewlog.commands.replying.checking import STDIN
from reviewlog.commands.replying.editing import done, left, written
from reviewlog.commands.replying.heeding import heed_rules, tell_rules
from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.rereading import show_draft, show_kept, show_posted
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.facts.people import person_key
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.parts import DAY
from reviewlog.domain.reply.rules import PRIVATE, PUBLIC
from reviewlog.domain.reply_errors import NoDraftError
from reviewlog.logbook.replies.reading import given
from reviewlog.logbook.said import ReplyDraft
from reviewlog.render.replies.ready import reply_line

NO_REVIEW = "No review{where} stands in incident {n}. A message to them alone: {line}"
UNCHANGED = "Nothing was changed, so nothing was written."


def draft(session: Session, place: Place, typed: Typed) -> None:
    """Write a version where one is wanted; a draft that is there already is read again."""
    drafting = place.drafting(typed.medium)
    if typed.loose and not typed.edit:
        tell_rules(session, place, typed)
        name = STDIN if typed.loose == ["-"] else "The text"
        text = given(str(one_text(session, typed.loose)), name).text
        _save(session, place, typed, text)
        return
    unfinished = left(session, place, typed)
    if unfinished is not None:
        _edit_and_save(session, place, typed, unfinished)
    elif typed.edit:
        _edit(session, place, typed, drafting)
    elif typed.new or typed.values or drafting.latest is None:
        _begin(session, place, typed, drafting)
    elif typed.eyes is not None:
        _save(session, place, typed, str(drafting.latest.fields["text"]))
    else:
        show_draft(session, place, typed)


def _begin(session: Session, place: Place, typed: Typed, drafting: Drafting) -> None:
    """Begin a text; what was posted already is shown instead, unless --new."""
    if drafting.posted and not typed.writes and not _is_asked_for_again(place, typed):
        if typed.eyes is not None:
            raise NoDraftError(place.number, typed.medium)
        show_posted(session, place, typed)
        return
    _put_together(session, place, typed)


def _put_together(session: Session, place: Place, typed: Typed) -> None:
    """Put a version together out of the parts."""
    if typed.medium == PUBLIC and place.review is None:
        line = reply_line(place.number, PRIVATE)
        session.talk(NO_REVIEW.format(n=place.number, where=place.where, line=line))
    heed_rules(session, place, typed)
    from reviewlog.commands.replying.composing import composed

    text, answers = composed(session, place, typed)
    typed = typed._replace(values=answers)
    if session.interactive and not typed.no_edit:
        _edit_and_save(session, place, typed, text)
    else:
        _save(session, place, typed, text, tells=True)


def _is_asked_for_again(place: Place, typed: Typed) -> bool:
    """Whether a review stands that what was posted does not answer."""
    review = place.review
    is_public = typed.medium == PUBLIC and review is not None
    return is_public and review is not None and not place.facts.replies.answer(review)


def _edit(session: Session, place: Place, typed: Typed, drafting: Drafting) -> None:
    """Open the editor on what was said, else on the latest draft, else on the parts."""
    said, latest = one_text(session, typed.loose), drafting.latest
    if said is None and latest is None and session.interactive:
        _put_together(session, place, typed)
        return
    tell_rules(session, place, typed)
    start = said if said is not None else str(latest.fields["text"]) if latest else ""
    _edit_and_save(session, place, typed, start)


def _edit_and_save(session: Session, place: Place, typed: Typed, start: str) -> None:
    """Write a version in the editor; what lay there for it goes once it is written down."""
    _save(session, place, typed, written(session, place, typed, start))
    done(session, place, typed)


def _save(session: Session, place: Place, typed: Typed, text: str, *, tells: bool = False) -> None:
    drafting = place.drafting(typed.medium)
    latest, eyes = drafting.latest, _eyes(typed.eyes)
    is_same = latest is not None and str(latest.fields["text"]).rstrip() == text.rstrip()
    if is_same and (eyes is None or person_key(eyes) == person_key(drafting.eyes)):
        session.talk(UNCHANGED)
        show_draft(session, place, typed)
        return
    answers = {name: word for name, word in typed.values.items() if name != DAY}
    said = ReplyDraft(typed.medium, place.site, place.of, eyes, answers)
    receipt = session.logbook.draft(place.number, text, said)
    show_kept(session, place, typed, receipt, tells=tells)


def _eyes(word: str | None) -> str | None:
    """Return who is to read it; `nobody` takes back what was said."""
    if word is None:
        return None
    return "" if word.strip().casefold() in ("nobody", "none", "") else word
