"""All incidents, the last touched first.

reviewlog list --open

reviewlog list --unanswered --site google
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain import vocabulary
from reviewlog.domain.usage_errors import ConflictingOptionsError


def run(
    ctx: typer.Context,
    still_open: Annotated[bool, typer.Option("--open", help="Only open ones.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="Only closed ones.")] = False,
    unanswered: Annotated[bool, typer.Option("--unanswered", help="Only those that wait for your answer.")] = False,
    site: Annotated[str | None, typer.Option(metavar="SITE", help="Only those on a site.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only those of a person.")] = None,
) -> None:  # fmt: skip
    """All incidents."""
    session: Session = ctx.obj
    if still_open and closed:
        raise ConflictingOptionsError("--open", "--closed")
    state = "open" if still_open else "closed" if closed else None
    known = None if site is None else vocabulary.site(site)
    logbook = session.logbook
    rows = logbook.incidents(state=state, unanswered=unanswered, site=known, who=who)
    if session.json:
        from reviewlog.render.shapes import incident_shape

        session.show_json("list", {"incidents": [incident_shape(row) for row in rows]})
        return
    from reviewlog.render.lists import incidents_text

    columns, draws = session.machine.columns(), session.machine.draws()
    session.show(incidents_text(rows, logbook.now(), columns, draws=draws))
