"""Take back one entry by its number; the log keeps both. undo takes back the last command.

reviewlog retract 31 --why 'It was another customer'

reviewlog retract 33 --why 'The name was right after all'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.playbooks.use import follows_again
from reviewlog.commands.session import Session
from reviewlog.logbook.writing.retracting import retract


def run(
    ctx: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="The entry's number; see show N.")],
    why: options.Why = None,
) -> None:
    """Take back one entry."""
    session: Session = ctx.obj
    reason = (
        session.ask("Why?", "--why TEXT", like="It was another customer") if why is None else why
    )
    undone = retract(session.logbook, entry, reason)
    if session.json:
        from reviewlog.render.shapes import undone_shape

        session.show_json("retract", undone_shape(undone))
    else:
        from reviewlog.render.keeping.gone import retracted_text

        session.show(retracted_text(undone, follows_again(session, undone)))
