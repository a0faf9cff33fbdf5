"""Tick a step that leaves no other trace.

reviewlog done 12

reviewlog done 12 pass-on
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(ctx: typer.Context, incident: options.Incident, step: options.Step = None) -> None:
    """Tick a step."""
    session: Session = ctx.obj
    answer(session, "done", session.logbook.done(settle_word(session, incident), step))
