"""See which open incidents a playbook file would fit, and what would be due; nothing is written.

reviewlog playbook preview my-shop.yaml

reviewlog playbook preview bad-review --json
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session

Name = Annotated[str, typer.Argument(metavar="FILE|ID", help="A playbook file, or a playbook.")]


def run(ctx: typer.Context, name: Name) -> None:
    """See which open incidents a file would fit."""
    from reviewlog.playbook.library import find_file, library, whole_of
    from reviewlog.render.playbooks.matches import matches_shape, matches_text

    session: Session = ctx.obj
    files = library(session.folder)
    playbook = whole_of(find_file(name, files), files).playbook
    logbook = session.logbook
    found, today = logbook.preview(playbook), logbook.calendar.day_of(logbook.now())
    if session.json:
        session.show_json("playbook-preview", matches_shape(playbook, found))
    else:
        session.show(matches_text(playbook, found, today, session.machine.width()))
