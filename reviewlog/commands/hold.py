"""Hold an incident: while a dispute or a claim may come, nothing of it is erased.

reviewlog hold 12 --until 'in 1 year' --why 'She spoke of her lawyer'

reviewlog hold 12 --lift --why 'Her lawyer wrote that it is settled'
"""

from functools import partial
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import to_come
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session
from reviewlog.domain.usage_errors import ConflictingOptionsError
from reviewlog.logbook.keeping.holding import hold, lift


def run(
    ctx: typer.Context,
    incident: options.Incident,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="The last day of the hold.")] = None,
    lifted: Annotated[bool, typer.Option("--lift", help="Lift the hold.")] = False,
    why: options.Why = None,
) -> None:  # fmt: skip
    """Hold an incident."""
    session: Session = ctx.obj
    if lifted and until is not None:
        raise ConflictingOptionsError("--until", "--lift")
    number = settle_word(session, incident)
    if lifted:
        receipt = lift(session.logbook, number, _reason(session, why))
    else:
        read = partial(to_come, session)
        last = (
            read(until)
            if until
            else session.ask_until("Until when?", "--until WHEN", read, like="in 6 months")
        )
        receipt = hold(session.logbook, number, last, _reason(session, why))
    answer(session, "hold", receipt)


def _reason(session: Session, why: str | None) -> str:
    return session.ask("Why?", "--why TEXT", like="A lawyer wrote") if why is None else why
