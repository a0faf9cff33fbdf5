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
from reviewlog.commands.asking.whom import settle_word, step_title
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
    number = settle_word(session, incident)
    if when:
        until = read(" ".join(when))
    else:
        title = step_title(session, number, step) if session.interactive else ""
        question = f"Until when do you put off {title}?"
        until = session.ask_until(question, "WHEN", read, like="monday, in 2 days")
    answer(session, "snooze", session.logbook.snooze(number, step, until))
