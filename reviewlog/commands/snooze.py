"""Put a step off. If they get in touch before, it comes back at once.

reviewlog snooze 12 in 3 days

reviewlog snooze 12 next friday --step assess
"""

from functools import partial
from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.asking.texts import to_come
from reviewlog.commands.asking.whom import settle_word
from reviewlog.commands.session import Session


def run(
    ctx: typer.Context,
    incident: options.Incident,
    when: Annotated[list[str] | None, typer.Argument(metavar="WHEN...", help="Until when.")] = None,
    step: Annotated[str | None, typer.Option(metavar="STEP", help="The step; see next N.")] = None,
) -> None:
    """Put a step off."""
    session: Session = ctx.obj
    read = partial(to_come, session)
    until = (
        read(" ".join(when))
        if when
        else session.ask_until("Until when?", "WHEN", read, like="monday, in 2 days")
    )
    number = settle_word(session, incident)
    answer(session, "snooze", session.logbook.snooze(number, step, until))
