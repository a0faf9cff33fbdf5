"""One incident in full: what happened, what was said, what is to do.

reviewlog show 12

reviewlog show Dana --unfold
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import known_of
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.logbook.receipt import View

Unfold = Annotated[bool, typer.Option("--unfold", help="Show their hurtful words as well.")]


def run(ctx: typer.Context, incident: options.Incident, unfold: Unfold = False) -> None:
    """One incident in full."""
    session: Session = ctx.obj
    logbook = session.logbook
    view = _numbered(session, logbook.view(settle_word(session, incident)))
    behind, left = logbook.background(view), logbook.exports_of(view.row["id"])
    if session.json:
        from reviewlog.render.shapes import view_shape

        known, now = known_of(session, view), logbook.now()
        session.show_json("show", view_shape(view, behind, known, now, logbook.calendar, left))
        return
    from reviewlog.render.incident import Around, incident_text
    from reviewlog.render.layout.style import style

    around = Around(behind, logbook.calendar, left)
    width, look = session.machine.width(), style(session.machine.draws())
    session.show(incident_text(view, around, logbook.now(), width, look, unfold=unfold))


def _numbered(session: Session, view: View) -> View:
    """Return a view with the numbers of its exhibits; without files nothing is loaded for it."""
    if not any(entry.kind == "evidence" for entry in view.every):
        return view
    from reviewlog.logbook.writing.numbering import numbered

    return numbered(session.logbook, view)
