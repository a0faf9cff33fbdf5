"""Why a step is due, or is not: the rule, the entry it counts from, what ends it, the advice.

Without STEP: why the next one is due, and how every other step stands.

reviewlog why 12

reviewlog why Dana assess
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(ctx: typer.Context, incident: options.Incident, step: options.Step = None) -> None:
    """Why a step is due, or is not."""
    session: Session = ctx.obj
    from reviewlog.logbook.acting.reasons import reasons_of
    from reviewlog.render.layout.style import style
    from reviewlog.render.playbooks.why import why_text
    from reviewlog.render.playbooks.whyshape import why_shape

    logbook, now = session.logbook, session.logbook.now()
    told = reasons_of(logbook, settle_word(session, incident), step)
    if session.json:
        session.show_json("why", why_shape(told, now))
        return
    look, columns = style(session.machine.draws()), session.table_columns
    session.show(why_text(told, now, session.machine.width(), look, columns))
