"""Take back the last command as a whole; say it again to go further back. The log keeps both.

All that one `log --json -` wrote is one command.

reviewlog undo

reviewlog undo --json
"""

import typer

from reviewlog.commands.playbooks.use import follows_again
from reviewlog.commands.session import Session
from reviewlog.domain.errors import NothingToUndoError, RefusedError


def run(ctx: typer.Context) -> None:
    """Take back the last command."""
    session: Session = ctx.obj
    if session.logbook.erased_last():
        _settle_older(session)
    undone = session.logbook.undo()
    if session.json:
        from reviewlog.render.shapes import undone_shape

        session.show_json("undo", undone_shape(undone))
    else:
        from reviewlog.render.keeping.gone import undone_text

        session.show("\n".join([undone_text(undone), *follows_again(session, undone)]))


def _settle_older(session: Session) -> None:
    """After an erasure undo may not be meant for what came before it: say so, and ask."""
    from reviewlog.render.keeping.gone import before_erasure_text

    older = session.logbook.undoable()
    session.tell(before_erasure_text(older))
    if older is None:
        raise NothingToUndoError
    if not session.confirm("Take that back instead?", default=False):
        raise RefusedError("Nothing was taken back.")
