"""Follow another playbook in an incident; facts go along, ticks stay behind.

reviewlog playbook use 12 bad-review

reviewlog playbook use Dana walk-away
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.session import Session
from reviewlog.commands.whom import settle_word

Name = Annotated[str, typer.Argument(metavar="ID", help="The playbook; see playbook list.")]


def run(ctx: typer.Context, incident: options.Incident, name: Name) -> None:
    """Follow another playbook in an incident."""
    session: Session = ctx.obj
    number = settle_word(session, incident)
    answer(session, "playbook-use", session.logbook.use_playbook(number, name))
