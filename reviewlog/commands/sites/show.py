"""What one review site acts on, what it asks for and what it will not hear, with the sources.

A file of your own in the logbook's folder, playbooks/sites/yelp.yaml, is taken instead of the
shipped one; reviewlog playbook check looks it over.

reviewlog site show google

reviewlog site show yelp --json
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.vocabulary import site as site_id

Name = Annotated[str, typer.Argument(metavar="ID", help="The site; see site list.")]


def run(ctx: typer.Context, name: Name) -> None:
    """One review site in full."""
    session: Session = ctx.obj
    from reviewlog.render.disputes.sites import site_shape, site_text
    from reviewlog.render.layout.style import style

    known = site_id(name)
    shelf, today = session.logbook.site_shelf(), session.logbook.now().date()
    found = shelf.sites[known]
    if session.json:
        session.show_json("site", site_shape(found, today))
        return
    look = style(session.machine.draws())
    session.show(site_text(found, today, session.machine.width(), look))
