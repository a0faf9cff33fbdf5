"""Reading what the owner says: the text, from wherever it comes, and the words of options."""

from collections.abc import Callable
from datetime import date

from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.usage_errors import (
    AmbiguousDateError,
    FutureError,
    LooseWordsError,
    MissingError,
    PastError,
)

UNCHANGED = "Nothing was changed, so nothing was written."


def one_text(session: Session, words: list[str] | None, *, edit: bool = False) -> str | None:
    """Return the text of a verb: quoted, from standard input, from the editor, or None.

    Raises LooseWordsError when it came without quotation marks.
    """
    if edit:
        return edited(session, " ".join(words or []))
    if not words:
        return None
    if len(words) > 1:
        raise LooseWordsError(quoted_line(session.argv, words))
    return session.machine.read_stdin() if words[0] == "-" else words[0]


def needed_text(
    session: Session,
    words: list[str] | None,
    question: str,
    like: str,
    *,
    edit: bool = False,
) -> str:
    """Return the text of a verb, asked for on a terminal with an example.

    Raises MissingError in a script.
    """
    text = one_text(session, words, edit=edit)
    return session.ask(question, "TEXT", like=like) if text is None else text


def edited(session: Session, start: str) -> str:
    """Return what the owner wrote in the editor. Raises RefusedError, MissingError."""
    if not session.interactive:
        raise MissingError(("TEXT (--edit needs a terminal)",))
    text = session.from_editor(start)
    if text is None:
        raise RefusedError("The editor did not finish.")
    if start.strip() and text == start:
        session.take_back()
        raise RefusedError(UNCHANGED)
    return text


def quoted_line(argv: list[str], words: list[str]) -> str:
    """Return the command line with everything from the first loose word to the last quoted."""
    import shlex

    verb = next(i for i, word in enumerate(argv) if not word.startswith("-"))
    first = argv.index(words[0], verb + 1)
    last = len(argv) - 1 - argv[::-1].index(words[-1])
    line = [*argv[:first], " ".join(argv[first : last + 1]), *argv[last + 1 :]]
    return f"reviewlog {shlex.join(line)}"


def past(session: Session, text: str | None) -> Moment | None:
    """Return when something happened. Raises BadDateError, FutureError."""
    if text is None:
        return None
    return _settled(session, lambda: session.logbook.dates.past(text))


def future(session: Session, text: str | None, since: Moment | None = None) -> Moment | None:
    """Return when something is due, as said at a moment. Raises BadDateError, PastError."""
    return None if text is None else to_come(session, text, since)


def to_come(session: Session, text: str, since: Moment | None = None) -> Moment:
    """Return when something is due, as said at a moment. Raises BadDateError, PastError."""
    return _settled(session, lambda: session.logbook.dates_at(since).future(text))


def either(session: Session, text: str) -> Moment:
    """Return when something was due that may be over by now. Raises BadDateError."""
    return _settled(session, lambda: session.logbook.dates.either(text))


def any_day(session: Session, text: str) -> date:
    """Return a date, past or to come. Raises BadDateError."""
    return session.logbook.calendar.day_of(either(session, text).start)


def _settled(session: Session, read: Callable[[], Moment]) -> Moment:
    """Read a date; what is open about it is asked on a terminal."""
    try:
        return read()
    except AmbiguousDateError as error:
        from reviewlog.commands.asking.whichday import settle_order

        settle_order(session, error)
        return _settled(session, read)
    except (FutureError, PastError) as error:
        from reviewlog.commands.asking.whichday import settle_side

        return settle_side(session, error)


def maybe(read: Callable[[str], str], word: str | None) -> str | None:
    """Return a word read by its closed list, or None."""
    return None if word is None else read(word)
