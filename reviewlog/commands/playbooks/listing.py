"""All playbooks, yours and the shipped ones.

reviewlog playbook list

reviewlog playbook list --json
"""

import typer

from reviewlog.commands.session import Session
from reviewlog.store.fast import PLAYBOOKS_NAME


def run(ctx: typer.Context) -> None:
    """All playbooks."""
    session: Session = ctx.obj
    from reviewlog.playbook.shelf import ignored_files
    from reviewlog.render.playbooks.listing import (
        playbook_shape,
        playbooks_table,
        playbooks_text,
    )

    logbook = session.logbook
    ignored = ignored_files(session.folder / PLAYBOOKS_NAME)
    if ignored:
        from reviewlog.render.playbooks.checking import ignored_lines

        for line in ignored_lines(ignored):
            session.talk(line)
    playbooks = [(playbook, logbook.origin_of(playbook.id)) for playbook in logbook.playbooks()]
    if session.json:
        shapes = [playbook_shape(playbook, origin) for playbook, origin in playbooks]
        session.show_json("playbook-list", {"playbooks": shapes})
        return
    columns = session.table_columns
    if columns is None:
        session.show(playbooks_text(playbooks, session.machine.width()))
    else:
        session.show(playbooks_table(playbooks, columns))
