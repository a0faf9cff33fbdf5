"""All playbooks, yours and the shipped ones.

reviewlog playbook list

reviewlog playbook list --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """All playbooks."""
    session: Session = ctx.obj
    playbooks = session.logbook.playbooks()
    if session.json:
        from reviewlog.render.shapes import playbook_shape

        shapes = [playbook_shape(playbook) for playbook in playbooks]
        session.show_json("playbook-list", {"playbooks": shapes})
        return
    from reviewlog.render.lists import playbooks_text

    machine = session.machine
    session.show(playbooks_text(playbooks, draws=machine.draws(), width=machine.width()))
