"""Writing in the owner's editor: the text lies in the logbook's folder until it is written down."""

from pathlib import Path

from reviewlog.commands.replying.place import Place
from reviewlog.commands.replying.typed import Typed
from reviewlog.commands.session import Session
from reviewlog.domain.reply.rules import PUBLIC
from reviewlog.domain.reply_errors import LeftDraftError, StrayDraftError
from reviewlog.domain.usage_errors import EmptyTextError, MissingError, NoEditorError
from reviewlog.logbook.replies.draftfiles import clear, find, keep, name_of
from reviewlog.render.replies.ready import reply_line
from reviewlog.render.words.moments import count

IN_THE_TEXT = "What you answered before stands in your text already; it is changed there."
LEFT = "A text that was not finished is still here ({words}). Go on with it?"
THROW = "Throw it away?"
WAITS = "A text that was not finished is still here; on a terminal this goes on with it: {line}"


def written(session: Session, place: Place, typed: Typed, start: str) -> str:
    """Return what the owner wrote in the editor.

    Raises LeftDraftError, StrayDraftError, EmptyTextError, MissingError, BookError.
    """
    if not session.interactive:
        raise MissingError(("TEXT (--edit needs a terminal)",))
    path = keep(session.folder, place.number, slot(place, typed), start)
    session.settled(IN_THE_TEXT)  # what was answered stands in the text that lies there
    line = reply_line(place.number, typed.medium)
    try:
        is_finished = session.machine.edit_file(path)
    except NoEditorError as error:
        raise LeftDraftError("start", error.editor, name_of(path), line) from None
    if not is_finished:
        raise LeftDraftError("failed" if _lies(path) else "gone", "", name_of(path), line)
    text = find(session.folder, place.number, slot(place, typed))
    if text is None and _lies(path):
        raise EmptyTextError("the text")
    if text is None:
        raise LeftDraftError("gone", "", name_of(path), line)
    return text.removesuffix("\n")


def _lies(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def left(session: Session, place: Place, typed: Typed) -> str | None:
    """Return a text whose editor never came back, where the owner goes on with it.

    What lies there and cannot be read is told and left alone.
    """
    try:
        text = find(session.folder, place.number, slot(place, typed))
    except StrayDraftError as error:
        session.explain(error)
        return None
    if text is None:
        return None
    text, latest = text.removesuffix("\n"), place.drafting(typed.medium).latest
    if latest is not None and latest.fields.get("text") == text:
        done(session, place, typed)
        return None
    if not session.interactive:
        session.talk(WAITS.format(line=reply_line(place.number, typed.medium)))
        return None
    if session.confirm(LEFT.format(words=count(len(text.split()), "word"))):
        return text
    if session.confirm(THROW, default=False):
        done(session, place, typed)
    return None


def done(session: Session, place: Place, typed: Typed) -> None:
    """Delete the text that lay there for the editor, and what the editor made beside it."""
    clear(session.folder, place.number, slot(place, typed))


def slot(place: Place, typed: Typed) -> str:
    """Return the name of what is written: each review has a text of its own."""
    _, _, number = (place.of or "").rpartition(":")
    return f"{typed.medium}-{number}" if number and typed.medium == PUBLIC else typed.medium
