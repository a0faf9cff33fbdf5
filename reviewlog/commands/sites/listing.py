"""The review sites that reviewlog knows: how many grounds, early reports, when looked up.

reviewlog site list

reviewlog site list --json
"""

import typer

from reviewlog.commands.session import Session


def run(ctx: typer.Context) -> None:
    """All review sites."""
    session: Session = ctx.obj
    from reviewlog.render.disputes.sitelist import sites_shape, sites_table, sites_text

    shelf, today = session.logbook.site_shelf(), session.logbook.now().date()
    if session.json:
        session.show_json("sites", sites_shape(shelf, today))
        return
    columns = session.table_columns
    if columns is None:
        session.show(sites_text(shelf, today, session.machine.width()))
    else:
        session.show(sites_table(shelf, today, columns))
