"""All playbooks, yours and the shipped ones.

reviewlog playbook list

reviewlog playbook list --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """All playbooks."""
    session: Session = ctx.obj
    from reviewlog.playbook.library import FOLDER_NAME
    from reviewlog.playbook.shelf import ignored_files
    from reviewlog.render.playbooks.checking import ignored_lines
    from reviewlog.render.playbooks.listing import playbook_shape, playbooks_text

    logbook = session.logbook
    for line in ignored_lines(ignored_files(session.folder / FOLDER_NAME)):
        session.talk(line)
    playbooks = [(playbook, logbook.origin_of(playbook.id)) for playbook in logbook.playbooks()]
    if session.json:
        shapes = [playbook_shape(playbook, origin) for playbook, origin in playbooks]
        session.show_json("playbook-list", {"playbooks": shapes})
        return
    session.show(playbooks_text(playbooks, session.machine.width()))
