"""How a run ends badly: a sentence and an exit code, never a traceback with customers' names."""

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlog.commands.screen import say
from reviewlog.commands.session import Machine, Session
from reviewlog.domain.errors import ReviewlogError
from reviewlog.render.layout.screen import silence
from reviewlog.version import VERSION

if TYPE_CHECKING:
    import typer

NO_PLACE_TO_PRINT = (
    errno.EPIPE,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EAGAIN,
    errno.EIO,
)
STOPPED = 130


def refuse(session: Session, error: ReviewlogError, typed: str | None = None) -> int:
    """Say what a refusal means for the owner, and that what was typed is not lost."""
    from reviewlog.render.sentences import explain

    session.tell(explain(error))
    tell_what_is_kept(session, typed)
    return error.exit_code


def tell_script(session: Session, error: "ReviewlogError | typer.TyperException") -> None:
    """Tell a script that asked for JSON why it gets no answer; people read the other stream."""
    if not _is_owed_an_object(session):
        return
    from reviewlog.render.trouble import trouble_shape, usage_shape

    if isinstance(error, ReviewlogError):
        shape = trouble_shape(error)
    else:
        shape = usage_shape(error.format_message(), error.exit_code)
    try:
        session.show_json("error", shape)
    except OSError:  # the sentence and the exit code still tell it
        silence(sys.stdout)


def _is_owed_an_object(session: Session) -> bool:
    """Whether a script asked for JSON and got none."""
    words = session.argv[: session.argv.index("--")] if "--" in session.argv else session.argv
    return not session.answered and (session.json or "--json" in words)


def stopped(session: Session, typed: str | None = None) -> int:
    """End after Ctrl-C: say whether anything was written down, and what was typed is not lost."""
    kept = session.kept
    said = "Nothing was written" if kept is None else f"Entry {kept} is kept"
    where = " into the logbook" if kept is None and session.set_down else ""
    session.tell(" ".join(filter(None, (f"\nStopped. {said}{where}.", session.set_down))))
    tell_what_is_kept(session, typed)
    return STOPPED


def tell_what_is_kept(session: Session, typed: str | None) -> None:
    """Say what goes on with the answers that were typed, where there are any."""
    if typed is not None:
        session.tell(typed)


def unforeseen(error: Exception, session: Session) -> int:
    """End after anything else: the output has no place to go, or it is a fault of ours."""
    if isinstance(error, OSError) and error.errno in NO_PLACE_TO_PRINT:
        return _unprintable(error, session.machine, session.kept)
    return _our_bug(error, session)


def _unprintable(error: OSError, machine: Machine, kept: str | None) -> int:
    """Nobody reads on, or the disk behind the output is full: stop without a traceback."""
    if error.errno != errno.EPIPE:
        entry = f" Entry {kept} is kept." if kept else ""
        say(machine, f"The answer could not be printed: {error.strerror}.{entry}")
    silence(sys.stdout)
    return 1


def _our_bug(error: Exception, session: Session) -> int:
    """Keep where it happened, never what was being written: values may hold names."""
    import traceback

    places = traceback.extract_tb(error.__traceback__)
    lines = [f"reviewlog {VERSION}, Python {sys.version.split()[0]}", type(error).__name__]
    lines += [f"  {Path(p.filename).name}:{p.lineno} {p.name}" for p in places]
    kept = _kept("\n".join(lines) + "\n", session.machine)
    text = f"Sorry, this is a fault of reviewlog. Nothing was half-written. {kept}"
    if _is_owed_an_object(session):
        from reviewlog.render.trouble import our_fault_shape

        session.show_json("error", our_fault_shape(text))
    say(session.machine, text)
    return 3


def _kept(text: str, machine: Machine) -> str:
    """Write the log file; where that cannot be done, return what it would have said."""
    folder = machine.error_folder()
    path = folder / f"fault-{machine.now():%Y%m%d-%H%M%S}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return f"\n{text}"
    return str(path)
