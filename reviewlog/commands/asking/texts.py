"""Reading what the owner says: the text, from wherever it comes, and the words of options."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError, UsageError
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.usage_errors import (
    AmbiguousDateError,
    BrokenTextError,
    FutureError,
    LooseWordsError,
    MissingError,
    PastError,
)
from reviewlog.domain.vocabulary import ATTEMPT_STATES

if TYPE_CHECKING:
    from reviewlog.domain.time.dates import Reader

WORDED = {"--quote", "--demand", "--counter", "--why", "--for", "--against"}
"""Options that hold words of somebody: where one stands, loose words may belong to it."""
ANSWERING = ("demand", "attempt")
ASKING = ("log", "note", "promise", "amend", *ANSWERING)
"""Verbs that ask for the text where they are typed without it."""
UNCHANGED = "Nothing was changed, so nothing was written."


def one_text(session: Session, words: list[str] | None, *, edit: bool = False) -> str | None:
    """Return the text of a verb: quoted, from standard input, from the editor, or None.

    Raises LooseWordsError when it came without quotation marks, BrokenTextError in pieces.
    """
    if edit:
        return edited(session, " ".join(words or []))
    if not words:
        return None
    if len(words) > 1:
        raise misread_text(session.argv, session.verb or "", words)
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


def misread_text(argv: list[str], verb: str, words: list[str]) -> UsageError:
    """Return the refusal of loose words: with the whole line only where they join for certain.

    A line that an apostrophe has broken would go into the log with their words falsified.
    """
    import shlex

    start = next((at for at, word in enumerate(argv) if word.casefold() == verb), 0)
    size = len(words)
    first = next((at for at in range(start + 1, len(argv)) if argv[at : at + size] == words), None)
    before = argv[start + 1 : first]
    options = {word.partition("=")[0] for word in argv[start:] if word.startswith("-")}
    if (
        first is None
        or any(word.startswith("-") for word in before)
        or options & WORDED
        or any(len(word.split()) > 1 for word in words)
    ):
        return BrokenTextError(_asking_line(argv[: start + 1], argv[start + 1 :], options))
    line = [*argv[:first], " ".join(words), *argv[first + size :]]
    return LooseWordsError(f"reviewlog {shlex.join(line)}")


def _asking_line(head: list[str], rest: list[str], options: set[str]) -> str | None:
    """Return the line that asks for the text, None where the verb alone would do something else."""
    import shlex

    verb = head[-1].casefold()
    if verb not in ASKING or (verb in ANSWERING and options):
        return None
    number = rest[:1] if verb != "log" and rest[0].isdecimal() else []
    if verb in ANSWERING and len(rest) > 1 and rest[1].casefold() in ATTEMPT_STATES:
        return None
    quote = ["--quote"] if "--quote" in options else []
    return f"reviewlog {shlex.join([*head, *number, *quote])}"


def past(session: Session, text: str | None) -> Moment | None:
    """Return when something happened. Raises BadDateError, FutureError."""
    if text is None:
        return None
    return _settled(session, _reader(session), lambda reader: reader.past(text))


def future(session: Session, text: str | None, since: Moment | None = None) -> Moment | None:
    """Return when something is due, as said at a moment. Raises BadDateError, PastError."""
    return None if text is None else to_come(session, text, since)


def to_come(session: Session, text: str, since: Moment | None = None) -> Moment:
    """Return when something is due, as said at a moment. Raises BadDateError, PastError."""
    return _settled(session, _reader(session, since), lambda reader: reader.future(text))


def either(session: Session, text: str) -> Moment:
    """Return when something was due that may be over by now. Raises BadDateError."""
    return _settled(session, _reader(session), lambda reader: reader.either(text))


def any_day(session: Session, text: str) -> date:
    """Return a date, past or to come. Raises BadDateError."""
    return session.logbook.calendar.day_of(either(session, text).start)


def _reader(session: Session, since: Moment | None = None) -> "Reader":
    return session.logbook.dates_at(since or session.said_at())


def _settled(session: Session, reader: "Reader", read: "Callable[[Reader], Moment]") -> Moment:
    """Read a date; what is open about it is asked on a terminal."""
    try:
        return read(reader)
    except AmbiguousDateError as error:
        from reviewlog.commands.asking.whichday import settle_order

        return settle_order(
            session, error, lambda order: _settled(session, reader._replace(order=order), read)
        )
    except (FutureError, PastError) as error:
        from reviewlog.commands.asking.whichday import settle_side

        return settle_side(session, error)


def maybe(read: Callable[[str], str], word: str | None) -> str | None:
    """Return a word read by its closed list, or None."""
    return None if word is None else read(word)
