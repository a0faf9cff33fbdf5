"""What to say, ask and not say on the telephone, with room for their exact words.

On a terminal it asks afterwards how it went and writes it down in one go; in a pipe it only prints.

reviewlog call-card 12

reviewlog call-card Dana --despite 'She asked my sister for a call'
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import known_of
from reviewlog.commands.session import Session
from reviewlog.commands.whom import settle_word
from reviewlog.logbook.acting import open_now
from reviewlog.logbook.planning import ring


def run(ctx: typer.Context, incident: options.Incident, despite: options.Despite = None) -> None:
    """What to say, ask and not say on the telephone."""
    session: Session = ctx.obj
    logbook, now = session.logbook, session.logbook.now()
    number = settle_word(session, incident)
    view = logbook.view(number)
    planned = ring(logbook, view, despite)
    if planned is not None:
        session.kept = str(planned.main.id.seq)
        session.talk(f"Your reason is kept (entry {session.kept}).\n")
    from reviewlog.render.callcard import card_of, card_shape, card_text, occasion

    behind, step = logbook.background(view), occasion(open_now(view.agenda, now))
    known = known_of(session, view, [step] if step else ())
    card = card_of(view, behind, step, known, now, logbook.calendar)
    if session.json:
        entry = {"entry": session.kept} if session.kept else {}
        session.show_json("call-card", {**card_shape(card), **entry})
        return
    at_terminal = session.machine.columns() is not None
    asks = session.interactive and at_terminal
    session.show(card_text(card, now, session.machine.width(), printed=not at_terminal, asks=asks))
    if asks:
        from reviewlog.commands.afterwards import write_down

        write_down(session, card)
