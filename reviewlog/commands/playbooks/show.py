"""One playbook in full: every step with its reason and its words.

reviewlog playbook show complaint

reviewlog playbook show bad-review --json
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session

Name = Annotated[str, typer.Argument(metavar="ID", help="The playbook; see playbook list.")]


def run(ctx: typer.Context, name: Name) -> None:
    """One playbook in full."""
    session: Session = ctx.obj
    playbook = session.logbook.find_playbook(name)
    if session.json:
        from reviewlog.render.shapes import playbook_shape

        session.show_json("playbook-show", playbook_shape(playbook))
        return
    from reviewlog.render.lists import playbook_text

    session.show(playbook_text(playbook, session.machine.width()))
