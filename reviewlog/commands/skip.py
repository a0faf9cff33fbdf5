"""Leave a step out, with the reason.

reviewlog skip 12 pass-on --why 'I was alone in the shop that day'

reviewlog skip 12 --why 'Already talked about it'
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    incident: options.Incident,
    step: options.Step = None,
    why: options.Why = None,
) -> None:
    """Leave a step out, with the reason."""
    session: Session = ctx.obj
    reason = (
        why if why is not None else session.ask("Why?", "--why TEXT", like="They came in person")
    )
    number = settle_word(session, incident)
    answer(session, "skip", session.logbook.skip(number, step, reason))
