"""Note when you are away: your own dates move behind it, what others set does not wait.

reviewlog away 2026-12-24 2027-01-02 'closed for Christmas'

reviewlog away tomorrow friday

Without days it lists what is noted; undo takes the last one back.
"""

from datetime import date
from functools import partial
from typing import Annotated

import typer

from reviewlog.commands.asking.texts import to_come
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import LooseWordsError


def run(
    ctx: typer.Context,
    first: Annotated[str | None, typer.Argument(metavar="FROM", help="The first day.")] = None,
    last: Annotated[str | None, typer.Argument(metavar="TO", help="The last day.")] = None,
    why: Annotated[list[str] | None, typer.Argument(metavar="WHY", help="The reason.")] = None,
) -> None:
    """Note when you are away."""
    session: Session = ctx.obj
    if why is not None and len(why) > 1:
        raise LooseWordsError(f"reviewlog away {first} {last} 'closed for Christmas'")
    if first is None:
        _list(session)
        return
    begins = _day(session, first)
    read = partial(_day, session)
    ends = (
        read(last)
        if last
        else session.ask_until("Until which day?", "TO", read, like="friday, 30 Nov")
    )
    _note(session, begins, ends, why[0] if why else None)


def _day(session: Session, text: str) -> date:
    return session.logbook.calendar.day_of(to_come(session, text).start)


def _note(session: Session, first: date, last: date, why: str | None) -> None:
    from reviewlog.render.away import leave_shape, leave_text

    logbook = session.logbook
    leave = logbook.away(first, last, why)
    session.kept = str(leave.absence.entry.id.seq)
    if session.json:
        session.show_json("away", leave_shape(leave))
    else:
        session.show(leave_text(leave, logbook.now().date(), session.machine.width()))


def _list(session: Session) -> None:
    from reviewlog.render.away import absence_shape, absences_text

    found = session.logbook.absences()
    if session.json:
        session.show_json("away-list", {"absences": [absence_shape(a) for a in found]})
    else:
        today = session.logbook.now().date()
        session.show(absences_text(found, today, session.machine.width()))
