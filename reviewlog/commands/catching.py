"""After the answer: ask for the time stamp that is owed; nothing of the work waits for it."""

from collections.abc import Sequence

from reviewlog.commands import failures
from reviewlog.commands.session import Session
from reviewlog.domain.errors import BookError, ReviewlogError
from reviewlog.logbook.proving.owed import owing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reviewlog.sync.timestamps import Service


def ask_what_is_owed(session: Session) -> None:
    """Ask the services that owe a time stamp; whatever comes of it, the verb has succeeded.

    Only Ctrl-C is passed on, and what was written down before it stays.
    """
    try:
        if owing(session.logbook):
            _ask(session)
    except BookError:
        return  # a book that cannot be written to: the next call tries
    except ReviewlogError as error:
        from reviewlog.render.sentences import explain

        _whisper(session, explain(error))
    except Exception as error:
        failures.unforeseen(error, session)


def _ask(session: Session) -> None:
    from reviewlog.logbook.proving.anchoring import catch_up
    from reviewlog.render.proving.anchoring import missed_text

    anchored = catch_up(session.logbook, lambda left: say_waiting(session, left))
    if anchored is not None and anchored.errors:
        _whisper(session, missed_text(anchored, session.machine.width()))


def anchor_before_export(session: Session) -> None:
    """Have all stamped that a bundle is about to prove; a service that gives nothing is named."""
    if not session.logbook.settings.get("time_stamps"):
        return
    from reviewlog.logbook.proving.anchoring import anchor
    from reviewlog.render.proving.anchoring import before_export

    anchored = anchor(session.logbook, lambda left: say_waiting(session, left))
    if anchored.errors:
        _whisper(session, before_export(anchored.errors, session.machine.width()))


def say_waiting(session: Session, left: "Sequence[Service]") -> None:
    """Say whom the owner at a terminal is waiting for."""
    if session.machine.is_interactive():
        from reviewlog.render.proving.anchoring import asking_line

        _whisper(session, asking_line(service.url for service in left))


def _whisper(session: Session, text: str) -> None:
    if not (session.quiet or session.json):
        session.tell(text)
