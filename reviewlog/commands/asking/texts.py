"""Reading what the owner says: the text, from wherever it comes, and the words of options."""

from collections.abc import Callable

from reviewlog.commands.session import Session
from reviewlog.domain.errors import RefusedError
from reviewlog.domain.time.moment import Moment
from reviewlog.domain.usage_errors import LooseWordsError, MissingError


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
    session: Session, words: list[str] | None, question: str, *, edit: bool = False
) -> str:
    """Return the text of a verb, asked for on a terminal. Raises MissingError in a script."""
    text = one_text(session, words, edit=edit)
    return session.ask(question, "TEXT") if text is None else text


def edited(session: Session, start: str) -> str:
    """Return what the owner wrote in the editor. Raises RefusedError, MissingError."""
    if not session.interactive:
        raise MissingError(("TEXT (--edit needs a terminal)",))
    text = session.machine.edit(start)
    if text is None:
        raise RefusedError("The editor did not finish.")
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
    return None if text is None else session.logbook.dates.past(text)


def future(session: Session, text: str | None, since: Moment | None = None) -> Moment | None:
    """Return when something is due, as said at a moment. Raises BadDateError, PastError."""
    if text is None:
        return None
    return session.logbook.dates_at(since).future(text)


def maybe(read: Callable[[str], str], word: str | None) -> str | None:
    """Return a word read by its closed list, or None."""
    return None if word is None else read(word)
