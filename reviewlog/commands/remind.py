"""Be reminded on a day.

reviewlog remind 12 friday 'Ask whether the refund arrived'

reviewlog remind Dana 'in 3 days' 'Look at the review again'
"""

from typing import Annotated

import typer

from reviewlog.commands import options
from reviewlog.commands.answer import answer
from reviewlog.commands.session import Session
from reviewlog.commands.whom import settle_word
from reviewlog.domain.usage_errors import LooseWordsError


def run(
    ctx: typer.Context,
    incident: options.Incident,
    when: Annotated[str | None, typer.Argument(metavar="WHEN", help="The day.")] = None,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Of what.")] = None,
) -> None:
    """Be reminded on a day."""
    session: Session = ctx.obj
    if text is not None and len(text) > 1:
        raise LooseWordsError(f"reviewlog remind {incident} 'in 3 days' 'call them'")
    read = session.logbook.dates.future
    due = read(when) if when else session.ask_until("When?", "WHEN", read)
    words = text[0] if text else session.ask("Of what?", "TEXT")
    number = settle_word(session, incident)
    answer(session, "remind", session.logbook.remind(number, due, words))
