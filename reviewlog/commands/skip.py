"""Leave a step out, with the reason.

reviewlog skip 12 pass-on --why 'I was alone in the shop that day'

reviewlog skip 12 --why 'Already talked about it'
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.whom import settle_word, step_title
from reviewlog.commands.session import Session

LIKE = "They came in person"


def run(
    ctx: typer.Context,
    incident: options.Incident,
    step: options.Step = None,
    why: options.Why = None,
) -> None:
    """Leave a step out, with the reason."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    if why is None:
        title = step_title(session, number, step) if session.interactive else ""
        why = session.ask(f"Why do you leave out {title}?", "--why TEXT", like=LIKE)
    answer(session, "skip", session.logbook.skip(number, step, why))
