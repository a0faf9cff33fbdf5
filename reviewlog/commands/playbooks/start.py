"""Begin something of your own, without a customer: an invitation round, a rule for the staff.

reviewlog playbook start staff-policy

reviewlog playbook start invitations --site google --site yelp
"""

from typing import Annotated

import typer

from reviewlog.commands.answer import answer
from reviewlog.commands.session import Session
from reviewlog.domain.vocabulary import site as site_id

Name = Annotated[str, typer.Argument(metavar="ID", help="The playbook; see playbook list.")]
Sites = Annotated[
    list[str] | None, typer.Option("--site", metavar="SITE", help="A review site it is about.")
]


def run(ctx: typer.Context, name: Name, site: Sites = None) -> None:
    """Begin something of your own, without a customer."""
    session: Session = ctx.obj
    sites = tuple(dict.fromkeys(site_id(word) for word in site or ()))
    answer(session, "playbook-start", session.logbook.start(name, sites))
