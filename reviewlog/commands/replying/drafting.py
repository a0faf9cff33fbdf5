"""Writing a version of a draft: out of the parts, in the editor, or as it is said."""

import shlex

from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.rereading import show_draft, show_kept, show_posted
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.commands.texts import one_text
from reviewlog.domain.errors import RefusedError
from reviewlog.domain.reply.drafts import Drafting
from reviewlog.domain.reply.rules import CALL, PRIVATE, PUBLIC
from reviewlog.domain.reply_errors import NoDraftError
from reviewlog.domain.usage_errors import MissingError
from reviewlog.logbook.planning import begin, rules_at
from reviewlog.logbook.replies.draftfiles import clear, find, keep
from reviewlog.logbook.said import ReplyDraft
from reviewlog.render.moments import count
from reviewlog.render.replies.ready import reply_line

KINDS = {PUBLIC: "reply", PRIVATE: "write", CALL: "call"}
"""What a text comes to, in the words of the never-rules."""
NO_REVIEW = "No review stands in incident {n}. A message to them alone: {line}"
UNCHANGED = "Nothing was changed, so nothing was written."
LEFT = "A text that was not finished is still here ({words}). Go on with it?"
THROW = "Throw it away?"
WAITS = "A text that was not finished is still here; on a terminal this goes on with it: {line}"
AGAINST = "Think first: {sentence}"
NOT_FINISHED = "The editor did not finish. What you wrote is kept; go on with it: {line}\n"


def draft(session: Session, place: Place, typed: Typed) -> None:
    """Write a version where one is wanted; a draft that is there already is read again."""
    drafting = place.drafting(typed.medium)
    if typed.loose and not typed.edit:
        _tell_rules(session, place, typed)
        _save(session, place, typed, str(one_text(session, typed.loose)))
        return
    left = _left(session, place, typed)
    if left is not None:
        _edit_and_save(session, place, typed, left)
    elif typed.edit:
        _edit(session, place, typed, drafting)
    elif typed.new or typed.values or drafting.latest is None:
        _begin(session, place, typed, drafting)
    elif typed.eyes is not None:
        _save(session, place, typed, str(drafting.latest.fields["text"]))
    else:
        show_draft(session, place, typed)


def _begin(session: Session, place: Place, typed: Typed, drafting: Drafting) -> None:
    """Put a first version together; what was posted already is shown instead, unless --new."""
    if drafting.posted and not typed.writes and not _is_asked_for_again(place, typed):
        if typed.eyes is not None:
            raise NoDraftError(place.number, typed.medium)
        show_posted(session, place, typed)
        return
    if typed.medium == PUBLIC and place.review is None:
        session.talk(NO_REVIEW.format(n=place.number, line=reply_line(place.number, PRIVATE)))
    _heed_rules(session, place, typed)
    from reviewlog.commands.replying.composing import composed

    text = composed(session, place, typed)
    if session.interactive and not typed.no_edit:
        _edit_and_save(session, place, typed, text)
    else:
        _save(session, place, typed, text)


def _is_asked_for_again(place: Place, typed: Typed) -> bool:
    """Whether a review stands that what was posted does not answer."""
    review = place.review
    is_public = typed.medium == PUBLIC and review is not None
    return is_public and review is not None and not place.facts.replies.answer(review)


def _edit(session: Session, place: Place, typed: Typed, drafting: Drafting) -> None:
    given = one_text(session, typed.loose)
    latest = drafting.latest
    start = str(latest.fields["text"]) if latest is not None and given is None else given or ""
    _tell_rules(session, place, typed)
    _edit_and_save(session, place, typed, start)


def _edit_and_save(session: Session, place: Place, typed: Typed, start: str) -> None:
    """Open the editor; the text lies in the logbook's folder until it is written down."""
    if not session.interactive:
        raise MissingError(("TEXT (--edit needs a terminal)",))
    path = keep(session.folder, place.number, typed.medium, start)
    text = session.machine.edit(start, path)
    if text is None:
        raise RefusedError(NOT_FINISHED.format(line=reply_line(place.number, typed.medium)))
    _save(session, place, typed, text)
    clear(session.folder, place.number, typed.medium)


def _left(session: Session, place: Place, typed: Typed) -> str | None:
    """Return a text whose editor never came back, where the owner goes on with it."""
    text = find(session.folder, place.number, typed.medium)
    if text is None:
        return None
    text, latest = text.removesuffix("\n"), place.drafting(typed.medium).latest
    if not text.strip() or (latest is not None and latest.fields.get("text") == text):
        clear(session.folder, place.number, typed.medium)
        return None
    if not session.interactive:
        session.talk(WAITS.format(line=reply_line(place.number, typed.medium)))
        return None
    if session.confirm(LEFT.format(words=count(len(text.split()), "word"))):
        return text
    if session.confirm(THROW, default=False):
        clear(session.folder, place.number, typed.medium)
    return None


def _save(session: Session, place: Place, typed: Typed, text: str) -> None:
    latest = place.drafting(typed.medium).latest
    is_same = latest is not None and str(latest.fields["text"]).rstrip() == text.rstrip()
    if is_same and typed.eyes is None:
        session.talk(UNCHANGED)
        show_draft(session, place, typed)
        return
    said = ReplyDraft(typed.medium, place.site, place.of, _eyes(typed.eyes))
    show_kept(session, place, typed, session.logbook.draft(place.number, text, said))


def _eyes(word: str | None) -> str | None:
    """Return who is to read it; `nobody` takes back what was said."""
    if word is None:
        return None
    return "" if word.strip().casefold() in ("nobody", "none", "") else word


def _heed_rules(session: Session, place: Place, typed: Typed) -> None:
    """Before the program drafts anything: rules above every playbook ask for a reason."""
    line = f"reviewlog {shlex.join(session.argv)}"
    kept = begin(session.logbook, place.view, KINDS[typed.medium], typed.despite, line)
    if kept is not None:
        session.kept = str(kept.main.id.seq)
        session.talk(f"Your reason is kept (entry {session.kept}).\n")


def _tell_rules(session: Session, place: Place, typed: Typed) -> None:
    """What the owner writes is kept whatever stands against it; that it does is said."""
    logbook, kind = session.logbook, KINDS[typed.medium]
    if typed.despite is not None:
        _heed_rules(session, place, typed)
        return
    for rule in rules_at(logbook, place.view, kind, logbook.now()):
        session.talk(AGAINST.format(sentence=rule.sentence))
