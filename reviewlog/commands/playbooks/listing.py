"""All playbooks, yours and the shipped ones.

reviewlog playbook list

reviewlog playbook list --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """All playbooks."""
    session: Session = ctx.obj
    from reviewlog.render.playbooks import playbook_shape, playbooks_text

    logbook = session.logbook
    playbooks = [(playbook, logbook.origin_of(playbook.id)) for playbook in logbook.playbooks()]
    if session.json:
        shapes = [playbook_shape(playbook, origin) for playbook, origin in playbooks]
        session.show_json("playbook-list", {"playbooks": shapes})
        return
    machine = session.machine
    session.show(playbooks_text(playbooks, draws=machine.draws(), width=machine.width()))
