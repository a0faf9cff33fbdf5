"""Sign the log, and let the services that you named stamp it with the time.

Only a hash leaves this computer. Exit 1 when services are named and none gave a time stamp.

reviewlog anchor

reviewlog anchor --print
"""

from typing import Annotated

import typer

from reviewlog.commands.catching import say_waiting
from reviewlog.commands.session import Session
from reviewlog.logbook.proving.anchoring import anchor


def run(
    ctx: typer.Context,
    printed: Annotated[bool, typer.Option("--print", help="Print lines to mail to a witness; ask nobody.")] = False,
) -> None:  # fmt: skip
    """Sign the log, and have it stamped with the time."""
    session: Session = ctx.obj
    if printed:
        _print(session)
        return
    from reviewlog.render.proving.anchoring import anchored_shape, anchored_text, refused_text

    anchored = anchor(session.logbook, lambda left: say_waiting(session, left))
    width = session.machine.width()
    if session.json:
        session.show_json("anchor", anchored_shape(anchored))
    else:
        session.show(anchored_text(anchored, session.logbook.now(), width))
        if anchored.errors:
            session.tell(refused_text(anchored, width))
    if anchored.errors and not (anchored.new or anchored.standing):
        raise typer.Exit(1)


def _print(session: Session) -> None:
    """Print the newest checkpoint and nothing else."""
    from reviewlog.render.proving.anchoring import MAIL_THIS, checkpoint_shape

    kept = session.logbook.checkpoint()
    if session.json:
        session.show_json("checkpoint", checkpoint_shape(kept))
        return
    session.hand_over(kept.note.decode())
    session.talk(MAIL_THIS)
