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
    from reviewlog.render.layout.style import style
    from reviewlog.render.playbooks.listing import playbook_shape, playbook_text

    playbook = session.logbook.find_playbook(name)
    origin = session.logbook.origin_of(name)
    if session.json:
        session.show_json("playbook-show", playbook_shape(playbook, origin))
        return
    look = style(session.machine.draws())
    session.show(playbook_text(playbook, origin, session.machine.width(), look))
