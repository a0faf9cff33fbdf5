"""Take back the last command as a whole; say it again to go further back. The log keeps both.

reviewlog undo

reviewlog undo --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """Take back the last command."""
    session: Session = ctx.obj
    undone = session.logbook.undo()
    if session.json:
        from reviewlog.render.shapes import undone_shape

        session.show_json("undo", undone_shape(undone))
    else:
        from reviewlog.render.receipt import undone_text

        session.show(undone_text(undone))
