"""What is due today: overdue, today, soon, and what waits on them.

reviewlog due

reviewlog due --on friday --days 14

reviewlog due --discreet
"""

from typing import Annotated

import typer

from reviewlog.commands.session import Session
from reviewlog.domain.due import SHOWN_DAYS
from reviewlog.domain.due import discreet as without_names


def run(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option(metavar="WHEN", help="Another day.")] = None,
    days: Annotated[int, typer.Option(metavar="D", min=0, max=366, help="How far to look ahead.")] = SHOWN_DAYS,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 5 when something is due.")] = False,
    discreet: Annotated[bool, typer.Option("--discreet", help="No names: numbers and steps only.")] = False,
) -> None:  # fmt: skip
    """What is due today."""
    session: Session = ctx.obj
    logbook = session.logbook
    today = logbook.calendar.day_of(logbook.now())
    day = logbook.dates.day(on) if on is not None else today
    found = logbook.due(day, days)
    items = without_names(found) if discreet else found
    if session.json:
        session.show_json("due", {"on": day.isoformat(), "items": items})
    else:
        from reviewlog.render.due import due_lines

        on_day, columns = day.isoformat(), session.machine.columns()
        lines = due_lines(items, on_day, today.isoformat(), columns, unnamed=discreet)
        session.show("\n".join(lines))
    if exit_code and any(item["state"] in ("overdue", "today") for item in items):
        raise typer.Exit(5)
