"""One incident in full: what happened, what was said, what is to do.

reviewlog show 12

reviewlog show Dana --json
"""

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import known_of
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.logbook.receipt import View


def run(ctx: typer.Context, incident: options.Incident) -> None:
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
    from reviewlog.render.incident import incident_text

    width = session.machine.width()
    session.show(incident_text(view, behind, logbook.calendar, logbook.now(), width, left))


def _numbered(session: Session, view: View) -> View:
    """Return a view with the numbers of its exhibits; without files nothing is loaded for it."""
    if not any(entry.kind == "evidence" for entry in view.every):
        return view
    from reviewlog.logbook.writing.numbering import numbered

    return numbered(session.logbook, view)
